"""Somebody is away and covered, and two people will be another's from next week: what a manager arranged some days ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .chance import Chance
from .days import working_day
from .lately import walked_with
from .plan import Deed, Life
from .reading import told

_ARRANGED = 4
"""About how many days ago."""
_AWAY, _HANDED = timedelta(days=8), timedelta(days=5)
"""Days from today until which Femi is away, and from which two of his people are Delyth's."""


def away(chance: Chance, lives: list[Life], today: date) -> Iterator[Deed]:
    """A support officer covers for a coordinator, everybody; and two of his people go over to a colleague, with a word."""
    day = working_day(today - timedelta(days=_ARRANGED))
    yield Deed(day, "colm", "cover", "", {"on": day, "away": "femi", "covering": "shabnam", "last day": today + _AWAY})
    with_him = [life for life in lives if life.by == "femi" and walked_with(life, today)]
    if len(with_him) > 1:
        people = sorted(life.key for life in chance.sample(with_him, 2))
        words = told("notes")["handed over"]
        yield Deed(day, "colm", "hand over", "", {"on": day, "giver": "femi", "taker": "delyth", "since": today + _HANDED, "people": people, "words": words})
