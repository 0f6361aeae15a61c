"""Somebody's week as a page shows it: each day at the start and now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.dates import WEEKDAYS

from alongside.connections.models import Activity
from alongside.connections.queries import week_of
from alongside.connections.words import PARTS_OF_DAY
from alongside.people.rings import Held, start_is_over

_PARTS = tuple(word.stored for word in PARTS_OF_DAY)
Slot = tuple[str, Activity]
"""A part of a day, and what fills it."""


@dataclass(frozen=True)
class Day:
    """One day of the week, part by part."""

    name: str
    start: list[Slot]
    now: list[Slot]


@dataclass(frozen=True)
class Week:
    """A week at the start and now, and every line it is made from."""

    begun: date | None
    compared: bool
    days: list[Day]
    lines: list[tuple[Activity, bool]]
    """Everything they do or did, and whether they do it now."""
    replaced: list[Activity]
    """What takes the place of a service now."""

    def was_there(self, one: Activity) -> bool:
        """Whether it belongs to the start."""
        return self.begun is not None and Held(one.since, one.until).at_start(self.begun)


def week_now(person_id: UUID, today: date) -> Week:
    """Their week on a day; one query."""
    rows = week_of(person_id)
    begun = min((row.since for row in rows), default=None)
    told = [(row, Held(row.since, row.until)) for row in rows]
    start = [row for row, had in told if begun and had.at_start(begun)]
    now = [row for row, had in told if had.on(today)]
    days = [Day(str(name), _on(number + 1, start), _on(number + 1, now)) for number, name in WEEKDAYS.items()]
    lines = sorted(((row, had.on(today)) for row, had in told), key=lambda line: not line[1])
    return Week(begun, start_is_over(begun, today), days, lines, [row for row in now if row.takes_place_of])


def _on(day: int, some: list[Activity]) -> list[Slot]:
    """Part by part; first what is done on that day without anybody having said when."""
    there = [one for one in some if day in one.days]
    return [("", one) for one in there if not one.parts] + [(part, one) for part in _PARTS for one in there if part in one.parts]
