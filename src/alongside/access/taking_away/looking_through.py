"""What was gathered for somebody, as whoever looks through it reads it: whose names stand in it, and which are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from alongside.access.models import Gathered
from alongside.teams.queries import names_of

from .names import Name, names_in, texts_of, words_in
from .packing import Pack
from .shape import IDENTITY, tables

CIRCLE = "people_intheirlife"


def gathered_for(asked_id: UUID) -> Gathered | None:
    """What was gathered because they asked, for whoever may see that; with the time it is kept not over yet."""
    return Gathered.objects.filter(asked_id=asked_id).first()


def names_among(gathered: Gathered) -> list[Name]:
    """Every word in it that may be somebody else's name."""
    rows = gathered.everything
    theirs = words_in(text for table in IDENTITY for row in rows.get(table, []) for text in texts_of(row))
    colleagues = words_in(_colleagues(rows).values())
    circle = words_in(str(row.get("name") or "") for row in rows.get(CIRCLE, []))
    return names_in(_told(rows), their_own=theirs | colleagues, in_their_life=circle - theirs)


def pack_of(gathered: Gathered) -> Pack:
    """What is handed over: without every name that was not let stay, and without the passages that were marked."""
    chosen = gathered.may_stay or {"stay": [], "out": []}
    stay = set(chosen["stay"])
    left_out = {name.word for name in names_among(gathered)} - stay
    return Pack(gathered.everything, tables(), _colleagues(gathered.everything), gathered.at, left_out, list(chosen["out"]))


def _told(rows: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for name, table in tables().items():
        for row in rows.get(name, []):
            for column in table.words:
                yield from texts_of(row.get(column))


def _colleagues(rows: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    keys = {str(row["actor_id"]) for row in rows.get("trail_entry", []) if row.get("actor_id")}
    for name, table in tables().items():
        pointing = [column.name for column in table.columns if column.of == "colleague"] + (["actor_id"] if name == "trail_change" else [])
        keys |= {str(row[column]) for row in rows.get(name, []) for column in pointing if row.get(column)}
    return {str(key): name for key, name in names_of({UUID(key) for key in keys}).items()}
