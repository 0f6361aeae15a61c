"""A post's life as boxes: from left to right its days, from top to bottom who pays for how much of it. No Django."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .posts import WHOLE, Piece, Stretch

WIDE, HIGH = 1000, 100


@dataclass(frozen=True)
class Box:
    """A rectangle of the picture; `number` is the stream's colour, 0 for what nobody pays."""

    x: int
    y: int
    wide: int
    high: int
    number: int


def boxes(pieces: Sequence[Piece], window: Stretch, numbers: Mapping[Hashable, int]) -> list[Box]:
    """Streams in the order of their numbers, from below; what nobody pays on top."""
    found: list[Box] = []
    for piece in pieces:
        seen = piece.over.overlap(window)
        if seen is None:
            continue
        left, right = along(seen.since, window), along(seen.until, window)
        foot = HIGH
        for number, parts in [*sorted((numbers[stream], parts) for stream, parts in piece.paid), (0, piece.gap)]:
            high = round(parts * HIGH / WHOLE)
            if high and right > left:
                foot -= high
                found.append(Box(left, foot, right - left, high, number))
    return found


def along(day: date | None, window: Stretch) -> int:
    """How far to the right a day lies."""
    assert window.until is not None  # noqa: S101 - a picture has two ends
    day = window.until if day is None else day
    return round(WIDE * (day - window.since).days / (window.until - window.since).days)


def years(window: Stretch) -> list[tuple[int, int]]:
    """Where each financial year of the window begins, and its year."""
    assert window.until is not None  # noqa: S101
    return [(along(date(year, 4, 1), window), year) for year in range(window.since.year, window.until.year)]
