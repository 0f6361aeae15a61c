"""What a neighbourhood's groups did in a year: heard, started, handed over, still going, resting, ended; and how often they met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.groups.rules import MARKS, OPEN
from alongside.places.queries import DECIMALS

from .books import my_teams
from .posts import Stretch, last_day

HELD_BACK = range(1, 8)
"""Heads that could point at somebody are not told on what is printed: as figures leave (evidence/rules.py)."""
IN_THE_YEAR = ("heard", "taster", "started", "shared", "self-managing", "six months", "twelve months", "copied", "resting", "ended")
"""Stages that are told, by the day on which a group came to them."""
GOING = "going"
"""What is asked of the groups that met at its end (or today, where the year still runs)."""
NAMED = 4
"""Groups of each that are named on the year's page."""


class Called(NamedTuple):
    """A group by its name."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Stood:
    """The groups that came to a stage in the year, each once: the first of them by name, and how many."""

    stage: str
    groups: list[Called]
    many: int


@dataclass(frozen=True)
class Happened:
    """All of it. Heads are those that were told, and somebody who came twice is two."""

    stages: list[Stood]
    meeting_still: Stood
    sessions: int
    by_members: int
    heads: int
    new: int
    tasters: int
    tried: int
    wishes: int
    """Wishes that were kept; of one locality those that name it, or lie in a square of a kilometre that is mostly its."""
    nowhere: int
    """Beside a locality's: wishes that lie in none of one's teams' localities, as far as they say."""


_CAME = """
WITH said AS (
  SELECT s.group_id, g.name, s.stage, s."on", s.number FROM groups_step s JOIN groups_group g ON g.id = s.group_id
  WHERE s.taken_back_at IS NULL AND g.team_id = ANY(%(teams)s) AND (%(locality)s::uuid IS NULL OR g.locality_id = %(locality)s)
), stood AS (
  SELECT DISTINCT ON (group_id) group_id, name, stage FROM said WHERE "on" <= %(last)s AND stage <> ALL(%(marks)s) ORDER BY group_id, number DESC
), listed AS (
  SELECT DISTINCT stage, group_id, name FROM said WHERE stage = ANY(%(told)s) AND "on" >= %(since)s AND "on" < %(until)s
  UNION ALL SELECT %(going)s, group_id, name FROM stood WHERE stage = ANY(%(open)s)
), placed AS (
  SELECT listed.*, row_number() OVER (PARTITION BY stage ORDER BY name, group_id) AS place, count(*) OVER (PARTITION BY stage) AS many FROM listed
)
SELECT stage, group_id, name, many FROM placed WHERE (%(only)s::text IS NULL OR stage = %(only)s) AND place > %(start)s AND place <= %(start)s + %(most)s
ORDER BY place"""
_MET = """
WITH ours AS (SELECT id FROM groups_group WHERE team_id = ANY(%(teams)s) AND (%(locality)s::uuid IS NULL OR locality_id = %(locality)s)),
heard AS (
  SELECT lower(near) AS near, round(latitude::numeric, %(decimals)s) AS north, round(longitude::numeric, %(decimals)s) AS east
  FROM directory_gap WHERE team_id = ANY(%(teams)s) AND at >= %(first_moment)s AND at < %(end_moment)s
), localities AS (
  SELECT id, lower(name) AS name FROM places_locality WHERE id IN (SELECT locality_id FROM teams_team_localities WHERE team_id = ANY(%(teams)s))
), squares AS (
  SELECT DISTINCT ON (north, east) north, east, locality_id FROM (
    SELECT round(latitude::numeric, %(decimals)s) AS north, round(longitude::numeric, %(decimals)s) AS east, locality_id, count(*) AS many
    FROM places_postcode WHERE locality_id IN (SELECT id FROM localities) GROUP BY 1, 2, 3
  ) AS parts ORDER BY north, east, many DESC, locality_id
), placed AS (
  SELECT COALESCE(localities.id, squares.locality_id) AS locality_id
  FROM heard LEFT JOIN localities ON localities.name = heard.near LEFT JOIN squares USING (north, east)
)
SELECT sessions.*, tasters.*,
  CASE WHEN %(locality)s::uuid IS NULL THEN (SELECT count(*) FROM heard) ELSE (SELECT count(*) FROM placed WHERE locality_id = %(locality)s) END,
  CASE WHEN %(locality)s::uuid IS NULL THEN 0 ELSE (SELECT count(*) FROM placed WHERE locality_id IS NULL) END
FROM (
  SELECT count(*), count(*) FILTER (WHERE led_by IN ('members', 'both')), COALESCE(sum(came), 0), COALESCE(sum(new), 0) FROM groups_gathering
  WHERE group_id IN (SELECT id FROM ours) AND taken_back_at IS NULL AND met AND "on" >= %(since)s AND "on" < %(until)s
) AS sessions, (
  SELECT count(*), COALESCE(sum(came), 0) FROM groups_taster
  WHERE group_id IN (SELECT id FROM ours) AND called_off_at IS NULL AND came IS NOT NULL AND "on" >= %(since)s AND "on" < %(until)s
) AS tasters"""


def happened_in(actor: Actor, over: Stretch, locality_id: UUID | None, *, today: date) -> Happened:
    """What one's teams' groups did over some days; two queries, however many groups."""
    asked = _asked(actor, over, locality_id, today=today)
    came = _came(asked, only=None, start=0, most=NAMED)
    sessions, by_members, heads, new, tasters, tried, wishes, nowhere = _rows(_MET, asked | {"decimals": DECIMALS})[0]
    told = [came[stage] for stage in IN_THE_YEAR if stage in came]
    return Happened(told, came.get(GOING, Stood(GOING, [], 0)), sessions, by_members, heads, new, tasters, tried, wishes, nowhere)


def came_to(stage: str, actor: Actor, over: Stretch, locality_id: UUID | None, *, start: int, most: int, today: date) -> Stood:
    """A page of the groups that came to a stage in the year, or are going; one query."""
    return _came(_asked(actor, over, locality_id, today=today), only=stage, start=start, most=most).get(stage, Stood(stage, [], 0))


def _asked(actor: Actor, over: Stretch, locality_id: UUID | None, *, today: date) -> dict[str, Any]:
    until = over.until or date.max
    return {
        "teams": my_teams(actor),
        "locality": locality_id,
        "since": over.since,
        "until": until,
        "first_moment": _midnight(over.since),
        "end_moment": _midnight(until.replace(year=min(until.year, 9998))),
        "last": min(last_day(over) or today, today),
    }


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _came(asked: dict[str, Any], *, only: str | None, start: int, most: int) -> dict[str, Stood]:
    rules = {"marks": sorted(MARKS), "open": sorted(OPEN), "told": list(IN_THE_YEAR), "going": GOING}
    found: dict[str, Stood] = {}
    for stage, key, name, many in _rows(_CAME, asked | rules | {"only": only, "start": start, "most": most}):
        found.setdefault(stage, Stood(stage, [], many)).groups.append(Called(key, name))
    return found


def _rows(sql: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()
