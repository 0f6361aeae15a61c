"""Which assumption moves the result most: each alone at its low and at its high, the others central, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .estimates import certain
from .moving import Assumption, assumptions, moved
from .reckoning import reckon
from .valued import Valuation


@dataclass(frozen=True)
class Swing:
    """The ratio with one assumption at its low and at its high."""

    assumption: Assumption
    at_low: Fraction
    at_high: Fraction

    @property
    def width(self) -> Fraction:
        """How far the ratio moves."""
        return abs(self.at_high - self.at_low)


def tornado(valuation: Valuation) -> list[Swing]:
    """Every assumption that is not certain, the one that moves the ratio most first; of equals in their order."""
    found = [
        Swing(one, *(reckon(moved(valuation, one.of, one.part, certain(end))).ratio for end in (one.estimate.low, one.estimate.high)))
        for one in assumptions(valuation)
        if not one.estimate.is_certain
    ]
    return sorted(found, key=lambda swing: -swing.width)
