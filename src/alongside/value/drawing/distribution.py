"""What ten thousand draws came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .chance import Floats

SHOWN = (2.5, 50.0, 97.5)


@dataclass(frozen=True, eq=False)
class Distribution:
    """Pounds of social value for each pound put in (or pounds of one scope), draw by draw."""

    draws: Floats = field(repr=False)

    @cached_property
    def shown(self) -> tuple[float, float, float]:
        """The 2.5, 50 and 97.5 percentile: 95 of 100 draws lie between the first and the last."""
        low, middle, high = percentiles(self.draws, SHOWN)
        return low, middle, high

    @property
    def low(self) -> float:
        """The 2.5 percentile."""
        return self.shown[0]

    @property
    def median(self) -> float:
        """Half of the draws lie below it."""
        return self.shown[1]

    @property
    def high(self) -> float:
        """The 97.5 percentile."""
        return self.shown[2]

    @property
    def mean(self) -> float:
        """The mean of the draws."""
        return float(self.draws.mean())

    def share_under(self, what: float) -> float:
        """Which share of the draws lies under a figure: under 1, less came of it than was put in."""
        return float(np.count_nonzero(self.draws < what) / len(self.draws))

    def counted(self, boxes: int = 40) -> list[tuple[float, float, int]]:
        """From where, up to where, and how many draws lie there: for a picture, and the table beside it."""
        many, edges = np.histogram(self.draws, bins=boxes)
        return [(float(one), float(other), int(number)) for one, other, number in zip(edges[:-1], edges[1:], many, strict=True)]


def percentiles(of: Floats, asked: tuple[float, ...]) -> tuple[float, ...]:
    """Percentiles (0 to 100), between two draws in proportion (the usual way, type 7 of Hyndman and Fan)."""
    places = [one / 100 * (len(of) - 1) for one in asked]
    beside = sorted({at for place in places for at in (int(place), min(int(place) + 1, len(of) - 1))})
    parted = np.partition(of, beside)
    return tuple(float(parted[int(place)] + (parted[min(int(place) + 1, len(of) - 1)] - parted[int(place)]) * (place - int(place))) for place in places)
