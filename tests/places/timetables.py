"""Timetables small enough to read, as zip files."""

from __future__ import annotations

import zipfile
from pathlib import Path

FILES = {
    "stops.txt": "stop_id,stop_name,stop_lat,stop_lon\nsale,Sale Road,53.4000,-2.3000\ncustom,Custom House,53.4200,-2.3000\nfern,Fern Hill,53.4400,-2.3000\n",
    "routes.txt": "route_id,route_short_name,route_type\nr41,41,3\nr7,7,3\n",
    "trips.txt": "route_id,service_id,trip_id\nr41,weekdays,out\nr41,weekdays,back\nr7,weekdays,hill\n",
    "stop_times.txt": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "out,09:42:00,09:42:00,sale,1\nout,09:54:00,09:56:00,custom,2\n"
        "hill,10:05:00,10:05:00,custom,1\nhill,10:15:00,10:15:00,fern,2\n"
        "back,12:10:00,12:10:00,custom,1\nback,12:24:00,12:24:00,sale,2\n"
    ),
    "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nweekdays,1,1,1,1,1,0,0,20260101,20271231\n",
    "calendar_dates.txt": "service_id,date,exception_type\nweekdays,20261225,2\nweekdays,20261219,1\n",
}
"""Line 41 from Sale Road to the Custom House and back, and line 7 on to Fern Hill; on weekdays, not at Christmas, and on one Saturday."""


def a_timetable(folder: Path, **changed: str | None) -> Path:
    """The file, with some of it otherwise (`stops=`), or left out (None)."""
    files = FILES | {f"{name}.txt": text for name, text in changed.items()}
    with zipfile.ZipFile(folder / "timetable.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if text is not None:
                archive.writestr(name, text)
    return folder / "timetable.zip"
