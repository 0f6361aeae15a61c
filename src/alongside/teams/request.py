"""Who is asking: the signed-in member of staff as an actor, set in the database before any view reads a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.actor import NOBODY

from . import queries, signing_in


def known_actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives every request its `actor` and its `now`; whoever has shown one factor only goes to show the second."""

    def middleware(request: Any) -> HttpResponse:
        request.now = timezone.now()
        request.actor = NOBODY
        user = request.user
        if user.is_authenticated:
            if signing_in.has_gone_idle(request):
                logout(request)
                return get_response(request)
            if not signing_in.is_fully_signed_in(request):
                if not signing_in.may_be_reached_with_one_factor(request):
                    return HttpResponseRedirect(reverse("mfa_activate_totp"))
                return get_response(request)
            request.actor = queries.as_actor(user, on=timezone.localdate(request.now))
            if request.lines is not None:
                request.lines.known(request.actor)
        return get_response(request)

    return middleware
