"""What every table must say about itself, and what the database must do about it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from alongside.access.policies import INSERT_INSTEAD
from alongside.foundation.keeping import Keeping, Kept

from .looking import ROOT

WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
"""Kinds of field into which somebody could write about a person."""
PLACES_AND_BIRTHDAYS = ("latitude", "longitude", "date_of_birth")
"""Fields that give a person away though they are not words."""

NOT_PERSONAL: dict[str, str] = {
    "web_draft.form": "the name of a form",
    "mine_unfinished.about": "the name of a form, and a key",
    "handovers_stepup.reference": "a number by chance, of a link",
    "outcomes_worth.above": "the name of a thing with a known price",
    "outcomes_worth.below": "the name of a thing with a known price",
    "outcomes_answer.item": "which question of a measure, not what was answered",
    "web_draft.page": "an address of ours, which holds keys and never names",
    "trail_change.table_name": "the name of a table",
    "trail_change.row_id": "a key",
    "trail_change.part": "the name of a part",
    "trail_change.deed": "added, changed or removed",
    "trail_change.commitment": "a salted hash",
    "connections_meetkey.kind": "which piece it is, not what it says",
    "people_matchkey.kind": "which piece it is, not what it says",
    "people_joinedrow.table_name": "the name of a table",
    "people_joinedrow.column_name": "the name of a column",
    "people_joinedrow.row_key": "a key",
    "people_joinedrow.how": "one word of a few of ours",
    "exchange_movingin.plan": "a digest",
    "exchange_movingin.broke_off": "a sentence of ours, about nobody",
    "exchange_plannedpage.show": "one word of a few of ours",
    "access_blotted.table_name": "the name of a table",
    "access_blotted.column_name": "the name of a column",
    "access_blotted.row_key": "a key",
    "people_proposal.strength": "one word of a few of ours",
    "journeys_visit.ended": "one word of a few of ours",
    "connections_gapof.told_of": "keys of ours, and days",
}
"""Text fields of tables with a person that tell nothing of them, each with why."""

COMMANDS = ("SELECT", "INSERT", "UPDATE", "DELETE")


def undeclared(model: type[models.Model]) -> Iterator[str]:
    """Fields in which somebody could stand without the table having said so."""
    keeping = getattr(model, "keeping", None)
    table = model._meta.db_table
    if keeping is None:
        yield f"{table} does not say whether it holds a person."
        return
    if "keeping" not in vars(model):
        yield f"{table} does not say it itself: its `keeping` is another table's."
    if not isinstance(keeping.kept, Kept):
        yield f"{table} does not say how long it is kept."
    if not isinstance(keeping, Keeping):
        if any(field.is_relation and field.related_model and field.related_model._meta.db_table == "people_person" for field in model._meta.fields):
            yield f"{table} says that it holds no person, but points at one."
        return
    columns = {field.column for field in model._meta.fields}
    names = {field.name for field in model._meta.fields}
    if keeping.person not in columns:
        yield f"{table} has no column {keeping.person!r} that says whom it is about."
    yield from (f"{table}.{name} is declared personal, but there is no such field." for name in keeping.personal if name not in names)
    for field in model._meta.fields:
        told = (isinstance(field, WORDS) and not field.choices) or field.name in PLACES_AND_BIRTHDAYS
        if told and field.name not in keeping.personal and f"{table}.{field.column}" not in NOT_PERSONAL:
            yield f"{table}.{field.name} could tell of a person and is not declared: add it to `keeping`, or to NOT_PERSONAL with the reason."


def expected_commands(table: str, keeping: Keeping) -> set[str]:
    """The commands that need a policy of their own; what is not granted needs none."""
    if keeping.written_by_function:
        return {"SELECT"}
    if keeping.hidden:
        return {"SELECT", "INSERT", "DELETE"}
    if table in INSERT_INSTEAD:
        return {"SELECT", "INSERT"}
    if keeping.written_once:
        return {"SELECT", "INSERT", "UPDATE"}
    return set(COMMANDS)


def unfenced(connection: BaseDatabaseWrapper, table: str, keeping: Keeping) -> Iterator[str]:
    """What the database lacks to guard a table with a person: row security, a policy a command, history."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = to_regclass(%s)", [table])
        row = cursor.fetchone()
        if row is None:
            yield f"{table} is not in the database."
            return
        if not row[0]:
            yield f"{table} has no row security."
        cursor.execute("SELECT cmd, roles, coalesce(qual, '') || ' ' || coalesce(with_check, ''), permissive FROM pg_policies WHERE tablename = %s", [table])
        policies = {command: (roles, asked) for command, roles, asked, _ in cursor.fetchall()}
        for command in sorted(expected_commands(table, keeping) - set(policies)):
            yield f"{table} has no policy for {command}."
        for command, (_roles, asked) in policies.items():
            by_row = () if command == "SELECT" else ("i_see(",)
            if not any(named in asked for named in ("may_see", "person_is_new", "current_actor()", *by_row)):
                yield f"{table}: the policy for {command} asks nobody: {asked.strip()!r}."
        # A command without a policy finds no row; TRUNCATE alone asks no policy.
        cursor.execute("SELECT has_table_privilege('alongside_app', %s, 'TRUNCATE')", [table])
        if cursor.fetchone()[0]:
            yield f"{table}: the application may empty it, which no policy guards."
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgname = 'keep_history' AND tgenabled <> 'D'", [table])
        if cursor.fetchone()[0] != keeping.keeps_history:
            yield f"{table} keeps no history of its changes, or one that it may not keep."
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgname = 'written_once' AND tgenabled <> 'D'", [table])
        if keeping.written_once and cursor.fetchone()[0] != 1:
            yield f"{table}: what was written there can be changed."


@cache
def storeys() -> tuple[tuple[frozenset[str], ...], ...]:
    """The rooms as import-linter knows them, from the top down; rooms side by side in one set."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return tuple(frozenset(room.strip() for room in layer.split("|")) for layer in layers)  # type: ignore[return-value]


def height(room: str) -> int:
    """The storey of a room, the ground being 0."""
    layers = list(reversed(storeys()))
    return next(index for index, rooms in enumerate(layers) if room in rooms)


def leaning_up(room: str, other: str) -> bool:
    """Whether something in a room may not rest on something in another."""
    return room != other and height(other) >= height(room)
