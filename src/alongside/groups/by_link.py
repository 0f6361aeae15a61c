"""What an open link shows of a group: asked of the database, which knows one group by it and no names."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from .rules import Reached


@dataclass(frozen=True)
class Told:
    """A day that was told by the link: whether they met, and how many came."""

    on: date
    met: bool
    came: int | None


def told_by(reference: str) -> list[Told]:
    """The last days that were told by it, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM group_register_told(%s)", [reference])
        return [Told(*row) for row in cursor.fetchall()]


@dataclass(frozen=True)
class Page:
    """The group's own page, as its link shows it."""

    group_id: UUID
    until: date
    name: str
    what_happens: str
    times: str
    address: str
    entry: UUID | None
    team: str
    organisation: str
    ring: dict[str, str] | None
    """Whoever made the link, while they are of the team: name and telephone."""
    held: dict[str, str]
    """By thing, the side that holds it."""
    pack: dict[str, str]
    """The pages that its team wrote in its own words."""
    steps: list[Reached]
    answered: bool
    """Whether an answer by this link waits for one of us."""


def page_by_link(reference: str) -> Page | None:
    """The page that a link opens while it is open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT group_page_asked(%s)", [reference])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return None
    told: dict[str, Any] = json.loads(row[0]) if isinstance(row[0], str) else row[0]
    return Page(
        **{name: told[name] for name in ("name", "what_happens", "times", "address", "team", "organisation", "ring", "held", "pack", "answered")},
        group_id=UUID(told["group_id"]),
        until=date.fromisoformat(told["until"]),
        entry=UUID(told["entry"]) if told["entry"] else None,
        steps=[Reached(stage, date.fromisoformat(on)) for stage, on in told["steps"]],
    )
