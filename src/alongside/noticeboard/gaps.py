"""Nothing suits: anybody keeps what they looked for with one press, and nothing of themselves."""

from __future__ import annotations

import hashlib
from ipaddress import ip_network

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.directory import actions
from alongside.directory.gaps.said import said_of
from alongside.foundation.actor import TEAM_ROLES
from alongside.foundation.refusals import NotYours, Refused
from alongside.web.pages import Request, page
from alongside.web.vocabulary import say_refusal
from alongside.web.writing import see_other

from .narrowing import SearchForm

AN_HOUR, MOST_AN_HOUR = 3600, 10
"""Seconds for which it is counted how many wishes came from one address, and how many are kept in that time."""


@page(public=True, methods=("POST",))
def keep(request: Request) -> HttpResponse:
    """What was looked for is kept: for the team of one of us, or for all teams where a visitor says it."""
    form, asked = SearchForm(request.POST), request.POST.copy()
    asked.pop("csrfmiddlewaretoken", None)
    there = f"{reverse('noticeboard:search')}?{asked.urlencode()}"
    if not form.is_valid():
        return see_other(there)
    said = said_of(form.wish(timezone.localdate(request.now)), form.place)
    try:
        if request.actor.is_a(*TEAM_ROLES):
            kept = actions.keep_gap(said, by=request.actor, at=request.now)
            messages.success(request, _("The wish is kept for your team."))
            return see_other(f"{reverse('desk:gaps')}#wish-{kept.id}")
        if _too_many_from_here(request):
            messages.error(request, _("Many wishes came from here within an hour. Please try again later."))
            return see_other(f"{there}#found")
        actions.keep_open_gap(said, by=request.actor, at=request.now)
    except NotYours:
        raise
    except Refused as refused:
        messages.error(request, say_refusal(refused, request.actor.vocabulary))
        return see_other(f"{there}#found")
    messages.success(request, _("Thank you. Your wish is kept without your name, and the people who look after this noticeboard read it."))
    return see_other(there)


def _too_many_from_here(request: Request) -> bool:
    """Counted for an hour by a digest of the address, as failed sign-ins are; nothing of it stands with the wish."""
    from_here = hashlib.sha256(_line_of(get_adapter(request).get_client_ip(request)).encode()).hexdigest()[:32]
    key, now = f"open-wish?{from_here}", int(request.now.timestamp())
    # Kept with its end: what is only counted on would be kept for as long as all else that is kept for a while.
    until, many = cache.get(key) or (now + AN_HOUR, 0)
    cache.set(key, (until, many + 1), timeout=max(1, until - now))
    return bool(many >= MOST_AN_HOUR)


def _line_of(address: str) -> str:
    """The address; of those of the sixth version the half that a line has, for it has as many of the other half as it likes."""
    try:
        return str(ip_network((address, 64), strict=False)) if ":" in address else address
    except ValueError:
        return address
