"""Reading a timetable as operators publish it (GTFS Schedule: stops, routes, trips, stop_times, calendar, calendar_dates, frequencies).

Source: the GTFS Schedule reference. What makes no sense is refused with its file and line, and then nothing of it is taken.
"""

from __future__ import annotations

import re
import zipfile
from array import array
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from alongside.foundation.refusals import Refused

from . import words
from .calling import MOST_RUNS, Calls, in_columns
from .rows import file_in, rows_of
from .timetable import ALIGHT, BOARD, Timetable

SOUTH, NORTH, WEST, EAST = 49.0, 61.5, -9.0, 2.5
"""Degrees between which the British Isles lie."""

MOST_CALLS = 6_000_000
"""Calls at stops that are kept: a county has one million. 30 bytes of memory each."""

LONGEST_DAY = 72 * 3600
"""Seconds from the midnight of its day within which a trip ends."""

_TIME = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)")
_KINDS = {0: "tram", 1: "underground", 2: "train", 3: "bus", 4: "ferry", 5: "tram", 11: "bus", 12: "train"}
_HUNDREDS = {1: "train", 2: "bus", 4: "underground", 7: "bus", 8: "bus", 9: "tram", 10: "ferry", 12: "ferry"}
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

Around = Callable[[float, float], bool]
"""Whether a place is one of those that are kept."""


def read_timetable(path: Path, around: Around | None = None) -> Timetable:
    """The whole timetable, or what of it calls at the stops around."""
    try:
        with zipfile.ZipFile(path) as archive:
            made = _Reading(archive, around or (lambda _latitude, _longitude: True)).made()
    except (zipfile.BadZipFile, OSError):
        raise Refused(words.NO_ARCHIVE, path=path.name) from None
    if not len(made.line) or not (made.weekdays.any() or made.excepted_runs.any()):
        if around:
            raise Refused(words.NOTHING_NEAR)
        raise Refused(words.NOTHING)
    return made


