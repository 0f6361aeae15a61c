"""What fills somebody's week: plain rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from alongside.foundation.refusals import Refused

from .words import PARTS_OF_DAY, WHAT_DO_THEY_DO, WHICH_DAYS

DAYS = range(1, 8)
"""Monday is 1."""
_PARTS = tuple(word.stored for word in PARTS_OF_DAY)


@dataclass(frozen=True)
class Doing:
    """Something they do, as it was told: on these days, in these parts of the day; `there_before`: at the start already."""

    words: str
    days: tuple[int, ...] = field(default_factory=tuple)
    parts: tuple[str, ...] = field(default_factory=tuple)
    with_whom: str = ""
    what_it_is: str = "own"
    takes_place_of: str = ""
    there_before: bool = False


def can_be_told(doing: Doing) -> Doing:
    """The same, its days and parts in order; refused when it does not say what, or on which day."""
    if not doing.words.strip():
        raise Refused(WHAT_DO_THEY_DO, field="words")
    if not doing.days:
        raise Refused(WHICH_DAYS, field="days")
    return Doing(
        doing.words.strip(),
        tuple(day for day in DAYS if day in doing.days),
        tuple(part for part in _PARTS if part in doing.parts),
        doing.with_whom.strip(),
        doing.what_it_is or "own",
        # A service takes nothing's place: it is what may be replaced.
        doing.takes_place_of if (doing.what_it_is or "own") == "own" else "",
        doing.there_before,
    )


def since_when(begun: date | None, told_on: date, *, there_before: bool) -> date:
    """From which day it holds: the start, for what was so all along and is only written down now."""
    return begun if begun and there_before else told_on
