"""What counts as bringing young and old together: one definition, for groups and for two who met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .going_well import Was

YOUNG, OLD = 25, 60
"""Under the one, or of the other age and over, in whole years."""
FEWEST = 5
"""Pairs below this are told as fewer, and not how many: who they are could be guessed."""


def age_on(born: date, day: date) -> int:
    """In whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def both_ages(born: Iterable[date | None], *, on: date) -> bool:
    """Whether somebody young and somebody old are among these dates of birth; of whom none is known, nothing is said."""
    ages = [age_on(one, on) for one in born if one is not None]
    return any(age < YOUNG for age in ages) and any(age >= OLD for age in ages)


def together(sessions: Iterable[Was]) -> list[Was]:
    """The sessions at which heads of both ages were counted."""
    return [one for one in sessions if one.under_25 and one.over_60]


def told(many: int) -> int | None:
    """A number that may be told; None of a few, and nought is told."""
    return None if 0 < many < FEWEST else many
