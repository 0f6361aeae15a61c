"""One number for everything that is stored, so that a request that changed anything is known."""

from __future__ import annotations

from django.db import connections

NOT_COUNTED = ("trail_entry", "trail_reason", "django_session", "web_draft", "web_cache", "mine_tries")
"""What a refused request may leave behind: its line in the trail, the session, drafts and the counts of failed sign-ins and wrong codes."""


def prepare() -> None:
    """Make the function that counts, as the owner of the tables, so that row security hides nothing from it."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        tables = [name for (name,) in cursor.fetchall() if name not in NOT_COUNTED]
        each = " UNION ALL ".join(f"SELECT '{table}', count(*), sum(hashtextextended(x::text, 0)) FROM {table} x" for table in tables)
        cursor.execute(
            "CREATE OR REPLACE FUNCTION everything_stored() RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER "
            # Asked before and after each request: over a hundred and fifty tables of a few rows, helpers and compiling cost most of it.
            "SET search_path = public SET jit = off SET max_parallel_workers_per_gather = 0 AS "
            f"$$ BEGIN RETURN (SELECT jsonb_object_agg(t, jsonb_build_array(n, h)) FROM ({each}) AS counted (t, n, h)); END $$"
        )


def stored(alias: str = "default") -> str:
    """What everything is now, as this connection sees it."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT everything_stored()::text")
        return str(cursor.fetchone()[0])


def differing(before: str, after: str) -> list[str]:
    """The tables in which something changed."""
    import json

    then, now = json.loads(before), json.loads(after)
    return sorted(table for table in now if then.get(table) != now[table])
