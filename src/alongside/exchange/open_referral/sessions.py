"""Schedules as sessions, where they are sure: a wrong day keeps people away, so all else is kept as words (hours.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from functools import lru_cache
from typing import Any

from alongside.directory.day_names import UNSURE
from alongside.directory.meeting import DAY_CODES, FORTNIGHTLY, MONTHLY, WEEKLY, WHICH, Meets, SessionTold, checked, rule_of
from alongside.foundation.refusals import Refused

from ..feeds.cleaning import line_of
from .hours import coded_days
from .telling import ONLY_IN_TERMS

Told = dict[str, Any]
MOST = 50
"""Sessions of one entry."""
SINCE_LONG = date(2024, 1, 1)
"""From when a rule is counted that says no day and comes every week, or every month, all the same."""
_NOT_OURS_TO_READ = ("bymonthday", "byweekno", "byyearday", "count", "bysetpos")
_TERMS = re.compile(r"\bterm[- ]?time\b|\bin (school )?terms?\b", re.IGNORECASE)
_OFTEN = {("WEEKLY", "1"): WEEKLY, ("WEEKLY", "2"): FORTNIGHTLY, ("MONTHLY", "1"): MONTHLY}
_NAMED = {str(number): name for name, number in WHICH.items()}


def sessions_of(schedules: list[Told], *, ours: bool = False) -> tuple[SessionTold, ...]:
    """Those that are sure, each once; `ours`: as another Alongside told them."""
    found = [one for schedule in schedules for one in (_as_we_tell(schedule) if ours else _sure(schedule))]
    return tuple(dict.fromkeys(found))[:MOST]


def _sure(schedule: Told) -> Iterator[SessionTold]:
    words = "; ".join(said for said in (line_of(schedule.get("description")), line_of(schedule.get("notes"))) if said)
    if any(schedule.get(name) for name in _NOT_OURS_TO_READ) or UNSURE.search(words.casefold()):
        return
    every = line_of(schedule.get("interval")) or "1"
    how, coded = _OFTEN.get((line_of(schedule.get("freq")).upper(), every), ""), coded_days(schedule)
    begins, hours = _begins(schedule, every), _hours(schedule)
    if not how or begins is None or hours is None or any((which in _NAMED) != (how == MONTHLY) for which, _ in coded):
        return
    last = _day(schedule.get("until")) or _day(schedule.get("valid_to"))
    for which, day in coded:
        rule = f"FREQ={'MONTHLY' if how == MONTHLY else 'WEEKLY'};INTERVAL={every};BYDAY={which}{DAY_CODES[day - 1]}"
        first = _first(begins, rule)
        if first is not None and (last is None or first <= last):
            yield SessionTold(first, rule_of(how, first, _NAMED.get(which, "")), *hours, last, bool(_TERMS.search(words)), words)


@lru_cache(maxsize=4_096)
def _first(begins: date, rule: str) -> date | None:
    """The first day of a rule; most of a directory meets by one of a few."""
    return next(iter(Meets(begins, rule).next_days(begins, 1)), None)


def _begins(schedule: Told, every: str) -> date | None:
    """The day from which it counts; one that comes every time needs none."""
    given = [schedule.get(name) for name in ("dtstart", "valid_from") if schedule.get(name)]
    if not given:
        return SINCE_LONG if every == "1" else None
    if line_of(schedule.get("wkst")).upper() not in ("", "MO") and every != "1":
        return None
    return _day(given[0])


def _hours(schedule: Told) -> tuple[time | None, time | None] | None:
    """From when till when; None where that cannot be read, or ends before it begins."""
    opens, closes = (line_of(schedule.get(name)) for name in ("opens_at", "closes_at"))
    try:
        begins, ends = (time.fromisoformat(said.removesuffix("Z").zfill(5)).replace(tzinfo=None, microsecond=0) if said else None for said in (opens, closes))
    except ValueError:
        return None
    return None if ends is not None and (begins is None or ends <= begins) else (begins, ends)


def _as_we_tell(schedule: Told) -> Iterator[SessionTold]:
    begins, hours = _day(schedule.get("dtstart")), _hours(schedule)
    if begins is None or hours is None:
        return
    names = (("FREQ", "freq"), ("INTERVAL", "interval"), ("BYDAY", "byday"), ("BYMONTHDAY", "bymonthday"))
    parts = [f"{part}={schedule[name]}" for part, name in names if schedule.get(name)] if schedule.get("freq") else []
    words = str(schedule.get("notes") or "")
    only_in_terms = words == ONLY_IN_TERMS or words.endswith(f"; {ONLY_IN_TERMS}")
    try:
        rule = checked(";".join(parts) or str(schedule.get("description") or ""), begins)
    except Refused:
        return
    words = words.removesuffix(ONLY_IN_TERMS).removesuffix("; ") if only_in_terms else words
    yield SessionTold(begins, rule, *hours, _day(schedule.get("valid_to")) if rule else None, only_in_terms, words)


def _day(said: object) -> date | None:
    try:
        day = date.fromisoformat(line_of(said)[:10])
    except ValueError:
        return None
    return day if 1950 <= day.year <= 2200 else None
