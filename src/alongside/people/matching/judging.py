"""A whole file of people, or two, judged: which entries are one person, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from .blocking import pairs_between, pairs_within
from .clustering import Pair, each_once, together
from .comparing import compare
from .describing import Described
from .knowing import weights
from .rarity import Rarity
from .weighing import ONE, Weigher, found_priors, learnt, likenesses, weigh

Watch = Callable[[Iterable[Pair], int], Iterable[Pair]]
"""What shows how far it is: given what is gone through, and how many they are."""


@dataclass(frozen=True)
class Judged:
    """What was found: every pair that was compared with its probability, and those taken for the same person."""

    probabilities: dict[Pair, float]
    same: dict[Pair, float]


TURNS = 3
"""How often a file is weighed anew with what it taught."""


def _unwatched(pairs: Iterable[Pair], many: int) -> Iterable[Pair]:
    return pairs


def working_threshold(*, each_once: bool = False) -> float:
    """From this probability on two entries are taken for the same person; lower where rivals were ruled out (weights.yaml)."""
    return float(weights()["working_threshold_each_once" if each_once else "working_threshold"])


def judge_one_file(entries: Sequence[Described], *, threshold: float | None = None, watch: Watch = _unwatched) -> Judged:
    """Which entries of one file are one person."""
    least, many = threshold or working_threshold(), len(entries)
    probabilities, weigher = _weighed(entries, entries, pairs_within(entries), Rarity(entries), many, many * (many - 1) // 2, watch)

    def probability_of(one: int, other: int) -> float:
        pair = (min(one, other), max(one, other))
        if pair not in probabilities:
            here, there = entries[pair[0]], entries[pair[1]]
            probabilities[pair] = weigher.probability(here, there, compare(here, there))
        return probabilities[pair]

    sure = [(pair, probability) for pair, probability in probabilities.items() if probability >= least]
    same = {pair: probability_of(*pair) for group in together(sure, probability_of) for pair in combinations(group, 2)}
    return Judged(probabilities, same)


def judge_two_files(
    these: Sequence[Described], those: Sequence[Described], *, once: bool = True, threshold: float | None = None, watch: Watch = _unwatched
) -> Judged:
    """Which entry of one file is which of another; `once` when everybody stands at most once in each."""
    least, rarity = threshold or working_threshold(each_once=once), Rarity([*these, *those])
    pairs = pairs_between(these, those)
    probabilities, _weigher = _weighed(these, those, pairs, rarity, min(len(these), len(those)), len(these) * len(those), watch)
    kept = each_once(probabilities.items()) if once else probabilities
    return Judged(probabilities, {pair: probability for pair, probability in kept.items() if probability >= least})


def _weighed(
    these: Sequence[Described], those: Sequence[Described], pairs: Iterable[Pair], rarity: Rarity, entries: int, possible: int, watch: Watch
) -> tuple[dict[Pair, float], Weigher]:
    """The probability of every pair, and how any other is weighed: first with what is known of files in general, then with what this one taught."""
    ordered = sorted(pairs)
    met = likenesses([(these[a], those[b], compare(these[a], those[b])) for a, b in watch(ordered, len(ordered))], rarity)
    told = weights()
    for _turn in range(TURNS):
        found = weigh(met, told)
        priors = found_priors(found, entries=entries, pairs=max(possible, 1))
        shares = priors.shares(found)
        weigher, told = Weigher(priors, told, rarity), learnt(met, shares)
    return {pair: float(probability) for pair, probability in zip(ordered, shares[:, ONE], strict=True)}, weigher
