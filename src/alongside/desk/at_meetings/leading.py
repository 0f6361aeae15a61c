"""A leadership group's own: what stands in the way of the neighbourhood, with owners and days, beside the stories it hears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from alongside.meetings.models import Series

LEADERSHIP = "leadership"


@dataclass(frozen=True)
class InTheWay:
    """A barrier as its table reads it."""

    id: UUID
    kind: str
    words: str
    state: str
    on: date
    said: str
    owner: str
    by_when: date | None


def in_the_way(series: Series) -> list[InTheWay]:
    """What stands in the way here, as far as the one who asks sits at this table; none at a meeting of another kind."""
    if series.kind != LEADERSHIP:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM barriers_at_table(%s)", [series.id])
        return [InTheWay(*row) for row in cursor.fetchall()]
