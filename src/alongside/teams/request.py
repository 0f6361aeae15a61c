"""Who is asking: the signed-in member of staff as an actor, set in the database before any view reads a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from alongside.foundation.actor import NOBODY

from . import queries, signing_in


def known_actor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives every request its `actor`, its `now` and its `theme`; whoever has shown one factor only goes to show the second."""

    def middleware(request: Any) -> HttpResponse:
        request.now = timezone.now()
        request.actor = NOBODY
        request.theme = SimpleLazyObject(queries.theme_for_visitors)
        user = request.user
        if not user.is_authenticated:
            return get_response(request)
        if signing_in.has_ended(request):
            signing_in.end_session(request)
        elif not signing_in.is_fully_signed_in(request):
            if signing_in.has_a_second_factor(user):
                # They set it up elsewhere since: this session has to show it too.
                signing_in.end_session(request)
            elif not signing_in.may_be_reached_with_one_factor(request):
                return HttpResponseRedirect(reverse("mfa_index"))
        else:
            actor, request.theme = queries.as_actor_with_theme(user, on=timezone.localdate(request.now))
            if not actor.seats:
                # Whoever has left every team is nobody here from this moment on.
                signing_in.end_session(request)
            else:
                request.actor = actor
                if request.lines is not None:
                    request.lines.known(actor)
        return get_response(request)

    return middleware
