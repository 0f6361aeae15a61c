"""A map in one file (PMTiles 3), of which each tile is a picture: opened, looked over, and read a tile at a time, never more than it may be large."""

from __future__ import annotations

import json
import os
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from weakref import finalize

import nh3

from .directories import BrokenArchive, Entry, holding, number_of, read_directory

HEADER = 127
MOST_OF_A_DIRECTORY, MOST_OF_A_TILE = 8_000_000, 2_000_000
"""Bytes, unpacked."""
DEEPEST = 4
"""Directories within directories; the format has two, and one to spare."""
PICTURES = {2: "image/png", 3: "image/jpeg", 4: "image/webp", 5: "image/avif"}
VECTORS = 1
_PACKED = {0: "none", 1: "none", 2: "gzip", 3: "Brotli", 4: "Zstandard"}


@dataclass(frozen=True)
class Header:
    """Where its parts lie in the file (offset and length in bytes), how they are packed, and what ground it covers (degrees)."""

    root: tuple[int, int]
    words: tuple[int, int]
    leaves: tuple[int, int]
    tiles: tuple[int, int]
    packed: str
    tiles_packed: str
    content_type: str
    levels: tuple[int, int]
    west: float
    south: float
    east: float
    north: float


def read_header(told: bytes) -> Header:
    """What stands in the first 127 bytes, or why it is none."""
    if len(told) < HEADER or told[:7] != b"PMTiles":
        raise BrokenArchive("it is no PMTiles file")
    if told[7] != 3:
        raise BrokenArchive(f"it is PMTiles of version {told[7]}, and version 3 is read")
    places = struct.unpack_from("<8Q", told, 8)
    packed, tiles_packed, kind, first, last = told[97:102]
    if kind == VECTORS:
        raise BrokenArchive("its tiles are vectors, and only those that are pictures (PNG, JPEG, WebP, AVIF) can be shown")
    if kind not in PICTURES:
        raise BrokenArchive("it does not say that its tiles are pictures (PNG, JPEG, WebP, AVIF)")
    if _PACKED.get(packed) not in ("none", "gzip") or _PACKED.get(tiles_packed) not in ("none", "gzip"):
        raise BrokenArchive("it is packed in another way than gzip")
    west, south, east, north = (one / 1e7 for one in struct.unpack_from("<4i", told, 102))
    if not (first <= last <= 24 and -180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise BrokenArchive("its levels or its bounds cannot be")
    root, words, leaves, tiles = ((places[at], places[at + 1]) for at in (0, 2, 4, 6))
    return Header(root, words, leaves, tiles, _PACKED[packed], _PACKED[tiles_packed], PICTURES[kind], (first, last), west, south, east, north)


class Archive:
    """An open file. Reading moves no position in it, so that many may read at once."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        # Closed once, and by nobody else: by then the number may be that of another file.
        finalize(self, os.close, self._file)
        self.size = os.fstat(self._file).st_size
        self.header = read_header(os.pread(self._file, HEADER, 0))
        self._directory = lru_cache(maxsize=64)(self._read_directory)
        self._directory(*self.header.root)

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """The picture of this tile; None where the file has none."""
        first, last = self.header.levels
        if not first <= z <= last:
            return None
        number, where = number_of(z, x, y), self.header.root
        for _ in range(DEEPEST):
            found = holding(self._directory(*where), number)
            if found is None:
                return None
            if found.many:
                begins, length = self.header.tiles
                return self._part(begins, length, found, self.header.tiles_packed, MOST_OF_A_TILE)
            begins, length = self.header.leaves
            if found.offset + found.length > length:
                raise BrokenArchive("a directory lies outside of it")
            where = begins + found.offset, found.length
        raise BrokenArchive("its directories have no end")

    @property
    def attribution(self) -> str:
        """Whom to thank for it, as it says itself, without markup."""
        begins, length = self.header.words
        if not length:
            return ""
        try:
            said = json.loads(self._read(begins, length, self.header.packed, MOST_OF_A_DIRECTORY))
        except (ValueError, RecursionError):
            raise BrokenArchive("what it says of itself cannot be read") from None
        thanks = said.get("attribution", "") if isinstance(said, dict) else ""
        return nh3.clean(thanks, tags=set()).strip()[:300] if isinstance(thanks, str) else ""

    def _part(self, begins: int, length: int, found: Entry, packed: str, most: int) -> bytes:
        if found.offset + found.length > length:
            raise BrokenArchive("a tile lies outside of it")
        return self._read(begins + found.offset, found.length, packed, most)

    def _read_directory(self, offset: int, length: int) -> list[Entry]:
        return read_directory(self._read(offset, length, self.header.packed, MOST_OF_A_DIRECTORY))

    def _read(self, offset: int, length: int, packed: str, most: int) -> bytes:
        if length > most or offset + length > self.size:
            raise BrokenArchive("a part of it is larger than it may be, or is cut off")
        told = os.pread(self._file, length, offset)
        if packed == "none":
            return told
        unpacking = zlib.decompressobj(wbits=31)
        try:
            whole = unpacking.decompress(told, most)
        except zlib.error:
            raise BrokenArchive("a part of it cannot be unpacked") from None
        if not unpacking.eof:
            raise BrokenArchive("a part of it is larger than it may be, or is cut off")
        return whole
