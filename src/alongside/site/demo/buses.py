"""The town's timetable, as the file that an operator would publish, and its school terms, as lines that a council would."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from alongside.places.buses.gtfs import read_timetable
from alongside.places.buses.timetable import Timetable
from alongside.places.terms import school_year

from .neighbourhood import streets
from .reading import told

_HEADINGS = {
    "stops": "stop_id,stop_name,stop_lat,stop_lon",
    "routes": "route_id,route_short_name,route_type",
    "trips": "route_id,service_id,trip_id",
    "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
    "calendar": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
    "calendar_dates": "service_id,date,exception_type",
}


def timetable_file(today: date) -> bytes:
    """The zip file, from a month ago for a year and more."""
    rows: dict[str, list[str]] = {name: [heading] for name, heading in _HEADINGS.items()}
    stops = sorted({stop for line in told("buses")["lines"] for stop, _minutes in line["stops"]})
    rows["stops"] += [f"{number},{name},{streets()[name].latitude},{streets()[name].longitude}" for number, name in enumerate(stops)]
    since, until = today - timedelta(days=30), today + timedelta(days=400)
    for line in told("buses")["lines"]:
        rows["routes"].append(f"{line['name']},{line['name']},3")
        for number, runs in enumerate(line["runs"]):
            service = f"{line['name']}-{number}"
            week = ",".join("1" if day in runs["days"] else "0" for day in range(1, 8))
            rows["calendar"].append(f"{service},{week},{since:%Y%m%d},{until:%Y%m%d}")
            rows["calendar_dates"] += [f"{service},{year}1225,2" for year in (today.year, today.year + 1)]
            for trip, calls in _trips(line["stops"], runs, service):
                rows["trips"].append(f"{line['name']},{service},{trip}")
                rows["stop_times"] += [f"{trip},{_clock(at)},{_clock(at)},{stops.index(stop)},{place}" for place, (stop, at) in enumerate(calls)]
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in rows.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.txt"), "\n".join(lines) + "\n")
    return into.getvalue()


def _trips(stops: list[tuple[str, int]], runs: dict[str, Any], service: str) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Each run both ways: its name, and where it is when (minutes of the day)."""
    names, between = [name for name, _minutes in stops], [minutes for _name, minutes in stops[1:]]
    for way, (there, minutes) in enumerate(((names, between), (names[::-1], between[::-1]))):
        since, last = (int(hours) * 60 + int(rest) for hours, rest in (runs[one].split(":") for one in ("first", "last")))
        for begin in range(since, last + 1, runs["every"]):
            yield f"{service}-{way}-{begin}", [(name, begin + sum(minutes[:place])) for place, name in enumerate(there)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}:00"


def timetable(content: bytes) -> Timetable:
    """The file, read as any other."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "timetable.zip"
        path.write_bytes(content)
        return read_timetable(path)


def terms_of(today: date) -> dict[int, str]:
    """The lines of this school year and the next."""
    return {year: _in_years(told("buses")["terms"], year) for year in (school_year(today), school_year(today) + 1)}


def _in_years(lines: str, year: int) -> str:
    return "\n".join(re.sub(r"$", f" {year + (not line.startswith('Autumn'))}", line) for line in lines.splitlines())
