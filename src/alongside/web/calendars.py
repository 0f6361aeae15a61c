"""A file that any calendar takes (iCalendar, RFC 5545): its frame, its moments and its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from django.http import HttpResponse

LONGEST_LINE = 75
"""Octets of a line; what is longer goes on in the next."""

_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""When clocks change here, as calendars are told it."""


def calendar_file(about: str, events: Iterable[str], *, called: str = "") -> str:
    """The whole file; `events` are the lines of its events, `called` is how a calendar names it."""
    name = [f"X-WR-CALNAME:{as_text(called)}"] if called else []
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Alongside//{about}//EN", "METHOD:PUBLISH", *name, *_ZONE, *events, "END:VCALENDAR"]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def calendar_response(text: str, file_name: str = "") -> HttpResponse:
    """The file as it is fetched: to be kept under a name, or to be kept up with."""
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    if file_name:
        response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def moment(day: date, at: time | None) -> str:
    """A day, or an hour of it by the clocks here, as it follows the name of a line."""
    return f";TZID=Europe/London:{day:%Y%m%d}T{at:%H%M%S}" if at else f";VALUE=DATE:{day:%Y%m%d}"


def as_text(words: str) -> str:
    """Words, with what means something to a calendar marked."""
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces, none of which parts a letter."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
