"""Asking the same few questions thousands of times: found out once how, and not each time anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

ASKED_BEFORE = 2
"""After so many times a statement's plan is kept; with row security, finding it takes some twenty times as long as following it."""


@contextmanager
def plans_kept() -> Iterator[None]:
    """From here on this connection keeps the plans of what it is asked again and again."""
    connection.ensure_connection()
    asked = connection.connection
    before = asked.cursor_factory, asked.prepare_threshold
    asked.cursor_factory, asked.prepare_threshold = ServerBindingCursor, ASKED_BEFORE
    try:
        with connection.cursor() as cursor:
            # A plan for any values: the first few that are asked say nothing of the thousands after them.
            cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
            # It is found while the tables are still empty, when reading all of one is as good as an index; thousands of rows later it is not.
            cursor.execute("SET LOCAL enable_seqscan = off")
        yield
    finally:
        asked.cursor_factory, asked.prepare_threshold = before
