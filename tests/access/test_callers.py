"""The functions in the database are the pages' alone: whoever else may sign in to it calls none of them."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from tests.conftest import CLUSTER

CALLABLE = """
    SELECT p.proname FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.proowner = 'alongside_owner'::regrole AND has_function_privilege(%s, p.oid, 'EXECUTE')
    ORDER BY 1
"""
RUN_BY_TRIGGERS = "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype"


@pytest.fixture
def stranger(committed: str) -> Iterator[psycopg.Connection]:
    """Somebody who may sign in to the database, and was granted nothing; what they do is undone."""
    with psycopg.connect(CLUSTER.url("superuser", committed)) as connection:
        connection.execute("CREATE ROLE stranger LOGIN")
        yield connection
        connection.rollback()


def callable_by(connection: psycopg.Connection, role: str) -> list[str]:
    return [name for (name,) in connection.execute(CALLABLE, [role])]


def test_a_stranger_may_call_no_function_of_the_house(stranger):
    assert callable_by(stranger, "stranger") == []


def test_a_function_that_is_open_to_all_would_be_found(stranger):
    stranger.execute("GRANT EXECUTE ON FUNCTION teams_counted() TO PUBLIC")
    assert callable_by(stranger, "stranger") == ["teams_counted"]


@pytest.mark.parametrize(
    "call",
    [
        "trail_append('[]')",
        "someone_like('{name}', '{gwen}')",
        "walks_in_team(gen_random_uuid())",
        "person_is_new(gen_random_uuid())",
        "teams_counted()",
        "make_evidence_extract(gen_random_uuid(), gen_random_uuid(), now(), current_date)",
    ],
)
def test_a_stranger_who_tries_is_refused(stranger, call):
    stranger.execute("SET ROLE stranger")
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied for function"):
        stranger.execute(f"SELECT {call}")


def test_the_pages_may_call_all_but_what_triggers_run(stranger):
    of_triggers = {name for (name,) in stranger.execute(RUN_BY_TRIGGERS)}
    theirs = set(callable_by(stranger, "alongside_app"))
    assert (theirs & of_triggers, theirs >= {"trail_append", "someone_like", "current_actor", "desk_day"}) == (set(), True)
