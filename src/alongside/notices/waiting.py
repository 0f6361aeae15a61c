"""What of the outbox is for our own hands: what no machine carries here, what did not go, and what nobody can know."""

from __future__ import annotations

from django.db import connection

from .out import ways_by_machine

# In plain words, because every day's page asks it.
_NEED_US = "SELECT count(*) FROM notices_notice WHERE state IN ('may have gone', 'not gone') OR (state = 'waiting' AND way <> ALL (%s))"


def how_many_need_us() -> int:
    """Of what the one who asks may see."""
    with connection.cursor() as cursor:
        cursor.execute(_NEED_US, [list(ways_by_machine())])
        return int(cursor.fetchone()[0])
