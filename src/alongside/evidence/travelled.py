"""Distance travelled on a measure: how many began, were asked again and can be compared, how much it changed, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from alongside.foundation.words import Sentence

from .pairs import ENOUGH_FOR_A_MEAN, Mean, mean_of

TOO_FEW = Sentence("A mean change is not told of fewer than %(enough)s pairs; there are %(pairs)s. One person would make it.")
NOBODY_AGAIN = Sentence("Nobody was asked a second time, so nothing is known of any change. That is not the same as none.")


@dataclass(frozen=True)
class Asked:
    """What one person answered at the start and last, in the measure's own numbers; None where they were not asked, or left it out. That is never nought."""

    start: float | None
    last: float | None
    asked_again: bool = False
    """Whether there was a second time at all, be it that they left this out."""


@dataclass(frozen=True)
class Missing:
    """Those who began and cannot be compared, beside those who can: how many, and where each began (the mean)."""

    n: int
    start: float
    pairs_start: float | None


@dataclass(frozen=True)
class Travelled:
    """What is told. `better` and `worse` go by which way is better for the person; `important`: how many changed for the better by at least that much.

    `mean` has its 95% interval, and is none of fewer than thirty pairs; `why_no_mean` then says so.
    """

    began: int
    asked_again: int
    pairs: int
    start: float | None
    last: float | None
    median: float | None
    mean: Mean | None
    better: int
    same: int
    worse: int
    important: int | None
    missing: Missing | None

    @property
    def why_no_mean(self) -> tuple[Sentence, dict[str, object]] | None:
        """The sentence that stands where the mean would."""
        if self.mean is not None:
            return None
        return (TOO_FEW, {"enough": ENOUGH_FOR_A_MEAN, "pairs": self.pairs}) if self.pairs else (NOBODY_AGAIN, {})


def travelled(people: Sequence[Asked], *, more_is_better: bool, important: float | None = None) -> Travelled:
    """Everybody who was asked at the start; whoever has no second answer is counted as missing, never as unchanged.

    `important`: the least change that matters to somebody, where the measure's source names one.
    """
    began = [one for one in people if one.start is not None]
    pairs = [(one.start, one.last) for one in began if one.start is not None and one.last is not None]
    changes = [last - start for start, last in pairs]
    towards = [change if more_is_better else -change for change in changes]
    missing = [one.start for one in began if one.start is not None and one.last is None]
    return Travelled(
        began=len(began),
        asked_again=sum(one.asked_again or one.last is not None for one in began),
        pairs=len(pairs),
        start=fmean(start for start, _last in pairs) if pairs else None,
        last=fmean(last for _start, last in pairs) if pairs else None,
        median=median(changes) if changes else None,
        mean=mean_of(changes),
        better=sum(by > 0 for by in towards),
        same=sum(by == 0 for by in towards),
        worse=sum(by < 0 for by in towards),
        important=None if important is None else sum(by >= important for by in towards),
        missing=Missing(len(missing), fmean(missing), fmean(start for start, _last in pairs) if pairs else None) if missing else None,
    )
