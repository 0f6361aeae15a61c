"""The days of a series: its rhythm as calendars write it (RFC 5545), without the bank holidays of its nation.

Bank holidays are those of the library `holidays` (MIT; it names its sources: gov.uk and the Acts), by ISO 3166-2 nation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

from alongside.directory.meeting import Meets


@dataclass(frozen=True)
class Day:
    """A day of a series' rhythm; where it is a bank holiday there is no meeting, and `left_out` says which."""

    on: date
    left_out: str = ""


@cache
def _of(nation: str, year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("GB", subdiv=nation, years=year).items())


def bank_holiday(day: date, nation: str) -> str:
    """Which bank holiday a day is in this nation; nothing where it is none."""
    return _of(nation, day.year).get(day, "")


def days_of(meets: Meets, nation: str, after: date) -> Iterator[Day]:
    """Every day of the rhythm from this one on, those left out among them."""
    return (Day(day, bank_holiday(day, nation)) for day in meets.days(after))


def next_days(meets: Meets, nation: str, after: date, many: int) -> list[Day]:
    """The next few on which it meets, with those that are left out between them."""
    return list(_next_days(meets, nation, after, many))


# A county's sixty rhythms are asked for on one page, all day long, and their answers change with the day alone.
@lru_cache(maxsize=4096)
def _next_days(meets: Meets, nation: str, after: date, many: int) -> tuple[Day, ...]:
    found: list[Day] = []
    for day in days_of(meets, nation, after):
        found.append(day)
        if sum(not one.left_out for one in found) == many:
            break
    return tuple(found)


def meets_on(meets: Meets, nation: str, day: date) -> bool:
    """Whether this is one of its days."""
    return next((one.on == day and not one.left_out for one in days_of(meets, nation, day)), False)


def working_day_before(day: date, nation: str) -> date:
    """The last day before it that is neither of a weekend nor a bank holiday: on it the list closes and goes out."""
    before = day - timedelta(days=1)
    while before.isoweekday() > 5 or bank_holiday(before, nation):
        before -= timedelta(days=1)
    return before
