"""Whoever says no to evaluation leaves nothing of their life in the extract there is, at that moment, in whichever table it stands; nobody else's row moves."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from alongside.access.actions import choose
from alongside.evidence.actions import make_extract
from alongside.evidence.extracted import OF_THEIR_LIFE, SHAPES
from alongside.evidence.models import Extract, Link
from alongside.foundation.actor import Actor, Role
from alongside.people.models import Person
from tests.building import a_team, an_actor, as_, now, somebody, today

Held = dict[str, dict[str, list[Any]]]
BESIDE_A_PERSON = ("connection", "support", "use")
"""Numbers by which a table hangs on another that names the person."""


def planted(numbers: tuple[int, ...]) -> Held:
    """Every table of an extract with a row of each of them: a figure, a day and a word in every column, so that no table is forgotten."""
    return {
        table: {
            column: [one if column in ("person", *BESIDE_A_PERSON) else {"int64": 7, "date": "2026-01-05", "string": f"zz{table}"}[kind] for one in numbers]
            for column, kind in shape.items()
        }
        for table, shape in SHAPES.items()
    }


def held(extract: Extract, by: Actor) -> Held:
    with as_(by):
        found: Held = json.loads(bytes(Extract.objects.get(id=extract.id).payload))
    return found


def rows_of(held: Held, table: str, number: int) -> list[tuple[Any, ...]]:
    """Somebody's rows of a table that names them, or that hangs on one which does."""
    names = list(SHAPES[table])
    by = next((name for name in ("person", *BESIDE_A_PERSON) if name in names), "")
    return [row for row in zip(*(held[table][name] for name in names), strict=True) if by and row[names.index(by)] == number]


@pytest.mark.django_db(databases=["owner"])
def test_the_database_and_the_definitions_name_the_same_tables_of_their_life() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT evidence_of_their_life()")
        assert set(cursor.fetchone()[0]) == set(OF_THEIR_LIFE)


def test_every_table_of_their_life_is_empty_of_them_at_that_moment_and_of_nobody_else(committed: str) -> None:
    team = a_team()
    sam, mina = an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team)
    gwen, idris = somebody(sam, "Gwen Prys"), somebody(sam, "Idris Vaughan-Bell")
    with as_(mina):
        extract = make_extract(team.id, by=mina, at=now())
        one, other = (Link.objects.get(extract_id=extract.id, person_id=key).number for key in (gwen, idris))
    before = planted((one, other))
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE evidence_extract SET payload = convert_to(%s, 'UTF8') WHERE id = %s", [json.dumps(before), extract.id])
        assert cursor.rowcount == 1

    says_no(gwen, by=sam)

    after = held(extract, mina)
    assert {table: rows_of(after, table, one) for table in OF_THEIR_LIFE} == {table: [] for table in OF_THEIR_LIFE}
    assert {table: rows_of(after, table, other) for table in SHAPES} == {table: rows_of(before, table, other) for table in SHAPES}
    people = dict(zip(after["people"]["person"], zip(after["people"]["evaluation"], after["people"]["age_band"], strict=True), strict=True))
    assert people == {one: ("no", ""), other: ("zzpeople", "zzpeople")}
    of_the_team = set(SHAPES) - set(OF_THEIR_LIFE) - {"people"}
    assert {table: after[table] for table in of_the_team} == {table: before[table] for table in of_the_team}


def says_no(person: UUID, *, by: Actor) -> None:
    with as_(by):
        choose(Person(id=person), "evaluation", "no", on=today(), how="aloud", by=by, at=now())
