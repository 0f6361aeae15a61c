"""What is given away by several sums together: the least and the most of a number by linear programming (HiGHS, by scipy), where adding up one sum after
another sees nothing. Two sums that share a part, laid beside a third, can leave two values for a number that each of them leaves open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

Cell = Hashable
Bounds = Mapping[Cell, tuple[int, int]]
MOST = 1_000_000
EPSILON = 1e-6
WORLDS = 6


@dataclass(frozen=True)
class Row:
    """A sum of numbers, each so many times, that is nought; or, where not `is_sum`, nought at most."""

    times: Mapping[Cell, int]
    is_sum: bool


def left_with_few(bounds: Bounds, rows: Sequence[Row], asked: Sequence[Cell], *, few: int, matters: Callable[[int, int], bool]) -> list[Cell]:
    """Those of the numbers asked for that can have fewer than `few` values, of those ends that matter; whole worlds that fit are tried first."""
    if not asked or not rows:
        return []
    # Loaded when figures are made, which is seldom.
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import lil_matrix

    cells = list(bounds)
    at = {cell: place for place, cell in enumerate(cells)}
    equal, at_most = [row for row in rows if row.is_sum], [row for row in rows if not row.is_sum]

    def matrix(some: Sequence[Row]) -> Any:
        made = lil_matrix((len(some), len(cells)))
        for number, row in enumerate(some):
            for cell, times in row.times.items():
                made[number, at[cell]] += times
        return made.tocsr()

    given: dict[str, Any] = {}
    if equal:
        given |= {"A_eq": matrix(equal), "b_eq": np.zeros(len(equal))}
    if at_most:
        given |= {"A_ub": matrix(at_most), "b_ub": np.zeros(len(at_most))}
    least, most = np.array([(low, min(high, MOST)) for low, high in bounds.values()], dtype=float).T

    def solved(pull: Any, up_to: Any) -> Any:
        answer = linprog(pull, bounds=np.column_stack([least, up_to]), method="highs", **given) if (least <= up_to).all() else None
        return answer if answer is not None and answer.status == 0 else None

    chance, places = np.random.default_rng(len(cells)), [at[cell] for cell in asked]
    seen: dict[int, set[int]] = {place: set() for place in places}
    for world in range(WORLDS):
        pull = np.zeros(len(cells))
        pull[places] = chance.integers(-3, 4, len(places))
        found = solved(pull, np.minimum(most, np.maximum(least, (8, 30, 200)[world % 3])))
        if found is not None and np.allclose(found.x, found.x.round(), atol=EPSILON):
            for place in places:
                seen[place].add(int(found.x[place].round()))
    few_left = []
    for cell in asked:
        if len(seen[at[cell]]) >= few:
            continue
        pull = np.zeros(len(cells))
        pull[at[cell]] = 1
        ends = [solved(sign * pull, most) for sign in (1, -1)]
        if None in ends:
            continue
        low, high = ceil(ends[0].fun - EPSILON), floor(-ends[1].fun + EPSILON)
        if high - low + 1 < few and matters(low, high):
            few_left.append(cell)
    return few_left
