"""What was gathered for somebody, as whoever looks through it reads it: whose names stand in it, and which are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from alongside.access.models import Gathered
from alongside.foundation.words import Vocabulary
from alongside.people.queries import called_something_like
from alongside.teams.queries import names_of, vocabulary_of

from .names import Knowing, Name, names_in, naming_words, texts_of, words_in
from .packing import Pack
from .shape import IDENTITY, tables

CIRCLE = "people_intheirlife"
CONNECTIONS = "connections_connection"
WAS = "trail_change"
LINES = "mine_line"
OF_THEMSELVES = frozenset({"people_gift", "journeys_goodlife", "mine_theirwords"})
"""What they said of themselves: no name goes from it by itself but of somebody we know."""
OWN_PARTS = frozenset({"gifts", "good life"})
"""The same, as their own copy says it."""
Rows = dict[str, list[dict[str, Any]]]


def gathered_for(asked_id: UUID) -> Gathered | None:
    """What was gathered because they asked, for whoever may see that; with the time it is kept not over yet."""
    return Gathered.objects.filter(asked_id=asked_id).first()


def names_among(gathered: Gathered) -> list[Name]:
    """Every name in it that may be somebody else's."""
    rows = gathered.everything
    theirs = words_in(text for table in IDENTITY for row in rows.get(table, []) for text in texts_of(row))
    colleagues = words_in(_colleagues(rows).values())
    circle = naming_words(str(row.get("name") or "") for row in rows.get(CIRCLE, []))
    places = words_in(str(row.get("to") or "") for row in rows.get(CONNECTIONS, []) if row.get("kind") != "natural")
    knowing = Knowing(frozenset(theirs | colleagues), frozenset(circle - theirs), frozenset(places))
    told, own = list(_told(rows, own=False)), list(_told(rows, own=True))
    unsure = {word for name in names_in(told, knowing, own) if not name.likely for word in name.key.split()}
    ours = words_in(text for pair in called_something_like(" ".join(unsure)).values_list("name", "likes_to_be_called") for text in pair) if unsure else set()
    return names_in(told, replace(knowing, in_our_records=frozenset(ours - theirs)), own)


def pack_of(gathered: Gathered) -> Pack:
    """What is handed over: without every likely name that was not let stay, without what was taken out besides, and without the passages."""
    chosen = gathered.may_stay or {}
    named = {name.key for name in names_among(gathered) if name.likely or name.key in chosen.get("besides", [])}
    stay = named & set(chosen.get("stay", []))
    rows = gathered.everything
    return Pack(rows, tables(), _colleagues(rows), gathered.at, named - stay, stay, list(chosen.get("out", [])), _vocabulary(rows))


def _vocabulary(rows: Rows) -> Vocabulary:
    """The words of the team that had them last."""
    held = sorted(rows.get("people_holding", []), key=lambda row: str(row.get("at")))
    return vocabulary_of(UUID(str(held[-1]["team_id"]))) if held else Vocabulary.LOCAL_AREA_COORDINATION


def _told(rows: Rows, *, own: bool) -> Iterator[str]:
    """The words in it: what they said of themselves, or all the rest."""
    known = tables()
    for name, table in known.items():
        for row in rows.get(name, []):
            if _is_own(name, row) != own:
                continue
            for column in table.words:
                if name == WAS and column == "was":
                    yield from _was(row, known)
                else:
                    yield from texts_of(row.get(column))


def _is_own(name: str, row: dict[str, Any]) -> bool:
    of = row.get("table_name") if name == WAS else name
    if of == LINES:
        held = row.get("was") if name == WAS else row
        return isinstance(held, dict) and held.get("part") in OWN_PARTS
    return of in OF_THEMSELVES


def _was(row: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    """What stood there before: of a row that was, the words of its own table."""
    of = known.get(str(row.get("table_name")))
    held = row.get("was")
    if of is None or not isinstance(held, dict):
        yield from texts_of(held)
        return
    for column in of.words & held.keys():
        yield from texts_of(held[column])


def _colleagues(rows: Rows) -> dict[str, str]:
    keys = {str(row["actor_id"]) for row in rows.get("trail_entry", []) if row.get("actor_id")}
    for name, table in tables().items():
        pointing = [column.name for column in table.columns if column.of == "colleague"] + (["actor_id"] if name == WAS else [])
        keys |= {str(row[column]) for row in rows.get(name, []) for column in pointing if row.get(column)}
    return {str(key): name for key, name in names_of({UUID(key) for key in keys}).items()}
