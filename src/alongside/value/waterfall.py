"""From gross to net, step by step, in whole pence that add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .reckoning import Worth, pence


@dataclass(frozen=True)
class Step:
    """One step: what it takes away (below nought) or adds, and what is left after it. In pence."""

    name: str
    pence: int
    left: int


_LEVELS: tuple[tuple[str, Callable[[Worth], Fraction]], ...] = (
    ("gross, in its first year", lambda one: one.gross),
    ("would have happened anyway", lambda one: one.after_deadweight),
    ("moved from somebody else", lambda one: one.after_displacement),
    ("others’ doing", lambda one: one.net),
    ("as long as it lasts", lambda one: one.without_drop_off),
    ("lost from year to year", lambda one: sum(one.by_year, Fraction(0))),
    ("later years count less", lambda one: one.value),
)


def waterfall(worths: Sequence[Worth]) -> list[Step]:
    """The steps of one outcome or of several. Each level is rounded to the penny and each step is the difference of two, so that no penny is lost between."""
    found: list[Step] = []
    before = 0
    for name, level in _LEVELS:
        left = pence(sum((level(one) for one in worths), Fraction(0)))
        found.append(Step(name, left - before, left))
        before = left
    return found
