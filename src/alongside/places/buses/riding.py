"""How one gets somewhere by bus: on foot to a stop, a ride, at most one change, and on foot from the last.

Asked is to be there by a time, or to leave at one; the second is the first read backwards. What is best costs least: the time from leaving home
until then, each minute on foot counted twice, and a change as ten minutes. The search is whole within its bounds and goes by columns: of the few
trips that call near either end, each call learns from the calls after it what going on from there costs (tests/places/test_riding.py holds it
against a slow and plain search over everything).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from alongside.places.distance import METRES_A_MINUTE, metres_by_road, metres_to_each

from .journey import Journey, Point, Ride
from .timetable import A_DAY, ALIGHT, BOARD, Ints, Timetable

LONGEST = 7_200
"""Seconds from leaving home to the time asked about: who would need longer is told that there is no bus."""

CHANGE, CHANGE_WALK = 180, 250
"""Seconds that a change needs, and metres by road that somebody walks for it."""

FOOT_AGAIN, A_CHANGE = 1, 600
"""What a second on foot costs on top of its time, and what a change costs, in seconds."""

_NEVER = 1 << 20
"""More than any journey costs, in seconds."""


def seconds_on_foot(metres: Ints | float) -> Ints:
    """Whole seconds for so many metres by road."""
    return np.ceil(np.asarray(metres) * 60 / METRES_A_MINUTE).astype(np.int64)


def there_by(timetable: Timetable, start: Point, end: Point, day: date, by: int, walk: float) -> Journey | None:
    """The best way to be at `end` by a second of the day; nobody walks further than `walk` metres by road to or from a stop."""
    return _Search(timetable, start, end, day, by, walk, backwards=False).best()


def away_from(timetable: Timetable, start: Point, end: Point, day: date, since: int, walk: float) -> Journey | None:
    """The best way to `end`, leaving `start` at that second of the day or later."""
    return _Search(timetable, end, start, day, since, walk, backwards=True).best()


def stops_near(timetable: Timetable, place: Point, walk: float) -> tuple[Ints, Ints]:
    """The stops within so many metres by road, and how far each is."""
    metres = metres_by_road(metres_to_each(*place, timetable.latitude, timetable.longitude))
    near = np.flatnonzero(metres <= walk)
    return near, metres[near]


class _Search:
    """One question. Read backwards, every time is its negative, and getting off is getting on."""

    def __init__(self, timetable: Timetable, start: Point, end: Point, day: date, by: int, walk: float, *, backwards: bool) -> None:
        self.timetable, self.by, self.backwards = timetable, -by if backwards else by, backwards
        self.starts, self.ends = (stops_near(timetable, place, walk) for place in (start, end))
        self.calls, self.run = self._calls(day, by)
        trip_first = np.concatenate([[0], np.flatnonzero(np.diff(self.run)) + 1, [len(self.run)]]) if len(self.run) else np.zeros(1, dtype=int)
        self.group = np.repeat(np.arange(len(trip_first) - 1), np.diff(trip_first))

    def _calls(self, day: date, asked: int) -> tuple[Ints, Ints]:
        """The calls of every trip that calls near either end in time, trip after trip in the order of riding, and the run of each; sets their times."""
        found: list[Ints] = []
        for shift, active in _days(self.timetable, day):
            at_both = [self._trips_at(stops, active, shift, asked) for stops, _metres in (self.starts, self.ends)]
            if not len(at_both[0]) and not len(at_both[1]):
                continue
            trips = np.union1d(*at_both)
            found.append(np.stack([trips, np.full(len(trips), shift)]))
        runs = np.concatenate(found, axis=1) if found else np.zeros((2, 0), dtype=np.int64)
        first = self.timetable.first
        many = first[runs[0] + 1] - first[runs[0]]
        run = np.repeat(np.arange(runs.shape[1]), many)
        calls = np.arange(many.sum()) + np.repeat(first[runs[0]] - np.concatenate([[0], np.cumsum(many)[:-1]]) if len(many) else many, many)
        shift = runs[1][run]
        arrives, departs = self.timetable.arrives[calls] + shift, self.timetable.departs[calls] + shift
        doors = self.timetable.doors[calls]
        on, off = (doors & BOARD) > 0, (doors & ALIGHT) > 0
        if self.backwards:
            calls, run, arrives, departs, on, off = calls[::-1], run[::-1], -departs[::-1], -arrives[::-1], off[::-1], on[::-1]
        self.arrives, self.departs, self.on, self.off = arrives, departs, on, off
        self.stop = self.timetable.stop[calls].astype(np.int64)
        return calls, run

    def _trips_at(self, stops: Ints, active: Ints, shift: int, asked: int) -> Ints:
        order, first = self.timetable.calls_by_stop
        calls = np.concatenate([order[first[stop] : first[stop + 1]] for stop in stops]) if len(stops) else np.zeros(0, dtype=np.int64)
        trips, times = self.timetable.trip[calls], self.timetable.departs[calls] + shift
        earliest, latest = (asked, asked + LONGEST) if self.backwards else (asked - LONGEST, asked)
        return np.unique(trips[active[self.timetable.service[trips]] & (times >= earliest - A_DAY // 24) & (times <= latest + A_DAY // 24)])

    def best(self) -> Journey | None:
        """What costs least; None where nothing is in time."""
        if not len(self.run):
            return None
        to_start, to_end = (self._on_foot(*near) for near in (self.starts, self.ends))
        in_time = self.off & (to_end < _NEVER) & (self.arrives + to_end <= self.by)
        self.last = np.where(in_time, FOOT_AGAIN * to_end, _NEVER)
        self.straight = self._after(self.last)
        self.changing = self._changes()
        self.changed = self._after(self.changing)
        leave = self.departs - to_start
        on_from = np.minimum(self.straight, self.changed)
        may = self.on & (to_start < _NEVER) & (on_from < _NEVER) & (leave >= self.by - LONGEST)
        if not may.any():
            return None
        cost = np.where(may, self.by - leave + FOOT_AGAIN * to_start + on_from, _NEVER)
        return self._told(int(np.argmin(cost)))

    def _on_foot(self, stops: Ints, metres: Ints) -> Ints:
        """Seconds on foot between one end and the stop of each call."""
        seconds = np.full(len(self.timetable.stop_names), _NEVER, dtype=np.int64)
        seconds[stops] = seconds_on_foot(metres)
        return seconds[self.stop]

    def _after(self, costs: Ints) -> Ints:
        """For each call, the least of the calls after it on the same trip."""
        least = _least_from(costs, self.group)
        after = np.full(len(costs), _NEVER, dtype=np.int64)
        same = self.group[:-1] == self.group[1:]
        after[:-1][same] = least[1:][same]
        return after

    def _changes(self) -> Ints:
        """For each call, what it costs to get off there and go on by another trip."""
        cost = np.full(len(self.stop), _NEVER, dtype=np.int64)
        on = np.flatnonzero(self.on & (self.straight < _NEVER))
        off = np.flatnonzero(self.off)
        if not len(on):
            return cost
        on = on[np.lexsort((self.departs[on], self.stop[on]))]
        from_stops, to_stops, foot = self._between(np.unique(self.stop[off]), np.unique(self.stop[on]))
        by_stop = off[np.argsort(self.stop[off], kind="stable")]
        begin, end = (np.searchsorted(self.stop[by_stop], from_stops, side=side) for side in ("left", "right"))
        pair = np.repeat(np.arange(len(from_stops)), end - begin)
        if not len(pair):
            return cost
        offset = np.concatenate([[0], np.cumsum(end - begin)[:-1]])
        got_off = by_stop[np.arange(len(pair)) - offset[pair] + begin[pair]]
        # Calls at a stop stand after one another by time: one number for both finds the first that can still be caught.
        when = self.arrives[got_off] + CHANGE + foot[pair]
        low = min(int(self.departs[on].min()), int(when.min()))
        span = max(int(self.departs[on].max()), int(when.max())) - low + 2
        at = np.searchsorted(self.stop[on] * span + self.departs[on] - low, to_stops[pair] * span + when - low)
        _names, group = np.unique(self.stop[on], return_inverse=True)
        least = _least_from(self.straight[on], group)
        caught = at < len(on)
        caught[caught] = self.stop[on][at[caught]] == to_stops[pair][caught]
        going_on = least[at[caught]] + A_CHANGE + FOOT_AGAIN * foot[pair][caught]
        np.minimum.at(cost, got_off[caught], going_on)
        return np.minimum(cost, _NEVER)

    def _between(self, from_stops: Ints, to_stops: Ints) -> tuple[Ints, Ints, Ints]:
        """Every pair of these stops that lie close enough for a change, and the seconds on foot between them."""
        latitude, longitude = self.timetable.latitude, self.timetable.longitude
        metres = metres_by_road(
            metres_to_each(latitude[from_stops][:, None], longitude[from_stops][:, None], latitude[to_stops][None, :], longitude[to_stops][None, :])
        )
        one, other = np.nonzero(metres <= CHANGE_WALK)
        return from_stops[one], to_stops[other], seconds_on_foot(metres[one, other])

    def _told(self, board: int) -> Journey:
        """The journey that begins with this call."""
        rides = list(self._rides(board))
        first, last = rides[0][0], rides[-1][1]
        feet = [self._metres(self.starts, first), *(self._apart(one[1], next_one[0]) for one, next_one in pairwise(rides))]
        feet.append(self._metres(self.ends, last))
        leave = int(self.departs[first]) - int(seconds_on_foot(feet[0]))
        arrive = int(self.arrives[last]) + int(seconds_on_foot(feet[-1]))
        told = [self._ride(one, other) for one, other in rides]
        if self.backwards:
            return Journey(-arrive, -leave, tuple(told[::-1]), tuple(round(one) for one in feet[::-1]))
        return Journey(leave, arrive, tuple(told), tuple(round(one) for one in feet))

    def _rides(self, board: int) -> Iterator[tuple[int, int]]:
        later = np.flatnonzero((self.group == self.group[board]) & (np.arange(len(self.group)) > board))
        if self.straight[board] <= self.changed[board]:
            yield board, int(later[np.argmin(self.last[later])])
            return
        off = int(later[np.argmin(self.changing[later])])
        on = np.flatnonzero(self.on & (self.straight < _NEVER))
        metres = np.array([self._apart(off, int(one)) for one in on])
        foot = seconds_on_foot(metres)
        costs = np.where(
            (metres <= CHANGE_WALK) & (self.departs[on] >= self.arrives[off] + CHANGE + foot), self.straight[on] + A_CHANGE + FOOT_AGAIN * foot, _NEVER
        )
        yield board, off
        yield from self._rides_on(int(on[np.argmin(costs)]))

    def _rides_on(self, board: int) -> Iterator[tuple[int, int]]:
        later = np.flatnonzero((self.group == self.group[board]) & (np.arange(len(self.group)) > board))
        yield board, int(later[np.argmin(self.last[later])])

    def _metres(self, near: tuple[Ints, Ints], call: int) -> float:
        return float(near[1][near[0] == self.stop[call]][0])

    def _apart(self, one: int, other: int) -> float:
        latitude, longitude = self.timetable.latitude, self.timetable.longitude
        here, there = self.stop[one], self.stop[other]
        return float(metres_by_road(metres_to_each(latitude[here], longitude[here], latitude[there], longitude[there])))

    def _ride(self, board: int, alight: int) -> Ride:
        if self.backwards:
            times = -int(self.arrives[alight]), -int(self.departs[board])
            board, alight = alight, board
        else:
            times = int(self.departs[board]), int(self.arrives[alight])
        line = int(self.timetable.line[self.timetable.trip[self.calls[board]]])
        names = (self.timetable.stop_names[int(self.stop[one])] for one in (board, alight))
        return Ride(self.timetable.line_kinds[line], self.timetable.line_names[line], next(names), times[0], next(names), times[1])


def _days(timetable: Timetable, day: date) -> Iterator[tuple[int, Ints]]:
    """The days of the timetable that reach into this one, and how far each is shifted (seconds): the night before, itself, the night after."""
    for days in (-1, 0, 1):
        active = timetable.running(day + timedelta(days=days))
        if active.any():
            yield days * A_DAY, active


def _least_from(costs: Ints, group: Ints) -> Ints:
    """For each place, the least from there to the end of its group; groups stand one after another, numbered upwards."""
    # A later group counts so much more that nothing of it comes into an earlier one.
    apart = group.astype(np.int64) * (2 * _NEVER)
    return np.minimum.accumulate((np.minimum(costs, _NEVER) + apart)[::-1])[::-1] - apart
