"""Entries as a list shows them: each with why it fits, what might be in the way, and its score to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.places.buses.timetable import Timetable
from alongside.places.distance import metres_by_road
from alongside.places.queries import timetable_now

from . import reasons
from .by_bus import ByBus, by_bus, steps_for
from .coming import Coming, coming
from .holidays import in_holidays
from .models import Entry
from .offers import Weighed
from .queries import as_read, entries_by_key
from .wishing import Wish


@dataclass(frozen=True)
class Result:
    """One line of a list."""

    number: int
    entry: Entry
    fits: list[str]
    in_the_way: list[str]
    score: float
    parts: list[tuple[str, float, float]]

    @property
    def days(self) -> str:
        """The days it meets or opens, in words."""
        return reasons.days_said(self.entry.days)


def results(wish: Wish, weighed: Sequence[Weighed], *, start: int = 1) -> list[Result]:
    """These entries as lines, numbered from `start`; two queries, two more where any goes by school terms, and one or two where buses are asked for."""
    wish, keys = as_read(wish), [one.offer.id for one in weighed]
    entries, sessions = entries_by_key(keys), coming(keys)
    walk = steps_for(wish.words)
    buses = timetable_now() if any(one.metres is not None and metres_by_road(one.metres) > walk for one in weighed) else None
    return [
        _result(wish, one, number, entries[one.offer.id], sessions[one.offer.id], buses, walk)
        for number, one in enumerate(weighed, start=start)
        if one.offer.id in entries
    ]


def _result(wish: Wish, one: Weighed, number: int, entry: Entry, sessions: Sequence[Coming], buses: Timetable | None, walk: int) -> Result:
    start = (wish.latitude, wish.longitude) if wish.latitude is not None and wish.longitude is not None else None
    riding = by_bus(buses, start, walk, entry, sessions, wish.days, wish.today) if buses and start else ByBus()
    return Result(
        number=number,
        entry=entry,
        fits=[*reasons.why_it_fits(wish, one, entry), *riding.ways],
        in_the_way=[*_said(in_holidays(sessions, wish.days, wish.today)), *riding.in_the_way, *reasons.what_is_in_the_way(wish, one, entry)],
        score=one.score,
        parts=reasons.parts_said(one),
    )


def _said(words: str) -> list[str]:
    return [words] if words else []
