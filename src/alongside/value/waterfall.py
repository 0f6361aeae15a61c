"""From gross to net, step by step, in whole pence that add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from alongside.foundation.words import Sentence

from .reckoning import Worth, pence
from .words import STEPS


@dataclass(frozen=True)
class Step:
    """One step: what it takes away (below nought) or adds, and what is left after it. In pence."""

    said: Sentence
    pence: int
    left: int

    @property
    def name(self) -> str:
        """What happens in it, in English."""
        return self.said.lac


_LEVELS: tuple[Callable[[Worth], Fraction], ...] = (
    lambda one: one.gross,
    lambda one: one.after_deadweight,
    lambda one: one.after_displacement,
    lambda one: one.net,
    lambda one: one.without_drop_off,
    lambda one: sum(one.by_year, Fraction(0)),
    lambda one: one.value,
)


def waterfall(worths: Sequence[Worth]) -> list[Step]:
    """The steps of one outcome or of several. Each level is rounded to the penny and each step is the difference of two, so that no penny is lost between."""
    found: list[Step] = []
    before = 0
    for said, level in zip(STEPS, _LEVELS, strict=True):
        left = pence(sum((level(one) for one in worths), Fraction(0)))
        found.append(Step(said, left - before, left))
        before = left
    return found
