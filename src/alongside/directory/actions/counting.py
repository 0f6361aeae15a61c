"""Counting how it went at a place, as part of what is written into a record; the record's own line in the trail is the only one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection

_MORE = """
    INSERT INTO directory_lived AS l (entry_id, team_id, month, happened, many) SELECT %s, %s, %s, what, 1 FROM unnest(%s::text[]) AS what
    ON CONFLICT (entry_id, team_id, month, happened) DO UPDATE SET many = l.many + 1
"""
_LESS = """
    UPDATE directory_lived l SET many = l.many - 1
    WHERE l.id IN (SELECT DISTINCT ON (c.happened) c.id FROM directory_lived c
                   WHERE c.entry_id = %s AND c.team_id = %s AND c.happened = ANY (%s::text[]) AND c.many > 0
                   ORDER BY c.happened, c.month <> %s, c.month DESC)
"""


def count(entry_id: UUID | None, team_id: UUID | None, on: date, *, more: Iterable[str] = (), less: Iterable[str] = ()) -> None:
    """Each of these once more in the month of this day, or once less: there, or else in the month in which it was counted last."""
    month, more, less = on.replace(day=1), sorted(more), sorted(less)
    if entry_id is None or team_id is None:
        return
    with connection.cursor() as cursor:
        if more:
            cursor.execute(_MORE, [entry_id, team_id, month, more])
        if less:
            cursor.execute(_LESS, [entry_id, team_id, less, month])
