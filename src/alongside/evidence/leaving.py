"""A financial year's figures as they may leave: quarter by quarter as they fall due, then the year, none betraying another.

All figures with one total are held back together, because a reader can lay them side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .rules import Cell, Relation, Sum, Union, hold_back

TOTAL = ""
"""Stands for the breakdown, and the part, of a total."""

Breakdowns = Mapping[str, Mapping[str, int]]
"""Counts by part, by the name of what they are divided by; `TOTAL` holds the total as `{TOTAL: n}`."""
Leaving = dict[str, dict[str, int | None]]
"""The same, with None for what is held back."""
NONE_OF_THEM = "nothing said"
"""The part of those who are in no other."""
NOT = "not"
"""Marks the number of those who are not in a part: no page shows it, and a reader could work it out."""


def as_it_leaves(
    quarters: Sequence[Breakdowns], year: Breakdowns | None, *, over_time: frozenset[str], several: frozenset[str] = frozenset()
) -> tuple[list[Leaving], Leaving | None]:
    """Finished quarters in order, and the year when it is finished. `over_time` are the breakdowns whose quarters add up.
    `several` are those in several parts of which one may stand.

    A quarter leaves first and stays as it left; the year is then held back around it. What only the year is divided by
    may stand in the year alone.
    """
    left: dict[Cell, int | None] = {}
    for number, quarter in enumerate(quarters):
        cells = _cells(number, quarter, several)
        left |= hold_back(cells, _sums(number, quarter, several), never=_never(cells))
    leaving = [_out_of(left, number, quarter) for number, quarter in enumerate(quarters)]
    if year is None:
        return leaving, None
    cells, sums = _cells("year", year, several), _sums("year", year, several)
    for number, quarter in enumerate(quarters):
        cells |= _cells(number, quarter, several)
        sums += _sums(number, quarter, several)
    if len(quarters) == 4:
        for by, parts in year.items():
            if by in over_time and all(by in quarter for quarter in quarters):
                sums += [Sum(("year", by, part), tuple((number, by, part) for number in range(4))) for part in parts]
            elif several and (by in several or by == TOTAL):
                sums += [Union(("year", by, part), tuple((number, by, part) for number in range(4))) for part in parts]
    return leaving, _out_of(hold_back(cells, sums, left, _never(cells)), "year", year)


def _cells(period: Cell, breakdowns: Breakdowns, several: frozenset[str]) -> dict[Cell, int]:
    cells: dict[Cell, int] = {(period, by, part): count for by, parts in breakdowns.items() for part, count in parts.items()}
    total = breakdowns[TOTAL][TOTAL]
    return cells | {(period, by, part, NOT): total - count for by in several for part, count in breakdowns[by].items()}


def _never(cells: Mapping[Cell, int]) -> frozenset[Cell]:
    return frozenset(cell for cell in cells if isinstance(cell, tuple) and cell[-1] == NOT and len(cell) == 4)


def _sums(period: Cell, breakdowns: Breakdowns, several: frozenset[str]) -> list[Relation]:
    total = (period, TOTAL, TOTAL)
    sums: list[Relation] = [
        Sum(total, tuple((period, by, part) for part in parts)) for by, parts in breakdowns.items() if by != TOTAL and by not in several and parts
    ]
    for by in several:
        sums += [Sum(total, ((period, by, part), (period, by, part, NOT))) for part in breakdowns[by]]
        sums.append(Union(total, tuple((period, by, part) for part in breakdowns[by])))
        if NONE_OF_THEM in breakdowns[by]:
            # Whoever is in none is in no other, and is the same in every breakdown.
            others = tuple((period, by, part) for part in breakdowns[by] if part != NONE_OF_THEM)
            sums += [Union((period, by, NONE_OF_THEM, NOT), others), Sum((period, min(several), NONE_OF_THEM), ((period, by, NONE_OF_THEM),))]
    return sums


def _out_of(shown: Mapping[Cell, int | None], period: Cell, breakdowns: Breakdowns) -> Leaving:
    return {by: {part: shown[period, by, part] for part in parts} for by, parts in breakdowns.items()}
