"""Calls at stops as they are read, one by one, put into columns trip by trip."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np

from alongside.foundation.refusals import Refused

from . import words
from .timetable import Ints, Timetable

_FILE = "stop_times.txt"
MOST_RUNS = 200_000
"""Runs that frequencies may make of trips."""


class Calls:
    """What is read of each call: the line of the file, the trip, which call of it, the stop (-1: not kept), its times (-1: not written), its doors."""

    def __init__(self) -> None:
        self.columns = [array("i"), array("i"), array("q"), array("i"), array("i"), array("i"), array("b")]
        self.kept = 0

    def add(self, *values: int) -> None:
        """One more."""
        for column, value in zip(self.columns, values, strict=True):
            column.append(value)
        self.kept += values[3] >= 0

    @property
    def many(self) -> int:
        """How many there are."""
        return len(self.columns[0])


def in_columns(
    calls: Calls,
    *,
    repeats: Sequence[tuple[int, int, int, int]],
    stops: tuple[Any, Any, Any],
    lines: tuple[Any, Any],
    trips: tuple[Any, Any],
    services: tuple[Any, Any, Any],
    excepted: tuple[Any, Any, Any],
) -> Timetable:
    """The whole timetable, with every time, and without what nobody can ride."""
    line, trip, place, stop, arrives, departs, doors = (np.frombuffer(one, dtype=one.typecode) if len(one) else np.zeros(0, int) for one in calls.columns)
    order = np.lexsort((place, trip))
    line, trip, place, stop, arrives, departs, doors = (one[order] for one in (line, trip, place, stop, arrives, departs, doors))
    again = np.flatnonzero((trip[1:] == trip[:-1]) & (place[1:] == place[:-1]))
    if len(again):
        raise Refused(words.AGAIN, file=_FILE, line=int(line[again + 1].min()), value=int(place[again[0] + 1]))
    arrives, departs = _between(line, trip, arrives, departs)
    _forwards(line, trip, arrives, departs)
    # Nobody rides to where nothing is kept, nor on a trip that calls once.
    kept = stop >= 0
    many = np.bincount(trip[kept], minlength=len(trips[0]))
    kept &= many[trip] > 1
    trip, stop, arrives, departs, doors = (one[kept] for one in (trip, stop, arrives, departs, doors))
    runs, shift = _runs(np.unique(trip), trip, departs, repeats)
    first = np.searchsorted(trip, runs)
    size = np.searchsorted(trip, runs, side="right") - first
    at = np.repeat(first - np.concatenate([[0], np.cumsum(size)[:-1]]), size) + np.arange(size.sum()) if len(runs) else first
    by_run = np.repeat(shift, size)
    return Timetable(
        stop_names=tuple(stops[0]),
        line_names=tuple(lines[0]),
        line_kinds=tuple(lines[1]),
        latitude=np.array(stops[1]),
        longitude=np.array(stops[2]),
        line=np.array(trips[0], dtype=np.int32)[runs],
        service=np.array(trips[1], dtype=np.int32)[runs],
        first=np.concatenate([[0], np.cumsum(size)]).astype(np.int64),
        stop=stop[at].astype(np.int32),
        arrives=(arrives[at] + by_run).astype(np.int32),
        departs=(departs[at] + by_run).astype(np.int32),
        doors=doors[at].astype(np.uint8),
        weekdays=np.array(services[0], dtype=np.uint8),
        since=np.array(services[1], dtype=np.int32),
        until=np.array(services[2], dtype=np.int32),
        excepted_service=np.array(excepted[0], dtype=np.int32),
        excepted_day=np.array(excepted[1], dtype=np.int32),
        excepted_runs=np.array(excepted[2], dtype=np.uint8),
    )


def _between(line: Ints, trip: Ints, arrives: Ints, departs: Ints) -> tuple[Ints, Ints]:
    """Times that are not written lie evenly between those that are."""
    missing = np.flatnonzero(arrives < 0)
    if not len(missing):
        return arrives, departs
    ends = np.zeros(len(trip), dtype=bool)
    ends[0] = ends[-1] = True
    ends[1:] |= trip[1:] != trip[:-1]
    ends[:-1] |= trip[1:] != trip[:-1]
    if len(lost := np.flatnonzero(ends & (arrives < 0))):
        raise Refused(words.NO_FIRST_TIME, file=_FILE, line=int(line[lost].min()))
    known = np.flatnonzero(arrives >= 0)
    after = np.searchsorted(known, missing)
    before, behind = known[after - 1], known[after]
    share = (missing - before) / (behind - before)
    arrives, departs = arrives.copy(), departs.copy()
    arrives[missing] = departs[missing] = np.round(departs[before] + share * (arrives[behind] - departs[before]))
    return arrives, departs


def _forwards(line: Ints, trip: Ints, arrives: Ints, departs: Ints) -> None:
    wrong = departs < arrives
    wrong[1:] |= (trip[1:] == trip[:-1]) & (arrives[1:] < departs[:-1])
    if wrong.any():
        raise Refused(words.BACKWARDS, file=_FILE, line=int(line[wrong].min()))


def _runs(there: Ints, trip: Ints, departs: Ints, repeats: Sequence[tuple[int, int, int, int]]) -> tuple[Ints, Ints]:
    """Every run: its trip, and by how many seconds it is later than that is written; a trip with frequencies runs at those alone."""
    starts: dict[int, list[int]] = {}
    for one, first, last, every in repeats:
        starts.setdefault(one, []).extend(range(first, last, every))
    plain = there[~np.isin(there, list(starts))] if starts else there
    repeated = [one for one in starts if np.searchsorted(there, one) < len(there) and there[np.searchsorted(there, one)] == one]
    begun = {one: int(departs[np.searchsorted(trip, one)]) for one in repeated}
    runs = np.concatenate([plain, *(np.full(len(starts[one]), one) for one in repeated)]).astype(np.int64)
    shift = np.concatenate([np.zeros(len(plain)), *(np.array(starts[one]) - begun[one] for one in repeated)]).astype(np.int64)
    order = np.argsort(runs, kind="stable")
    return runs[order], shift[order]
