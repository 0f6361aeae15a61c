"""What may leave: small numbers held back so that no sum gives them away, the rest rounded.

The rule is the one for hospital statistics in England: 1 to 7 held back, all else to the nearest 5, nought shown.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from alongside.foundation.small_numbers import ABOVE, NEAREST, SLACK, SMALL, rounded

from .solving import Row, left_with_few

__all__ = ["ABOVE", "NEAREST", "SLACK", "SMALL", "rounded"]

UNSURE = 3
"""How many of the numbers 1 to 7 must stay possible for a number held back, for whoever adds and subtracts all they were given."""
_ANYTHING = 10**9
Cell = Hashable


@dataclass(frozen=True)
class Sum:
    """A total and the cells that make it up: something a reader can add."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True)
class Union:
    """A whole that its parts make up together, and in several of which one may be: no part is larger, and all are no smaller."""

    total: Cell
    parts: tuple[Cell, ...]


Relation = Sum | Union


def hold_back(
    counts: Mapping[Cell, int], sums: Sequence[Relation], left: Mapping[Cell, int | None] | None = None, never: frozenset[Cell] = frozenset()
) -> dict[Cell, int | None]:
    """Every count as it may leave, None for those held back: the small ones, and others that would give them away.

    `left` are numbers that have left before; they stay as they were, so what is new must not betray them. `never` are numbers that no
    page shows and a reader could work out, like how many did not say something. A nought is never held back. What is held back beside
    a small number is chosen by what is shown, never by the true counts, and must look as if it could be small too: so knowing this
    program tells no more than knowing the sums.
    """
    gone = dict(left or {}) | dict.fromkeys(never)
    shown = {cell: gone[cell] if cell in gone else rounded(count) for cell, count in counts.items()}
    around: dict[Cell, list[Relation]] = {cell: [] for cell in counts}
    for one in sums:
        for cell in (one.total, *one.parts):
            around[cell].append(one)
    new = [cell for cell in counts if cell not in gone]
    at_best = could_be(shown | {cell: None for cell in new if counts[cell]}, sums, never)
    could_look_small = {cell for cell in new if not _is_given_away(at_best[cell])}

    def smallest_shown(cells: Sequence[Cell]) -> list[Cell]:
        return sorted((cell for cell in cells if shown[cell] and cell in could_look_small), key=lambda cell: shown[cell] or 0)[:1]

    # At least two in every sum that shows its total.
    for one in sums:
        apart = isinstance(one, Sum) and not never.intersection(one.parts)
        if apart and shown[one.total] is not None and [shown[cell] for cell in one.parts].count(None) == 1:
            shown.update(dict.fromkeys(smallest_shown(one.parts)))
    # And then whatever else it takes: if nothing else helps, all that is new.
    while exposed := _exposed(shown, sums, never):
        beside = {cell for given_away in exposed for one in around[given_away] for cell in smallest_shown(one.parts) or smallest_shown([one.total])}
        beside = beside or {cell for cell in new if shown[cell] and cell in could_look_small} or {cell for cell in new if shown[cell]}
        if not beside:
            break
        shown.update(dict.fromkeys(beside))
    return shown


def _exposed(shown: Mapping[Cell, int | None], sums: Sequence[Relation], never: frozenset[Cell]) -> list[Cell]:
    """What is held back and given away: by one sum after another first, which is quick; and where that finds nothing, by all of them at once."""
    could = could_be(shown, sums, never)
    if found := [cell for cell, ends in could.items() if shown[cell] is None and _is_given_away(ends, unless_none=cell in never)]:
        return found
    rows = [Row({one.total: -1} | dict.fromkeys(one.parts, 1), is_sum=True) for one in sums if isinstance(one, Sum)]
    for one in sums:
        if isinstance(one, Union):
            rows += [Row({part: 1, one.total: -1}, is_sum=False) for part in one.parts]
            rows.append(Row({one.total: 1} | dict.fromkeys(one.parts, -1), is_sum=False))
    held = [cell for cell, n in shown.items() if n is None and cell not in never]
    return left_with_few(could, rows, held, few=UNSURE, below=SMALL.stop)


def could_be(shown: Mapping[Cell, int | None], sums: Sequence[Relation], never: frozenset[Cell] = frozenset()) -> dict[Cell, tuple[int, int]]:
    """The least and the most that each number could be, for somebody who knows the rule and does the sums.

    They know that a nought is shown, so what is held back is 1 or more; and what is shown lies within 2 of it. What is `never` shown
    may be nought.
    """
    bounds = {
        cell: (int(cell not in never), _ANYTHING) if n is None else (0, 0) if n == 0 else (max(SMALL.stop, n - SLACK), n + ABOVE) for cell, n in shown.items()
    }
    for _ in range(100):
        before = dict(bounds)
        for one in sums:
            least = sum(bounds[cell][0] for cell in one.parts)
            most = sum(bounds[cell][1] for cell in one.parts)
            largest = max((bounds[cell][0] for cell in one.parts), default=0)
            _tighten(bounds, one.total, least if isinstance(one, Sum) else largest, most)
            low, high = bounds[one.total]
            for cell in one.parts:
                part_low, part_high = bounds[cell]
                _tighten(bounds, cell, low - (most - part_high), high - (least - part_low) if isinstance(one, Sum) else high)
        if bounds == before:
            break
    return bounds


def _tighten(bounds: dict[Cell, tuple[int, int]], cell: Cell, least: int, most: int) -> None:
    low, high = bounds[cell]
    bounds[cell] = (max(low, least), min(high, most))


def _is_given_away(could: tuple[int, int], *, unless_none: bool = False) -> bool:
    low, high = could
    if unless_none and (high == 0 or low not in range(SMALL.stop)):
        return False
    return min(high, SMALL.stop - 1) - low + 1 < UNSURE
