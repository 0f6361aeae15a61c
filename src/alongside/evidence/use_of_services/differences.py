"""Difference in differences: how much more it changed for those introduced than for others over the same length of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from ..pairs import ENOUGH_FOR_A_MEAN, Mean
from .counting import Counted


@dataclass(frozen=True)
class Difference:
    """`ours` and `others`: how many of each; `before`: their means before, which should be alike.

    `by`: how much more it changed for ours, with its 95% interval; none where there are fewer than thirty on either side.
    """

    ours: int
    others: int
    before: tuple[float, float] | None
    by: Mean | None


def difference(ours: Sequence[Counted], others: Sequence[Counted]) -> Difference:
    """The mean change of ours less that of the others, each person once.

    Ordinary least squares of the change on who somebody is, with standard errors that do not suppose one spread for both (HC3: MacKinnon and White 1985,
    Journal of Econometrics 29), by statsmodels. Where the two differ much before, it takes no account of regression to the mean: match them first.
    """
    if min(len(ours), len(others)) < ENOUGH_FOR_A_MEAN:
        return Difference(len(ours), len(others), None, None)
    # Half a second to load, and only whoever opens such a figure needs it.
    import numpy as np
    import statsmodels.api as sm

    changes = np.array([one.change for one in (*ours, *others)], dtype=float)
    is_ours = np.repeat([1.0, 0.0], [len(ours), len(others)])
    before = float(np.mean([one.before for one in ours])), float(np.mean([one.before for one in others]))
    fitted = sm.OLS(changes, sm.add_constant(is_ours)).fit(cov_type="HC3", use_t=True)
    low, high = (float(end) for end in fitted.conf_int(0.05)[1])
    return Difference(len(ours), len(others), before, Mean(float(fitted.params[1]), low, high))


def matched(ours: Sequence[Counted], others: Sequence[Counted], *, seed: int) -> tuple[list[Counted], list[Counted]]:
    """Each of ours beside one of the others who used it exactly as often before, drawn by lot; whoever has no such one is left out, on either side."""
    chance = Random(seed)  # noqa: S311 - a draw that can be done again, no secret
    waiting: dict[int, list[Counted]] = defaultdict(list)
    for one in sorted(others, key=lambda one: str(one.person)):
        waiting[one.before].append(one)
    for some in waiting.values():
        chance.shuffle(some)
    pairs = [(one, waiting[one.before].pop()) for one in sorted(ours, key=lambda one: str(one.person)) if waiting[one.before]]
    return [one for one, _other in pairs], [other for _one, other in pairs]
