"""How one gets somewhere by bus: equal to a slow and plain search over every trip, and right about days, nights and changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import ceil
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.places.buses.gtfs import read_timetable
from alongside.places.buses.journey import Journey, Point
from alongside.places.buses.riding import A_CHANGE, CHANGE, CHANGE_WALK, FOOT_AGAIN, LONGEST, away_from, there_by
from alongside.places.buses.timetable import A_DAY, ALIGHT, BOARD, Timetable, unpacked
from alongside.places.distance import BY_ROAD, METRES_A_MINUTE, metres_between

from .timetables import a_timetable

MONDAY = date(2026, 11, 30)
SALE, CUSTOM, FERN = (53.4002, -2.3), (53.4202, -2.3), (53.4402, -2.3)


def clock(hours: int, minutes: int = 0) -> int:
    return hours * 3600 + minutes * 60


@pytest.fixture
def line_41(tmp_path):
    return read_timetable(a_timetable(tmp_path))


def said(journey: Journey | None) -> list[tuple[str, str, str, str]] | None:
    return journey and [(one.line, one.from_stop, f"{one.at // 3600}.{one.at % 3600 // 60:02}", one.to_stop) for one in journey.rides]


def test_one_rides_there_in_time_and_back_after(line_41):
    there = there_by(line_41, SALE, CUSTOM, MONDAY, clock(10), 800)
    assert said(there) == [("41", "Sale Road", "9.42", "Custom House")]
    assert (there.on_foot, there.arrive <= clock(10), there.rides[0].until) == ((29, 29), True, clock(9, 54))
    assert said(away_from(line_41, CUSTOM, SALE, MONDAY, clock(12), 800)) == [("41", "Custom House", "12.10", "Sale Road")]


@pytest.mark.parametrize(
    ("by", "walk", "day"), [(clock(9, 50), 800, MONDAY), (clock(10), 20, MONDAY), (clock(10), 800, date(2026, 12, 25)), (clock(13), 800, MONDAY)]
)
def test_nobody_is_sent_to_a_bus_that_is_late_or_far_or_does_not_run_or_makes_them_wait_for_hours(line_41, by, walk, day):
    assert there_by(line_41, SALE, CUSTOM, day, by, walk) is None


def test_a_saturday_on_which_it_runs_all_the_same(line_41):
    assert said(there_by(line_41, SALE, CUSTOM, date(2026, 12, 19), clock(10), 800)) is not None
    assert there_by(line_41, SALE, CUSTOM, date(2026, 12, 12), clock(10), 800) is None


def test_one_change_where_nothing_goes_straight(line_41):
    assert said(there_by(line_41, SALE, FERN, MONDAY, clock(10, 30), 800)) == [
        ("41", "Sale Road", "9.42", "Custom House"),
        ("7", "Custom House", "10.05", "Fern Hill"),
    ]


def test_ten_past_one_in_the_night_belongs_to_the_evening_before(tmp_path):
    late = read_timetable(
        a_timetable(
            tmp_path,
            trips="route_id,service_id,trip_id\nr41,weekdays,night\n",
            stop_times="trip_id,arrival_time,departure_time,stop_id,stop_sequence\nnight,25:10:00,25:10:00,sale,1\nnight,25:24:00,25:24:00,custom,2\n",
        )
    )
    # On Saturday night Friday's bus still runs; in the night to Monday none does.
    assert said(there_by(late, SALE, CUSTOM, MONDAY + timedelta(days=5), clock(2), 800)) == [("41", "Sale Road", "1.10", "Custom House")]
    assert there_by(late, SALE, CUSTOM, MONDAY, clock(2), 800) is None
    home = away_from(late, SALE, CUSTOM, MONDAY, clock(24, 30), 800)
    assert (said(home), home.rides[0].until) == ([("41", "Sale Road", "25.10", "Custom House")], clock(25, 24))
    assert said(away_from(late, SALE, CUSTOM, MONDAY, clock(23, 30), 800)) == [("41", "Sale Road", "25.10", "Custom House")]


def test_where_one_may_not_get_on_or_off_nobody_is_sent(tmp_path):
    head = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
    for doors, found in (("0,0", True), ("1,0", False), ("2,0", False), ("3,0", True)):
        times = f"{head}out,09:42:00,09:42:00,sale,1,{doors}\nout,09:54:00,09:56:00,custom,2,0,0\n"
        assert bool(there_by(read_timetable(a_timetable(tmp_path, stop_times=times)), SALE, CUSTOM, MONDAY, clock(10), 800)) == found


def test_what_is_packed_comes_back(line_41):
    again = unpacked(line_41.packed())
    assert said(there_by(again, SALE, FERN, MONDAY, clock(10, 30), 800)) == said(there_by(line_41, SALE, FERN, MONDAY, clock(10, 30), 800))
    assert again.days == (date(2026, 1, 1), date(2027, 12, 31))


# A slow and plain search: every run of three days, every pair of calls, every change.

STEP = 0.0016
"""Degrees of latitude between stops: about 178 metres, so that one walks to two stops from each end, and changes at neighbours."""


def on_foot(one: Point, other: Point) -> float:
    return metres_between(*one, *other) * BY_ROAD


def seconds(metres: float) -> int:
    return ceil(metres * 60 / METRES_A_MINUTE - 1e-9)


def every_ride(timetable: Timetable, day: date) -> list[tuple[int, Point, int, Point, int]]:
    """Every pair of calls of one run: run, where and when one gets on, where and when off."""
    found = []
    for shift in (-1, 0, 1):
        running = timetable.running(day + timedelta(days=shift))
        for trip in range(len(timetable.line)):
            if not running[timetable.service[trip]]:
                continue
            calls = range(timetable.first[trip], timetable.first[trip + 1])
            place = {call: (float(timetable.latitude[timetable.stop[call]]), float(timetable.longitude[timetable.stop[call]])) for call in calls}
            found += [
                (trip * 3 + shift, place[on], int(timetable.departs[on]) + shift * A_DAY, place[off], int(timetable.arrives[off]) + shift * A_DAY)
                for on in calls
                for off in calls
                if off > on and timetable.doors[on] & BOARD and timetable.doors[off] & ALIGHT
            ]
    return found


def slowly(timetable: Timetable, start: Point, end: Point, day: date, asked: int, walk: float, *, back: bool) -> int | None:
    """What the best journey costs."""
    rides = every_ride(timetable, day)
    ways = [(one,) for one in rides] + [
        (one, other)
        for one in rides
        for other in rides
        if (metres := on_foot(one[3], other[1])) <= CHANGE_WALK and other[2] >= one[4] + CHANGE + seconds(metres)
    ]
    costs = [cost(way, start, end, asked, walk, back=back) for way in ways]
    return min((one for one in costs if one is not None), default=None)


def cost(way, start: Point, end: Point, asked: int, walk: float, *, back: bool) -> int | None:
    first, last = on_foot(start, way[0][1]), on_foot(way[-1][3], end)
    between = [seconds(on_foot(one[3], other[1])) for one, other in pairwise(way)]
    leave, arrive = way[0][2] - seconds(first), way[-1][4] + seconds(last)
    span = arrive - asked if back else asked - leave
    if max(first, last) > walk or span > LONGEST or (leave < asked if back else arrive > asked):
        return None
    return span + FOOT_AGAIN * (seconds(first) + seconds(last) + sum(between)) + A_CHANGE * len(between)


def trips_of(seed: int) -> list[tuple[tuple[int, int], int, int, int, int]]:
    """Trips over some of the stops, mostly forwards: from where to where, when (five minutes after the first bus), how fast, on which days, a closed door."""
    chance = Random(seed)
    made = []
    for _ in range(chance.randint(3, 12)):
        first, last = sorted(chance.sample(range(9), 2), reverse=chance.random() < 0.25)
        made.append(((first, last), chance.randint(0, 24), chance.randint(60, 400), chance.choice([0, 0, 1, 2]), chance.randint(0, 5)))
    return made


SEEDS = st.integers(0, 10**9)


def made(trips, begin: int) -> Timetable:
    ways = [list(range(one, other + 1)) if one < other else list(range(one, other - 1, -1)) for (one, other), *_more in trips]
    calls = [
        (trip, stop, begin + 300 * trips[trip][1] + number * trips[trip][2], number) for trip, stops in enumerate(ways) for number, stop in enumerate(stops)
    ]
    doors = [3 if trips[trip][4] != number else (1 if trip % 2 else 2) for trip, _stop, _time, number in calls]
    times = np.array([time for _trip, _stop, time, _number in calls], dtype=np.int32)
    none = np.zeros(0, dtype=np.int32)
    return Timetable(
        [f"Stop {number}" for number in range(9)],
        ["1"],
        ["bus"],
        53.4 + STEP * np.arange(9),
        np.full(9, -2.3),
        np.zeros(len(trips), dtype=np.int32),
        np.array([one[3] for one in trips], dtype=np.int32),
        np.concatenate([[0], np.cumsum([len(one) for one in ways])]),
        np.array([stop for _trip, stop, _time, _number in calls], dtype=np.int32),
        times,
        times + 30,
        np.array(doors, dtype=np.uint8),
        np.array([0b0000001, 0b1000000, 0b1111111], dtype=np.uint8),
        np.full(3, MONDAY.toordinal() - 30, dtype=np.int32),
        np.full(3, MONDAY.toordinal() + 30, dtype=np.int32),
        none,
        none,
        none,
    )


@settings(max_examples=500, deadline=None)
@given(SEEDS, st.sampled_from([0, 15, 21, 24]), st.integers(0, 2), st.integers(4, 8), st.integers(-6, 48), st.sampled_from([150, 300, 800]), st.booleans())
def test_it_costs_what_a_slow_plain_search_over_everything_says(seed, hour, start, end, later, walk, back):
    timetable, asked = made(trips_of(seed), hour * 3600), (hour * 3600 + later * 300) % (2 * A_DAY)
    here, there = (53.4 + STEP * start + 0.0003, -2.3), (53.4 + STEP * end - 0.0004, -2.3)
    wanted = slowly(timetable, here, there, MONDAY, asked, walk, back=back)
    found = (away_from if back else there_by)(timetable, here, there, MONDAY, asked, walk)
    assert (found is None) == (wanted is None)
    if found is not None:
        by_name = {name: (float(latitude), -2.3) for name, latitude in zip(timetable.stop_names, timetable.latitude, strict=True)}
        way = tuple((0, by_name[one.from_stop], one.at, by_name[one.to_stop], one.until) for one in found.rides)
        # Each of its rides is one that there is.
        assert {one[1:] for one in way} <= {one[1:] for one in every_ride(timetable, MONDAY)}
        assert cost(way, here, there, asked, walk, back=back) == wanted
        assert (found.leave, found.arrive) == (way[0][2] - seconds(on_foot(here, way[0][1])), way[-1][4] + seconds(on_foot(way[-1][3], there)))


def test_the_slow_search_is_asked_for_straight_rides_and_for_changes():
    """Worlds like those above, by the way that is best in them: a property that never meets a change says nothing of changes."""
    met = {0: 0, 1: 0, 2: 0}

    for seed in range(200):
        timetable, asked = made(trips_of(seed), 3600), 3600 + 300 * (seed % 36)
        for find in (there_by, away_from):
            found = find(timetable, (53.4003, -2.3), (53.4 + 6 * STEP, -2.3), MONDAY, asked, 300)
            met[len(found.rides) if found else 0] += 1
    assert min(met.values()) > 10, met
