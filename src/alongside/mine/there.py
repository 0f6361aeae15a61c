"""Who is there for somebody today, as their copy says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection


@dataclass(frozen=True)
class There:
    """A coordinator who walks alongside them, and since when."""

    name: str
    phone: str
    since: date

    @property
    def to_ring(self) -> str:
        """With the telephone number, where there is one."""
        return f"{self.name}, {self.phone}" if self.phone else self.name


def who_is_there(person_id: UUID) -> list[There]:
    """Asked anew each time (sql/opening.sql): a copy is of its day, and whom to ring is of today."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone, since FROM mine_who_is_there(%s)", [person_id])
        return [There(*row) for row in cursor.fetchall()]
