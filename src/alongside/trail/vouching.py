"""What the trail's lines vouch for beside themselves: the reasons that were given, and what rows held before they changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from uuid import UUID

from .chain import Line

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REASON, _NUMBER, _DIGEST = 32, 8, 32
_NONE_GIVEN = bytes(_REASON)


@dataclass(frozen=True)
class GivenReason:
    """A reason as it is stored beside its line."""

    seq: int
    person_id: UUID
    salt: UUID
    text: str


@dataclass(frozen=True)
class KeptChange:
    """A row of the history as it is stored. `was` is what the row held, as the database writes it; None where nothing was, or is any more."""

    id: int
    at: datetime
    actor_id: UUID | None
    table: str
    row: str
    person_id: UUID | None
    staff_id: UUID | None
    part: str
    deed: str
    was: str | None
    salt: UUID | None
    commitment: bytes
    together: int | None


@dataclass
class Vouched:
    """What was found: how much stands as it was written, how much was erased, and what no line vouches for because it is older."""

    reasons: int = 0
    reasons_erased: int = 0
    changes: int = 0
    changes_erased: int = 0
    older: int = 0


@dataclass
class Promises:
    """What the lines, as they passed, vouched for."""

    reasons: dict[int, tuple[bytes, UUID | None]] = field(default_factory=dict)
    """By line: the reason's commitment, and whom it is about."""
    history: dict[int, tuple[int, bytes]] = field(default_factory=dict)
    """By the number of what was changed together: the line, and the digest."""
    malformed: list[int] = field(default_factory=list)

    def take(self, line: Line) -> None:
        """Remember what this line vouches for."""
        given = line.commitment
        if len(given) not in (0, _REASON, _REASON + _NUMBER + _DIGEST):
            self.malformed.append(line.seq)
            return
        if given[:_REASON] not in (b"", _NONE_GIVEN):
            self.reasons[line.seq] = given[:_REASON], line.people[0] if line.people else None
        if len(given) > _REASON:
            self.history[int.from_bytes(given[_REASON : _REASON + _NUMBER])] = line.seq, given[_REASON + _NUMBER :]


def commitment_of(salt: UUID, words: str) -> bytes:
    """SHA-256 over the salt and the words: kept in place of words that may have to go."""
    return hashlib.sha256(f"{salt}{words}".encode()).digest()


def digest_of(changes: Iterable[KeptChange]) -> bytes:
    """One digest over rows of history in their order. The same as `trail_history_digest` in sql/chain.sql."""
    return hashlib.sha256(b"".join(map(_hash_of, changes))).digest()


def _hash_of(one: KeptChange) -> bytes:
    moment = (one.at - _EPOCH) // datetime.resolution
    keys = [str(key) if key else "" for key in (one.actor_id, one.person_id, one.staff_id)]
    fields = (str(one.id), str(moment), keys[0], one.table, one.row, keys[1], keys[2], one.part, one.deed, one.commitment.hex())
    return hashlib.sha256("\x1f".join(fields).encode()).digest()


def reason_faults(promises: Promises, reasons: Iterable[GivenReason], found: Vouched) -> Iterator[str]:
    """Every reason that is not what was given, as sentences; one that is there no more was erased, and is counted."""
    yield from (f"Line {seq} vouches for something that no line can." for seq in promises.malformed)
    left = dict(promises.reasons)
    for reason in reasons:
        commitment, person = left.pop(reason.seq, (b"", None))
        if not commitment:
            yield f"A reason stands beside line {reason.seq}, which was written without one."
        elif commitment_of(reason.salt, reason.text) != commitment:
            yield f"The reason beside line {reason.seq} was changed after it was given."
        elif reason.person_id != person:
            yield f"The reason beside line {reason.seq} was moved to somebody else."
        else:
            found.reasons += 1
    found.reasons_erased = len(left)


def history_faults(promises: Promises, changes: Iterable[KeptChange], found: Vouched) -> Iterator[str]:
    """Every place where the history is not what lines vouch for, as sentences. `changes` by what was made together (none first), then by number."""
    left = dict(promises.history)
    older = 0
    for together, rows in groupby(changes, key=lambda one: one.together):
        if together is None:
            older = max((one.id for one in _counted(rows, found)), default=0)
            continue
        kept = list(rows)
        yield from _changed_words(kept, found)
        seq, digest = left.pop(together, (0, b""))
        if not seq:
            yield f"Change {kept[0].id} is vouched for by no line: it was added or moved."
        elif digest_of(kept) != digest:
            yield f"Changes that line {seq} vouches for ({together} and what was made with it) are not as they were written."
    for together, (seq, _) in sorted(left.items()):
        yield f"Changes that line {seq} vouches for ({together} and what was made with it) are missing."
    if older and promises.history and older > min(promises.history):
        yield f"Change {older} stands among those that lines vouch for, and says that it is older: it was added or moved."


def _counted(rows: Iterable[KeptChange], found: Vouched) -> Iterator[KeptChange]:
    for one in rows:
        found.older += 1
        yield one


def _changed_words(kept: Iterable[KeptChange], found: Vouched) -> Iterator[str]:
    for one in kept:
        if one.was is None and one.salt is None:
            if one.commitment:
                found.changes_erased += 1
            else:
                found.changes += 1
        elif one.was is None or one.salt is None or commitment_of(one.salt, one.was) != one.commitment:
            yield f"What change {one.id} kept was changed after it was written."
        else:
            found.changes += 1
