"""One cell with several notes in it, cut where a date begins a new one. Every letter of the cell is in one of the pieces."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from .dates import WRITTEN, Order, Parts, parts_of

_BEGINS = re.compile(r"(?:^|[\n\r]|[.;!?:)\]|]\s|\s[-–—•*/|]+\s|[-–—•*]\s)[\s\-–—•*(\[]*\Z")
"""What stands before a date that begins a note: a new line, the end of a sentence, a dash; in the middle of one it tells of something else."""
_STILL_TO_COME = re.compile(
    r"\b(?:will|shall|to|due|by|until|till|from|next|appt|appointment|booked|since|for|before|after|plans?|hopes?|going|born|dob)\b"
    r"|\b(?:on|at|around|about|see|the)\W*\Z",
    re.I,
)
"""A remark that tells of another day than the one it was written on."""
_A_SENTENCE = re.compile(r"(?:^|[.;!?]\s+|\n)([^.;!?\n]*)\Z")
_MOST_BEFORE = 40
"""Letters of a short remark with its date behind it: `No answer 20th`."""


@dataclass(frozen=True)
class Piece:
    """A piece of a cell: its words with its date as it was written, and the day that is meant, if any."""

    text: str
    on: date | None = None
    written: str = ""
    why: str = ""
    """How the day was completed: `year of a date near it`, `month of a date near it`, `behind`, `year of the page`; empty when it was whole."""
    other: date | None = None
    """The day it would be with day and month the other way round."""


@dataclass(frozen=True)
class _Mark:
    start: int
    parts: Parts
    written: str
    behind: bool = False


def split_notes(text: str, *, order: Order | None = None, year: int | None = None, month: int | None = None, today: date) -> tuple[Piece, ...]:
    """The notes in a cell, in their order. `year` and `month` are what the page's name says, for dates without them."""
    marks = list(_marks(text))
    if not marks:
        return (Piece(text),)
    pieces = []
    if marks[0].start > 0 and text[: marks[0].start].strip():
        pieces.append(Piece(text[: marks[0].start]))
    starts = [0 if not pieces and place == 0 else mark.start for place, mark in enumerate(marks)]
    ends = [*starts[1:], len(text)]
    days = _days(marks, order, year, month, today)
    for mark, start, end, (day, why, other) in zip(marks, starts, ends, days, strict=True):
        pieces.append(Piece(text[start:end], day, mark.written, "behind" if mark.behind and day else why, other))
    return tuple(pieces)


def _marks(text: str) -> list[_Mark]:
    """Where a note begins."""
    found: list[_Mark] = []
    for match in WRITTEN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if re.search(r"[\w£]\Z", before) or re.match(r"\w|[:.]\d|%|\s*(?:am|pm|hrs?|mins?|miles?|weeks?|yrs?|years?)\b", after, re.I):
            continue
        parts = parts_of(match, None)
        if parts is None:
            continue
        whole = parts.year is not None
        if _BEGINS.search(before) and (whole or match["a"] is None or match["mark"] == "/" or not re.match(r"\s*[-–]\s*\d", after)):
            found.append(_Mark(match.start(), parts, match[0].strip()))
        elif re.match(r"\s*(?:[.;!]|\Z|\n)", after) and (sentence := _A_SENTENCE.search(before)):
            begins, already = sentence.start(1), found[-1].start if found else -1
            if 0 < len(sentence[1].strip()) <= _MOST_BEFORE and begins > already and not _STILL_TO_COME.search(sentence[1]):
                found.append(_Mark(begins, parts, match[0].strip(), behind=True))
    return found


def _days(marks: list[_Mark], order: Order | None, year: int | None, month: int | None, today: date) -> list[tuple[date | None, str, date | None]]:
    """For each mark the day that is meant, how it was completed, and what it would be the other way round."""
    read = [replace(mark.parts.swapped, swaps=True) if mark.parts.swaps and order == Order.MONTH_FIRST else mark.parts for mark in marks]
    falling = _falls([parts.on() for parts in read])
    made: list[tuple[date | None, str, date | None]] = []
    last: date | None = None
    for place, parts in enumerate(read):
        day, why = parts.on(), ""
        if day is None and parts.month is not None:
            day, why = _with_a_year(parts, last, next((later.on() for later in read[place + 1 :] if later.on()), None), year, falling, today)
        elif day is None:
            day, why = _with_a_month(parts, last, year, month, falling)
        other = parts.swapped.on(day.year) if day and parts.swaps and order is None else None
        made.append((day, why, other))
        last = day or last
    return made


def _falls(days: list[date | None]) -> bool:
    """Whether the newest stands first."""
    known = [day for day in days if day]
    return sum(b < a for a, b in pairwise(known)) > sum(b > a for a, b in pairwise(known))


def _with_a_year(parts: Parts, last: date | None, later: date | None, year: int | None, falling: bool, today: date) -> tuple[date | None, str]:
    near = last or later
    if near is not None:
        tried = [made for step in (0, 1, -1) if (made := parts.on(near.year + step)) and made <= today]
        before = (last is not None) == falling
        fits = [made for made in tried if (made <= near if before else made >= near)]
        chosen = (max(fits) if before else min(fits)) if fits else parts.on(near.year)
        return (chosen, "year of a date near it") if chosen and chosen <= today else (None, "")
    if year is not None and (made := parts.on(year)) and made <= today:
        return made, "year of the page"
    return None, ""


def _with_a_month(parts: Parts, last: date | None, year: int | None, month: int | None, falling: bool) -> tuple[date | None, str]:
    if last is not None:
        near = last.replace(day=1)
        step = -1 if falling else 1
        for _ in range(2):
            made = parts.on(near.year, near.month)
            if made and (made <= last if falling else made >= last):
                return made, "month of a date near it"
            months = near.year * 12 + near.month - 1 + step
            near = date(months // 12, months % 12 + 1, 1)
        return None, ""
    made = parts.on(year, month) if year and month else None
    return (made, "month of the page") if made else (None, "")
