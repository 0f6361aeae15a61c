"""The WELLBY beside the social return: one point of life satisfaction, from 0 to 10, of one person for one year.

WELLBYs = people × change in points × years, each less what would have happened anyway. Value = WELLBYs × £13,000 (£10,000 to £16,000) in 2019 prices.
Source: HM Treasury, Wellbeing Guidance for Appraisal (2021). A WELLBY holds all of a life's wellbeing: it is told beside other values of it, and
never added to them.
"""

from __future__ import annotations

from .estimates import Estimate
from .proxies import proxy
from .twice import LIFE_SATISFACTION
from .valued import NONE_OF_IT, Outcome, Scope


def wellby(
    points: Estimate,
    *,
    years: Estimate,
    worth: Estimate | None = None,
    deadweight: Estimate = NONE_OF_IT,
    attributable_to_others: Estimate = NONE_OF_IT,
    whose: str = "",
) -> Outcome:
    """WELLBYs as an outcome: `points` is the sum of everybody's change in life satisfaction. `worth` is pounds for one, in the prices you reckon in."""
    return Outcome(
        "WELLBYs",
        points,
        worth or proxy("wellby").pounds,
        deadweight=deadweight,
        attributable_to_others=attributable_to_others,
        duration=years,
        scope=Scope.WELLBEING,
        change=LIFE_SATISFACTION,
        whose=whose,
    )
