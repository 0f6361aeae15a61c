"""A spreadsheet as it was read: pages of rows of cells, every cell with the words that stood in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

NOT_A_BOOK = Sentence("What was kept of this spreadsheet cannot be read any more. Throw it away, and bring the file again.")


@dataclass(frozen=True)
class Cell:
    """The words of a cell; `day` where the spreadsheet itself says that it is a date."""

    text: str
    day: date | None = None


EMPTY = Cell("")
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Page:
    """One sheet of a spreadsheet: its name (empty for a CSV file) and its rows from the first, empty ones too."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Book:
    """A whole file."""

    name: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Spot:
    """Where a cell stands: its page, its row as a spreadsheet counts (from 1), and its column (from 0)."""

    page: str
    row: int
    column: int

    @property
    def named(self) -> str:
        """As a spreadsheet names it: `C12`."""
        return f"{letters(self.column)}{self.row}"

    @property
    def key(self) -> str:
        """Told apart from every other cell of the file."""
        return f"{self.page}!{self.named}"


def letters(column: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    found = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        found = chr(65 + left) + found
    return found


def cells_of(book: Book) -> Iterator[tuple[Spot, Cell]]:
    """Every cell with something in it."""
    for page in book.pages:
        for number, row in enumerate(page.rows, start=1):
            for column, cell in enumerate(row):
                if cell.text:
                    yield Spot(page.name, number, column), cell


def as_json(book: Book) -> dict[str, Any]:
    """As it is kept until it is loaded."""
    return {"name": book.name, "pages": [{"name": page.name, "rows": [[_kept(cell) for cell in row] for row in page.rows]} for page in book.pages]}


def _kept(cell: Cell) -> str | list[str]:
    return [cell.text, cell.day.isoformat()] if cell.day else cell.text


def from_json(kept: Any) -> Book:
    """As it was."""
    try:
        pages = tuple(Page(page["name"], tuple(tuple(_cell(cell) for cell in row) for row in page["rows"])) for page in kept["pages"])
        return Book(kept["name"], pages)
    except (KeyError, TypeError, ValueError, IndexError):
        raise Refused(NOT_A_BOOK) from None


def _cell(kept: Any) -> Cell:
    if isinstance(kept, str):
        return Cell(kept)
    return Cell(kept[0], date.fromisoformat(kept[1]))
