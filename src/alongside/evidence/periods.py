"""The stretches of days that figures are counted over: quarters, financial years from 1 April, and one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.foundation.periods import Period

BEGINNING = date(1900, 1, 1)
"""Before anything that is counted: where all time begins."""

THIS_QUARTER, LAST_QUARTER, THIS_YEAR, LAST_YEAR, ALL_TIME, OWN = "this-quarter", "last-quarter", "this-year", "last-year", "all", "own"
EVERY = (THIS_QUARTER, LAST_QUARTER, THIS_YEAR, LAST_YEAR, ALL_TIME)
FINISHED = (LAST_QUARTER, LAST_YEAR)
"""What may leave. Whole quarters and years alone: two stretches that overlap by a day could be subtracted from one another."""

BEFORE = "year-"
"""How a financial year before the last is named: `year-2023` began in April 2023."""


@dataclass(frozen=True)
class Window:
    """What an expression is asked about: from `since` up to, not including, `until`; and `day`, the last day that has come.

    What happened is counted if its day lies in the window; how things stand is counted as they stood when `day` ended.
    """

    since: date
    until: date
    day: date


def window(period: Period, *, extracted_on: date) -> Window:
    """The part of a period that an extract can speak of: nothing after the day it was made."""
    after = extracted_on + timedelta(days=1)
    until = after if period.until is None else min(period.until, after)
    return Window(period.since, until, until - timedelta(days=1))


def quarter_of(day: date) -> Period:
    """The quarter a day lies in: from 1 January, 1 April, 1 July or 1 October."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return Period(first, _months_after(first, 3))


def year_of(day: date) -> Period:
    """The financial year a day lies in: from 1 April."""
    first = date(day.year if day.month >= 4 else day.year - 1, 4, 1)
    return Period(first, first.replace(year=first.year + 1))


def quarters_of(year: Period) -> tuple[Period, ...]:
    """The four quarters of a financial year."""
    return tuple(quarter_of(_months_after(year.since, months)) for months in (0, 3, 6, 9))


def named(name: str, *, on: date) -> Period:
    """A period by its name, as it is on a day."""
    if name == ALL_TIME:
        return Period(BEGINNING)
    if name == THIS_QUARTER:
        return quarter_of(on)
    if name == LAST_QUARTER:
        return quarter_of(quarter_of(on).since - timedelta(days=1))
    if name == THIS_YEAR:
        return year_of(on)
    if name == LAST_YEAR:
        return year_of(year_of(on).since - timedelta(days=1))
    if name.startswith(BEFORE):
        return year_of(date(int(name.removeprefix(BEFORE)), 4, 1))
    raise KeyError(name)


def year_named(year: int) -> str:
    """How the financial year is asked for that began in April of that year."""
    return f"{BEFORE}{year}"


def is_over(period: Period, *, on: date) -> bool:
    """Whether every day of it was past on a day."""
    return period.until is not None and period.until <= on


def _months_after(first: date, months: int) -> date:
    month = first.month - 1 + months
    return first.replace(year=first.year + month // 12, month=month % 12 + 1)
