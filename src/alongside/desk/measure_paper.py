"""Measures on paper: the questions in exactly their words, in large type, to be filled in by hand and typed in afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.access.opening import Opened, open_person
from alongside.outcomes.measuring import Item, Measure
from alongside.outcomes.queries import measure_of, offered_by
from alongside.people.permissions import may_write
from alongside.teams.queries import team_of
from alongside.web.pages import Request, page
from alongside.web.printing import as_pdf

SHEET = Path(__file__).with_name("measure_paper.typ")


def paper_of(called: str, measures: Sequence[Measure], team: str) -> dict[str, Any]:
    """All that `measure_paper.typ` sets: each measure word for word, and beside it in another language where its file has that."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    return {
        "title": _("How life is going"),
        "called": called,
        "from": team,
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "lead": _("Tick one box of each question. Leave out whatever you would rather not answer: nothing depends on it, and there are no right answers."),
        "day": _("On which day did you fill this in?"),
        "own_words": _("In your own words, if you like:"),
        "about": _("What is it about, in your own words?"),
        "measures": [_measure(one) for one in measures],
    }


def _measure(one: Measure) -> dict[str, Any]:
    other = one.other_language
    return {
        "name": one.name,
        "begin": one.begin,
        "line": one.line,
        "own_words": one.own_words,
        "questions": [_question(one, item) for item in one.items],
        "other": {"lang": other.lang, "begin": other.begin} if other else None,
    }


def _question(one: Measure, item: Item) -> dict[str, Any]:
    other = one.other_language
    also = {"asks": other.asks[item.key], "ends": list(other.ends)} if other else None
    answers = [{"says": said, "also": other.answers[item.key][number] if other else ""} for number, said in item.answers.items()]
    numbers = [] if item.answers else [str(number) for number in range(item.least, item.most + 1)]
    return {"asks": item.asks, "also": also, "answers": answers, "numbers": numbers, "ends": list(item.ends), "named": item.named}


@page()
def on_paper(request: Request, person_id: UUID, offered_id: UUID) -> HttpResponse:
    """One measure as a tagged PDF; not there where its words are somebody else's, and stand on a sheet of theirs."""
    opened = open_person(request, person_id)
    found = [measure_of(one.file.key, one.file.text) for one in offered_by(request.actor.team_id).filter(id=offered_id)]
    return _sheet(request, opened, [one for one in found if one.has_words])


@page()
def all_on_paper(request: Request, person_id: UUID) -> HttpResponse:
    """Whatever the team asks and has the words of, each on a page of its own."""
    opened = open_person(request, person_id)
    every = [measure_of(one.file.key, one.file.text) for one in offered_by(request.actor.team_id)]
    return _sheet(request, opened, [one for one in every if one.has_words])


def _sheet(request: Request, opened: Opened, measures: Sequence[Measure]) -> HttpResponse:
    if not measures:
        raise Http404
    may_write(request.actor)
    team = team_of(request.actor)
    given = paper_of(opened.called, measures, f"{team.name}, {team.organisation.name}" if team else "")
    name = f"{slugify(given['title'])}-{timezone.localdate(request.now).isoformat()}.pdf"
    return HttpResponse(as_pdf(SHEET, given), content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})
