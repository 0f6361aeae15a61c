"""Who there is in every random life, and what the application shows each of them."""

from __future__ import annotations

from itertools import count
from uuid import UUID

import psycopg

_turn = count(1)


def key_in_turn() -> UUID:
    """A key that sorts after those before it: the application's own come in any order within a thousandth of a second, and no life would be the same twice."""
    return UUID(int=next(_turn))


class Counted:
    """How much was compared, told at the end: a promise is never claimed from a short run."""

    def __init__(self) -> None:
        self.lives = self.steps = self.answers = self.looks = 0

    def __str__(self) -> str:
        return f"{self.lives} lives, {self.steps:,} steps, {self.answers:,} answers of may_see compared, {self.looks:,} looks into every table compared"


class Cast:
    """Who there is in every life: made once and committed."""

    def __init__(
        self, connection: psycopg.Connection, staff: list[UUID], teams: dict[UUID, UUID], people: list[UUID], tables: list[tuple[str, str, str]]
    ) -> None:
        self.connection = connection
        self.staff, self.teams, self.people = staff, teams, people
        self.tables = tables
        """Every table that a signed-in person may read about somebody: its name, the column that says whom, its part."""
        everything = " UNION ".join(f"SELECT '{table}', {column} FROM {table}" for table, column, _ in tables)
        self.planted = set(connection.execute(everything).fetchall())
        self.series = [made_id for (made_id,) in connection.execute("SELECT id FROM meetings_series ORDER BY id").fetchall()]
        self.guests = [key_in_turn() for _ in range(3)]
        """Seats at tables, which a life fills: whoever holds the link of one asks under its key."""
        self.receivers = [made_id for (made_id,) in connection.execute("SELECT id FROM handovers_receiver ORDER BY id").fetchall()]
        self.handed = [key_in_turn() for _ in range(4)]
        """Hand-overs, which a life makes: whoever holds the link of one asks under its key."""
        # Both are asked thousands of times, and to plan them takes many times as long as to answer them: planned once, and anew by
        # the database itself whenever the view is another. The driver's own keeping of plans forgets them with every life undone.
        connection.prepare_threshold = None
        connection.execute(f"PREPARE everything_in_sight AS {everything}")
        connection.execute("PREPARE every_answer AS SELECT actor_id, person_id, part, because FROM may_see")
        self.counted = Counted()
        (self.today,) = connection.execute("SELECT current_date").fetchone() or (None,)
        connection.commit()


def differences(answered: set[tuple[object, ...]], expected: set[tuple[object, ...]]) -> str:
    """What one says and the other does not."""
    return f"only in the database: {sorted(map(str, answered - expected))[:5]}; only in the reference: {sorted(map(str, expected - answered))[:5]}"


def read_as(cast: Cast, staff: UUID | None) -> set[tuple[str, UUID]]:
    """Every table and person that the application can read when this actor asks; None when nobody is signed in."""
    cast.connection.execute("SELECT set_config('alongside.actor', %s, true)", [str(staff) if staff else ""])
    cast.connection.execute("SET LOCAL ROLE alongside_app")
    seen = set(cast.connection.execute("EXECUTE everything_in_sight").fetchall())
    cast.connection.execute("RESET ROLE; SELECT set_config('alongside.actor', '', true)")
    return seen
