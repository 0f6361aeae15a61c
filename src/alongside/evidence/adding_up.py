"""When a sum may leave: by the people behind it, never by its size. Hours, minutes and miles are held back like this.

A sum that rests on 1 to 7 people is held back, and so is one that tells nearly all of what one person gave (the p% rule: Federal Committee on
Statistical Methodology, Statistical Policy Working Paper 22, 2005; ESSNet SDC, Handbook on Statistical Disclosure Control 1.2, 2010).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .rules import NEAREST, SMALL

AT_LEAST_OFF = 10
"""Per cent by which whoever gave second most must miss what the largest gave, when they take their own away from the sum."""

Amounts = Mapping[int, int]
"""How much, by person."""


@dataclass(frozen=True)
class Leaves:
    """What of a sum may leave: each finished quarter's total, the year's, and the parts of the year; None where it is held back."""

    quarters: tuple[int | None, ...]
    year: int | None
    parts: dict[str, int | None]


def may_leave(amounts: Amounts) -> bool:
    """Whether a sum tells too little of anybody: it rests on none, or on eight or more of whom none gave nearly all."""
    given = sorted((amount for amount in amounts.values() if amount), reverse=True)
    if not given:
        return True
    return len(given) not in SMALL and 100 * sum(given[2:]) >= AT_LEAST_OFF * given[0]


def together(some: Sequence[Amounts]) -> Amounts:
    """Several sums as one."""
    found: Counter[int] = Counter()
    for amounts in some:
        found.update(amounts)
    return found


def as_sums_leave(quarters: Sequence[Amounts], year: Mapping[str, Amounts] | None) -> Leaves:
    """A quarter leaves as a total alone. The year leaves when it is over, with its parts, and gives away no quarter that was held back.

    Whatever can be had by taking what is shown from a total is itself a sum that may leave: all quarters held back, taken together, and
    all parts held back, taken together. Parts join them by size, the smallest first, until that is so.
    """
    left = tuple(sum(amounts.values()) if may_leave(amounts) else None for amounts in quarters)
    if year is None:
        return Leaves(left, None, {})
    whole = together(list(year.values()))
    missing = [amounts for amounts, total in zip(quarters, left, strict=True) if total is None]
    known_already = len(quarters) == 4 and not missing
    if not known_already and not (may_leave(whole) and may_leave(together(missing))):
        return Leaves(left, None, {part: None if any(amounts.values()) else 0 for part, amounts in year.items()})
    return Leaves(left, sum(whole.values()), _parts(year))


def _parts(year: Mapping[str, Amounts]) -> dict[str, int | None]:
    held = [part for part, amounts in year.items() if not may_leave(amounts)]
    others = sorted((part for part, amounts in year.items() if part not in held and any(amounts.values())), key=lambda part: (sum(year[part].values()), part))
    while held and others and not may_leave(together([year[part] for part in held])):
        held.append(others.pop(0))
    return {part: None if part in held else sum(amounts.values()) for part, amounts in year.items()}


def in_units(amount: int | None, unit: int, *, leaves: bool) -> int | None:
    """Minutes as hours, tenths of miles as miles: whole ones, halves up; to the nearest 5 where they leave, and only nought is nought."""
    if amount is None:
        return None
    step = unit * (NEAREST if leaves else 1)
    whole = (2 * amount + step) // (2 * step) * (NEAREST if leaves else 1)
    return max(whole, NEAREST) if leaves and amount else whole
