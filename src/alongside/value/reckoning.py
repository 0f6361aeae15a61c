"""The exact arithmetic of social return: fractions all the way, rounded to the penny once, where a sum is shown.

gross     = quantity × proxy
net       = gross × (1 − deadweight) × (1 − displacement) × (1 − attributable to others)
year t    = net × (1 − drop-off)^(t−1) × the part of year t that it lasts
value     = Σ year t × what a pound of year t counts
ratio     = value ÷ inputs;  net ratio = (value − inputs) ÷ inputs

Source: Cabinet Office, A guide to Social Return on Investment (2012); HM Treasury, The Green Book.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil

from alongside.foundation.refusals import Refused

from .discounting import Discounting
from .valued import Input, Outcome, Part, Scope, Valuation
from .words import NOTHING_PUT_IN


class Level(StrEnum):
    """At which end every assumption stands at once. Low and high are wider than is likely: the distribution says what is."""

    LOW = "low"
    CENTRAL = "central"
    HIGH = "high"


Chosen = Mapping[Part, Decimal]
_MORE_IS_MORE = (Part.PROXY, Part.DURATION)


@dataclass(frozen=True)
class Worth:
    """What one outcome comes to, in pounds. `by_year` is not yet discounted; `value` is."""

    outcome: Outcome
    gross: Fraction
    after_deadweight: Fraction
    after_displacement: Fraction
    net: Fraction
    by_year: tuple[Fraction, ...]
    without_drop_off: Fraction
    value: Fraction


@dataclass(frozen=True)
class Reckoned:
    """A valuation reckoned at one level. `value` is social value; only `by_scope[FISCAL]` is ever anybody's cash."""

    level: Level
    worths: tuple[Worth, ...]
    inputs: Fraction

    @property
    def value(self) -> Fraction:
        """Pounds of social value, fiscal, economic and wellbeing together: not cash."""
        return sum((one.value for one in self.worths), Fraction(0))

    @property
    def by_scope(self) -> dict[Scope, Fraction]:
        """Pounds of each scope, apart."""
        return {scope: sum((one.value for one in self.worths if one.outcome.scope is scope), Fraction(0)) for scope in Scope}

    @property
    def ratio(self) -> Fraction:
        """Pounds of social value for each pound put in."""
        return self.value / self._put_in()

    @property
    def net_ratio(self) -> Fraction:
        """Pounds of social value for each pound put in, that pound taken off."""
        return (self.value - self.inputs) / self._put_in()

    def ratio_of(self, scope: Scope) -> Fraction:
        """Pounds of one scope for each pound put in."""
        return self.by_scope[scope] / self._put_in()

    def _put_in(self) -> Fraction:
        if not self.inputs:
            raise Refused(NOTHING_PUT_IN)
        return self.inputs


def reckon(valuation: Valuation, at: Level = Level.CENTRAL) -> Reckoned:
    """The whole valuation, exactly."""
    worths = tuple(worth(one, chosen(one, at), valuation.discounting) for one in valuation.outcomes)
    return Reckoned(at, worths, sum((_put_in(one, at, valuation.discounting) for one in valuation.inputs), Fraction(0)))


def worth(outcome: Outcome, of: Chosen, discounting: Discounting) -> Worth:
    """One outcome with these figures."""
    gross = Fraction(of[Part.QUANTITY]) * Fraction(of[Part.PROXY])
    after_deadweight = gross * (1 - Fraction(of[Part.DEADWEIGHT]))
    after_displacement = after_deadweight * (1 - Fraction(of[Part.DISPLACEMENT]))
    net = after_displacement * (1 - Fraction(of[Part.ATTRIBUTABLE_TO_OTHERS]))
    lasts, kept = Fraction(of[Part.DURATION]), 1 - Fraction(of[Part.DROP_OFF])
    by_year = tuple(net * kept**year * min(Fraction(1), lasts - year) for year in range(ceil(lasts)))
    value = sum((one * discounting.factor(year + 1) for year, one in enumerate(by_year)), Fraction(0))
    return Worth(outcome, gross, after_deadweight, after_displacement, net, by_year, net * lasts, value)


def chosen(outcome: Outcome, at: Level) -> dict[Part, Decimal]:
    """Each assumption's figure at a level. What makes a gain larger makes a loss larger too, so it goes by the sign of the quantity."""
    if at is Level.CENTRAL:
        return {part: outcome.estimate(part).central for part in Part}
    quantity = outcome.quantity.low if at is Level.LOW else outcome.quantity.high
    large = (quantity > 0) is (at is Level.HIGH)
    found = {Part.QUANTITY: quantity}
    for part in Part:
        if part is not Part.QUANTITY:
            estimate = outcome.estimate(part)
            found[part] = estimate.high if (part in _MORE_IS_MORE) is large else estimate.low
    return found


def _put_in(one: Input, at: Level, discounting: Discounting) -> Fraction:
    given = {Level.LOW: one.pounds.high, Level.CENTRAL: one.pounds.central, Level.HIGH: one.pounds.low}[at]
    return Fraction(given) * discounting.factor_put_in(one.year)


def pence(pounds: Fraction) -> int:
    """Whole pence of an exact sum, halves away from nought."""
    whole, rest = divmod(abs(pounds) * 100, 1)
    up = int(whole) + (rest >= Fraction(1, 2))
    return -up if pounds < 0 else up
