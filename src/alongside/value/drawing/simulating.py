"""Every assumption drawn at once, ten thousand times; and again in less than a millisecond when one of them is moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

import numpy as np

from alongside.foundation.refusals import Refused

from ..discounting import Discounting
from ..estimates import Estimate
from ..valued import Input, Outcome, Part, Scope, Valuation
from ..words import NOTHING_PUT_IN, TOO_FEW_DRAWS
from .chance import Chance, Floats
from .distribution import Distribution
from .people import Changes, told_by
from .resampling import resampled
from .shapes import drawn

Drawn = Floats | float
FEWEST = 100
_TAKE_AWAY = (Part.DEADWEIGHT, Part.DISPLACEMENT, Part.ATTRIBUTABLE_TO_OTHERS)


@dataclass(frozen=True, eq=False)
class Simulation:
    """A valuation with its draws. `moved` gives another, which shares what did not change; one seed gives the same numbers by whichever way."""

    valuation: Valuation
    chance: Chance = field(repr=False)
    people: dict[str, Floats] = field(repr=False)
    """Sums by outcome of the people drawn again; outcomes that are not in it draw their quantity as any assumption."""
    held: dict[str, tuple[Outcome, Drawn]] = field(repr=False, default_factory=dict)
    """What outcomes were worth, by name. Nothing else is kept: to draw one again takes a fifth of a millisecond, to ask for memory anew takes longer."""

    def moved(self, valuation: Valuation) -> Simulation:
        """The same draws of other assumptions. Quantities that people told stay what they told."""
        return Simulation(valuation, self.chance, self.people, dict(self.held) if valuation.discounting == self.valuation.discounting else {})

    def ratio(self) -> Distribution:
        """Pounds of social value for each pound put in."""
        return Distribution(np.broadcast_to(self._summed(self.valuation.outcomes) / self._put_in(), self.chance.draws))

    def value(self, scope: Scope | None = None) -> Distribution:
        """Pounds of value: of all, or of one scope."""
        of = tuple(one for one in self.valuation.outcomes if scope in (None, one.scope))
        return Distribution(np.broadcast_to(np.asarray(self._summed(of)), self.chance.draws))

    def worth(self, outcome: Outcome) -> Drawn:
        """Pounds of one outcome, draw by draw."""
        before = self.held.get(outcome.name)
        if before is None or before[0] != outcome:
            before = self.held[outcome.name] = outcome, self._draw(outcome)
        return before[1]

    def _draw(self, outcome: Outcome) -> Drawn:
        factors = (self._factor(outcome, part) for part in _TAKE_AWAY)
        worth = self.people[outcome.name] if outcome.name in self.people else self._factor(outcome, Part.QUANTITY)
        worth = worth * self._factor(outcome, Part.PROXY)
        worth *= years_lasting(self._factor(outcome, Part.DROP_OFF), self._factor(outcome, Part.DURATION), self.valuation.discounting)
        for share in factors:
            worth *= 1 - share
        return worth

    def _factor(self, outcome: Outcome, part: Part) -> Drawn:
        return self._drawn(outcome.name, part.value, outcome.estimate(part))

    def _drawn(self, name: str, part: str, estimate: Estimate) -> Drawn:
        return float(estimate.central) if estimate.is_certain else drawn(estimate, self.chance.stream(f"{name} · {part}"))

    def _summed(self, outcomes: tuple[Outcome, ...]) -> Drawn:
        found = np.zeros(self.chance.draws)
        for one in outcomes:
            found += self.worth(one)
        return found

    def _put_in(self) -> Drawn:
        found: Drawn = 0.0
        for one in self.valuation.inputs:
            found = found + self._input(one)
        if not np.all(found):
            raise Refused(NOTHING_PUT_IN)
        return found

    def _input(self, one: Input) -> Drawn:
        return self._drawn("put in", one.name, one.pounds) * float(self.valuation.discounting.factor_put_in(one.year))


def simulate(valuation: Valuation, changed: Changes | None = None, *, seed: int = 2026, draws: int = 10_000) -> Simulation:
    """Draws of a valuation; with `changed`, its quantities are what people told, and the people are drawn again each time."""
    if draws < FEWEST:
        raise Refused(TOO_FEW_DRAWS, given=draws, least=FEWEST)
    chance = Chance(seed, draws)
    if changed is None:
        return Simulation(valuation, chance, {})
    sums = resampled(changed, chance)
    return Simulation(told_by(valuation, changed), chance, dict(zip(changed.outcomes, sums, strict=True)))


def years_lasting(drop_off: Drawn, duration: Drawn, discounting: Discounting) -> Drawn:
    """How many first years' worth it comes to in all: Σ (1 − drop-off)^(t−1) × the part of year t that it lasts × what a pound of year t counts."""
    kept: Drawn = 1 - drop_off
    left: Drawn = 1.0
    found: Drawn = 0.0
    for year in range(ceil(float(np.max(duration)))):
        lasts = np.clip(duration - year, 0, 1) if isinstance(duration, np.ndarray) else min(1.0, duration - year)
        found = found + left * (lasts * float(discounting.factor(year + 1)))
        left = left * kept
    return found
