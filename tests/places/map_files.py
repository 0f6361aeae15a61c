"""A map in one file (PMTiles 3), written as plainly as can be: what the reader is held against."""

from __future__ import annotations

import gzip
import io
import json
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

Tiles = Mapping[tuple[int, int, int], bytes]


def a_picture(colour: tuple[int, int, int]) -> bytes:
    """A square of one colour, as a tile."""
    made = io.BytesIO()
    Image.new("RGB", (256, 256), colour).save(made, "PNG")
    return made.getvalue()


def slow_number(z: int, x: int, y: int) -> int:
    """The number of a tile, by drawing the curve: each level is four turned copies of the one before."""
    return sum(4**level for level in range(z)) + _curve(z).index((x, y))


def _curve(z: int) -> list[tuple[int, int]]:
    if z == 0:
        return [(0, 0)]
    before, half = _curve(z - 1), 2 ** (z - 1)
    last = half - 1
    return [
        *((y, x) for x, y in before),
        *((x, y + half) for x, y in before),
        *((x + half, y + half) for x, y in before),
        *((last - y + half, last - x) for x, y in before),
    ]


def written_small(value: int) -> bytes:
    """Seven bits a byte."""
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*made, value])


def a_directory(entries: list[tuple[int, int, int, int]]) -> bytes:
    """Of number, offset, length and how many."""
    numbers = [one[0] for one in entries]
    steps = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    parts = [len(entries), *steps, *(one[3] for one in entries), *(one[2] for one in entries), *(one[1] + 1 for one in entries)]
    return b"".join(map(written_small, parts))


def a_map_file(
    path: Path, tiles: Tiles, *, number: Callable[[int, int, int], int] = slow_number, in_one: int = 3, packed: bool = True, kind: int = 2, **words: Any
) -> Path:
    """A file of these tiles, so many entries in each directory below the first; the slow numbers are slow indeed beyond the eighth level."""
    pack = gzip.compress if packed else bytes
    held, entries = b"", []
    for number, tile in sorted((number(*where), tile) for where, tile in tiles.items()):
        entries.append((number, len(held), len(tile), 1))
        held += tile
    leaves, above = b"", []
    for start in range(0, len(entries), in_one):
        leaf = pack(a_directory(entries[start : start + in_one]))
        above.append((entries[start][0], len(leaves), len(leaf), 0))
        leaves += leaf
    root = pack(a_directory(above if len(entries) > in_one else entries))
    leaves = leaves if len(entries) > in_one else b""
    said = pack(json.dumps({"attribution": "An invented survey"} | words).encode())
    begins = [127, 127 + len(root), 127 + len(root) + len(said), 127 + len(root) + len(said) + len(leaves)]
    places = [part for pair in zip(begins, map(len, (root, said, leaves, held)), strict=True) for part in pair]
    levels = sorted(z for z, _, _ in tiles)
    head = b"PMTiles\x03" + struct.pack("<8Q", *places) + struct.pack("<3Q", len(tiles), len(tiles), len(tiles))
    head += bytes([1, 2 if packed else 1, 1, kind, levels[0], levels[-1]]) + struct.pack("<4i", -30_000_000, 530_000_000, -10_000_000, 540_000_000)
    path.write_bytes(head.ljust(127, b"\0") + root + said + leaves + held)
    return path
