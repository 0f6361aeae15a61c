"""Somebody's copy in Easy Read: one idea a line and a picture beside it, both chosen by a person.

Nothing is made from their record by a program: what the record says is shown beside, to whoever writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.access.opening import Opened

from .models import EasyLine
from .words import PICTURES

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


def as_booklet(opened: Opened, lines: Iterable[EasyLine], *, ring: list[str], team: str) -> tuple[dict[str, Any], list[tuple[str, bytes]]]:
    """All that `easy_read.typ` sets, and the pictures in it."""
    language, _dash, region = (get_language() or "en-gb").partition("-")
    told = list(lines)
    given = {
        "title": _("%(name)s: my own copy") % {"name": opened.called},
        "called": opened.called,
        "from": team,
        "lang": language,
        "region": region or "gb",
        "page": _("Page"),
        "to_ring": _("Whom to ring"),
        "ring": [*ring, team],
        "lines": [{"words": line.words, "picture": f"{line.picture}.svg"} for line in told],
    }
    return given, [(f"{name}.svg", drawing(name).encode()) for name in sorted({line.picture for line in told} | {"telephone"})]
