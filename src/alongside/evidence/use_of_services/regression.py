"""What regression to the mean alone would give: whoever is chosen for a high number has a lower one next time, whatever is done."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

NO_AGAIN = Sentence("How alike two windows of one person are is a number from 0 to 1; %(given)s is none.")
NO_MEAN = Sentence("The mean of everybody cannot be below nought; %(given)s is.")


@dataclass(frozen=True)
class Anyway:
    """Everybody's `mean`, times a window, and how alike two windows of one person are (`again`, 0 to 1): set by somebody, with a `source`."""

    mean: float
    again: float
    source: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.again <= 1:
            raise Refused(NO_AGAIN, given=self.again)
        if self.mean < 0:
            raise Refused(NO_MEAN, given=self.mean)


def anyway(before: float, known: Anyway) -> float:
    """E[after] = μ + ρ (before − μ): the mean afterwards if nothing had been done (F. Galton 1886; facts restated from a standard formula).

    With a mean of 5 for everybody, 10 before and a likeness of 0.6 it is 8: a fall of a fifth with no effect at all.
    """
    return known.mean + known.again * (before - known.mean)
