"""A coordinator's week: all that waits for them, in parts, each line with the place where it is done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.access.queries import YesEnding, yes_ending
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say

from . import words
from .days import day_of
from .reading import with_dates

A_WEEK = timedelta(days=6)
"""From today up to the day before the same weekday."""

PARTS = {
    "handed": words.WEEK_HANDED,
    "asked_of_us": words.WEEK_ASKED_OF_US,
    "not_right": words.WEEK_NOT_RIGHT,
    "their_words": words.WEEK_THEIR_WORDS,
    "visits": words.WEEK_VISITS,
    "introduced": words.WEEK_INTRODUCED,
    "quiet": words.WEEK_QUIET,
    "looks_back": words.WEEK_LOOKS_BACK,
    "promised": words.WEEK_PROMISED,
    "papers": words.WEEK_PAPERS,
    "waits": words.WEEK_WAITS,
    "yes_ending": words.WEEK_YES_ENDING,
    "meetings": words.WEEK_MEETINGS,
    "covers": words.WEEK_COVERS,
    "unfinished": words.WEEK_UNFINISHED,
}
"""The parts of a week in the order of the page, each with how it is called there and in the letter: what people ask comes first."""

_HAS_A_DAY = {"visits": "on", "papers": "by_when"}
"""Parts that the day (sql/day.sql) looks further ahead for than the week goes, and what tells their day."""


@dataclass(frozen=True)
class Part:
    """One part of the week that holds something: its heading, its lines and how many there are."""

    name: str
    heading: str
    rows: list[dict[str, Any]]
    many: int


def week_of(staff_id: UUID, *, today: date, quiet_after_days: int, vocabulary: Vocabulary) -> list[Part]:
    """Every part in which something waits, as far as the one who asks may see; three queries."""
    last_day = today + A_WEEK
    day = day_of(staff_id, today=today, quiet_after_days=quiet_after_days)
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_this_week(%s, %s, %s)", [staff_id, today, last_day])
        (found,) = cursor.fetchone()
    week: dict[str, Any] = json.loads(found, object_hook=with_dates)
    untold = [{"kind": "untold", "many": many}] if (many := week.pop("untold")) else []
    waiting: dict[str, list[dict[str, Any]]] = {
        **{name: day[name] or [] for name in ("handed", "not_right", "introduced", "quiet")},
        **{name: _by(last_day, name, day[name] or []) for name in _HAS_A_DAY},
        **{name: rows or [] for name, rows in week.items()},
        "yes_ending": [_told(one) for one in yes_ending(staff_id, on=today)],
        "meetings": [*day["meetings"], *untold],
        "promised": [*(day["promised"] or ()), *(day["asked"] or ())],
    }
    counted = {name: len(rows) for name, rows in waiting.items()}
    counted |= {"meetings": sum(row["many"] for row in waiting["meetings"]), "unfinished": day["unfinished"]}
    return [Part(name, say(says, vocabulary), waiting.get(name, []), counted[name]) for name, says in PARTS.items() if counted[name]]


def _by(last_day: date, name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row[_HAS_A_DAY[name]] <= last_day]


def _told(one: YesEnding) -> dict[str, Any]:
    return {"id": one.id, "person": str(one.person_id), "name": one.person, "audience": one.audience, "called": one.called, "until": one.until}
