"""How right a judgement was, where the truth is known."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from .clustering import Pair

BANDS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 0.99, 1.0)


@dataclass(frozen=True)
class Score:
    """Pairs that are one person, pairs taken for one person, and pairs of which both is true."""

    true: int
    taken: int
    right: int

    @property
    def recall(self) -> float:
        """Of the pairs that are one person, the share that was found; 1 when there are none."""
        return self.right / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """Of the pairs taken for one person, the share that is; 1 when none was taken."""
        return self.right / self.taken if self.taken else 1.0

    @property
    def f(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.recall * self.precision / (self.recall + self.precision) if self.right else 0.0


@dataclass(frozen=True)
class Band:
    """Pairs compared whose probability lies between two bounds: what was said on average, and what is so."""

    least: float
    most: float
    pairs: int
    said: float
    so: float


def true_pairs(these: Sequence[Hashable], those: Sequence[Hashable] | None = None) -> set[Pair]:
    """Every pair of one person, by what the truth says of each entry; whoever's truth is empty is alone."""
    here = _by_truth(these)
    if those is None:
        return {pair for places in here.values() for pair in combinations(places, 2)}
    there = _by_truth(those)
    return {pair for truth, places in here.items() for pair in product(places, there.get(truth, ()))}


def _by_truth(truths: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = {}
    for place, truth in enumerate(truths):
        if truth not in ("", None):
            places.setdefault(truth, []).append(place)
    return places


def score(taken: Collection[Pair], truth: set[Pair]) -> Score:
    """What was taken for one person, beside the truth."""
    return Score(len(truth), len(taken), len(truth.intersection(taken)))


def calibration(probabilities: Mapping[Pair, float], truth: set[Pair]) -> list[Band]:
    """Whether those said to be nine in ten are nine in ten."""
    found = []
    for least, most in pairwise(BANDS):
        inside = [(probability, pair in truth) for pair, probability in probabilities.items() if least <= probability < most or probability == most == 1.0]
        if inside:
            many = len(inside)
            found.append(Band(least, most, many, sum(said for said, _so in inside) / many, sum(so for _said, so in inside) / many))
    return found
