"""The chain's arithmetic, as plain Python: enough to check an export with nothing else at hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    """One line of the trail as it is stored."""

    seq: int
    at: datetime
    actor_id: UUID
    role: str
    verb: str
    about: str
    people: tuple[UUID, ...]
    purpose: str
    outcome: str
    commitment: bytes
    previous: bytes
    hash: bytes


@dataclass(frozen=True)
class Head:
    """The newest line at some moment, kept where the database's keeper cannot reach."""

    seq: int
    hash: bytes


def hash_of(line: Line, previous: bytes) -> bytes:
    """SHA-256 over a zero byte, the hash before, and the line's fields joined by the unit separator (1F hex).

    Time is whole microseconds since 1970 in UTC. The same as `trail_hash` in sql/chain.sql.
    """
    moment = (line.at - _EPOCH) // (datetime.resolution)
    fields = (
        str(line.seq),
        str(moment),
        str(line.actor_id),
        line.role,
        line.verb,
        line.about,
        ",".join(str(person) for person in line.people),
        line.purpose,
        line.outcome,
        line.commitment.hex(),
    )
    return hashlib.sha256(b"\x00" + previous + "\x1f".join(fields).encode()).digest()


def faults(lines: Iterable[Line], heads: Iterable[Head] = (), *, after: Head | None = None) -> Iterator[str]:
    """Every place where the chain does not hold, as sentences; nothing when it is whole.

    `lines` in the order of their numbers, from the first, or from the one that follows `after`. `heads` kept elsewhere
    catch what a chain alone cannot: a tail cut off or the whole rolled back and written anew.
    """
    kept = {head.seq: head.hash for head in heads}
    previous, expected = (after.hash, after.seq + 1) if after else (b"", 1)
    last_at: datetime | None = None
    for line in lines:
        if line.seq != expected:
            yield f"Line {line.seq} stands where line {expected} should: a line was removed or moved."
            expected = line.seq
        if line.previous != previous:
            yield f"Line {line.seq} does not follow the line before it."
        if hash_of(line, line.previous) != line.hash:
            yield f"Line {line.seq} was changed after it was written."
        if last_at is not None and line.at < last_at:
            yield f"Line {line.seq} is dated before the line above it."
        if line.seq in kept and kept.pop(line.seq) != line.hash:
            yield f"Line {line.seq} is not the line whose head was kept: the trail was rewritten."
        previous, last_at = line.hash, line.at
        expected += 1
    for seq in sorted(kept):
        yield f"Line {seq}, whose head was kept, is missing: the trail was cut or rolled back."
