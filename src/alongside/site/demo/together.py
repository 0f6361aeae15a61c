"""Visits with two people at once, typed once; and a word at the bus stop, with nobody named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .chance import Chance
from .days import working_day
from .lately import walked_with
from .plan import Deed, Life
from .reading import told

_WITH_TWO = (6, 13, 27)
"""About how many days ago each coordinator was somewhere with two people."""
_NAMELESS = (4, 9, 20, 33)


def together(chance: Chance, lives: list[Life], today: date) -> Iterator[Deed]:
    """A visit with two for each coordinator, and light contacts with nobody named, in the last weeks."""
    given = told("notes")
    for coordinator, one, ago in zip(("delyth", "femi", "karolina"), given["together"], _WITH_TWO, strict=True):
        with_them = [life for life in lives if life.by == coordinator and walked_with(life, today)]
        if len(with_them) > 1:
            first, second = chance.sample(with_them, 2)
            note = one["note"].format(first=first.is_called, second=second.is_called)
            day = working_day(today - timedelta(days=ago))
            only = {first.key: one["first"], second.key: one["second"]}
            yield Deed(day, coordinator, "together", first.key, {"on": day, "how": one["how"], "note": note, "only": only})
    for coordinator, one, ago in zip(("delyth", "femi", "karolina", "delyth"), given["nameless"], _NAMELESS, strict=True):
        day = working_day(today - timedelta(days=ago))
        yield Deed(day, coordinator, "nameless", "", {"on": day, "how": one["how"], "note": one["note"], "many": one["many"]})
