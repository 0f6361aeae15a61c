"""One number for everything that is stored, so that a request that changed anything is known; and whom the trail names because of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connections

NOT_COUNTED = ("trail_entry", "trail_reason", "django_session", "web_draft", "web_cache", "mine_tries")
"""What a refused request may leave behind: its line in the trail, the session, drafts and the counts of failed sign-ins and wrong codes."""


@dataclass(frozen=True)
class Known:
    """What is stored, the newest line of the trail, and how far writing has come in the whole cluster."""

    stored: str
    head: int
    written: str


def prepare() -> None:
    """Make the functions that look, as the owner of the tables, so that row security hides nothing from them."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        tables = [name for (name,) in cursor.fetchall() if name not in NOT_COUNTED]
        each = " UNION ALL ".join(f"SELECT '{table}', count(*), sum(hashtextextended(x::text, 0)) FROM {table} x" for table in tables)
        cursor.execute(
            "CREATE OR REPLACE FUNCTION everything_stored() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER "
            # Asked after each request that wrote: over a hundred and fifty tables of a few rows, helpers and compiling cost most of it.
            "SET search_path = public SET jit = off SET max_parallel_workers_per_gather = 0 AS "
            f"$$ BEGIN RETURN (SELECT jsonb_object_agg(t, jsonb_build_array(n, h)) FROM ({each}) AS counted (t, n, h)); END $$"
        )
        cursor.execute(_NEWEST_LINE)
        cursor.execute(_SINCE)


_NEWEST_LINE = """
    CREATE OR REPLACE FUNCTION newest_line() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
    $$ BEGIN RETURN (SELECT coalesce(max(seq), 0) FROM trail_entry); END $$
"""

# Whoever changes a row is given a number first, and is over before numbers move past it: where this transaction has none and
# nobody else's is over since we looked, nothing was written, and there is nothing to count.
_SINCE = """
    CREATE OR REPLACE FUNCTION known_since(before text, line bigint, actor uuid, OUT stored text, OUT head bigint, OUT written text, OUT people uuid[])
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
        written := pg_snapshot_xmax(pg_current_snapshot());
        IF before IS NULL OR written <> before OR pg_current_xact_id_if_assigned() IS NOT NULL THEN
            stored := everything_stored();
            head := newest_line();
            people := ARRAY(SELECT DISTINCT unnest(e.people) FROM trail_entry e WHERE e.seq > line AND e.actor_id = actor);
        END IF;
    END $$
"""


def known() -> Known:
    """All of it now."""
    found, _people = since(None, None)
    return found


def since(before: Known | None, actor: UUID | None) -> tuple[Known, set[Any]]:
    """What is stored by now, and whom this actor's lines name that were written since."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT stored, head, written, people FROM known_since(%s, %s, %s)", [before and before.written, before.head if before else 0, actor])
        stored, head, written, people = cursor.fetchone()
    if stored is None:
        assert before is not None
        return before, set()
    return Known(stored, head, written), set(people)


def undone(found: Known) -> Known:
    """The same stored, after what this connection wrote was undone: the trail's newest line is an earlier one again."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT newest_line(), pg_snapshot_xmax(pg_current_snapshot())::text")
        head, written = cursor.fetchone()
    return Known(found.stored, head, written)


def differing(before: str, after: str) -> list[str]:
    """The tables in which something changed."""
    import json

    then, now = json.loads(before), json.loads(after)
    return sorted(table for table in now if then.get(table) != now[table])
