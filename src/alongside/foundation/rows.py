"""Reading a file of rows as people really save them: whatever its encoding or separator, and with every bad row told apart."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from .refusals import Refused
from .words import Sentence

NEVER_CLOSED = Sentence(
    "A quotation mark opened in row %(row)s (line %(line)s of the file) is never closed, so the rows after it cannot be told apart. "
    "Nothing was loaded. Mend that row, and load the file again."
)
ROW_TOO_LONG = Sentence("Row %(row)s is longer than %(most)s letters, so this is no list of rows as we read them. Nothing was loaded.")
TOO_MANY_COLUMNS = Sentence("The first row names more than %(most)s columns. Is it the right file?")
MOST_COLUMNS = 1_000
LONGEST_ROW = 2_000_000
"""Letters of all its cells: what has no end is not held before it is looked at."""
LONGEST_CELL = 20_000
"""Letters; the longest description in the directories we have seen has 4,600."""

_SEPARATORS = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet shows it (the heading is 1) and its cells by column, spaces around them gone."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be taken, why, and what stood in it; or one that was `taken` although something in it could not be read."""

    number: int
    reason: str
    cells: tuple[str, ...]
    taken: bool = False


@dataclass(frozen=True)
class Sheet:
    """A file's columns and its rows, good and bad, in their order."""

    columns: tuple[str, ...]
    rows: Iterator[Row | BadRow]


@dataclass(frozen=True)
class Loaded:
    """What loading a file did: rows added, changed, found as they were, and (of what came from it before) not in it any more."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0


def read_sheet(content: bytes) -> Sheet:
    """The rows of a file with a heading, or a refusal that says what to mend."""
    text = decoded(content)
    if not text.strip():
        raise Refused(Sentence("The file is empty."))
    lines = _Lines()
    reader = csv.reader(lines.of(text), delimiter=_separator(text), strict=True)
    try:
        heading = [" ".join(cell.split()) for cell in next(reader)]
    except csv.Error:
        raise Refused(Sentence("The first row, which names the columns, cannot be read: a quotation mark in it is not closed.")) from None
    while heading and not heading[-1]:
        heading.pop()
    if len(heading) > MOST_COLUMNS:
        raise Refused(TOO_MANY_COLUMNS, most=f"{MOST_COLUMNS:,}")
    twice = sorted({name for name in heading if name and heading.count(name) > 1})
    if twice:
        raise Refused(Sentence("Two columns are called “%(name)s”. Give each column a name of its own in the first row."), name=twice[0])
    return Sheet(tuple(heading), _rows(reader, heading, lines))


class _Lines:
    """The lines of a text, as long as no row of them (a cell may have several) goes on without end."""

    row, letters = 1, 0

    def of(self, text: str) -> Iterator[str]:
        """Each as it is asked for."""
        for line in io.StringIO(text, newline=""):
            self.letters += len(line)
            if self.letters > LONGEST_ROW:
                raise Refused(ROW_TOO_LONG, row=self.row, most=f"{LONGEST_ROW:,}")
            yield line


def decoded(content: bytes) -> str:
    """The text of a file, in whichever of the usual encodings it was saved."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(Sentence("This is a spreadsheet program's own file. Save it as CSV (UTF-8) there, and load that."))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        # Older spreadsheets save CSV in Windows' Western encoding.
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
    raise Refused(Sentence("Line %(line)s holds letters in an encoding we do not know. Save the file as CSV (UTF-8), and load it again."), line=line)


def _separator(text: str) -> str:
    heading = text.lstrip().split("\n", 1)[0]
    return max(_SEPARATORS, key=lambda mark: (heading.count(mark), mark == ","))


def _rows(reader: Iterator[list[str]], heading: list[str], lines: _Lines) -> Iterator[Row | BadRow]:
    number = 1
    while True:
        number += 1
        lines.row, lines.letters = number, 0
        line = reader.line_num + 1  # type: ignore[attr-defined]
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = reader.line_num  # type: ignore[attr-defined]
            if "unexpected end" in str(error):
                raise Refused(NEVER_CLOSED, row=number, line=line) from None
            where = f"line {line}" if line == last else f"lines {line} to {last}"
            yield BadRow(number, f"Its quotation marks do not match ({where} of the file).", ())
            continue
        text = "".join(cells)
        if text and not text.isspace():
            yield _row(number, cells, heading, text)


def _row(number: int, cells: list[str], heading: list[str], text: str) -> Row | BadRow:
    """A row as it is read; `text` is all of it."""
    kept = tuple(cells) if len(cells) != len(heading) else ()
    while len(cells) > len(heading) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(heading):
        return BadRow(number, f"It has {len(cells)} cells where the heading has {len(heading)}.", kept)
    if "\x00" in text:
        return BadRow(number, "It holds a character that no text has (NUL).", tuple(cells))
    if len(text) > LONGEST_CELL and max(map(len, cells)) > LONGEST_CELL:
        return BadRow(number, f"One of its cells is longer than {LONGEST_CELL:,} letters.", tuple(cells))
    told = dict(zip(heading, map(str.strip, cells), strict=True))
    told.pop("", None)
    return Row(number, told)
