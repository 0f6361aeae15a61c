"""Somebody's copy in Easy Read: one idea a line and a picture beside it, both chosen by a person.

Nothing is made from their record by a program: what the record says is shown beside, to whoever writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.access.opening import Opened
from alongside.foundation.words import Vocabulary
from alongside.pictures.models import SetPicture, TheirPicture
from alongside.web.vocabulary import say_word

from .models import EasyLine
from .rules import not_written
from .words import EASY_PARTS, PICTURES

EASY_READ = Path(__file__).parent / "easy_read.typ"
_DRAWN = Path(__file__).parent / "pictures"


@cache
def drawing(name: str) -> str:
    """One of the small drawings, as SVG; only those that our words name are there to be asked for."""
    if name not in {word.stored for word in PICTURES}:
        raise KeyError(name)
    return (_DRAWN / f"{name}.svg").read_text(encoding="utf-8").strip()


def lines_of(person_id: UUID) -> QuerySet[EasyLine]:
    """Their copy in Easy Read, line by line."""
    return EasyLine.objects.filter(person_id=person_id).order_by("place")


@dataclass(frozen=True)
class Row:
    """One line as it is read: its words, and beside it one of our drawings, a picture at an address, or none any more."""

    words: str
    picture: str = ""
    url: str = ""
    key: UUID | None = None


@dataclass
class EasySection:
    """One part, with its lines."""

    heading: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Easy:
    """The whole in Easy Read, and the parts of which nothing is written: said to whoever writes it, not to them."""

    sections: list[EasySection]
    not_written: list[str]


Address = Callable[[str, UUID], str]
"""Where a picture is shown to whoever reads: of `theirs` or of the `set`, by its key."""


def whole_easy(person_id: UUID, vocabulary: Vocabulary, address: Address) -> Easy | None:
    """All of it, under its headings; None where nothing is written. Three queries."""
    lines = list(lines_of(person_id))
    if not lines:
        return None
    kinds = _kinds_of(lines, person_id)
    sections: dict[str, EasySection] = {}
    for line in lines:
        section = sections.setdefault(line.part, EasySection(part_named(line.part, vocabulary)))
        kind = kinds.get(line.chosen) if line.chosen else None
        url = address(kind, line.chosen) if kind and line.chosen else ""
        section.rows.append(Row(line.words, line.picture, url, line.chosen if kind else None))
    return Easy(list(sections.values()), [part_named(part, vocabulary) for part in not_written(sections)])


def part_named(part: str, vocabulary: Vocabulary) -> str:
    """`My steps`."""
    return say_word(next(word for word in EASY_PARTS if word.stored == part), vocabulary, capital=True)


def _kinds_of(lines: list[EasyLine], person_id: UUID) -> dict[UUID, str]:
    """Of each picture that was chosen and is still there: whose it is."""
    chosen = [line.chosen for line in lines if line.chosen]
    if not chosen:
        return {}
    kinds = dict.fromkeys(SetPicture.objects.filter(id__in=chosen).values_list("id", flat=True), "set")
    return kinds | dict.fromkeys(TheirPicture.objects.filter(id__in=chosen, person_id=person_id).values_list("id", flat=True), "theirs")


def as_booklet(opened: Opened, easy: Easy, *, ring: list[str], team: str) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """All that `easy_read.typ` sets, and the pictures in it."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    rows = [row for section in easy.sections for row in section.rows]
    given = {
        "title": _("%(name)s: my own copy") % {"name": opened.called},
        "called": opened.called,
        "from": team,
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "to_ring": _("Whom to ring"),
        "ring": [*ring, team],
        "parts": [{"heading": section.heading, "lines": [{"words": row.words, "picture": _file_of(row)} for row in section.rows]} for section in easy.sections],
    }
    ours = sorted({row.picture for row in rows if row.picture} | {"telephone"})
    return given, [*((f"{name}.svg", drawing(name).encode()) for name in ours), *_photographs(row.key for row in rows if row.key)]


def _file_of(row: Row) -> str:
    return f"{row.picture}.svg" if row.picture else f"{row.key}.jpg" if row.key else ""


def _photographs(keys: Iterable[UUID]) -> list[tuple[str, bytes]]:
    wanted = list(keys)
    found = [
        *TheirPicture.objects.filter(id__in=wanted).values_list("id", "drawn"),
        *SetPicture.objects.filter(id__in=wanted).values_list("id", "drawn"),
    ]
    return [(f"{key}.jpg", bytes(drawn)) for key, drawn in found]
