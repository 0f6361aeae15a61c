"""What may be said of a figure of use: by whom it stands beside, never more than that allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from alongside.foundation.words import Sentence


class Beside(StrEnum):
    """Whom those introduced are compared with."""

    NOBODY = "nobody"
    OTHERS = "others"
    MATCHED = "others who used it as often before"
    LATER = "people introduced later"
    SERIES = "a practice's or a published series"


@dataclass(frozen=True)
class Claim:
    """How far a figure can be trusted (Maryland Scientific Methods Scale, Sherman and others 1997), in plain words; and whether “avoided” may be said."""

    level: int
    plainly: Sentence
    avoided: bool


_NOBODY = Sentence("Before and after of the same people, with nobody to compare them with: it cannot tell what they would have done anyway.")
_BESIDE = {
    Beside.OTHERS: Sentence("Beside others who were not introduced. Where those used it less before, some of the difference is regression to the mean."),
    Beside.MATCHED: Sentence("Beside others who used it as often before and were not introduced: what is left may still be why they were introduced."),
    Beside.LATER: Sentence("Beside people who were introduced later, over the same months: what is left may still be why they came sooner."),
    Beside.SERIES: Sentence("Beside what was published of others over the same months: they may differ from ours in much that nobody wrote down."),
}


def claim_of(beside: Beside) -> Claim:
    """Level 2 with nobody beside, 3 with others over the same time; more would need a draw by lot, which no service like this has made. Never “saved”."""
    if beside is Beside.NOBODY:
        return Claim(2, _NOBODY, avoided=False)
    return Claim(3, _BESIDE[beside], avoided=True)
