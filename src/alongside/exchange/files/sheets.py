"""A sheet of entries as it was brought: its columns and its rows, whichever program saved it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet
from alongside.foundation.words import Sentence

from ..caseload.layout import Heading, is_heading_again, widest_heading
from ..caseload.reading import read_book

NO_HEADING = Sentence("No row of this file names its columns. Write a first row that does, such as Name, Postcode, When, and bring it again.")
EXAMPLES = 3


@dataclass(frozen=True)
class Entries:
    """The columns of the longest sheet of a file, and its rows."""

    page: str
    columns: tuple[str, ...]
    rows: tuple[Row | BadRow, ...]

    @property
    def as_sheet(self) -> Sheet:
        """As the directory reads it."""
        return Sheet(self.columns, iter(self.rows))

    def good(self) -> Iterator[Row]:
        """The rows that can be told apart into cells."""
        return (row for row in self.rows if isinstance(row, Row))

    def examples(self, column: str) -> list[str]:
        """The first different things that stand in a column."""
        found: dict[str, None] = {}
        for row in self.good():
            if said := row.cells.get(column):
                found[said[:60]] = None
            if len(found) == EXAMPLES:
                break
        return list(found)


def entries_of(content: bytes, name: str) -> Entries:
    """The rows of a file, or a refusal that says what to mend."""
    page = max(read_book(content, name).pages, key=lambda one: len(one.rows))
    heading = widest_heading(page)
    if heading is None or not any(heading.names):
        raise Refused(NO_HEADING)
    rows = [
        _row(number, [cell.text for cell in row], heading)
        for number, row in enumerate(page.rows, start=1)
        if number > heading.row and any(cell.text for cell in row) and not is_heading_again(row, heading)
    ]
    return Entries(page.name, tuple(name for name in heading.names if name), tuple(rows))


def _row(number: int, cells: list[str], heading: Heading) -> Row | BadRow:
    if len(cells) > len(heading.names):
        return BadRow(number, f"It has {len(cells)} cells where the heading has {len(heading.names)}.", tuple(cells))
    cells += [""] * (len(heading.names) - len(cells))
    return Row(number, {name: cell for name, cell in zip(heading.names, cells, strict=True) if name})
