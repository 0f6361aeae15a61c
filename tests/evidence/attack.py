"""Attackers who try to work out small numbers from what has left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from alongside.evidence.rules import Cell, Sum

Shown = Mapping[Cell, int | None]


def all_that_fit(shown: Shown, sums: Sequence[Sum], *, most: int, slack: int = 2) -> dict[Cell, set[int]]:
    """Brute force: every value each cell that is no total can have, in any whole-number table that would be shown like this.

    `slack` is how far a shown number may lie from the true one; cells held back are tried from 1 to `most`.
    """
    totals = {one.total for one in sums}
    free = [cell for cell in shown if cell not in totals]
    tries = [_tries(shown[cell], most, slack) for cell in free]
    fits: dict[Cell, set[int]] = {cell: set() for cell in free}
    for values in product(*tries):
        table = dict(zip(free, values, strict=True))
        for one in sums:
            if all(part in table for part in one.parts):
                table.setdefault(one.total, sum(table[part] for part in one.parts))
        if all(_could_show(table[cell], shown[cell], slack) for cell in table) and all(table[s.total] == sum(table[p] for p in s.parts) for s in sums):
            for cell in free:
                fits[cell].add(table[cell])
    return fits


def _tries(number: int | None, most: int, slack: int) -> Iterable[int]:
    if number is None:
        return range(1, most + 1)
    return range(max(0, number - slack), number + slack + 1) if number else (0,)


def _could_show(value: int, number: int | None, slack: int) -> bool:
    if number is None:
        return value > 0
    return value == 0 if number == 0 else (value >= 8 and abs(value - number) <= slack) or (slack == 0 and value == number)


def knowing_the_program(tables: Iterable[tuple[int, ...]], publish: Callable[[tuple[int, ...]], Hashable]) -> dict[Hashable, list[tuple[int, ...]]]:
    """The strongest attacker runs our own program on every table there could be, and keeps those that come out the same."""
    alike: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    for table in tables:
        alike[publish(table)].append(table)
    return alike


def pinned(alike: list[tuple[int, ...]]) -> list[int]:
    """Places at which all of these tables hold one and the same small number."""
    return [place for place in range(len(alike[0])) if len({table[place] for table in alike}) == 1 and alike[0][place] in range(1, 8)]


def sums_to_be_had(cells: Mapping[Cell, Mapping[int, int]], shown: Sequence[frozenset[Cell]]) -> Iterator[dict[int, int]]:
    """By person, every sum of some cells that can be had by adding and subtracting the sums that are shown."""
    for signs in product((-1, 0, 1), repeat=len(shown)):
        weights = {cell: sum(sign for sign, one in zip(signs, shown, strict=True) if cell in one) for cell in cells}
        if set(weights.values()) <= {0, 1} and any(weights.values()):
            found: dict[int, int] = defaultdict(int)
            for cell, weight in weights.items():
                for who, amount in cells[cell].items() if weight else ():
                    found[who] += amount
            yield dict(found)
