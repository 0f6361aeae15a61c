"""Days of use as months, for the comparison with people introduced later: only of those whom a source tells of over all of the same months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

Who = TypeVar("Who", bound=Hashable)


@dataclass(frozen=True)
class Told:
    """From which day up to which a source tells of somebody, and on which days they used the service."""

    since: date
    until: date
    on: tuple[date, ...]


@dataclass(frozen=True)
class ByMonth:
    """Times a month of each person, all over the same months; and in which of them they were introduced, counted from the first."""

    use: Mapping[Any, list[int]]
    introduced: Mapping[Any, int]


def month_of(day: date) -> int:
    """Months since the year nought."""
    return day.year * 12 + day.month - 1


def by_month(told: Mapping[Who, Iterable[Told]], introduced: Mapping[Who, date]) -> ByMonth:
    """The months that a source tells of for most people, and everybody whom it tells of over all of them; a month of which a day is not known is none."""
    longest = {person: max(some, key=lambda one: one.until - one.since) for person, given in told.items() if person in introduced and (some := list(given))}
    whole = {person: (month_of(one.since) + (one.since.day > 1), month_of(one.until)) for person, one in longest.items()}
    spans = Counter(span for span in whole.values() if span[0] < span[1])
    if not spans:
        return ByMonth({}, {})
    first, after = max(spans, key=lambda span: (sum(begins <= span[0] and span[1] <= ends for begins, ends in whole.values()) * (span[1] - span[0]), span))
    there = [person for person, (begins, ends) in whole.items() if begins <= first and after <= ends]
    use = {person: [0] * (after - first) for person in there}
    for person in there:
        for day in longest[person].on:
            if first <= month_of(day) < after:
                use[person][month_of(day) - first] += 1
    return ByMonth(use, {person: month_of(introduced[person]) - first for person in there})
