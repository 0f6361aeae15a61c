"""Where people were introduced month after month: each month's people beside those who were introduced later, over the same months."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..pairs import ENOUGH_FOR_A_MEAN, Mean

DRAWS, AT_ONCE = 1_000, 50
"""Draws of people with replacement, from whose percentiles the interval is read (B. Efron and R. Tibshirani 1993, chapter 13); and how many at once."""

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Staggered:
    """How many months and people could be compared, by how much more it changed for them with its 95% interval, and `earlier`: the same a window earlier.

    `earlier` is about nought where ours and the others went the same way before. `by` is none of fewer than thirty people.
    """

    months: int
    ours: int
    by: Mean | None
    earlier: float | None


def staggered(use: Mapping[Hashable, Sequence[int]], introduced: Mapping[Hashable, int], *, window: int, seed: int) -> Staggered:
    """The mean over months of the difference in differences with those not yet introduced, weighted by how many were introduced in each.

    `use`: times a month of each person, all over the same months; `introduced`: which month that was, counted from nought. `window`: months on each
    side. Whoever is compared with was introduced after the whole window (B. Callaway and P. Sant'Anna, Journal of Econometrics 225, 2021: units not yet
    treated, no covariates), so that nobody stands beside somebody whose use may have changed already, as in a regression with two fixed effects.
    """
    people = sorted(use, key=str)
    if not people:
        return Staggered(0, 0, None, None)
    month = np.array([introduced[one] for one in people])
    times = np.array([use[one] for one in people], dtype=float)
    everybody = np.ones((1, len(people)))
    compared = _Compared(month, times, window, 0)
    many = compared.people(everybody)
    if many < ENOUGH_FOR_A_MEAN:
        return Staggered(len(compared.at), many, None, None)
    chance = np.random.default_rng(seed)
    drawn = [compared.by(_draw(chance, len(people))) for _ in range(DRAWS // AT_ONCE)]
    low, high = (float(end) for end in np.nanpercentile(np.concatenate(drawn), [2.5, 97.5]))
    earlier = _Compared(month, times, window, window)
    before = float(earlier.by(everybody)[0]) if earlier.at else None
    return Staggered(len(compared.at), many, Mean(float(compared.by(everybody)[0]), low, high), before)


def _draw(chance: np.random.Generator, people: int) -> Numbers:
    """How often each person is drawn, a row a draw."""
    return chance.multinomial(people, np.full(people, 1 / people), size=AT_ONCE).astype(float)


class _Compared:
    """For each month that has both: who was introduced in it, who later, and how everybody's use changed around it, or `back` months sooner."""

    def __init__(self, month: npt.NDArray[Any], times: Numbers, window: int, back: int) -> None:
        summed = np.concatenate([np.zeros((len(times), 1)), times.cumsum(axis=1)], axis=1)
        may = [one for one in np.unique(month) if window <= one - back <= times.shape[1] - window and (month >= one + window).any()]
        self.at = [int(one) for one in may]
        begin = [one - back for one in self.at]
        change = [summed[:, at + window] - 2 * summed[:, at] + summed[:, at - window] for at in begin]
        self._change = np.stack(change, axis=1) if change else np.empty((len(times), 0))
        self._ours = (month[:, None] == np.array(self.at, dtype=int)).astype(float)
        self._later = (month[:, None] >= np.array(self.at, dtype=int) + window).astype(float)

    def people(self, weights: Numbers) -> int:
        """How many of ours are compared."""
        return int((weights @ self._ours).sum())

    def by(self, weights: Numbers) -> Numbers:
        """The mean difference for each row of weights; not a number where a draw has nobody to compare."""
        ours, later = weights @ self._ours, weights @ self._later
        with np.errstate(invalid="ignore", divide="ignore"):
            apart = weights @ (self._ours * self._change) / ours - weights @ (self._later * self._change) / later
        known = (ours > 0) & (later > 0)
        counts = np.where(known, ours, 0.0)
        with np.errstate(invalid="ignore"):
            return np.asarray(np.where(known, apart * counts, 0.0).sum(axis=1) / counts.sum(axis=1))
