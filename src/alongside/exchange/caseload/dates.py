"""Reading dates as people write them, and saying when they could be two days: nothing is guessed in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?:\d{4}|'?\d{2})"

WRITTEN = re.compile(
    rf"""{_WEEKDAY}(?:
      (?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?)?
    | (?P<a>\d{{1,2}})\s?(?P<mark>[/.\-])\s?(?P<b>\d{{1,2}})(?:\s?(?P=mark)\s?(?P<y2>\d{{4}}|\d{{2}}))?(?![\d/])
    | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<m3>{_MONTH})(?:,?\s*(?P<y3>{_YEAR}))?(?!\d)
    | (?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<y4>\d{{4}}))?
    | (?P<d5>\d{{1,2}})(?:st|nd|rd|th)\b
    )""",
    re.I | re.X,
)
"""A date in running words. Of `12.30` or `1-2` nothing says that it is one: what is around decides (`notes.py`)."""

_MONTH_ALONE = re.compile(rf"(?P<m>{_MONTH})[\s\-]*(?P<y>{_YEAR})", re.I)
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.0+)?")
_EARLIEST = 1900
_EPOCH = date(1899, 12, 30)
"""What a spreadsheet's day number counts from."""


class Order(StrEnum):
    """Which figure comes first."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True)
class Parts:
    """A date as far as it is written. `swaps` says that day and month could be the other way round."""

    day: int
    month: int | None
    year: int | None
    swaps: bool = False

    def on(self, year: int | None = None, month: int | None = None) -> date | None:
        """The day it is, with what is missing given; None when there is no such day."""
        of_year, of_month = self.year or year, self.month or month
        if of_year is None or of_month is None:
            return None
        try:
            return date(of_year, of_month, self.day)
        except ValueError:
            return None

    @property
    def swapped(self) -> Parts:
        """The other way round."""
        return Parts(self.month or self.day, self.day, self.year, self.swaps)


@dataclass(frozen=True)
class Evidence:
    """How many dates of a column can only be day first, only month first, or either; each with the first that shows it."""

    day_first: int = 0
    month_first: int = 0
    either: int = 0
    shows_day_first: str = ""
    shows_month_first: str = ""

    @property
    def order(self) -> Order | None:
        """What the column shows, when all that shows anything shows the same."""
        if self.day_first and not self.month_first:
            return Order.DAY_FIRST
        if self.month_first and not self.day_first:
            return Order.MONTH_FIRST
        return None


def year_of(written: str) -> int:
    """`25` is 2025 and `47` is 1947: two figures are a year from 1950 to 2049; for birthdays see `birthday`."""
    digits = written.strip("'’")
    year = int(digits)
    return year if len(digits) == 4 else 2000 + year if year < 50 else 1900 + year


def month_of(written: str) -> int:
    """A month by its name, whole or short."""
    return _MONTHS.index(written[:3].casefold()) + 1


def parts_of(found: re.Match[str], order: Order | None) -> Parts | None:
    """What a written date says; None when no day of the calendar is meant."""
    given = found.groupdict()
    if given["y1"]:
        made = Parts(int(given["d1"]), int(given["m1"]), int(given["y1"]))
    elif given["a"]:
        made = _of_figures(int(given["a"]), int(given["b"]), year_of(given["y2"]) if given["y2"] else None, order)
    elif given["m3"]:
        made = Parts(int(given["d3"]), month_of(given["m3"]), year_of(given["y3"]) if given["y3"] else None)
    elif given["m4"]:
        made = Parts(int(given["d4"]), month_of(given["m4"]), int(given["y4"]) if given["y4"] else None)
    else:
        made = Parts(int(given["d5"]), None, None)
    # 2024 has a 29 February: what is missing is not held against it.
    return made if made.on(2024, 1) is not None and (made.year is None or made.year >= _EARLIEST) else None


def _of_figures(first: int, second: int, year: int | None, order: Order | None) -> Parts:
    if second > 12:
        return Parts(second, first, year)
    if first > 12:
        return Parts(first, second, year)
    if order == Order.MONTH_FIRST:
        return Parts(second, first, year, swaps=first != second)
    return Parts(first, second, year, swaps=first != second)


def evidence_of(texts: Iterable[str]) -> Evidence:
    """What the dates of a column show of their order."""
    day_first = month_first = either = 0
    shows_day_first = shows_month_first = ""
    for text in texts:
        for found in WRITTEN.finditer(text):
            if not found["a"] or not found["y2"]:
                continue
            first, second = int(found["a"]), int(found["b"])
            if 12 < first <= 31 and 1 <= second <= 12:
                day_first, shows_day_first = day_first + 1, shows_day_first or found[0].strip()
            elif 12 < second <= 31 and 1 <= first <= 12:
                month_first, shows_month_first = month_first + 1, shows_month_first or found[0].strip()
            elif 1 <= first <= 12 and 1 <= second <= 12 and first != second:
                either += 1
    return Evidence(day_first, month_first, either, shows_day_first, shows_month_first)


def whole_date(text: str, order: Order | None) -> Parts | None:
    """A cell that is a date and nothing else, with its year."""
    text = text.strip().rstrip(".")
    if _SERIAL.fullmatch(text):
        day = _EPOCH + timedelta(days=int(float(text)))
        return Parts(day.day, day.month, day.year)
    found = WRITTEN.fullmatch(text)
    parts = parts_of(found, order) if found else None
    return parts if parts and parts.year else None


def month_alone(text: str) -> date | None:
    """`March 2025`: the first of it, which is a doubt of its own."""
    found = _MONTH_ALONE.fullmatch(text.strip())
    return date(year_of(found["y"]), month_of(found["m"]), 1) if found else None


def birthday(parts: Parts, written: str, today: date) -> tuple[date, ...]:
    """The days somebody may have been born on, the likelier first: with two figures, `12` may be 1912 or 2012."""
    day = parts.on()
    if day is None:
        return ()
    if re.search(r"(?<!\d)\d{4}(?!\d)", written) or _SERIAL.fullmatch(written.strip()):
        return (day,)
    years = (1900 + day.year % 100, 2000 + day.year % 100)
    found = [made for year in years if (made := Parts(parts.day, parts.month, year).on()) and made <= today and today.year - year <= 115]
    return tuple(found)


def year_in(name: str) -> int | None:
    """The year that the name of a page or file gives: `Visits 2025`, `March 25`."""
    if found := re.search(r"(?<!\d)(20\d{2})(?!\d)", name):
        return int(found[1])
    found = re.search(rf"{_MONTH}[\s\-_']*(\d{{2}})(?!\d)", name, re.I)
    return 2000 + int(found[1]) if found else None


def month_in(name: str) -> int | None:
    """The month that the name of a page gives."""
    found = re.search(rf"\b{_MONTH}", name, re.I)
    return month_of(found[0]) if found else None
