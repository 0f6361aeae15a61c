"""Who belongs together, once every pair has its probability."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

CONTRADICTED = 0.05
"""Below this two entries are not the same, whoever stands between them."""

Pair = tuple[int, int]


def each_once(found: Iterable[tuple[Pair, float]]) -> dict[Pair, float]:
    """Of pairs between two files in which everybody stands once: the likeliest first, and nobody twice."""
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    kept = {}
    for (here, there), probability in sorted(found, key=lambda one: (-one[1], one[0])):
        if here not in taken_here and there not in taken_there:
            taken_here.add(here)
            taken_there.add(there)
            kept[here, there] = probability
    return kept


def together(found: Iterable[tuple[Pair, float]], probability_of: Callable[[int, int], float]) -> list[list[int]]:
    """Groups of entries about one person, from pairs at or above the working threshold, the likeliest first.

    Two groups are joined only when no two of their entries contradict each other: a father and a son do not become one through an entry without a
    date of birth that would suit both.
    """
    group_of: dict[int, list[int]] = {}
    for (one, other), _probability in sorted(found, key=lambda pair: (-pair[1], pair[0])):
        here, there = group_of.setdefault(one, [one]), group_of.setdefault(other, [other])
        if here is there or any(probability_of(a, b) < CONTRADICTED for a, b in product(here, there) if {a, b} != {one, other}):
            continue
        here.extend(there)
        for member in there:
            group_of[member] = here
    return sorted((sorted(group) for group in {id(group): group for group in group_of.values()}.values() if len(group) > 1), key=lambda group: group[0])
