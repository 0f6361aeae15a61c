"""How often somebody may try the code of a link: counted on a connection of its own, before the code is looked at."""

from __future__ import annotations

from django.db import connection, connections

from .rules import MOST_TRIES


def may_try(reference: str) -> bool:
    """Counts this try; False when there were too many since the link last opened, or since its last new code."""
    with connections["counting"].cursor() as cursor:
        cursor.execute("SELECT mine_count_try(%s)", [reference])
        (many,) = cursor.fetchone()
    return int(many) <= MOST_TRIES


def try_anew(reference: str) -> None:
    """The right code was typed, or another was given."""
    with connections["counting"].cursor() as cursor:
        cursor.execute("SELECT mine_forget_tries(%s)", [reference])


def is_locked(reference: str) -> bool:
    """Whether the code was tried too often; said to whoever gave the link, never to whoever tries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT many FROM mine_tries WHERE reference = %s", [reference])
        row = cursor.fetchone()
    return row is not None and row[0] >= MOST_TRIES
