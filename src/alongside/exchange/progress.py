"""How far loading has come, said where others can read it while nothing of it is kept yet.

All comes in with one transaction, so no row can say it. The name that a connection gives itself is seen by others at once, and goes with the
connection: whatever loading dies of, nobody is told that it still runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from .models import MovingIn

EVERY = 20
"""People between two times that it is said."""


@dataclass(frozen=True)
class HowFar:
    """How many of how many are written down."""

    done: int
    many: int


def say_how_far(key: UUID, done: int, many: int) -> None:
    """This connection is at so many of so many."""
    if done % EVERY == 0 or done == many:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('application_name', %s, false)", [f"moving {key} {done}/{many}"])


def say_nothing_more() -> None:
    """This connection does something else from now on."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('application_name', '', false)")


def how_far(moving: MovingIn) -> HowFar | None:
    """Where it is now; None when nobody is loading it."""
    if moving.begun_at is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT application_name FROM pg_stat_activity WHERE application_name LIKE %s LIMIT 1", [f"moving {moving.id} %"])
        found = cursor.fetchone()
    if found is None:
        return None
    done, many = found[0].rsplit(" ", 1)[1].split("/")
    return HowFar(int(done), int(many))
