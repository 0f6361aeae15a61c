"""What the bench writes by COPY is, row for row, what the actions would have written."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.apps import apps
from django.db import connections

from alongside.trail.chain import Line, faults
from alongside.trail.models import Entry
from bench import by_actions, by_copy
from bench.house import open_house
from bench.lives import lives
from tests.building import today
from tests.conftest import a_copy

PEOPLE = 11
_A_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_ASIDE = {
    # Moments of the machine's own clock, counted keys and hashes.
    "people_person": {"created_at"},
    "people_matchkey": {"id"},
    # What is copied is a history from before lines vouched for it.
    "trail_change": {"id", "at", "salt", "commitment", "together"},
    "trail_entry": {"seq", "previous", "hash", "commitment"},
}
_FIRST = ["teams_staff", "teams_team", "teams_organisation", "places_locality", "people_person", "connections_connection"]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the house, each key said as what it is the key of."""
    tables = [m._meta.db_table for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("alongside.")]
    said: dict[str, str] = {}
    found: dict[str, list[dict[str, Any]]] = {}
    with connections["owner"].cursor() as cursor:
        for table in sorted(tables, key=lambda name: (name.startswith("trail"), name not in _FIRST, _FIRST.index(name) if name in _FIRST else 0, name)):
            cursor.execute(f"SELECT to_jsonb(t) FROM {table} t")
            rows = []
            for (row,) in cursor.fetchall():
                row = json.loads(row)
                key = row.get("id", "")
                row = {name: _A_KEY.sub(lambda k: said.get(k[0], "a key"), str(value)) for name, value in row.items() if name not in _ASIDE.get(table, ())}
                row.pop("id", None)
                said.setdefault(str(key), f"{table} {row}")
                rows.append(row)
            found[table] = sorted(rows, key=str)
    return found


@pytest.fixture(scope="module")
def written(django_db_setup, django_db_blocker):
    """What each of the two hands left in a database of its own."""
    with django_db_blocker.unblock():
        hands = {}
        for hand in ("actions", "copy"):
            with a_copy(f"bench_{hand}"):
                staff = open_house(PEOPLE, today=today())
                everybody = list(lives(PEOPLE, len(staff), today=today(), growth=(1, 20)))
                if hand == "copy":
                    by_copy.write(everybody, staff)
                else:
                    for life in everybody:
                        by_actions.write(life, staff)
                hands[hand] = everything(), _faults()
        return hands


def _faults() -> list[str]:
    columns = [f.name for f in Entry._meta.concrete_fields]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(columns)} FROM trail_entry ORDER BY seq")
        lines = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return list(
        faults(Line(**line | {name: bytes(line[name]) for name in ("commitment", "previous", "hash")} | {"people": tuple(line["people"])}) for line in lines)
    )


def test_copy_writes_the_rows_that_the_actions_write(written):
    by_the_actions, by_the_copy = written["actions"][0], written["copy"][0]
    for table, rows in by_the_actions.items():
        assert by_the_copy[table] == rows, table
    assert len(by_the_actions["journeys_note"]) == 193


def test_the_copied_trail_is_a_whole_chain(written):
    assert written["copy"][1] == []
