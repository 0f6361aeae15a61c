"""Giving and receiving, as a time bank counts it: an hour is an hour whatever it is, and how much is told is their choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

MOST = 200 * 60
"""Minutes of one contribution; more is surely a slip."""

_FRACTIONS = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}
_WRITTEN = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)?\s*(?P<fraction>[¼½¾])?\s*(?:h|hr|hrs|hours?)?)?\s*(?:(?P<colon>:)?(?P<minutes>\d+)\s*(?:m|mins?|minutes?)?)?", re.I
)
_MINUTES_ALONE = re.compile(r"(\d+)\s*(?:m|mins?|minutes?)", re.I)
_IN_WORDS = {"an hour": 60, "one hour": 60, "half an hour": 30, "quarter of an hour": 15, "a day": 8 * 60}


@dataclass(frozen=True)
class Told:
    """What was given or received, as it was told."""

    way: str
    words: str
    kind: str
    on: date
    whom: str = ""
    other_id: UUID | None = None
    entry_id: UUID | None = None
    minutes: int | None = None


def minutes_of(written: str) -> int | None:
    """How long, in minutes: from `2`, `1.5`, `1½`, `1:30`, `90 min`, `half an hour`; None when nothing is written."""
    text = written.strip().lower()
    if not text:
        return None
    minutes = _IN_WORDS.get(text)
    if minutes is None and (alone := _MINUTES_ALONE.fullmatch(text)):
        minutes = int(alone[1])
    if minutes is None and (found := _WRITTEN.fullmatch(text)):
        hours = Fraction((found["hours"] or "0").replace(",", ".")) + _FRACTIONS.get(found["fraction"] or "", Fraction(0))
        minutes = round(hours * 60) + int(found["minutes"] or 0)
        if found["minutes"] and int(found["minutes"]) >= 60:
            minutes = None
    if not minutes or minutes > MOST:
        raise Refused(Sentence("Write how long in hours, such as 2, 1½ or 1:30, or leave it empty."), field="hours")
    return minutes


@dataclass(frozen=True)
class Statement:
    """What somebody gave and received over some days: minutes, where they were told, and how often they were not."""

    given: int
    received: int
    gave: int
    got: int
    untold: int

    @property
    def balance(self) -> int:
        """Minutes given less minutes received. It says something of time, and nothing of anybody's worth."""
        return self.given - self.received


def statement(rows: Iterable[tuple[str, int | None]]) -> Statement:
    """Of `(gave or received, minutes)`."""
    told = list(rows)
    given = [minutes for way, minutes in told if way == "gave"]
    received = [minutes for way, minutes in told if way == "received"]
    return Statement(
        sum(minutes or 0 for minutes in given),
        sum(minutes or 0 for minutes in received),
        len(given),
        len(received),
        sum(minutes is None for _, minutes in told),
    )
