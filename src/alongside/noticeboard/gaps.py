"""Nothing suits: anybody keeps what they looked for with one press, and nothing of themselves."""

from __future__ import annotations

from django.contrib import messages
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

from .from_here import too_many_from_here
from .narrowing import SearchForm


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
        if too_many_from_here(request, "open-wish"):
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
