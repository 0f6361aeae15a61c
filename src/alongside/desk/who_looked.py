"""Who looked at somebody's record, when and for what purpose: for the information governance lead."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.access.looks import grouped, narrowed, trail_of, whoever_looked
from alongside.access.opening import leave_a_look, open_person
from alongside.foundation.actor import Role
from alongside.foundation.keeping import Part
from alongside.people.queries import named
from alongside.teams.queries import let_in
from alongside.web.pages import WRITING, Request, page

from .forms.introducing import SearchForm
from .forms.looks import WhichLooks

LATELY = timedelta(days=90)
"""How long it is told who was let in."""
A_LIST = 100


@page(roles=(Role.INFORMATION_GOVERNANCE,), methods=WRITING)
def who_looked(request: Request) -> HttpResponse:
    """Find whose record it is about, by name."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    words = form.cleaned_data["words"].strip() if form.is_bound and form.is_valid() else ""
    found = list(named(words)[:50]) if words else []
    if found:
        leave_a_look(request, "information governance", *(person.id for person in found))
    lately = let_in(request.actor, since=timezone.localdate(request.now) - LATELY)[:A_LIST]
    return render(request, "desk/who_looked.html", {"form": form, "words": words, "found": found, "let_in": lately, "days": LATELY.days})


@page(roles=(Role.INFORMATION_GOVERNANCE,))
def who_looked_at(request: Request, person_id: UUID) -> HttpResponse:
    """Every line of the trail about somebody by day and colleague, the newest first: who, when, what and why. No note is shown."""
    opened = open_person(request, person_id, part=Part.TRAIL)
    every = trail_of(opened.id)
    whoever = whoever_looked(every, opened.id, _("They themselves"))
    form = WhichLooks(request.GET, whoever=whoever)
    if not form.is_valid():
        return render(request, "desk/who_looked_at.html", {"person": opened, "form": form}, status=422)
    shown, groups = grouped(narrowed(every, **form.cleaned_data), request.GET.get("page"), request.actor.vocabulary, names=dict(whoever))
    return render(request, "desk/who_looked_at.html", {"person": opened, "form": form, "groups": groups, "shown": shown, "asked": form.in_the_address})
