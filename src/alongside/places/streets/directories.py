"""Where a tile lies in a PMTiles archive: its number along the curve that fills each level, and the directories that say where numbers are.

PMTiles 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). Coordinates are those of web maps: level z has 2^z by
2^z tiles, x from the west, y from the north.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_LEVELS = 24
MOST_ENTRIES = 500_000
"""Entries of one directory that are read; files as they are made have some thousands."""


class BrokenArchive(ValueError):
    """What is no PMTiles archive, or not whole."""


@dataclass(frozen=True)
class Entry:
    """So many tiles on end, from this number on, that are one run of bytes; with none (`many` 0) those bytes are a further directory."""

    number: int
    offset: int
    length: int
    many: int


def number_of(z: int, x: int, y: int) -> int:
    """The number of a tile: those of all levels above, then its place on the level's Hilbert curve."""
    if not (0 <= z <= MOST_LEVELS and 0 <= x < 1 << z and 0 <= y < 1 << z):
        raise ValueError("There is no such tile.")
    along, side = 0, 1 << z >> 1
    while side:
        right, below = int(bool(x & side)), int(bool(y & side))
        along += side * side * ((3 * right) ^ below)
        if not below:
            if right:
                x, y = side - 1 - (x & side - 1), side - 1 - (y & side - 1)
            x, y = y, x
        side >>= 1
    return ((1 << 2 * z) - 1) // 3 + along


def read_directory(told: bytes) -> list[Entry]:
    """Its entries, in the order of their numbers."""
    numbers = _numbers(told)
    try:
        many = next(numbers)
        if many > MOST_ENTRIES:
            raise BrokenArchive("a directory is larger than any that is made")
        at, starts = 0, []
        for _ in range(many):
            at += next(numbers)
            starts.append(at)
        runs = [next(numbers) for _ in range(many)]
        lengths = [next(numbers) for _ in range(many)]
        entries: list[Entry] = []
        for start, run, length in zip(starts, runs, lengths, strict=True):
            said = next(numbers)
            if said == 0 and not entries:
                raise BrokenArchive("a directory begins nowhere")
            offset = entries[-1].offset + entries[-1].length if said == 0 else said - 1
            entries.append(Entry(start, offset, length, run))
    except StopIteration:
        raise BrokenArchive("a directory breaks off") from None
    return entries


def _numbers(told: bytes) -> Iterator[int]:
    """Seven bits a byte, the least first; the eighth says that more follow."""
    value = shift = 0
    for byte in told:
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            yield value
            value = shift = 0
        elif (shift := shift + 7) > 63:
            raise BrokenArchive("a number in it has no end")


def holding(entries: Sequence[Entry], number: int) -> Entry | None:
    """The entry that holds this tile, or the directory that may."""
    at = bisect_right(entries, number, key=lambda one: one.number) - 1
    if at < 0:
        return None
    found = entries[at]
    return found if found.many == 0 or number < found.number + found.many else None
