"""The rows of one file in a timetable's archive, one by one, however large or ill it is."""

from __future__ import annotations

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import IO, cast

from alongside.foundation.refusals import Refused

from . import words

MOST_LETTERS = 1_500_000_000
"""Of one file when it is unpacked."""

LONGEST_LINE = 20_000
"""Letters of one row; the longest that we have seen has 900."""

Row = tuple[int, dict[str, str]]
"""The number of its line in the file, and its cells by column, spaces around them gone."""


def file_in(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo | None:
    """A file of the archive, also where it lies in one folder."""
    found = [one for one in archive.infolist() if one.filename == name or one.filename.endswith(f"/{name}")]
    return min(found, key=lambda one: len(one.filename), default=None)


def rows_of(archive: zipfile.ZipFile, name: str, needed: Sequence[str], *, may_lack: bool = False) -> Iterator[Row]:
    """Every row that says anything. `may_lack`: the file need not be there."""
    there = file_in(archive, name)
    if there is None:
        if may_lack:
            return
        raise Refused(words.NO_FILE, file=name)
    if there.flag_bits & 1:
        raise Refused(words.LOCKED, file=name)
    if there.file_size > MOST_LETTERS:
        raise Refused(words.TOO_LARGE, file=name)
    try:
        with archive.open(there) as opened:
            yield from _rows(opened, name, needed)
    except UnicodeDecodeError:
        raise Refused(words.NO_TEXT, file=name) from None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error, lzma.LZMAError) as wrong:
        if isinstance(wrong, Refused):
            raise
        raise Refused(words.BROKEN, file=name) from None


def _rows(opened: IO[bytes], name: str, needed: Sequence[str]) -> Iterator[Row]:
    lines = io.TextIOWrapper(cast(IO[bytes], _Bounded(opened, name)), encoding="utf-8-sig", newline="")
    reader = csv.reader(lines, strict=True)
    try:
        columns = [one.strip() for one in next(reader, [])]
        if lacking := [one for one in needed if one not in columns]:
            raise Refused(words.NO_COLUMN, file=name, column=lacking[0])
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) > len(columns) or len(cells) < len(needed):
                raise Refused(words.CELLS, file=name, line=reader.line_num, found=len(cells), wanted=len(columns))
            yield reader.line_num, {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
    except csv.Error:
        raise Refused(words.NO_ROW, file=name, line=reader.line_num) from None


class _Bounded(io.RawIOBase):
    """The bytes of an unpacked file, no more than it said and no line without end."""

    def __init__(self, opened: IO[bytes], name: str) -> None:
        self.opened, self.name, self.left, self.line = opened, name, MOST_LETTERS, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: bytearray) -> int:  # type: ignore[override]
        piece = self.opened.read(min(len(into), LONGEST_LINE))
        self.left -= len(piece)
        newest = piece.rfind(b"\n")
        self.line = len(piece) - newest - 1 if newest >= 0 else self.line + len(piece)
        if self.left < 0 or self.line > 2 * LONGEST_LINE:
            raise Refused(words.TOO_LARGE, file=self.name)
        into[: len(piece)] = piece
        return len(piece)
