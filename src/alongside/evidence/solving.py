"""What is given away by several sums together: the least and the most of a number by linear programming (HiGHS, by scipy), where adding up one sum after
another sees nothing. Two sums that share a part, laid beside a third, can leave two values for a number that each of them leaves open."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Any

Cell = Hashable
Ends = tuple[int, int]
Bounds = Mapping[Cell, Ends]
Times = tuple[tuple[int, int], ...]
"""Of a row: which number, by its place, and how many times."""
PlacedRow = tuple[Times, bool]
MOST = 1_000_000
EPSILON = 1e-6
WORLDS = 6


@dataclass(frozen=True)
class Row:
    """A sum of numbers, each so many times, that is nought; or, where not `is_sum`, nought at most."""

    times: Mapping[Cell, int]
    is_sum: bool


def left_with_few(bounds: Bounds, rows: Sequence[Row], asked: Sequence[Cell], *, few: int, below: int) -> list[Cell]:
    """Those of the numbers asked for that can have fewer than `few` values, of those that can be less than `below`; whole worlds that fit are tried first."""
    if not asked or not rows:
        return []
    cells = list(bounds)
    at = {cell: place for place, cell in enumerate(cells)}
    by_place = tuple((tuple((at[cell], times) for cell, times in row.times.items()), row.is_sum) for row in rows)
    return [cells[place] for place in _few_left(tuple(bounds.values()), by_place, tuple(at[cell] for cell in asked), few, below)]


@lru_cache(maxsize=500)
def _few_left(bounds: tuple[Ends, ...], rows: tuple[PlacedRow, ...], asked: tuple[int, ...], few: int, below: int) -> tuple[int, ...]:
    """The same, of numbers by their place: quarters, figures and teams that look alike, whatever they are of, are worked out once."""
    # Loaded when figures are made, which is seldom.
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import lil_matrix

    equal, at_most = ([times for times, is_sum in rows if is_sum is wanted] for wanted in (True, False))

    def matrix(some: Sequence[Times]) -> Any:
        made = lil_matrix((len(some), len(bounds)))
        for number, row in enumerate(some):
            for place, times in row:
                made[number, place] += times
        return made.tocsr()

    given: dict[str, Any] = {}
    if equal:
        given |= {"A_eq": matrix(equal), "b_eq": np.zeros(len(equal))}
    if at_most:
        given |= {"A_ub": matrix(at_most), "b_ub": np.zeros(len(at_most))}
    least, most = np.array([(low, min(high, MOST)) for low, high in bounds], dtype=float).T

    def solved(pull: Any, up_to: Any) -> Any:
        answer = linprog(pull, bounds=np.column_stack([least, up_to]), method="highs", **given) if (least <= up_to).all() else None
        return answer if answer is not None and answer.status == 0 else None

    chance, places = np.random.default_rng(len(bounds)), list(asked)
    seen: dict[int, set[int]] = {place: set() for place in places}
    for world in range(WORLDS):
        pull = np.zeros(len(bounds))
        pull[places] = chance.integers(-3, 4, len(places))
        found = solved(pull, np.minimum(most, np.maximum(least, (8, 30, 200)[world % 3])))
        if found is not None and np.allclose(found.x, found.x.round(), atol=EPSILON):
            for place in places:
                seen[place].add(int(found.x[place].round()))
    few_left = []
    for place in places:
        if len(seen[place]) >= few:
            continue
        pull = np.zeros(len(bounds))
        pull[place] = 1
        ends = [solved(sign * pull, most) for sign in (1, -1)]
        if None in ends:
            continue
        low, high = ceil(ends[0].fun - EPSILON), floor(-ends[1].fun + EPSILON)
        if high - low + 1 < few and low < below:
            few_left.append(place)
    return tuple(few_left)
