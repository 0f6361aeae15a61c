"""Where groups stand and what to ask of them, told by the database: a county keeps thousands, and a page shows a few.

The rules are those of rules.py and asking.py, said once more in SQL; tests/groups/test_standing.py holds each against the other over random lives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from .asking import HELD_FIRST, LONG_LED, SOON, Asked
from .models import Gathering
from .rules import BY_THEMSELVES, LED_BY_US, MARKS, STOPPED
from .words import STAGES

A_STAGE, A_QUESTION, A_PAGE = 12, 6, 50
"""Groups of a stage and of a question that stand on the board, and of a page that lists all of one."""
QUESTIONS = ("led by us", "left too soon", "stopped soon", "still going")
"""What may be asked, in the order in which it is."""

FACTS = """
WITH life AS (
  SELECT s.group_id,
    (array_agg(s.stage ORDER BY s.number DESC) FILTER (WHERE s.stage <> ALL(%(marks)s)))[1] AS stage,
    (array_agg(s."on" ORDER BY s.number DESC) FILTER (WHERE s.stage <> ALL(%(marks)s)))[1] AS since,
    max(s.number) FILTER (WHERE s.stage <> ALL(%(marks)s) AND s.stage <> ALL(%(led)s)) AS not_led_as,
    max(s.number) FILTER (WHERE s.stage = ANY(%(led)s)) AS led_as,
    (array_agg(s."on" ORDER BY s.number DESC) FILTER (WHERE s.stage = 'self-managing'))[1] AS taken_over,
    max(s.number) FILTER (WHERE s.stage = 'self-managing') AS taken_over_as,
    max(s.number) FILTER (WHERE s.stage = 'six months') AS six_as,
    max(s.number) FILTER (WHERE s.stage = 'twelve months') AS twelve_as
  FROM groups_step s JOIN groups_group g ON g.id = s.group_id
  WHERE s.taken_back_at IS NULL AND (%(locality)s::uuid IS NULL OR g.locality_id = %(locality)s)
  GROUP BY s.group_id
), told AS (
  SELECT life.*,
    CASE WHEN stage = ANY(%(led)s) THEN (%(today)s - GREATEST(led.first, members.last)) / 7 END AS weeks,
    CASE WHEN stage = ANY(%(alone)s) THEN ARRAY(
      SELECT thing FROM unnest(%(first)s::text[]) WITH ORDINALITY AS wanted(thing, place) WHERE NOT EXISTS (
        SELECT 1 FROM groups_held h WHERE h.group_id = life.group_id AND h.until IS NULL AND h.thing = wanted.thing AND h.side IN ('member', 'body')
      ) ORDER BY place) END AS loose,
    CASE WHEN stage = ANY(%(stopped)s) AND led_as < taken_over_as AND GREATEST(since - taken_over, %(today)s - since) <= 7 * %(soon)s
      THEN GREATEST(1, (since - taken_over + 6) / 7) END AS within,
    CASE WHEN stage = ANY(%(alone)s) THEN
      CASE WHEN taken_over + interval '12 months' <= %(today)s AND COALESCE(twelve_as, 0) < taken_over_as THEN 12
        WHEN taken_over + interval '6 months' <= %(today)s AND GREATEST(six_as, twelve_as, 0) < taken_over_as THEN 6 END END AS due
  FROM life LEFT JOIN LATERAL (
    SELECT min(s."on") AS first FROM groups_step s
    WHERE life.stage = ANY(%(led)s) AND s.group_id = life.group_id AND s.taken_back_at IS NULL
      AND s.stage = ANY(%(led)s) AND s.number > COALESCE(life.not_led_as, 0)
  ) led ON true LEFT JOIN LATERAL (
    SELECT max(m."on") AS last FROM groups_gathering m
    WHERE stage = ANY(%(led)s) AND m.group_id = life.group_id AND m.taken_back_at IS NULL AND m.met AND m.led_by IN ('members', 'both')
  ) members ON true
  WHERE stage IS NOT NULL
), facts AS (
  SELECT told.*, g.name, g.across_ages, l.name AS locality,
    COALESCE(weeks >= %(long)s, false) AS "led by us", COALESCE(cardinality(loose) > 0, false) AS "left too soon",
    within IS NOT NULL AS "stopped soon", due IS NOT NULL AS "still going"
  FROM told JOIN groups_group g ON g.id = told.group_id LEFT JOIN places_locality l ON l.id = g.locality_id
)
"""

_ROW = 'group_id, name, locality, across_ages, stage, since, "led by us", "left too soon", "stopped soon", "still going", weeks, loose, within, due'
_BOARD = f"""{FACTS}, placed AS (
  SELECT facts.*, count(*) OVER at AS many, row_number() OVER (at ORDER BY since, name, group_id) AS place,
    row_number() OVER (PARTITION BY "led by us" ORDER BY weeks DESC, name, group_id) AS led_place,
    row_number() OVER (PARTITION BY "left too soon" ORDER BY since, name, group_id) AS left_place,
    row_number() OVER (PARTITION BY "stopped soon" ORDER BY since, name, group_id) AS stopped_place,
    row_number() OVER (PARTITION BY "still going" ORDER BY taken_over, name, group_id) AS going_place,
    count(*) FILTER (WHERE "led by us") OVER () AS led_many,
    count(*) FILTER (WHERE "left too soon") OVER () AS left_many,
    count(*) FILTER (WHERE "stopped soon") OVER () AS stopped_many,
    count(*) FILTER (WHERE "still going") OVER () AS going_many
  FROM facts WINDOW at AS (PARTITION BY stage)
)
SELECT {_ROW}, many, place, led_place, led_many, left_place, left_many, stopped_place, stopped_many, going_place, going_many FROM placed
WHERE place <= %(of_stage)s OR "led by us" AND led_place <= %(of_question)s
  OR "left too soon" AND left_place <= %(of_question)s OR "stopped soon" AND stopped_place <= %(of_question)s
  OR "still going" AND going_place <= %(of_question)s
