"""The form on paper by which somebody tells what changed: five minutes, alone or together, and no line of it has to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.access.opening import open_person
from alongside.foundation.words import Vocabulary, Word
from alongside.money.pence import in_pounds
from alongside.outcomes.words import DIRECTIONS, HOW_LONG_IT_LASTS, HOW_OFTEN_PAID, SHARES
from alongside.outcomes.worth import known_prices
from alongside.people.permissions import may_write
from alongside.teams.queries import team_of
from alongside.web.pages import Request, page
from alongside.web.printing import as_pdf
from alongside.web.vocabulary import say_word

from .changes import changes_of

FORM = Path(__file__).with_name("changes_form.typ")
EMPTY = 2
"""Blocks for what is not told yet; what they told before stands in one each, so that nobody writes it twice."""
MOST_BEFORE = 4


def _said(words: tuple[Word, ...], vocabulary: Vocabulary) -> list[str]:
    return [say_word(word, vocabulary, capital=True) for word in words if word.stored != "not asked"]


def form_of(called: str, told: list[str], team: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """All that `changes_form.typ` sets."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    return {
        "title": _("What changed, in your own words"),
        "called": called,
        "from": team,
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "lead": _("This is for you to say what is different in your life, good or bad. Leave out whatever you like. Nothing depends on it."),
        "in_order": _("Put a number beside each change: 1 for the one that matters most to you."),
        "told": told[:MOST_BEFORE],
        "empty": EMPTY,
        "you_said": _("You told us:"),
        "asks": {
            "place": _("Its number"),
            "words": _("What changed?"),
            "direction": {"ask": _("Is it better, or worse?"), "ticks": _said(DIRECTIONS, vocabulary)},
            "since": _("Since when?"),
            "anyway": {"ask": _("How much of it would have happened anyway?"), "ticks": _said(SHARES, vocabulary)},
            "others": {"ask": _("How much of it was other people’s doing, not yours or ours?"), "ticks": _said(SHARES, vocabulary)},
            "whose": _("Whose?"),
            "lasts": {"ask": _("How long does it last, do you think?"), "ticks": _said(HOW_LONG_IT_LASTS, vocabulary)},
            "worth": _("What is it worth to you? Choose one way, or none."),
            "pays": _("I would pay this many pounds to keep it, or to be without it:"),
            "each": _said(HOW_OFTEN_PAID, vocabulary),
            "gives_up": _("Or I would give up for it:"),
            "prices": _("It is worth more than what I tick here:"),
            "things": [f"{one.name} ({in_pounds(one.pence)})" for one in known_prices().values()],
            "thermometer": _("On a thermometer from 0 (nothing at all) to 100 (as much as anything could):"),
            "rather_not": _("I’d rather not say."),
        },
    }


@page()
def on_paper(request: Request, person_id: UUID) -> HttpResponse:
    """The form for them, as a tagged PDF, with what they told before."""
    opened = open_person(request, person_id)
    may_write(request.actor)
    told = [change.words for change in changes_of(opened.id) if not change.worths.all()]
    team = team_of(request.actor)
    given = form_of(opened.called, told, f"{team.name}, {team.organisation.name}" if team else "", request.actor.vocabulary)
    name = f"{slugify(given['title'])}-{timezone.localdate(request.now).isoformat()}.pdf"
    return HttpResponse(as_pdf(FORM, given), content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})
