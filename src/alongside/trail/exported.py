"""The trail as lines of text, and heads of it, kept where the database's keeper cannot reach."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from .chain import Head, Line


def as_text(line: Line) -> str:
    """One line of the trail as one line of JSON."""
    return json.dumps(
        {
            "seq": line.seq,
            "at": line.at.isoformat(timespec="microseconds"),
            "actor": str(line.actor_id),
            "role": line.role,
            "verb": line.verb,
            "about": line.about,
            "people": [str(person) for person in line.people],
            "purpose": line.purpose,
            "outcome": line.outcome,
            "commitment": line.commitment.hex(),
            "previous": line.previous.hex(),
            "hash": line.hash.hex(),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_text(text: str) -> Line:
    """The line that `as_text` wrote; ValueError when it is none."""
    try:
        given = json.loads(text)
        return Line(
            seq=int(given["seq"]),
            at=datetime.fromisoformat(given["at"]),
            actor_id=UUID(given["actor"]),
            role=given["role"],
            verb=given["verb"],
            about=given["about"],
            people=tuple(UUID(person) for person in given["people"]),
            purpose=given["purpose"],
            outcome=given["outcome"],
            commitment=bytes.fromhex(given["commitment"]),
            previous=bytes.fromhex(given["previous"]),
            hash=bytes.fromhex(given["hash"]),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        raise ValueError(f"this is no line of a trail: {text.strip()[:60]!r}") from None


def head_as_text(head: Head, at: datetime) -> str:
    """A head as it is kept: number, hash, and when it was kept."""
    return f"{head.seq} {head.hash.hex()} {at.isoformat(timespec='seconds')}"


def heads_from_text(lines: Iterable[str]) -> Iterator[Head]:
    """The heads of a file, one a line; ValueError names a line that is none."""
    for number, text in enumerate(lines, 1):
        words = text.split()
        if not words or text.startswith("#"):
            continue
        try:
            yield Head(int(words[0]), bytes.fromhex(words[1]))
        except (IndexError, ValueError):
            raise ValueError(f"line {number} is no head: {text.strip()[:60]!r}") from None
