"""A timetable in columns: who stops where and when, and on which days. Kept as one packed piece, and read whole."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]
A_DAY = 86_400
"""Seconds. Times count from the midnight with which a day of the timetable begins; 25:10 is ten past one in the night after it."""

BOARD, ALIGHT = 1, 2
"""Whether one may get on, and off (bits of `doors`)."""


@dataclass(frozen=True, eq=False)
class Timetable:
    """Stops (degrees), lines, trips and the calls of each trip in order (`first[t]` up to `first[t + 1]`), and the days of each service.

    A service runs from `since` up to and with `until` (days as Python counts them) on the weekdays of its mask (Monday is bit 0), but for what
    `excepted` says: on that day it runs all the same (1), or not (0).
    """

    stop_names: Sequence[str]
    line_names: Sequence[str]
    line_kinds: Sequence[str]
    latitude: Ints
    longitude: Ints
    line: Ints
    service: Ints
    first: Ints
    stop: Ints
    arrives: Ints
    departs: Ints
    doors: Ints
    weekdays: Ints
    since: Ints
    until: Ints
    excepted_service: Ints
    excepted_day: Ints
    excepted_runs: Ints

    def running(self, day: date) -> NDArray[np.bool_]:
        """Which services run on a day."""
        number = day.toordinal()
        runs = (self.since <= number) & (number <= self.until) & ((self.weekdays >> day.weekday()) & 1).astype(bool)
        today = self.excepted_day == number
        runs[self.excepted_service[today]] = self.excepted_runs[today].astype(bool)
        return runs

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day of which it says anything."""
        added = self.excepted_day[self.excepted_runs == 1]
        some = self.weekdays > 0
        firsts, lasts = np.concatenate([self.since[some], added]), np.concatenate([self.until[some], added])
        return date.fromordinal(int(firsts.min())), date.fromordinal(int(lasts.max()))

    @cached_property
    def trip(self) -> Ints:
        """The trip of each call."""
        return np.repeat(np.arange(len(self.line)), np.diff(self.first))

    @cached_property
    def calls_by_stop(self) -> tuple[Ints, Ints]:
        """The calls, ordered by stop; and where those of each stop begin."""
        order = np.argsort(self.stop, kind="stable")
        return order, np.searchsorted(self.stop[order], np.arange(len(self.stop_names) + 1))

    def packed(self) -> bytes:
        """All of it in one piece."""
        names = json.dumps([list(getattr(self, name)) for name in _NAMES], ensure_ascii=False).encode()
        columns = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in _NAMES}
        into = io.BytesIO()
        np.savez_compressed(into, names=np.frombuffer(names, dtype=np.uint8), **columns)
        return into.getvalue()


_NAMES = ("stop_names", "line_names", "line_kinds")


def unpacked(packed: bytes) -> Timetable:
    """A timetable out of its piece."""
    with np.load(io.BytesIO(packed), allow_pickle=False) as columns:
        names = json.loads(columns["names"].tobytes())
        return Timetable(*names, **{name: columns[name] for name in columns.files if name != "names"})
