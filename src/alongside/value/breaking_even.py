"""What would have to be true for less to come of it than was put in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .discounting import LAST_YEAR
from .estimates import certain
from .moving import Assumption, assumptions, moved
from .reckoning import reckon
from .valued import SHARES, Part, Valuation

HALVINGS = 60
_BENT = (Part.DROP_OFF, Part.DURATION)
"""The parts in which value is no straight line."""


@dataclass(frozen=True)
class BreakEven:
    """One assumption, and the figure at which the ratio is just the target, the others central; None where no possible figure brings it there."""

    assumption: Assumption
    at: Fraction | None


@dataclass(frozen=True)
class AllAtOnce:
    """What would have to be true of everything at once: value is this many times the target's; every quantity, or every proxy, could be divided by it."""

    times: Fraction


def break_even(valuation: Valuation, target: Fraction = Fraction(1)) -> list[BreakEven]:
    """For every assumption alone, where the ratio reaches the target: exactly, and by halving for the drop-off and the duration."""
    return [BreakEven(one, _at(valuation, one, target)) for one in assumptions(valuation)]


def all_at_once(valuation: Valuation, target: Fraction = Fraction(1)) -> AllAtOnce:
    """By how much everything together could be less."""
    return AllAtOnce(reckon(valuation).ratio / target)


def _at(valuation: Valuation, one: Assumption, target: Fraction) -> Fraction | None:
    if one.part is None:
        return _input(valuation, one, target)
    if one.part in _BENT:
        return _bent(valuation, one, target)
    if one.part in SHARES or one.part is Part.PROXY or one.part is Part.QUANTITY:
        return _straight(valuation, one, target)
    return None


def _input(valuation: Valuation, one: Assumption, target: Fraction) -> Fraction | None:
    """Ratio = value ÷ inputs, so the inputs are value ÷ target, less what the others put in."""
    found = reckon(valuation)
    year = next(given.year for given in valuation.inputs if given.name == one.of)
    factor = valuation.discounting.factor_put_in(year)
    own = Fraction(one.estimate.central) * factor
    at = (found.value / target - (found.inputs - own)) / factor
    return at if at >= 0 else None


def _straight(valuation: Valuation, one: Assumption, target: Fraction) -> Fraction | None:
    """Between the ratio at nought and at one the way is straight."""
    at_nought, at_one = (_ratio(valuation, one, Decimal(figure)) for figure in (0, 1))
    if at_nought == at_one:
        return None
    at = (target - at_nought) / (at_one - at_nought)
    possible = one.part is Part.QUANTITY or (at >= 0 and (one.part is Part.PROXY or at <= 1))
    return at if possible else None


def _bent(valuation: Valuation, one: Assumption, target: Fraction) -> Fraction | None:
    """By halving, to a millionth: value only rises, or only falls, with each of these."""
    low, high = Decimal(0), Decimal(1 if one.part is Part.DROP_OFF else LAST_YEAR)
    at_low, at_high = _ratio(valuation, one, low), _ratio(valuation, one, high)
    if at_low == at_high or not min(at_low, at_high) <= target <= max(at_low, at_high):
        return None
    for _ in range(HALVINGS):
        if high - low < Decimal("0.000001"):
            break
        middle = ((low + high) / 2).quantize(Decimal("0.00000001"))
        if (_ratio(valuation, one, middle) < target) is (at_low < target):
            low = middle
        else:
            high = middle
    return Fraction(((low + high) / 2).quantize(Decimal("0.000001")))


def _ratio(valuation: Valuation, one: Assumption, figure: Decimal) -> Fraction:
    return reckon(moved(valuation, one.of, one.part, certain(figure))).ratio
