"""What a booklet says: the copy, whom to ring, what they can do with it, and room to write."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.access.lawful import lawful_basis
from alongside.access.opening import Opened
from alongside.foundation.words import Vocabulary
from alongside.pictures.models import TheirPicture
from alongside.web.vocabulary import say_word, word_for

from .models import NotRight, TheirWords
from .reading import Section, Shown, Whole

BOOKLET = Path(__file__).parent / "booklet.typ"


def booklet(opened: Opened, copy: Whole, *, ring: list[str], team: str, vocabulary: Vocabulary, looks: list[str], paper: str = "a4") -> dict[str, Any]:
    """All that `booklet.typ` sets."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    parts = [_part(section, vocabulary) for section in copy.sections]
    if copy.own_words:
        parts.append({"heading": _("Your own words"), "none": "", "lines": [_own_words(one) for one in copy.own_words]})
    if copy.shows_who_looked:
        parts.append(
            {"heading": say_word(word_for("looks", "mine.PARTS"), vocabulary, capital=True), "none": _("Nobody yet."), "lines": [_line(one) for one in looks]}
        )
    parts += _since(copy)
    return {
        "title": _("%(name)s: my own copy") % {"name": opened.called},
        "called": opened.called,
        "from": team,
        "lang": language,
        "region": region or "gb",
        "paper": paper,
        "page": _("Page"),
        "lead": _("This is what we hold about you, as it stood on %(day)s. It is yours to keep.") % {"day": date_format(copy.at, "j F Y")},
        "to_ring": _("Whom to ring"),
        "ring": [*ring, team],
        "cover": [
            _("You can ask us to change anything in it that is not right."),
            _("If we see something differently, your words stand beside ours."),
            _("You can add words of your own. There is room at the end."),
        ],
        "parts": parts,
        "pictures": {"heading": _("Your pictures"), "all": [{"file": f"{one.id}.jpg", "words": one.words} for one in copy.pictures]},
        "why": {
            "heading": _("Why we may keep this"),
            "says": [lawful_basis(), _("Whom we tell is another question: that is your choice, and you can change it.")],
        },
        "room": {
            "heading": _("Room to write"),
            "lead": _("Write here, or tell us. We put it into your record as your words."),
            "labels": [_("What is not right?"), _("My own words")],
        },
    }


def pictures_in(copy: Whole) -> list[tuple[str, bytes]]:
    """Their pictures, as the booklet names them."""
    wanted = [one.id for one in copy.pictures]
    return [(f"{key}.jpg", bytes(drawn)) for key, drawn in TheirPicture.objects.filter(id__in=wanted).values_list("id", "drawn")]


def _since(copy: Whole) -> list[dict[str, Any]]:
    """What is otherwise than in the copy before, at the end; nothing where this is the first."""
    if copy.since is None:
        return []
    labels = {"new": _("New:"), "said differently": _("Said differently:"), "gone": _("In it no more:")}
    lines = [_line(one.says, label=labels[one.how], more=_("It said before: %(words)s") % {"words": one.before} if one.before else "") for one in copy.differs]
    if copy.also:
        lines.append(_line(", ".join(copy.also), label=_("Also in it now:")))
    return [{"heading": _("What is different since %(day)s") % {"day": date_format(copy.since, "j F Y")}, "none": _("Nothing is different."), "lines": lines}]


def _line(says: str, *, label: str = "", quote: bool = False, more: str = "", differs: Iterable[dict[str, str]] = ()) -> dict[str, Any]:
    return {"label": label, "quote": quote, "says": says, "more": more, "differs": list(differs)}


def _part(section: Section, vocabulary: Vocabulary) -> dict[str, Any]:
    return {"heading": section.heading, "none": "", "lines": [_shown(line, vocabulary) for line in section.lines]}


def _shown(line: Shown, vocabulary: Vocabulary) -> dict[str, Any]:
    label = "" if line.voice == "plain" else say_word(word_for(line.voice, "mine.VOICES"), vocabulary, capital=True) + ":"
    return _line(line.says, label=label, quote=line.voice != "plain", more=line.more, differs=[_differs(one) for one in line.differs])


def _differs(one: NotRight) -> dict[str, str]:
    return {"label": _("You see it differently:"), "says": one.words, "more": _answer(one)}


def _answer(one: NotRight) -> str:
    return _("We answered: %(words)s") % {"words": one.answer_words} if one.answer_words else ""


def _own_words(one: TheirWords) -> dict[str, Any]:
    return _line(one.words, quote=True, more=date_format(one.on, "j F Y"))
