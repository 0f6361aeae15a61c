"""How a page is laid out: which row names the columns, and what each other row is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from alongside.foundation.folding import fold

from .book import Cell, Page, Row
from .cells import is_total
from .mapping import Mapping

_LOOKED_AT = 25
"""Rows from the top in which the heading is looked for."""


@dataclass(frozen=True)
class Heading:
    """The row that names the columns (from 1), and their names, each once."""

    row: int
    names: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The names as a mapping's are compared with them."""
        return tuple(fold(name) for name in self.names)


def heading_of(page: Page, mapping: Mapping) -> Heading | None:
    """The row among the first that has most of the mapping's columns, among them one for names; None when none has."""
    wanted = {column for column, _ in mapping.columns()} | set(mapping.left_out) | set(mapping.key)
    names = set(mapping.fields["name"].columns)
    best, most = None, 0
    for number in range(1, min(_LOOKED_AT, len(page.rows)) + 1):
        heading = Heading(number, _names(page.rows, number))
        found = set(heading.folded) & wanted
        if names & found and len(found) > most:
            best, most = heading, len(found)
    return best


def widest_heading(page: Page) -> Heading | None:
    """The first row with as many words as any of the first rows: the heading of a sheet of which nothing is known."""
    rows = page.rows[:_LOOKED_AT]
    if not rows:
        return None
    filled = [sum(1 for cell in row if cell.text and not cell.day and not cell.text.isdigit()) for row in rows]
    number = filled.index(max(filled)) + 1
    return Heading(number, _names(page.rows, number))


def _names(rows: tuple[Row, ...], number: int) -> tuple[str, ...]:
    """Each column's name; where one stands twice, or not at all, after the name of its group in the row above."""
    row, above = rows[number - 1], rows[number - 2] if number > 1 else ()
    groups = _spread(above, len(row))
    plain = [" ".join(cell.text.split()) for cell in row]
    many = Counter(fold(name) for name in plain if name)
    named: list[str] = []
    seen: Counter[str] = Counter()
    for name, group in zip(plain, groups, strict=True):
        made = f"{group}: {name}" if name and group and many[fold(name)] > 1 else name or group
        seen[fold(made)] += 1
        named.append(f"{made} ({seen[fold(made)]})" if made and seen[fold(made)] > 1 else made)
    return tuple(named)


def _spread(row: Row, width: int) -> list[str]:
    """A row of merged cells, each name over all the columns it stands above; a title alone in its row is no group."""
    filled = [" ".join(cell.text.split()) for cell in row[:width]] + [""] * max(0, width - len(row))
    if sum(bool(name) for name in filled) < 2:
        return [""] * width
    spread, last = [], ""
    for name in filled:
        last = name or last
        spread.append(last)
    return spread


def is_heading_again(row: Row, heading: Heading) -> bool:
    """Whether the heading was printed once more further down."""
    filled = [(fold(cell.text), fold(name)) for cell, name in zip(row, heading.names, strict=False) if cell.text]
    return len(filled) > 1 and all(said == name or name.endswith(said) for said, name in filled)


def is_sums(row: Row) -> bool:
    """Whether a row holds totals."""
    filled = [cell.text for cell in row if cell.text]
    return is_total(filled[0]) and len(filled) <= 1 + sum(_is_number(text) for text in filled)


def only_cell(row: Row) -> tuple[int, Cell] | None:
    """The one cell of a row that has something in it, when there is just one."""
    filled = [(column, cell) for column, cell in enumerate(row) if cell.text]
    return filled[0] if len(filled) == 1 else None


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").lstrip("-£").isdigit()
