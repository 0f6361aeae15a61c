"""What an open link asks, and of whom: asked of the database, which tells no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True)
class Asks:
    """Of people or of partners, for which team; `is_full` where as many have answered as were asked."""

    people_or_partners: str
    team: str
    organisation: str
    vocabulary: str
    until: date
    is_full: bool


def asked_by(reference: str) -> Asks | None:
    """What a link asks while it is open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM feedback_asked_by(%s)", [reference])
        row = cursor.fetchone()
    return Asks(*row) if row else None
