"""What is valued: outcomes with their adjustments, what was put in, and how later years count."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from alongside.foundation.refusals import Refused

from . import words
from .discounting import LAST_YEAR, Discounting, discounting
from .estimates import Estimate, Shape, certain

NONE_OF_IT = certain(0)
ONE_YEAR = certain(1)


class Scope(StrEnum):
    """Whose value it is. The three are added up apart, because only the first is ever anybody's cash."""

    FISCAL = "fiscal"
    ECONOMIC = "economic"
    WELLBEING = "wellbeing"


class Part(StrEnum):
    """What of an outcome is assumed, by the name of its field."""

    QUANTITY = "quantity"
    PROXY = "proxy"
    DEADWEIGHT = "deadweight"
    DISPLACEMENT = "displacement"
    ATTRIBUTABLE_TO_OTHERS = "attributable_to_others"
    DROP_OFF = "drop_off"
    DURATION = "duration"


SHARES = {
    Part.DEADWEIGHT: "Deadweight",
    Part.DISPLACEMENT: "Displacement",
    Part.ATTRIBUTABLE_TO_OTHERS: "The share attributable to others",
    Part.DROP_OFF: "The drop-off",
}
"""The parts that take something away, each a share from 0 to 1, and how they are named at the start of a sentence."""


@dataclass(frozen=True)
class Outcome:
    """One change and its worth.

    quantity                how many changes, or points of a scale; below nought where life got worse
    proxy                   pounds for each, in one year, from nought up
    deadweight              share (0 to 1) that would have happened anyway
    displacement            share (0 to 1) that only moved it from somebody else
    attributable_to_others  share (0 to 1) that was others' doing; the word “attribution” alone is used both ways, so it is not used here
    drop_off                share (0 to 1) of what is left that is lost from each year to the next
    duration                years it lasts, 0 to 125; half a year counts as half of its year
    scope                   whose value it is
    change, whose           what changed, and for whom: two outcomes that name the same are told apart by `flags`
    """

    name: str
    quantity: Estimate
    proxy: Estimate
    deadweight: Estimate = NONE_OF_IT
    displacement: Estimate = NONE_OF_IT
    attributable_to_others: Estimate = NONE_OF_IT
    drop_off: Estimate = NONE_OF_IT
    duration: Estimate = ONE_YEAR
    scope: Scope = Scope.WELLBEING
    change: str = ""
    whose: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refused(words.NAME_AN_OUTCOME)
        for part, called in SHARES.items():
            share = self.estimate(part)
            if outside := _outside(share, Decimal(0), Decimal(1)):
                raise Refused(words.NO_SHARE, part=called, outcome=self.name, given=outside)
            if share.shape is Shape.LOGNORMAL:
                raise Refused(words.MAY_GO_BEYOND, part=called, outcome=self.name)
        if outside := _outside(self.duration, Decimal(0), Decimal(LAST_YEAR)):
            raise Refused(words.NO_DURATION, outcome=self.name, given=outside, most=LAST_YEAR)
        if self.duration.shape is Shape.LOGNORMAL:
            raise Refused(words.MAY_GO_BEYOND, part="The duration", outcome=self.name)
        if self.proxy.low < 0:
            raise Refused(words.PROXY_BELOW_NOUGHT, outcome=self.name, given=self.proxy.low)

    def estimate(self, part: Part) -> Estimate:
        """One of its assumptions, by name."""
        found: Estimate = getattr(self, part.value)
        return found


def _outside(one: Estimate, least: Decimal, most: Decimal) -> str:
    """The end of an estimate that lies beyond its bounds, as it is written; nothing where both are within."""
    return str(one.low) if one.low < least else str(one.high) if one.high > most else ""


@dataclass(frozen=True)
class Input:
    """What somebody put in: pounds from nought up, paid or in kind, in the year that it was put in (from 1)."""

    name: str
    pounds: Estimate
    year: int = 1

    def __post_init__(self) -> None:
        if self.pounds.low < 0:
            raise Refused(words.INPUT_BELOW_NOUGHT, name=self.name, given=self.pounds.low)
        if not 1 <= self.year <= LAST_YEAR:
            raise Refused(words.YEAR_OF_AN_INPUT, name=self.name, year=self.year, most=LAST_YEAR)


@dataclass(frozen=True)
class Valuation:
    """Outcomes beside inputs, and how later years count. Later years' inputs are discounted too."""

    outcomes: tuple[Outcome, ...]
    inputs: tuple[Input, ...]
    discounting: Discounting = field(default_factory=lambda: discounting("green-book"))

    def __post_init__(self) -> None:
        if twice := _twice([one.name for one in self.outcomes]):
            raise Refused(words.NAMED_TWICE, name=twice)
        if twice := _twice([one.name for one in self.inputs]):
            raise Refused(words.INPUT_TWICE, name=twice)


def _twice(names: list[str]) -> str:
    """The first name that stands there more than once."""
    return next((name for number, name in enumerate(names) if name in names[:number]), "")
