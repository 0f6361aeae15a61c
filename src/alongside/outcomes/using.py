"""Two windows of one length, before somebody was introduced and after, from one source: who is in both, and why not. No Django."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NotKnown(StrEnum):
    """Why somebody is in neither window."""

    BEFORE = "not known before"
    AFTER = "not known after"
    NEITHER = "not known"


@dataclass(frozen=True)
class Known:
    """What one source tells: from which day up to which, and how many times in all, or on which days."""

    since: date
    until: date
    times: int | None = None
    on: tuple[date, ...] = ()

    def within(self, since: date, until: date) -> int | None:
        """How many times between two days; none where it does not tell of all of them, or its number cannot be divided."""
        if self.times is not None:
            return self.times if (self.since, self.until) == (since, until) else None
        if self.since <= since and until <= self.until:
            return sum(since <= day < until for day in self.on)
        return None


@dataclass(frozen=True)
class Pair:
    """How often in each window, and from which day to which each ran."""

    before: int
    after: int
    windows: tuple[tuple[date, date], tuple[date, date]]


def pair(introduced_on: date, some: Sequence[Known], *, days: int) -> Pair | NotKnown:
    """The nearest window before the introduction and the first after it, each of exactly `days` days; the day itself is in neither.

    A number that was told for a stretch stands for that stretch alone: it is never spread over another. Of days that are known, the windows
    lie right beside the introduction.
    """
    before, after = _before(introduced_on, some, days), _after(introduced_on, some, days)
    if before is None or after is None:
        return NotKnown.NEITHER if before is after else NotKnown.BEFORE if before is None else NotKnown.AFTER
    return Pair(before[0], after[0], (before[1], after[1]))


Found = tuple[int, tuple[date, date]]


def _before(introduced_on: date, some: Sequence[Known], days: int) -> Found | None:
    ends = {introduced_on} | {one.until for one in some if one.times is not None and one.until <= introduced_on}
    return _first(some, [(date.fromordinal(end.toordinal() - days), end) for end in sorted(ends, reverse=True)])


def _after(introduced_on: date, some: Sequence[Known], days: int) -> Found | None:
    next_day = date.fromordinal(introduced_on.toordinal() + 1)
    begins = {next_day} | {one.since for one in some if one.times is not None and one.since >= introduced_on}
    return _first(some, [(begin, date.fromordinal(begin.toordinal() + days)) for begin in sorted(begins)])


def _first(some: Sequence[Known], windows: Sequence[tuple[date, date]]) -> Found | None:
    for since, until in windows:
        for one in some:
            times = one.within(since, until)
            if times is not None:
                return times, (since, until)
    return None