class _Reading:
    """One archive on its way into columns; `places`, `lines`, `services`, `trips` give the number of each by its key."""

    def __init__(self, archive: zipfile.ZipFile, around: Around) -> None:
        self.archive, self.around = archive, around

    def made(self) -> Timetable:
        """Each file after those that it names."""
        self._stops()
        self._lines()
        self._services()
        self._trips()
        calls = self._calls()
        return in_columns(
            calls,
            repeats=self._frequencies(),
            stops=(self.names, self.latitude, self.longitude),
            lines=(self.line_names, self.line_kinds),
            trips=(self.trip_line, self.trip_service),
            services=(self.weekdays, self.since, self.until),
            excepted=self.excepted,
        )

    def _stops(self) -> None:
        self.places: dict[str, int] = {}
        self.names: list[str] = []
        self.latitude, self.longitude = array("d"), array("d")
        for line, cells in rows_of(self.archive, "stops.txt", ("stop_id",)):
            file = "stops.txt"
            key = _fresh(self.places, "stop_id", file, line, cells)
            if cells.get("location_type", "") not in ("", "0"):
                self.places[key] = -1
                continue
            latitude, longitude = (_number(column, file, line, cells) for column in ("stop_lat", "stop_lon"))
            if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
                raise Refused(words.NO_PLACE, file=file, line=line)
            if not self.around(latitude, longitude):
                self.places[key] = -1
                continue
            self.places[key] = len(self.names)
            self.names.append(cells.get("stop_name", "")[:200] or key)
            self.latitude.append(latitude)
            self.longitude.append(longitude)

    def _lines(self) -> None:
        self.lines: dict[str, int] = {}
        self.line_names: list[str] = []
        self.line_kinds: list[str] = []
        for line, cells in rows_of(self.archive, "routes.txt", ("route_id", "route_type")):
            key = _fresh(self.lines, "route_id", "routes.txt", line, cells)
            kind = int(_number("route_type", "routes.txt", line, cells))
            self.lines[key] = len(self.line_names)
            self.line_names.append((cells.get("route_short_name") or cells.get("route_long_name") or "")[:60])
            self.line_kinds.append(_KINDS.get(kind) or _HUNDREDS.get(kind // 100) or "bus")

    def _services(self) -> None:
        self.services: dict[str, int] = {}
        self.weekdays, self.since, self.until = array("i"), array("i"), array("i")
        file = "calendar.txt"
        for line, cells in rows_of(
            self.archive, file, ("service_id", *_WEEK, "start_date", "end_date"), may_lack=file_in(self.archive, "calendar_dates.txt") is not None
        ):
            key = _fresh(self.services, "service_id", file, line, cells)
            self.services[key] = len(self.weekdays)
            self.weekdays.append(sum(_one_of(column, ("0", "1"), file, line, cells) << bit for bit, column in enumerate(_WEEK)))
            self.since.append(_day("start_date", file, line, cells))
            self.until.append(_day("end_date", file, line, cells))
        self.excepted: tuple[Any, Any, Any] = (array("i"), array("i"), array("i"))
        file = "calendar_dates.txt"
        seen: set[tuple[str, int]] = set()
        for line, cells in rows_of(self.archive, file, ("service_id", "date", "exception_type"), may_lack=True):
            key, day = _filled("service_id", file, line, cells), _day("date", file, line, cells)
            if (key, day) in seen:
                raise Refused(words.AGAIN, file=file, line=line, value=f"{key}, {cells['date']}"[:80])
            seen.add((key, day))
            if key not in self.services:
                self.services[key] = len(self.weekdays)
                for column in (self.weekdays, self.since, self.until):
                    column.append(0)
            for column, value in zip(self.excepted, (self.services[key], day, 2 - _one_of("exception_type", ("1", "2"), file, line, cells)), strict=True):
                column.append(value)

    def _trips(self) -> None:
        self.trips: dict[str, int] = {}
        self.trip_line, self.trip_service = array("i"), array("i")
        for line, cells in rows_of(self.archive, "trips.txt", ("trip_id", "route_id", "service_id")):
            key = _fresh(self.trips, "trip_id", "trips.txt", line, cells)
            self.trips[key] = len(self.trip_line)
            self.trip_line.append(_known(self.lines, "route_id", "trips.txt", line, cells, "routes.txt"))
            self.trip_service.append(_known(self.services, "service_id", "trips.txt", line, cells, "calendar.txt"))

    def _calls(self) -> Calls:
        file = "stop_times.txt"
        calls = Calls()
        for line, cells in rows_of(self.archive, file, ("trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time")):
            arrives, departs = (_time(column, file, line, cells) for column in ("arrival_time", "departure_time"))
            doors = (BOARD if cells.get("pickup_type", "") in ("", "0", "3") else 0) | (ALIGHT if cells.get("drop_off_type", "") in ("", "0", "3") else 0)
            calls.add(
                line,
                _known(self.trips, "trip_id", file, line, cells, "trips.txt"),
                int(_number("stop_sequence", file, line, cells)),
                _known(self.places, "stop_id", file, line, cells, "stops.txt"),
                departs if arrives < 0 else arrives,
                arrives if departs < 0 else departs,
                doors,
            )
            if calls.many > MOST_CALLS * 10 or (calls.kept > MOST_CALLS):
                raise Refused(words.TOO_MANY, most=f"{MOST_CALLS:,}")
        return calls

    def _frequencies(self) -> list[tuple[int, int, int, int]]:
        """Trip, first and last second, and every how many seconds it runs between."""
        file, found, many = "frequencies.txt", [], 0
        for line, cells in rows_of(self.archive, file, ("trip_id", "start_time", "end_time", "headway_secs"), may_lack=True):
            first, last = (_time(column, file, line, cells, needed=True) for column in ("start_time", "end_time"))
            every = int(_number("headway_secs", file, line, cells))
            if every < 30 or last <= first:
                raise Refused(words.NO_NUMBER, file=file, line=line, value=cells["headway_secs"][:80], column="headway_secs")
            many += len(range(first, last, every))
            if many > MOST_RUNS:
                raise Refused(words.TOO_MANY, most=f"{MOST_RUNS:,}")
            found.append((_known(self.trips, "trip_id", file, line, cells, "trips.txt"), first, last, every))
        return found


def _filled(column: str, file: str, line: int, cells: dict[str, str]) -> str:
    value = cells.get(column, "")
    if not value:
        raise Refused(words.EMPTY_CELL, file=file, line=line, column=column)
    return value


def _fresh(known: dict[str, int], column: str, file: str, line: int, cells: dict[str, str]) -> str:
    key = _filled(column, file, line, cells)
    if key in known:
        raise Refused(words.AGAIN, file=file, line=line, value=key[:80])
    return key


def _known(known: dict[str, int], column: str, file: str, line: int, cells: dict[str, str], other: str) -> int:
    key = _filled(column, file, line, cells)
    if key not in known:
        raise Refused(words.NOT_KNOWN, file=file, line=line, value=key[:80], other=other)
    return known[key]


def _number(column: str, file: str, line: int, cells: dict[str, str]) -> float:
    value = _filled(column, file, line, cells)
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not abs(number) < 1e9:
        raise Refused(words.NO_NUMBER, file=file, line=line, value=value[:80], column=column)
    return number


def _one_of(column: str, values: tuple[str, ...], file: str, line: int, cells: dict[str, str]) -> int:
    value = _filled(column, file, line, cells)
    if value not in values:
        raise Refused(words.NO_NUMBER, file=file, line=line, value=value[:80], column=column)
    return int(value)


def _time(column: str, file: str, line: int, cells: dict[str, str], *, needed: bool = False) -> int:
    """Seconds since midnight, -1 where none is written."""
    value = cells.get(column, "")
    if not value and not needed:
        return -1
    found = _TIME.fullmatch(value)
    seconds = int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3]) if found else LONGEST_DAY
    if seconds >= LONGEST_DAY:
        raise Refused(words.NO_TIME, file=file, line=line, value=value[:80])
    return seconds


def _day(column: str, file: str, line: int, cells: dict[str, str]) -> int:
    value = _filled(column, file, line, cells)
    try:
        if len(value) != 8 or not value.isdecimal():
            raise ValueError(value)
        return date(int(value[:4]), int(value[4:6]), int(value[6:])).toordinal()
    except ValueError:
        raise Refused(words.NO_DAY, file=file, line=line, value=value[:80]) from None
