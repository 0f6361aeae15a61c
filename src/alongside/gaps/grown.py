"""What is missing here, counted by the database (sql/grown.sql): how many wishes, where, since when and whether they grow; no wish is fetched for it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, DateField, Q
from django.db.models.functions import TruncMonth

from alongside.directory.models import Gap
from alongside.places.queries import DECIMALS

from .trend import LATELY, Trend, trend_by_month, trend_of, way_of

A_PAGE = 20
"""Things that are missing on a page of them, and wishes on a page of one."""
A_YEAR_AND_MORE = timedelta(days=400)
"""How long wishes are told by month: the twelve that are shown, and what lies around them."""


class Called(NamedTuple):
    """A group by its name."""

    id: UUID
    name: str


class Stands(NamedTuple):
    """A barrier in its way, and how it stands now."""

    id: UUID
    words: str
    state: str


@dataclass(frozen=True)
class Grown:
    """What is missing: how many wish for it and would come, the parts of town of which it was said, and what came of it."""

    id: UUID
    name: str
    locality: str
    wishes: int
    would_come: int
    near: Sequence[str]
    place: tuple[float, float] | None
    """The middle of its wishes, as rough as they are; only where two different people wish for it whose wishes say a place."""
    of_two: bool
    """Whether two different people wish for it: what one alone wishes for, however often, is called by their very words."""
    trend: Trend
    first: date
    last: date
    group: Called | None
    barriers: Sequence[Stands]


class Listed(NamedTuple):
    """A page of what is missing, and how much there is."""

    found: list[Grown]
    many: int


def listed(*, today: date, locality_id: UUID | None = None, start: int = 0, most: int | None = None) -> Listed:
    """What is missing, as far as the one who asks may see, those first to which most would come; all of it, or so many from `start` on. One query."""
    rows = _rows(None, locality_id, today, start, most)
    return Listed([_grown(row, today) for row in rows], rows[0]["many"] if rows else 0)


def grown(bundle_id: UUID, *, today: date) -> Grown | None:
    """One of these, with its trend by month; None where no wish stands in it any more. One query."""
    return next((_grown(row, today) for row in _rows(bundle_id, None, today, 0, 1)), None)


def _rows(bundle_id: UUID | None, locality_id: UUID | None, today: date, start: int, most: int | None) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        given = [bundle_id, locality_id, today - LATELY, today - 2 * LATELY, today, start, most]
        cursor.execute("SELECT * FROM gaps_grown(%s, %s, %s, %s, %s, %s, %s)", given)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _grown(row: dict[str, Any], today: date) -> Grown:
    lately, before, wishes = row["lately"], row["before"], row["wishes"]
    return Grown(
        row["id"],
        row["name"],
        row["locality"] or "",
        wishes,
        row["would_come"],
        row["near"] or [],
        (round(row["latitude"], DECIMALS), round(row["longitude"], DECIMALS)) if row["two_placed"] else None,
        row["of_two"],
        trend_of(row["days"], today=today) if row["days"] else Trend((), wishes, lately, before, way_of(lately, before, wishes)),
        row["first_on"],
        row["last_on"],
        Called(row["group_id"], row["group_name"]) if row["group_id"] else None,
        [Stands(UUID(one["id"]), one["words"], one["state"]) for one in json.loads(row["barriers"] or "[]")],
    )


def all_raised(*, today: date) -> Trend:
    """Every wish that the one who asks may read, by month, whatever became of it; one query."""
    lately = Q(at__date__gt=today - LATELY, at__date__lte=today)
    before = Q(at__date__gt=today - 2 * LATELY, at__date__lte=today - LATELY)
    by_month = Gap.objects.filter(at__date__gte=today - A_YEAR_AND_MORE).values_list(TruncMonth("at", output_field=DateField())).order_by()
    rows = list(by_month.annotate(many=Count("id"), lately=Count("id", filter=lately), before=Count("id", filter=before)))
    in_months = Counter({month: many for month, many, _lately, _before in rows})
    return trend_by_month(in_months, sum(row[2] for row in rows), sum(row[3] for row in rows), today=today)
