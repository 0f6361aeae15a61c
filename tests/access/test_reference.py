"""The view that decides, the reference that says it again, and what the application can truly read, are one and the same."""

from __future__ import annotations

import os

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.access.machine import machine, read_as

LIVES = int(os.environ.get("ALONGSIDE_LIVES", "30"))
"""Each of about forty steps; `.ci/run` asks for enough to pass 10,000."""
STEPS = 50
QUIET = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
HOLE_HUNT = settings(max_examples=300, stateful_step_count=20, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False, **QUIET)
"""The first life that shows the hole is enough; nobody asks for the shortest."""


def test_the_view_agrees_with_the_reference_through_random_lives(cast, capsys):
    lived = settings(max_examples=LIVES, stateful_step_count=STEPS, print_blob=True, **QUIET)
    run_state_machine_as_test(machine(cast), settings=lived)
    with capsys.disabled():
        print(f"\n  access: {cast.counted}")
    assert cast.counted.steps >= (10_000 if LIVES >= 300 else LIVES * 10)


@pytest.mark.parametrize(
    "hole",
    [
        ("m.since <= current_date AND (m.until IS NULL OR m.until > current_date)", "m.since <= current_date"),
        ("n.until > current_date", "n.until >= current_date"),
        ("l.staff_id = r.actor_id", "true"),
        ("('named to them', 'agreed extract')", "('named to them', 'agreed extract'), ('named to them', 'record')"),
    ],
)
def test_a_hole_in_the_view_is_found(cast, hole):
    there, instead = hole
    cast.connection.execute(planted_view(there, instead))
    cast.connection.commit()
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine(cast), settings=HOLE_HUNT)


def planted_view(there: str, instead: str) -> str:
    """The view with a hole in it."""
    from alongside.access import fences

    text = fences._read("access/sql/may_see.sql")
    assert there in text
    return text.replace(there, instead).replace("CREATE VIEW", "CREATE OR REPLACE VIEW")


def test_with_nobody_signed_in_nobody_is_visible(cast):
    assert read_as(cast, None) == set()


def test_who_may_see_whom_is_itself_shown_to_nobody(cast):
    connection = cast.connection
    connection.execute("SELECT set_config('alongside.actor', '', true)")
    connection.execute("SET LOCAL ROLE alongside_app")
    assert connection.execute("SELECT count(*) FROM i_may_see").fetchone() == (0,)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), connection.transaction():
        connection.execute("SELECT 1 FROM may_see LIMIT 1")
    connection.execute("RESET ROLE")