ORDER BY since, name, group_id"""
_BY_QUESTION = {"led by us": "weeks DESC", "left too soon": "since", "stopped soon": "since", "still going": "taken_over"}


@dataclass(frozen=True)
class Standing:
    """A group on the board: where it stands since when, and what to ask about it."""

    id: UUID
    name: str
    locality: str
    across_ages: bool
    stage: str
    since: date
    asked: tuple[Asked, ...]
    together: bool = False
    """Whether heads of both ages were counted at a session of it (across_ages.together)."""


class Column(NamedTuple):
    """The first groups of one stage, or of which one thing is asked, and how many there are."""

    what: str
    groups: list[Standing]
    many: int


class Board(NamedTuple):
    """What is asked, and the groups by their stage."""

    asked: list[Column]
    stages: list[Column]


class Listed(NamedTuple):
    """A page of groups, and how many there are."""

    groups: list[Standing]
    many: int


def _facts(locality_id: UUID | None, today: date, **more: object) -> dict[str, Any]:
    sides = {
        "marks": sorted(MARKS),
        "led": sorted(LED_BY_US),
        "alone": sorted(BY_THEMSELVES),
        "stopped": sorted(STOPPED),
        "soon": SOON,
        "first": list(HELD_FIRST),
        "long": LONG_LED,
        "most": A_PAGE,
    }
    return {"locality": locality_id, "today": today, **sides, **more}


def _read(sql: str, given: dict[str, Any]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _standing(row: dict[str, Any]) -> Standing:
    asked = (
        Asked("led by us", row["weeks"]) if row["led by us"] else None,
        Asked("left too soon", things=tuple(row["loose"])) if row["left too soon"] else None,
        Asked("stopped soon", row["within"]) if row["stopped soon"] else None,
        Asked("still going", row["due"]) if row["still going"] else None,
    )
    said = (row["group_id"], row["name"], row["locality"] or "", row["across_ages"], row["stage"], row["since"])
    return Standing(*said, tuple(one for one in asked if one))


def board(locality_id: UUID | None, *, today: date) -> Board:
    """Groups by the stage at which they stand, those first that stand there longest, and what to ask first; two queries, however many groups."""
    rows = _read(_BOARD, _facts(locality_id, today, of_stage=A_STAGE, of_question=A_QUESTION))
    shown = dict(zip((row["group_id"] for row in rows), _with_ages(_standing(row) for row in rows), strict=True))
    asked = []
    for what, short in zip(QUESTIONS, ("led", "left", "stopped", "going"), strict=True):
        first = sorted((row for row in rows if row[what] and row[f"{short}_place"] <= A_QUESTION), key=lambda row: row[f"{short}_place"])
        asked.append(Column(what, [_only(shown[row["group_id"]], what) for row in first], rows[0][f"{short}_many"] if rows else 0))
    many = {row["stage"]: row["many"] for row in rows}
    first_of = {word.stored: [shown[row["group_id"]] for row in rows if row["stage"] == word.stored and row["place"] <= A_STAGE] for word in STAGES}
    by_stage = [Column(stage, groups, many.get(stage, 0)) for stage, groups in first_of.items()]
    return Board([one for one in asked if one.many], [one for one in by_stage if one.many])


def _only(one: Standing, what: str) -> Standing:
    return replace(one, asked=tuple(asked for asked in one.asked if asked.what == what))


def at_stage(stage: str, locality_id: UUID | None, *, start: int, today: date) -> Listed:
    """A page of the groups at one stage, those first that stand there longest."""
    return _listed("stage = %(at)s", "since", _facts(locality_id, today, at=stage, start=start))


def asked_of(what: str, locality_id: UUID | None, *, start: int, today: date) -> Listed:
    """A page of the groups of which one thing is asked, in the order in which the board does."""
    found = _listed(f'"{what}"', _BY_QUESTION[what], _facts(locality_id, today, start=start))
    return Listed([_only(one, what) for one in found.groups], found.many)


def _listed(which: str, order: str, given: dict[str, Any]) -> Listed:
    rows = _read(
        f"{FACTS} SELECT {_ROW}, count(*) OVER () AS many FROM facts WHERE {which} ORDER BY {order}, name, group_id LIMIT %(most)s OFFSET %(start)s",
        given,
    )
    return Listed(_with_ages(_standing(row) for row in rows), rows[0]["many"] if rows else 0)


def _with_ages(shown: Iterable[Standing]) -> list[Standing]:
    rows = list(shown)
    both = Gathering.objects.filter(group__in=[one.id for one in rows], taken_back_at__isnull=True, met=True, under_25__gt=0, over_60__gt=0)
    together = set(both.values_list("group_id", flat=True))
    return [replace(one, together=True) if one.id in together else one for one in rows]


class Due(NamedTuple):
    """A group to ask whether it still goes: after how many months, and from which day on."""

    id: UUID
    months: int
    on: date


def due_by(day: date, locality_id: UUID | None, *, start: int, today: date) -> tuple[list[Due], int]:
    """A page of the groups to ask by a day, those that wait longest first, and how many there are; one query."""
    rows = _read(_DUE, _facts(locality_id, today, by=day, start=start))
    return [Due(row["group_id"], row["months"], row["next_on"]) for row in rows], rows[0]["many"] if rows else 0


_DUE = f"""{FACTS}, next AS (
  SELECT group_id, name, taken_over,
    COALESCE(due, CASE WHEN taken_over + interval '6 months' > %(today)s THEN 6 WHEN taken_over + interval '12 months' > %(today)s THEN 12 END) AS months
  FROM facts WHERE stage = ANY(%(alone)s)
), asked AS (SELECT next.*, (taken_over + make_interval(months => months))::date AS next_on FROM next WHERE months IS NOT NULL)
SELECT group_id, months, next_on, count(*) OVER () AS many FROM asked WHERE next_on <= %(by)s
ORDER BY next_on, name, group_id LIMIT %(most)s OFFSET %(start)s"""
