"""Which days things happen on, and when they are written down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def working_day(day: date) -> date:
    """This day, or the Monday after it."""
    while day.isoweekday() > 5:
        day += ONE_DAY
    return day


def written_on(day: date, today: date) -> date:
    """The working day on which something is written down, never today: nobody has sat down to write yet."""
    monday = working_day(day)
    return monday if monday < today else day


def next_of(days: Sequence[int], day: date) -> date:
    """This day or the next on which something meets; Monday is 1. The day itself when nobody knows its days."""
    while days and day.isoweekday() not in days:
        day += ONE_DAY
    return day
