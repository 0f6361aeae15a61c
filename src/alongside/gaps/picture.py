"""Wishes by month as bars. No Django."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .trend import Trend

WIDE, HIGH, FOOT = 20, 60, 62
"""Units of a bar with the room beside it, of the highest bar, and where all of them stand."""
BETWEEN = 4


@dataclass(frozen=True)
class Bar:
    """A month's bar."""

    first: date
    many: int
    x: int
    y: int
    wide: int
    high: int


def bars(trend: Trend) -> list[Bar]:
    """A bar a month, all of one measure; a month without a wish has none, and stands in the table."""
    drawn = []
    for at, month in enumerate(trend.months):
        high = round(HIGH * month.many / trend.most) if trend.most else 0
        drawn.append(Bar(month.first, month.many, at * WIDE, FOOT - high, WIDE - BETWEEN, high))
    return drawn
