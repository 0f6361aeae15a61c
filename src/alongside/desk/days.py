"""The day, and the lists of people, read in one question each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.journeys.rhythm import PATIENCE, SHORTEST, Quiet
from alongside.people.queries import Like, like
from alongside.people.rules import without_titles

from .at_meetings.waiting import at_our_meetings
from .reading import with_dates
from .rhythm import gone_quiet, quiet_by

AHEAD = timedelta(days=7)
"""How far ahead the day looks."""
SOONEST_QUIET = PATIENCE * SHORTEST
"""Days after which somebody could have gone quiet at the soonest, where nothing else was agreed with them."""
MOST_WISHES = 12
"""Wishes without a name that stand on a day: whoever passes one on sees the next."""
A_LIST = 50
"""People shown at once."""


def day_of(staff_id: UUID, *, today: date, quiet_after_days: int) -> dict[str, Any]:
    """Whom this colleague is to meet, what they promised, what others asked of them, who has gone quiet (`sql/day.sql`); one query.

    As far as the one who asks may see.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_day(%s, %s, %s, %s, %s)", [staff_id, today + AHEAD, _quiet_before(today, quiet_after_days), today, MOST_WISHES])
        (found,) = cursor.fetchone()
    day: dict[str, Any] = json.loads(found, object_hook=with_dates)
    return day | {"meetings": at_our_meetings(day["meetings"], today=today), "quiet": gone_quiet(day["quiet"] or [], today=today, team_days=quiet_after_days)}


def people_in(day: dict[str, Any]) -> list[UUID]:
    """Everybody whose name stands on the day's page."""
    shown = {UUID(row["person"]) for part in day.values() if isinstance(part, list) for row in part if "person" in row}
    return sorted(shown)


@dataclass
class InList:
    """Somebody in a list of people."""

    id: UUID
    name: str
    likes_to_be_called: str
    level: str
    since: date | None
    last: date | None
    walking: str
    born: date | None
    where: str
    """The first line of their address and their postcode, when they are looked for and the one who asks may see it."""
    because: str = ""
    """Why it is thought that they have gone quiet, where only those who have are asked for."""


@dataclass(frozen=True)
class People:
    """A page of people, and where the next begins if there is one."""

    rows: list[InList]
    more: bool

    @property
    def after(self) -> str:
        """Where the next page begins: a key only, so that no name stands in an address."""
        return str(self.rows[-1].id) if self.more else ""


@dataclass(frozen=True)
class Among:
    """Whom a list is about: whoever somebody walks alongside, at one level, gone quiet; nothing said is everybody in sight."""

    walked_with_by: UUID | None = None
    level: str = ""
    quiet: Mapping[UUID, Quiet] | None = None


EVERYBODY = Among()


def people(among: Among = EVERYBODY, *, words: str = "", after: tuple[str, UUID] = ("", UUID(int=0))) -> People:
    """People in sight by name: somebody's own, or all that the one who asks may see."""
    words = without_titles(words)
    also = like(words) if words else Like([], [], [])
    alike = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    whom = (among.walked_with_by, among.level, None if among.quiet is None else list(among.quiet))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM desk_people(%s, %s, %s::uuid[], %s, %s, %s::uuid[], %s::uuid[], %s::uuid[], %s, %s, %s)",
            [*whom, words, alike, also.whole, also.sounding, also.elsewhere, *after, A_LIST + 1],
        )
        rows = [InList(*row) for row in cursor.fetchall()]
    return People(rows[:A_LIST], len(rows) > A_LIST)


def quiet_in_sight(walked_with_by: UUID | None, *, today: date, quiet_after_days: int) -> dict[UUID, Quiet]:
    """Who has gone quiet of all in sight whom somebody walks alongside, or one colleague, and why it is thought so; one query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM desk_may_be_quiet_in_sight(%s, %s, %s)", [walked_with_by, _quiet_before(today, quiet_after_days), today])
        asked = {person: json.loads(touch, object_hook=with_dates) for person, touch in cursor.fetchall()}
    judged = {person: quiet_by(touch, today=today, team_days=quiet_after_days) for person, touch in asked.items()}
    return {person: quiet for person, quiet in judged.items() if quiet.is_quiet}


def _quiet_before(today: date, quiet_after_days: int) -> date:
    """Whoever was in touch on this day or later has not gone quiet, unless something else was agreed with them."""
    return today - timedelta(days=min(quiet_after_days, SOONEST_QUIET))
