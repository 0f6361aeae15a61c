"""Figures that nobody knows exactly: a low, a central and a high one, from whom, and how chance draws between them.

Decimals, because what is shown in money must add up to the penny; draws are floats, because ten thousand of them need no pennies.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from alongside.foundation.refusals import Refused

from .words import FAR_TOO_MUCH, LOW_ABOVE_HIGH, NO_NUMBER, NOT_FOR_NOUGHT

Number = Decimal | int | float | str
MOST = Decimal(10) ** 15
"""A thousand million million: any figure beyond it is a slip."""
FINEST = -20
"""No figure has a place finer than 10 to this: it would only cost time."""


class Shape(StrEnum):
    """How chance draws between low and high."""

    PERT = "pert"
    """A beta distribution from low to high whose mode is the central figure (PERT: α = 1 + 4(m−l)/(h−l), β = 1 + 4(h−m)/(h−l)). The usual one."""
    TRIANGULAR = "triangular"
    """Straight from low up to the central figure and down to high."""
    LOGNORMAL = "lognormal"
    """For sums above nought: the central figure is the median, low and high lie ln(high/low) apart as the 2.5 and the 97.5 percentile do."""


def exact(given: Number, what: str = "The figure") -> Decimal:
    """A number as it is written: a float is read by its shortest writing, so that 0.1 is a tenth."""
    try:
        read = Decimal(repr(given)) if isinstance(given, float) else Decimal(given)
    except (InvalidOperation, TypeError, ValueError):
        raise Refused(NO_NUMBER, what=what, given=str(given)[:40]) from None
    if not read.is_finite():
        raise Refused(NO_NUMBER, what=what, given=str(given)[:40])
    exponent = read.as_tuple().exponent
    if abs(read) > MOST or (isinstance(exponent, int) and exponent < FINEST):
        raise Refused(FAR_TOO_MUCH, what=what, given=str(given)[:40])
    return read


@dataclass(frozen=True)
class Estimate:
    """A figure with how sure we are of it: low ≤ central ≤ high; all three alike where it is known.

    `source` says where it comes from, `set_by` who chose it: every pound opens down to these two.
    """

    central: Decimal
    low: Decimal
    high: Decimal
    shape: Shape = Shape.PERT
    source: str = ""
    set_by: str = ""

    @property
    def where_from(self) -> str:
        """Its source, in the words of whoever wrote it."""
        return self.source

    def __post_init__(self) -> None:
        if not self.low <= self.central <= self.high:
            raise Refused(LOW_ABOVE_HIGH, low=self.low, central=self.central, high=self.high)
        if self.shape is Shape.LOGNORMAL and self.low <= 0 and not self.is_certain:
            raise Refused(NOT_FOR_NOUGHT, low=self.low)

    @property
    def is_certain(self) -> bool:
        """Whether chance has nothing to draw."""
        return self.low == self.high


def certain(given: Number, *, source: str = "", set_by: str = "") -> Estimate:
    """A figure that is known: `certain(60)`."""
    read = exact(given)
    return Estimate(read, read, read, source=source, set_by=set_by)


def between(low: Number, central: Number, high: Number, *, shape: Shape = Shape.PERT, source: str = "", set_by: str = "") -> Estimate:
    """A figure between two others: `between("0.30", "0.40", "0.55", source="asked of 31 people")`."""
    return Estimate(exact(central), exact(low), exact(high), shape, source, set_by)
