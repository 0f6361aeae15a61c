"""A financial year's figures as they may leave: quarter by quarter as they fall due, then the year, none betraying another.

All figures with one total are held back together, because a reader can lay them side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .rules import Cell, Sum, hold_back

TOTAL = ""
"""Stands for the breakdown, and the part, of a total."""

Breakdowns = Mapping[str, Mapping[str, int]]
"""Counts by part, by the name of what they are divided by; `TOTAL` holds the total as `{TOTAL: n}`."""
Leaving = dict[str, dict[str, int | None]]
"""The same, with None for what is held back."""


def as_it_leaves(quarters: Sequence[Breakdowns], year: Breakdowns | None, *, over_time: frozenset[str]) -> tuple[list[Leaving], Leaving | None]:
    """Finished quarters in order, and the year when it is finished. `over_time` are the breakdowns whose quarters add up.

    A quarter leaves first and stays as it left; the year is then held back around it. What only the year is divided by
    may stand in the year alone.
    """
    left: dict[Cell, int | None] = {}
    for number, quarter in enumerate(quarters):
        left |= hold_back(_cells(number, quarter), _sums(number, quarter))
    leaving = [_out_of(left, number, quarter) for number, quarter in enumerate(quarters)]
    if year is None:
        return leaving, None
    cells, sums = _cells("year", year), _sums("year", year)
    for number, quarter in enumerate(quarters):
        cells |= _cells(number, quarter)
        sums += _sums(number, quarter)
    if len(quarters) == 4:
        for by, parts in year.items():
            if by in over_time and all(by in quarter for quarter in quarters):
                sums += [Sum(("year", by, part), tuple((number, by, part) for number in range(4))) for part in parts]
    return leaving, _out_of(hold_back(cells, sums, left), "year", year)


def _cells(period: Cell, breakdowns: Breakdowns) -> dict[Cell, int]:
    return {(period, by, part): count for by, parts in breakdowns.items() for part, count in parts.items()}


def _sums(period: Cell, breakdowns: Breakdowns) -> list[Sum]:
    total = (period, TOTAL, TOTAL)
    return [Sum(total, tuple((period, by, part) for part in parts)) for by, parts in breakdowns.items() if by != TOTAL and parts]


def _out_of(shown: Mapping[Cell, int | None], period: Cell, breakdowns: Breakdowns) -> Leaving:
    return {by: {part: shown[period, by, part] for part in parts} for by, parts in breakdowns.items()}
