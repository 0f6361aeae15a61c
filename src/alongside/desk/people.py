"""The people in sight: those I walk alongside, and the whole team's."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.opening import leave_a_look
from alongside.foundation.actor import TEAM_ROLES, Role
from alongside.people.models import Person
from alongside.web.pages import WRITING, Request, page
from alongside.web.writing import see_other

from . import days
from .forms.introducing import SearchForm

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
    found = days.people(walked_with_by=None if whole_team else request.actor.id, words=words, after=_after(request.GET.get("after", "")))
    if found.rows:
        leave_a_look(request, "search" if words else "their list", *(row.id for row in found.rows))
    return render(
        request, "desk/people.html", {"form": form, "found": found, "words": words, "whole_team": whole_team, "may_bring": request.actor.is_a(Role.MANAGER)}
    )


def _after(key: str) -> tuple[str, UUID]:
    try:
        person = Person.objects.filter(id=UUID(key)).first()
    except ValueError:
        person = None
    return (person.name, person.id) if person else ("", UUID(int=0))
