"""WELLBYs beside a social return: how satisfied people said they were, first and again, and what that comes to. Told beside it, never added to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from alongside.foundation.refusals import Refused

from .estimates import Estimate, between, certain
from .reckoning import Level, reckon
from .sheet import as_answers_leave, estimate_as_json, read_estimate
from .twice import LIFE_SATISFACTION, Flag, flags
from .valued import Outcome, Valuation
from .wellbys import wellby
from .words import NO_SHEET, NO_WELLBY, SMALL_NUMBER

FORM = 1
YEARS = certain(1, source="Counted for one year: nobody was asked for how long it holds.")
_ONE = certain(1)
_COUNTS = ("began", "pairs", "better", "same", "worse", "earlier")
_ADJUSTED = ("worth", "anyway", "others")


@dataclass(frozen=True)
class Satisfied:
    """People's life satisfaction (0 to 10) as pairs: the first answer of each beside the last one of the year.

    `began` counts everybody who ever answered, `pairs` those who were asked again in the year; `mean` is their mean change in points, its 95% interval as low
    and high, and none of fewer than thirty. `worth` is pounds for one WELLBY; `anyway` and `others` are shares (0 to 1), as people named them of changes.
    """

    began: int
    pairs: int
    better: int
    same: int
    worse: int
    mean: Estimate | None
    worth: Estimate
    anyway: Estimate
    others: Estimate
    earlier: int = 0
    """Of the missing, those who were asked a second time in a year before: they have a mean of their own year."""
    whole_year: bool = True
    """Whether the year was over when it was counted: before that nothing of it leaves."""

    @property
    def missing(self) -> int:
        """Who began and was not asked again in the year; never counted as unchanged."""
        return self.began - self.pairs

    @property
    def may_leave(self) -> bool:
        """Whether it may be told to whoever sees no exact numbers: of a whole year, and no group of 1 to 7 people can be read out of it."""
        groups = (self.better, self.same, self.worse, self.missing, self.earlier)
        return self.whole_year and self.mean is not None and not any(n in SMALL_NUMBER for n in groups)

    @property
    def change(self) -> Estimate:
        """The mean change of a pair, in points; refused where there is none."""
        if self.mean is None:
            raise Refused(NO_WELLBY, pairs=self.pairs)
        return self.mean

    @property
    def leaving(self) -> Satisfied:
        """As it is told then: people to the nearest five, the mean and its interval to a tenth; everything else follows from these."""
        tenths = (one.quantize(Decimal("0.1")) for one in (self.change.low, self.change.central, self.change.high))
        return replace(
            self,
            **{name: 5 * round(getattr(self, name) / 5) for name in _COUNTS},
            mean=between(*tenths),
            anyway=as_answers_leave(self.anyway),
            others=as_answers_leave(self.others),
        )

    def outcome(self, worth: Estimate | None = None) -> Outcome:
        """As the engine takes it: the points of all pairs together, for one year."""
        points = between(*(self.pairs * one for one in (self.change.low, self.change.central, self.change.high)))
        made = wellby(points, years=YEARS, worth=worth or self.worth, deadweight=self.anyway, attributable_to_others=self.others, whose=WHOSE)
        return replace(made, change=LIFE_SATISFACTION)

    @property
    def wellbys(self) -> dict[Level, Fraction]:
        """How many WELLBYs are left after what would have happened anyway and what others did: low, central, high."""
        return _reckoned(self.outcome(_ONE))

    @property
    def pounds(self) -> dict[Level, Fraction]:
        """What they are worth, in the prices of `worth`: low, central, high."""
        return _reckoned(self.outcome())

    @property
    def kept(self) -> dict[str, str]:
        """What came out, as fractions in lowest terms."""
        return {level.value: f"{one.numerator}/{one.denominator}" for level, one in self.pounds.items()} if self.mean else {}


WHOSE = "the people of this team"


def _reckoned(one: Outcome) -> dict[Level, Fraction]:
    return {level: reckon(Valuation((one,), ()), level).value for level in Level}


def holds_again(one: Satisfied, outcomes: Iterable[Outcome]) -> list[str]:
    """The outcomes of a valuation that a WELLBY of the same people holds once more: all of their wellbeing."""
    if one.mean is None:
        return []
    mine = one.outcome()
    found = flags(Valuation((mine, *(replace(each, whose=WHOSE) for each in outcomes if each.name != mine.name)), ()))
    return [each.outcomes[1] for each in found if each.outcomes[0] == mine.name and each.flag in (Flag.WHOLE_AND_PART, Flag.VALUED_TWICE)]


def as_json(one: Satisfied) -> dict[str, Any]:
    """As a version keeps it, with what came out; figures are text."""
    counts = {name: getattr(one, name) for name in (*_COUNTS, "whole_year")}
    estimates = {name: estimate_as_json(getattr(one, name)) for name in _ADJUSTED}
    return {"form": FORM, **counts, **estimates, "mean": estimate_as_json(one.mean) if one.mean else None, "told": one.kept}


def read_satisfied(given: Mapping[str, Any]) -> Satisfied:
    """What `as_json` wrote; a sentence for what it cannot be."""
    try:
        if given["form"] != FORM:
            raise Refused(NO_SHEET, why=f"its WELLBYs are of form {given['form']}")
        counts = {name: int(given[name]) for name in _COUNTS}
        mean = read_estimate(given["mean"]) if given["mean"] else None
        worth, anyway, others = (read_estimate(given[name]) for name in _ADJUSTED)
        return Satisfied(**counts, mean=mean, worth=worth, anyway=anyway, others=others, whole_year=bool(given["whole_year"]))
    except (KeyError, TypeError, ValueError) as wrong:
        raise Refused(NO_SHEET, why=f"{type(wrong).__name__}: {wrong}") from None
