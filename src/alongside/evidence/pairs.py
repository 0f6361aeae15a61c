"""Natural supports before and after, of pairs alone: how many there are, the middle change, and a mean only where it can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, median, stdev

ENOUGH_FOR_A_MEAN = 30
"""Below this one large circle makes the mean, and the interval around it rests on a shape that nobody can see in so few."""
ENOUGH_TO_LEAVE = 20
"""Below this no middle leaves: it may be one person's own number."""
SURE = 0.95


@dataclass(frozen=True)
class Circle:
    """One circle: how many were there unpaid at the start, and when everybody was gone through again; None where nobody did, which is not nought."""

    before: int
    after: int | None
    gone_through: bool
    """Whether it was gone through again in the period at all, be it too early to be compared."""
    days_known: int


@dataclass(frozen=True)
class Mean:
    """A mean change, and the interval in which it lies in 95 of 100 samples like this one."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Middles:
    """Of some circles the middle one: unpaid at the start, and days since they were known."""

    n: int
    before: float
    days_known: float


@dataclass(frozen=True)
class Pairs:
    """What is told of pairs: how many were begun, gone through again and compared; middle numbers and changes; who was not compared."""

    begun: int
    gone_through: int
    compared: int
    before: float | None
    after: float | None
    change: float | None
    mean: Mean | None
    those: Middles | None
    others: Middles | None


def pairs_of(circles: Sequence[Circle]) -> Pairs:
    """Count and compare; nobody without a second number is counted as unchanged."""
    compared = [(one.before, one.after) for one in circles if one.after is not None]
    changes = [after - before for before, after in compared]
    return Pairs(
        begun=len(circles),
        gone_through=sum(1 for one in circles if one.gone_through),
        compared=len(compared),
        before=median(before for before, _after in compared) if compared else None,
        after=median(after for _before, after in compared) if compared else None,
        change=median(changes) if changes else None,
        mean=mean_of(changes),
        those=_middles([one for one in circles if one.after is not None]),
        others=_middles([one for one in circles if one.after is None]),
    )


def _middles(some: Sequence[Circle]) -> Middles | None:
    return Middles(len(some), median(one.before for one in some), median(one.days_known for one in some)) if some else None


def mean_of(changes: Sequence[float]) -> Mean | None:
    """The mean of paired changes with its 95% interval (Student's t); none of fewer than thirty."""
    if len(changes) < ENOUGH_FOR_A_MEAN:
        return None
    middle, off = fmean(changes), students_t(len(changes) - 1) * stdev(changes) / sqrt(len(changes))
    return Mean(middle, middle - off, middle + off)


def students_t(freedom: int) -> float:
    """The two-sided 95% point of Student's t, by its expansion around the normal one; exact to four places from 29 degrees of freedom on.

    M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, formula 26.7.5.
    """
    z = NormalDist().inv_cdf((1 + SURE) / 2)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, start=1))
