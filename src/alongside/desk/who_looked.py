"""Who looked at somebody's record, when and for what purpose: for the information governance lead."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from alongside.foundation.actor import Role
from alongside.foundation.keeping import Part
from alongside.foundation.words import Sentence, Vocabulary
from alongside.people.queries import named
from alongside.teams.queries import names_of
from alongside.trail.models import Entry
from alongside.trail.words import DEEDS, OUTCOMES, PAGES, PURPOSES
from alongside.web.pages import WRITING, Request, page
from alongside.web.vocabulary import all_words, say, say_word

from .forms.introducing import SearchForm
from .opening import leave_a_look, open_person

LINES = 200
"""Lines of a trail shown at once."""


@page(roles=(Role.INFORMATION_GOVERNANCE,), methods=WRITING)
def who_looked(request: Request) -> HttpResponse:
    """Find whose record it is about, by name."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    words = form.cleaned_data["words"].strip() if form.is_bound and form.is_valid() else ""
    found = list(named(words)[:50]) if words else []
    if found:
        leave_a_look(request, "information governance", *(person.id for person in found))
    return render(request, "desk/who_looked.html", {"form": form, "words": words, "found": found})


@page(roles=(Role.INFORMATION_GOVERNANCE,))
def who_looked_at(request: Request, person_id: UUID) -> HttpResponse:
    """Every line of the trail about somebody, the newest first: who, when, what and for what purpose. No note is shown."""
    opened = open_person(request, person_id, part=Part.TRAIL)
    try:
        before = int(request.GET.get("before", ""))
    except ValueError:
        before = 2**62
    lines: list[Any] = list(
        Entry.objects.filter(people__contains=[opened.id], seq__lt=before)
        .order_by("-seq")
        .values("seq", "at", "actor_id", "role", "verb", "purpose", "outcome")[: LINES + 1]
    )
    names = names_of({line["actor_id"] for line in lines})
    for line in lines:
        line |= {"name": names.get(line["actor_id"], ""), **_said(line, request.actor.vocabulary)}
    context = {"person": opened, "lines": lines[:LINES], "earlier": lines[LINES - 1]["seq"] if len(lines) > LINES else None}
    return render(request, "desk/who_looked_at.html", context)


def _said(line: dict[str, Any], vocabulary: Vocabulary) -> dict[str, str]:
    """What stands in a line for good, in today's words; a word that we no longer have is shown as it was written."""

    def of(words: dict[str, Sentence], stored: str) -> str:
        return say(words[stored], vocabulary) if stored in words else stored

    roles = all_words()["teams.ROLES"]
    because, _colon, page_name = line["purpose"].partition(": ")
    return {
        "as_a": say_word(roles[line["role"]], vocabulary) if line["role"] in roles else "",
        "what": of(DEEDS, line["verb"]) + ("" if line["outcome"] == "done" else f" ({of(OUTCOMES, line['outcome'])})"),
        "what_for": of(PURPOSES, because) + (f": {of(PAGES, page_name)}" if page_name else ""),
    }
