"""How many wishes came when: by month, and whether they grow. Plain functions over days; no Django."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 12
"""Months that are shown, the present one among them."""
LATELY = timedelta(days=91)
"""Thirteen weeks: what came in them is held against what came in the thirteen before."""
TOO_FEW = 3
"""Wishes of the last two such times below which nothing is said of a trend."""


@dataclass(frozen=True)
class Month:
    """A month, by its first day, and how many wishes were raised in it."""

    first: date
    many: int


@dataclass(frozen=True)
class Trend:
    """By month; how many of all these came lately and in the time before that; and whether they grow: rising, falling, steady, new, or too few to tell."""

    months: tuple[Month, ...]
    all: int
    lately: int
    before: int
    way: str

    @property
    def most(self) -> int:
        """The highest month."""
        return max((month.many for month in self.months), default=0)


def trend_of(days: Iterable[date], *, today: date) -> Trend:
    """The trend of wishes that were raised on these days."""
    raised = list(days)
    lately = sum(today - LATELY < day <= today for day in raised)
    before = sum(today - 2 * LATELY < day <= today - LATELY for day in raised)
    return trend_by_month(Counter(day.replace(day=1) for day in raised), lately, before, today=today)


def trend_by_month(raised: Mapping[date, int], lately: int, before: int, *, today: date) -> Trend:
    """The trend of wishes that were counted already: by the first day of the month in which they were raised, lately, and in the time before that."""
    in_all = sum(raised.values())
    return Trend(tuple(Month(first, raised.get(first, 0)) for first in _months(today)), in_all, lately, before, way_of(lately, before, in_all))


def way_of(lately: int, before: int, in_all: int) -> str:
    """Whether wishes grow, of which so many came lately, in the time before that, and in all."""
    if lately + before < TOO_FEW:
        return "too few"
    if not before and lately == in_all:
        return "new"
    return "rising" if lately > before else "falling" if lately < before else "steady"


def _months(today: date) -> Sequence[date]:
    last = today.year * 12 + today.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - MONTHS + 1, last + 1)]
