"""What may have been counted twice, or added up as what it is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from alongside.foundation.words import Sentence

from .valued import Outcome, Scope, Valuation
from .words import NEVER_CASH, SAME_VALUED_TWICE, WHOLE_AND_A_PART

if TYPE_CHECKING:
    from .drawing.people import Changes


class Flag(StrEnum):
    """Why two outcomes stand beside each other here."""

    VALUED_TWICE = SAME_VALUED_TWICE.lac
    WHOLE_AND_PART = WHOLE_AND_A_PART.lac
    NOT_CASH = NEVER_CASH.lac

    @property
    def sentence(self) -> Sentence:
        """The same, to be said in another language."""
        return _SAID[self]


_SAID = {Flag.VALUED_TWICE: SAME_VALUED_TWICE, Flag.WHOLE_AND_PART: WHOLE_AND_A_PART, Flag.NOT_CASH: NEVER_CASH}


@dataclass(frozen=True)
class Flagged:
    """Two outcomes and why; `people` is for how many both changed, where that is known."""

    flag: Flag
    outcomes: tuple[str, str]
    people: int | None = None


LIFE_SATISFACTION = "life satisfaction"
"""The change that holds all others of a person's wellbeing: a WELLBY is one point of it."""


BETTER = "changes/better"
PART_OF = {"counted-kinds": BETTER, "day-care": BETTER}
"""Figures that count changes for the better once more, by the kind that somebody said they count as."""
NOTHING_CHANGED = ("no kind noted", "goes to day care", "no day care", "week not written down")
"""Their parts in which nobody's change is."""


def flags(valuation: Valuation, changed: Changes | None = None) -> list[Flagged]:
    """Every pair that a reader must be told of. Outcomes are of the same people when `whose` is the same; what has no `change` named cannot be looked at."""
    by_whose: dict[str, list[Outcome]] = defaultdict(list)
    for one in valuation.outcomes:
        if one.change and (one.quantity.low or one.quantity.high or (changed is not None and one.name in changed.outcomes)):
            by_whose[one.whose].append(one)
    return [
        Flagged(flag, (one.name, other.name), people)
        for same in by_whose.values()
        for one, other in combinations(same, 2)
        for flag in _flag(one, other)
        if (people := _both(one, other, changed)) != 0
    ]


def _flag(one: Outcome, other: Outcome) -> Iterator[Flag]:
    both_wellbeing = one.scope is other.scope is Scope.WELLBEING
    if one.change == other.change or one.change == _whole_of(other.change) or _whole_of(one.change) == other.change:
        yield Flag.VALUED_TWICE if one.scope is other.scope else Flag.NOT_CASH
    elif both_wellbeing and LIFE_SATISFACTION in (one.change, other.change):
        yield Flag.WHOLE_AND_PART


def _whole_of(change: str) -> str:
    """What counts the same rows of people's lives, where what was counted is a part of that."""
    figure, _slash, part = change.partition("/")
    return "" if part in NOTHING_CHANGED else PART_OF.get(figure, "")


def _both(one: Outcome, other: Outcome, changed: Changes | None) -> int | None:
    if changed is None or not {one.name, other.name} <= set(changed.outcomes):
        return None
    return changed.both(one.name, other.name)
