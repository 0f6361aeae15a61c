"""The people in sight: those I walk alongside, and the whole team's."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.journeys import handing
from alongside.people.models import Person
from alongside.teams.queries import WITHOUT_A_TEAM, team_of
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import say
from alongside.web.writing import see_other

from . import days
from .days import Among
from .forms.introducing import NarrowForm, SearchForm

SEARCHED = "people searched for"
"""In the session: the name that was looked for last."""


@page(roles=tuple(TEAM_ROLES), methods=WRITING)
def people(request: Request) -> HttpResponse:
    """By name; a search is a POST, so that no name stands in an address. It waits in the session, so that one can come back to it."""
    if request.method == "POST":
        asked = SearchForm(request.POST)
        request.session[SEARCHED] = asked.cleaned_data["words"].strip() if asked.is_valid() else ""
        return see_other(reverse("desk:people") + ("?whose=called" if request.session[SEARCHED] else ""))
    words = request.session.get(SEARCHED, "") if request.GET.get("whose") == "called" else ""
    form = SearchForm({"words": words} if words else None)
    whole_team = request.GET.get("whose") == "team" or bool(words)
    narrow = _narrow_form(request) if whole_team and not words else None
    among = _narrowed(request, narrow) if narrow else Among(None if whole_team else request.actor.id)
    found = days.people(among, words=words, after=_after(request.GET.get("after", "")))
    if found.rows:
        leave_a_look(request, "search" if words else "their list", *(row.id for row in found.rows))
    quiet = among.quiet or {}
    for row in found.rows:
        row.because = say(quiet[row.id].because, request.actor.vocabulary, **quiet[row.id].parts) if row.id in quiet else ""
    context = {
        "form": form,
        "found": found,
        "words": words,
        "whole_team": whole_team,
        "narrow": narrow,
        "is_narrowed": whole_team and among != days.EVERYBODY,
        "may_bring": request.actor.is_a(Role.MANAGER),
    }
    return render(request, "desk/people.html", context)


def _narrow_form(request: Request) -> NarrowForm:
    teams = [seat.team_id for seat in request.actor.seats if seat.role in TEAM_ROLES]
    return NarrowForm(request.GET, vocabulary=request.actor.vocabulary, colleagues=handing.could_give(teams))


def _narrowed(request: Request, form: NarrowForm) -> Among:
    """Whom the boxes leave; a box that says nothing we know leaves everybody."""
    form.is_valid()
    said = form.cleaned_data
    colleague = said.get("walking")
    walked_with_by = colleague.id if colleague else None
    if not said.get("quiet"):
        return Among(walked_with_by, said.get("level", ""))
    team = team_of(request.actor)
    after_days = team.quiet_after_days if team else WITHOUT_A_TEAM
    quiet = days.quiet_in_sight(walked_with_by, today=timezone.localdate(request.now), quiet_after_days=after_days)
    return Among(walked_with_by, said.get("level", ""), quiet)


def _after(key: str) -> tuple[str, UUID]:
    try:
        person = Person.objects.filter(id=UUID(key)).first()
    except ValueError:
        person = None
    return (person.name, person.id) if person else ("", UUID(int=0))
