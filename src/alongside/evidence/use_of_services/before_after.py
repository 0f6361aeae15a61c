"""Before and after of the same people: middle numbers, and a mean with its interval only where there are enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from ..pairs import ENOUGH_FOR_A_MEAN, Mean, mean_of
from .counting import Counted
from .regression import Anyway, anyway


@dataclass(frozen=True)
class BeforeAfter:
    """What is told of some people: how many, how often before and after, and for how many it fell, stayed and rose.

    `change` is none of fewer than thirty. `anyway`: the mean afterwards that regression to the mean alone would give; none where nobody set what it rests on.
    """

    n: int
    before: float | None
    after: float | None
    median_change: float | None
    change: Mean | None
    fell: int
    same: int
    rose: int
    anyway: float | None

    @property
    def enough(self) -> bool:
        """Whether a mean is told."""
        return self.n >= ENOUGH_FOR_A_MEAN

    @property
    def more_than_anyway(self) -> bool | None:
        """Whether the whole interval of the mean lies below what would have come anyway; none where that cannot be said."""
        if self.change is None or self.anyway is None or self.before is None:
            return None
        return self.before + self.change.high < self.anyway


def before_and_after(people: Sequence[Counted], known: Anyway | None = None) -> BeforeAfter:
    """Everybody once, whoever used nothing as nought."""
    if not people:
        return BeforeAfter(0, None, None, None, None, 0, 0, 0, None)
    changes = [one.change for one in people]
    before = fmean(one.before for one in people)
    return BeforeAfter(
        n=len(people),
        before=before,
        after=fmean(one.after for one in people),
        median_change=median(changes),
        change=mean_of(changes),
        fell=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
        rose=sum(change > 0 for change in changes),
        anyway=None if known is None else anyway(before, known),
    )
