"""A financial year's figures as they may leave: quarter by quarter as they fall due, then the year, none betraying another.

All figures with one total are held back together, because a reader can lay them side by side.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .rules import ABOVE, SLACK, Cell, Relation, Sum, Union, hold_back

TOTAL = ""
"""Stands for the breakdown, and the part, of a total."""

Breakdowns = Mapping[str, Mapping[str, int]]
"""Counts by part, by the name of what they are divided by; `TOTAL` holds the total as `{TOTAL: n}`."""
Leaving = dict[str, dict[str, int | None]]
"""The same, with None for what is held back."""
NONE_OF_THEM = "nothing said"
"""The part of those who are in no other, and are the same in every breakdown that has it."""
IN_NONE = (NONE_OF_THEM, "no kind noted")
"""Parts of those who are in no other of that breakdown."""
NOT = "not"
"""Marks the number of those who are not in a part: no page shows it, and a reader could work it out."""


def as_it_leaves(
    quarters: Sequence[Breakdowns],
    year: Breakdowns | None,
    *,
    over_time: frozenset[str],
    several: frozenset[str] = frozenset(),
    before: Sequence[Leaving] = (),
    year_before: Leaving | None = None,
) -> tuple[list[Leaving], Leaving | None]:
    """Finished quarters in order, and the year when it is finished. `over_time` are the breakdowns whose quarters add up.
    `several` are those in several parts of which one may stand. `before` is what has left of the quarters, in
    the same order, and `year_before` of the year.

    A quarter leaves first and stays as it left; the year is then held back around it. What only the year is divided by
    may stand in the year alone. A part of which something was written or put right since a quarter left is the sum of its quarters
    no more, and is not taken for it.
    """
    left: dict[Cell, int | None] = {}
    kept: dict[Cell, int | None] = {}
    for number, quarter in enumerate(quarters):
        cells = _cells(number, quarter, several)
        if number < len(before):
            gone = {(number, by, part): n for by, parts in before[number].items() for part, n in parts.items()}
            kept |= {cell: n for cell, n in gone.items() if cell in cells}
        left |= hold_back(cells, _sums(number, quarter, several), {cell: kept[cell] for cell in cells if cell in kept}, _never(cells))
    leaving = [_out_of(left, number, quarter) for number, quarter in enumerate(quarters)]
    if year is None:
        return leaving, None
    cells, sums = _cells("year", year, several), _sums("year", year, several)
    left |= {("year", by, part): n for by, parts in (year_before or {}).items() for part, n in parts.items() if ("year", by, part) in cells}
    for number, quarter in enumerate(quarters):
        cells |= _cells(number, quarter, several)
        sums += _sums(number, quarter, several)
    if len(quarters) == 4:
        for by, parts in year.items():
            over = {part: tuple((number, by, part) for number in range(4)) for part in parts}
            same = {part: four for part, four in over.items() if not any(one in kept and _is_another_now(kept[one], cells[one]) for one in four)}
            if by in over_time and all(by in quarter for quarter in quarters):
                sums += [Sum(("year", by, part), four) for part, four in same.items()]
            elif several and (by in several or by == TOTAL):
                sums += [Union(("year", by, part), four) for part, four in same.items()]
    return leaving, _out_of(hold_back(cells, sums, left, _never(cells)), "year", year)


def _is_another_now(left: int | None, count: int) -> bool:
    """Whether a number that left is no longer what is counted, as far as what left can tell."""
    return count == 0 if left is None else (left == 0) != (count == 0) or not -ABOVE <= left - count <= SLACK


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
        for none in IN_NONE:
            if none in breakdowns[by]:
                sums.append(Union((period, by, none, NOT), tuple((period, by, part) for part in breakdowns[by] if part != none)))
        if NONE_OF_THEM in breakdowns[by]:
            sums.append(Sum((period, min(one for one in several if NONE_OF_THEM in breakdowns[one]), NONE_OF_THEM), ((period, by, NONE_OF_THEM),)))
    return sums


def _out_of(shown: Mapping[Cell, int | None], period: Cell, breakdowns: Breakdowns) -> Leaving:
    return {by: {part: shown[period, by, part] for part in parts} for by, parts in breakdowns.items()}
