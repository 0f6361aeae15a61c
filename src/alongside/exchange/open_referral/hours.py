"""When a service is there, from its schedules: days where they are sure, and the words where they are not."""

from __future__ import annotations

import re
from typing import Any

from alongside.directory.day_names import days_in
from alongside.directory.meeting import DAY_CODES

from ..feeds.cleaning import line_of

Told = dict[str, Any]
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CODE = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_WHICH = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last", "": "every"}


def hours_of(schedules: list[Told], *, ours: bool = False) -> Told:
    """Days of the week and words, as a Listing has them. What an Alongside told as a session is one (sessions.py) and needs no words."""
    days: set[int] = set()
    lines: list[str] = []
    for schedule in schedules:
        coded = coded_days(schedule)
        words = line_of(schedule.get("description"))
        if coded:
            days.update(number for _, number in coded)
        elif not ours:
            days.update(days_in(words))
        if ours and schedule.get("dtstart"):
            continue
        if ours:
            lines.append(str(schedule.get("description") or ""))
        else:
            lines.append(_said(schedule, coded, words))
    return {"days": tuple(sorted(days)), "times": "; ".join(dict.fromkeys(line for line in lines if line))}


def coded_days(schedule: Told) -> list[tuple[str, int]]:
    """Which days, as calendars write them; none where one of them cannot be read, because a wrong day keeps people away."""
    found = [_CODE.fullmatch(part.strip()) for part in line_of(schedule.get("byday")).upper().split(",") if part.strip()]
    if not all(found):
        return []
    return [((one[1] or "").lstrip("+"), DAY_CODES.index(one[2]) + 1) for one in found if one]


def _said(schedule: Told, coded: list[tuple[str, int]], words: str) -> str:
    opens, closes = _clock(schedule.get("opens_at")), _clock(schedule.get("closes_at"))
    hours = f"{opens} to {closes}" if opens and closes else f"from {opens}" if opens else f"until {closes}" if closes else ""
    monthly = line_of(schedule.get("freq")).upper() == "MONTHLY"
    names = [f"{_WHICH.get(which, f'{which}.')} {_NAMES[day - 1]}" if monthly and which else _NAMES[day - 1] for which, day in coded]
    when = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    if monthly and when:
        when = f"{when} of the month"
    elif str(schedule.get("interval") or "1") == "2" and when:
        when = f"every second {when}"
    notes = line_of(schedule.get("notes"))
    return ". ".join(part for part in (" ".join(part for part in (when, hours) if part), words, notes) if part)


def _clock(said: object) -> str:
    """`18:00:00` → `18:00`; empty where it is no time of day."""
    found = re.match(r"(\d{1,2}):(\d\d)", line_of(said))
    return f"{int(found[1])}:{found[2]}" if found and int(found[1]) < 25 and int(found[2]) < 60 else ""
