"""Reading the whole trail, in order; whoever does is the owner, for no reader may see every line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connections, transaction

from .chain import Head, Line
from .vouching import GivenReason, KeptChange

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Moments as whole microseconds: a third quicker than reading them from text.
COLUMNS = "seq, (extract(epoch FROM at) * 1000000)::bigint, actor_id, role, verb, about, people, purpose, outcome, commitment, previous, hash"

CHANGE = "id, (extract(epoch FROM at) * 1000000)::bigint, actor_id, table_name, row_id, person_id, staff_id, part, deed, was::text, salt, commitment, together"


def line_from(row: Sequence[Any]) -> Line:
    """A line from the columns `COLUMNS` of its row."""
    seq, moment, actor, role, verb, about, people, purpose, outcome, commitment, previous, hashed = row
    at = _EPOCH + timedelta(microseconds=moment)
    return Line(seq, at, actor, role, verb, about, tuple(people), purpose, outcome, bytes(commitment), bytes(previous), bytes(hashed))


def stored_lines(*, after: int = 0, using: str = "owner") -> Iterator[Line]:
    """Every line of the trail in the order of their numbers, some thousand at a time."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {COLUMNS} FROM trail_entry WHERE seq > %s ORDER BY seq", [after])
        while rows := cursor.fetchmany(5000):
            yield from map(line_from, rows)


@contextmanager
def one_picture(*, using: str = "owner") -> Iterator[None]:
    """All that is read in here is of one moment, whatever is written meanwhile; in a transaction under way, as that one reads."""
    under_way = connections[using].in_atomic_block
    with transaction.atomic(using=using):
        if under_way:
            yield
            return
        with connections[using].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def stored_reasons(*, using: str = "owner") -> Iterator[GivenReason]:
    """Every reason that stands beside a line."""
    return (GivenReason(*row) for row in _rows("SELECT seq, person_id, salt, text FROM trail_reason ORDER BY seq", using))


def stored_changes(*, using: str = "owner") -> Iterator[KeptChange]:
    """Every row of the history: those from before lines vouched for it, then by what was changed together."""
    for row in _rows(f"SELECT {CHANGE} FROM trail_change ORDER BY together NULLS FIRST, id", using):
        number, moment, *others, commitment, together = row
        made = (number, _EPOCH + timedelta(microseconds=moment), *others, bytes(commitment), together)
        yield KeptChange(*made)


def _rows(sql: str, using: str) -> Iterator[Sequence[Any]]:
    with transaction.atomic(using=using), connections[using].chunked_cursor() as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(5000):
            yield from rows


def newest_head(*, using: str = "owner") -> Head | None:
    """The newest line's number and hash; None while the trail is empty."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM trail_entry ORDER BY seq DESC LIMIT 1")
        found = cursor.fetchone()
    return Head(found[0], bytes(found[1])) if found else None
