"""Somebody near who would like what a person offers, or offers what they would like: without a name until both said yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

LAPSES = timedelta(days=28)
"""How long after a yes nothing more is expected: said the same whether the other side said no, or was never asked."""


@dataclass(frozen=True)
class Near:
    """One who may meet somebody of ours, as far as their coordinator may know.

    `state`: could (nobody of ours was asked yet), waiting, no, both, met, ended. Of the other nothing stands here but that they are there
    (`near`, `days`, and whether somebody said yes), until both agreed: then a first name, and whom to ring.
    """

    person_id: UUID
    pair: UUID
    gives: bool
    row: UUID
    about: tuple[str, ...]
    days: tuple[int, ...]
    near: str
    state: str
    waits: bool
    on: date | None
    how: str
    connection_id: UUID | None
    called: str
    to_ring: str

    def lapsed(self, today: date) -> bool:
        """Whether nothing more is expected of it."""
        return self.state == "waiting" and self.on is not None and self.on + LAPSES <= today


def near_to(people: Iterable[UUID]) -> list[Near]:
    """Who may meet these people, whom the one who asks may see. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM may_meet(%s)", [sorted(people)])
        return [_near(row) for row in cursor.fetchall()]


def _near(row: Sequence[object]) -> Near:
    person_id, pair, gives, its_row, about, days, *rest = row
    return Near(person_id, pair, gives, its_row, tuple(about or ()), tuple(days or ()), *rest)  # type: ignore[arg-type]
