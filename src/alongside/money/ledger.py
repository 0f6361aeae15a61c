"""Where money lies and how it moves: each movement takes from one pot and gives the same to another, so that nothing is lost or made.

A budget has three pots, free, promised and spent; outside of all is where money comes from and goes back to. A balance is never kept: it is the
sum of its lines. No Django.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

OUTSIDE, FREE, PROMISED, SPENT = "outside", "free", "promised", "spent"

WAYS = {
    "given": (OUTSIDE, FREE),
    "given back": (FREE, OUTSIDE),
    "promised": (FREE, PROMISED),
    "let go": (PROMISED, FREE),
    "spent": (PROMISED, SPENT),
    "spent more": (FREE, SPENT),
    "moved": (FREE, FREE),
}
"""Every kind of movement, from which pot to which. A reversal goes the other way."""


@dataclass(frozen=True)
class Account:
    """A pot of a budget."""

    budget: Hashable
    pot: str


@dataclass(frozen=True)
class Moved:
    """So many pence from one account to another."""

    source: Account
    target: Account
    pence: int

    @property
    def reversed(self) -> Moved:
        """The same, back."""
        return Moved(self.target, self.source, self.pence)


def balances(lines: Iterable[Moved]) -> Counter[Account]:
    """What lies in each account: all that came, less all that went. Together they are nought."""
    found: Counter[Account] = Counter()
    for line in lines:
        found[line.source] -= line.pence
        found[line.target] += line.pence
    return found


@dataclass(frozen=True)
class Balance:
    """What a budget was given, and where it lies."""

    free: int = 0
    promised: int = 0
    spent: int = 0

    @property
    def given(self) -> int:
        """All of it."""
        return self.free + self.promised + self.spent


def settled(promised: int, came_to: int) -> list[tuple[str, int]]:
    """How a promise becomes what it came to: as much as was promised is spent, what is left is let go, what is more is taken from what is free."""
    moves = [("spent", min(promised, came_to))]
    if came_to < promised:
        moves.append(("let go", promised - came_to))
    if came_to > promised:
        moves.append(("spent more", came_to - promised))
    return [(kind, pence) for kind, pence in moves if pence]
