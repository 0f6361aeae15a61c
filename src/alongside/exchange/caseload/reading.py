"""Reading a file as teams have it: CSV in any usual encoding and separator, or a workbook with several sheets. Within bounds, whatever it is."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from time import monotonic
from typing import Any

from openpyxl import load_workbook

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import LONGEST_CELL, NEVER_CLOSED, decoded
from alongside.foundation.words import Sentence

from .book import EMPTY, Book, Cell, Page, Row
from .unfolding import may_unfold

MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
"""Bytes of all that is packed into a workbook; 20,000 rows of long notes take some 25 million."""
MOST_SHARED = 30_000_000
"""Of that, what may be the words that cells share: they are held before any cell is read."""
MOST_STRINGS = 500_000
MOST_LETTERS = 30_000_000
"""Of all cells together: many cells may point at one long text, and each would hold it."""
MOST_SECONDS = 15
"""For reading a workbook, however it is made."""
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 400_000

TOO_LARGE = Sentence("The file has %(has)s MB and may have %(most)s. Take out pictures and old sheets, or save it as CSV, and bring it again.")
UNPACKED = Sentence("What is packed into this workbook would fill %(has)s MB, and may fill %(most)s. Save the sheet that you need as CSV, and bring that.")
PASSWORD = Sentence(
    "This workbook is protected by a password, or was saved by a very old program. Open it, save it as an Excel workbook (.xlsx) without a password, "
    "and bring that."
)
BROKEN = Sentence("This workbook cannot be read: it is damaged, or is something else under a workbook's name. Open it, save it anew, and bring that.")
ODS_OR_OTHER = Sentence("This is packed like a workbook and is none that we know. Save it as an Excel workbook (.xlsx) or as CSV, and bring that.")
NO_TEXT = Sentence("This is no spreadsheet: it holds what no text has. Save your sheet as an Excel workbook (.xlsx) or as CSV, and bring that.")
NOTHING_IN_IT = Sentence("There is nothing in this file.")
TOO_MANY_ROWS = Sentence("There are more than %(most)s rows. Bring it in several files.")
TOO_MANY_COLUMNS = Sentence("Row %(row)s has more than %(most)s columns. Is it the right file?")
TOO_MANY_CELLS = Sentence("There are more than %(most)s cells with something in them. Bring it in several files.")
TOO_MANY_LETTERS = Sentence("There are more than %(most)s letters in this file. Bring it in several files.")
TOO_LONG_TO_READ = Sentence("This workbook takes too long to read. Save the sheet that you need as CSV, and bring that.")
CELL_TOO_LONG = Sentence("Cell %(cell)s holds more than %(most)s letters. Shorten it, or put the rest in a cell beside it, and bring the file again.")

_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 20
_UNREAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MEGA = 1_000_000


def read_book(content: bytes, name: str) -> Book:
    """The file's pages, or a refusal that says what to do."""
    if len(content) > MOST_BYTES:
        raise Refused(TOO_LARGE, has=len(content) // _MEGA + 1, most=MOST_BYTES // _MEGA)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(PASSWORD)
    pages = _workbook(content) if content.startswith(b"PK") else (Page("", _text(content)),)
    pages = tuple(page for page in pages if page.rows)
    if not pages:
        raise Refused(NOTHING_IN_IT)
    if sum(1 for page in pages for row in page.rows for cell in row if cell.text) > MOST_CELLS:
        raise Refused(TOO_MANY_CELLS, most=f"{MOST_CELLS:,}")
    return Book(name, pages)


def _text(content: bytes) -> tuple[Row, ...]:
    if b"\x00" in content[:4000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(NO_TEXT)
    text = decoded(content)
    if _UNREAL.search(text):
        raise Refused(NO_TEXT)
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[Row] = []
    while True:
        line = reader.line_num + 1
        try:
            rows.append(_row([Cell(cell.strip()) for cell in next(reader)], len(rows) + 1))
        except StopIteration:
            return _without_empty_end(rows)
        except csv.Error:
            raise Refused(NEVER_CLOSED, row=len(rows) + 1, line=line) from None


def _separator(text: str) -> str:
    """The mark that cuts most of the first lines into most pieces, and as alike as can be: a title above the heading has none."""
    lines = [line for line in text[:200_000].splitlines() if line.strip()][:_LINES_LOOKED_AT]

    def worth(mark: str) -> tuple[int, bool]:
        counts = sorted(line.count(mark) for line in lines)
        return (counts[len(counts) // 2] if counts else 0, mark == ",")

    return max(_SEPARATORS, key=worth)


def _row(cells: list[Cell], number: int) -> Row:
    if number > MOST_ROWS:
        raise Refused(TOO_MANY_ROWS, most=f"{MOST_ROWS:,}")
    while cells and not cells[-1].text:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise Refused(TOO_MANY_COLUMNS, row=number, most=MOST_COLUMNS)
    for column, cell in enumerate(cells):
        if len(cell.text) > LONGEST_CELL:
            from .book import Spot

            raise Refused(CELL_TOO_LONG, cell=Spot("", number, column).named, most=f"{LONGEST_CELL:,}")
    return tuple(cells)


def _without_empty_end(rows: list[Row]) -> tuple[Row, ...]:
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _workbook(content: bytes) -> tuple[Page, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Refused(BROKEN) from None
    # zipfile never unpacks more of a part than is declared here.
    unpacked = sum(part.file_size for part in inside)
    if unpacked > MOST_UNPACKED:
        raise Refused(UNPACKED, has=f"{unpacked // _MEGA:,}", most=MOST_UNPACKED // _MEGA)
    if any(part.flag_bits & 1 for part in inside):
        raise Refused(PASSWORD)
    _bearable_strings(content, inside)
    if not any(part.filename == "xl/workbook.xml" for part in inside):
        raise Refused(ODS_OR_OTHER)
    try:
        if may_unfold(content):
            raise Refused(TOO_LONG_TO_READ)
        with warnings.catch_warnings():
            # What openpyxl cannot keep (drawings, rules of validation) we do not want.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                bounds = _Bounds()
                return tuple(Page(sheet.title, _sheet(sheet, bounds)) for sheet in book.worksheets)
            finally:
                book.close()
    except Refused:
        raise
    except Exception:
        # Whatever a broken workbook makes openpyxl raise: it is not for us to list.
        raise Refused(BROKEN) from None


def _bearable_strings(content: bytes, inside: Iterable[zipfile.ZipInfo]) -> None:
    """Refuses more shared words than can be held, before they are: told from their size and, packed small, from how many there are."""
    for part in inside:
        if not part.filename.lower().endswith("sharedstrings.xml"):
            continue
        if part.file_size > MOST_SHARED:
            raise Refused(UNPACKED, has=f"{part.file_size // _MEGA:,}", most=MOST_SHARED // _MEGA)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed, packed.open(part) as told:
                strings = sum(piece.count(b"<") for piece in iter(lambda: told.read(65_536), b"")) // 4
        except Exception:
            # As broken as any other part may be.
            raise Refused(BROKEN) from None
        if strings > MOST_STRINGS:
            raise Refused(TOO_MANY_CELLS, most=f"{MOST_CELLS:,}")


class _Bounds:
    """What the sheets of a workbook may hold together, counted while they are read."""

    def __init__(self) -> None:
        self.letters, self.cells, self.until = 0, 0, monotonic() + MOST_SECONDS

    def read(self, row: Row) -> None:
        self.cells += sum(1 for cell in row if cell.text)
        self.letters += sum(len(cell.text) for cell in row)
        if self.cells > MOST_CELLS:
            raise Refused(TOO_MANY_CELLS, most=f"{MOST_CELLS:,}")
        if self.letters > MOST_LETTERS:
            raise Refused(TOO_MANY_LETTERS, most=f"{MOST_LETTERS:,}")
        if monotonic() > self.until:
            raise Refused(TOO_LONG_TO_READ)


def _sheet(sheet: Any, bounds: _Bounds) -> tuple[Row, ...]:
    sheet.reset_dimensions()
    rows: list[Row] = []
    for number, values in enumerate(_values(sheet), start=1):
        if number > MOST_ROWS and not any(value is not None for value in values):
            bounds.read(())
            continue
        rows.append(_row([cell_of(value) for value in values], number))
        bounds.read(rows[-1])
    return _without_empty_end(rows)


def _values(sheet: Any) -> Iterator[list[Any]]:
    """Rows no wider than what they hold: an empty cell may stand sixteen thousand columns away. One beyond the most shows that there are too many."""

    def held(cells: Iterable[dict[str, Any]], *_bounds: Any, **_how: Any) -> list[Any]:
        values = {min(cell["column"], MOST_COLUMNS + 1): cell["value"] for cell in cells if cell["value"] is not None}
        return [values.get(column) for column in range(1, max(values, default=0) + 1)]

    # openpyxl makes a row as wide as its last cell here, whatever is in it.
    sheet._get_row = held
    return iter(sheet.iter_rows(values_only=True))


def cell_of(value: Any) -> Cell:
    """What a workbook holds in a cell, as the words that stand there."""
    if value is None:
        return EMPTY
    if isinstance(value, datetime):
        words = value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        return Cell(words, value.date())
    if isinstance(value, date):
        return Cell(value.isoformat(), value)
    if isinstance(value, bool):
        return Cell("Yes" if value else "No")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return Cell(str(int(value)))
    return Cell(_UNREAL.sub(" ", str(value)).replace("_x000D_", "").strip())
