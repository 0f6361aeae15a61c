"""How likely two entries are one person: Fellegi and Sunter's weights, with a third possibility beside *the same* and *strangers*.

Two who live together share an address, a telephone and a name without being one. So three are weighed against each other: one person, one
household, strangers. Where somebody lives counts as one thing (`moved`): whoever moves changes house, street and postcode at once.

Numbers are arrays with one place a pair; rates are shares from 0 to 1, weights their natural logarithms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .comparing import Alike
from .describing import Described
from .knowing import weights
from .rarity import IN_GENERAL, LEAST, Rarity

Numbers = npt.NDArray[np.float64]
Told = dict[str, dict[str, list[Any]]]
"""Of each thing and likeness: how often it is met in one person, one household, strangers."""

NAMES = ("given", "family")
HOME = ("house", "street", "place", "postcode")
THINGS = (*NAMES, "generation", "born", "phone", *HOME)
LEARNT_OF_A_HOUSEHOLD = ("given", "born")
"""What households differ in from file to file: in one, every son has his father's name."""
STEADY_PAIRS = 200
"""As much as this many pairs counts what is known before a file is read."""
LEAST_PAIRS = 100
"""For each entry so many others are thought of at least."""
ANYBODY_IS_KNOWN = 0.05
"""How likely somebody who is introduced is known already, before anything else is said."""
ONE, TOGETHER, STRANGERS = range(3)


@dataclass(frozen=True)
class Likenesses:
    """Many pairs, each thing as a number of its likeness in `weights.yaml`, -1 where nothing can be said."""

    levels: dict[str, npt.NDArray[np.int8]]
    rare: dict[str, Numbers]
    crossed: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Priors:
    """How many pairs of each kind there are, as shares of all pairs there could be."""

    one_person: float
    one_household: float

    def shares(self, found: Numbers) -> Numbers:
        """For each pair how likely it is one person, one household, strangers: rows of the three that add up to 1."""
        logs = found + np.log([self.one_person, self.one_household, max(1 - self.one_person - self.one_household, LEAST)])
        odds = np.exp(logs - logs.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def likenesses(pairs: Sequence[tuple[Described, Described, Alike]], rarity: Rarity) -> Likenesses:
    """What was compared, as numbers."""
    names = {thing: {level: place for place, level in enumerate(levels)} for thing, levels in weights().items() if thing in THINGS}
    levels = {thing: np.full(len(pairs), -1, dtype=np.int8) for thing in THINGS}
    rare = {thing: np.full(len(pairs), 0.01) for thing in THINGS}
    crossed = np.zeros(len(pairs), dtype=np.bool_)
    for place, (one, other, alike) in enumerate(pairs):
        crossed[place] = alike.crossed
        for thing in THINGS:
            # Names that stand the other way round weigh as one thing.
            level = None if alike.crossed and thing in NAMES else getattr(alike, thing)
            if level is not None:
                levels[thing][place] = names[thing][level]
                if level == "same" and thing not in ("generation", "house"):
                    rare[thing][place] = rarity.of(thing, one, other)
    return Likenesses(levels, rare, crossed)


def weigh(these: Likenesses, told: dict[str, Any]) -> Numbers:
    """Rows of three: the logarithm of how likely what two entries share is in one person, in one household, in strangers."""
    rates = {thing: _rates(these, thing, told) for thing in THINGS}
    for thing in NAMES:
        rates[thing][these.crossed] = 1.0
    rates["given"][these.crossed] = told["crossed"]["both"]
    # Neighbours share the town with the postcode: it says little more.
    both = (these.levels["postcode"] == 0) & (these.levels["place"] == 0)
    rates["postcode"][both, STRANGERS] = np.maximum(rates["postcode"][both, STRANGERS], 0.3)
    home = np.prod([rates[thing] for thing in HOME], axis=0)
    told_of_home = (home != 1.0).any(axis=1)
    for column, moved in enumerate(told["moved"]):
        home[:, column] = np.where(told_of_home, (1 - moved) * home[:, column] + moved * home[:, STRANGERS], 1.0)
    return np.asarray(np.log(home) + sum(np.log(rates[thing]) for thing in THINGS if thing not in HOME))


def _rates(these: Likenesses, thing: str, told: dict[str, Any]) -> Numbers:
    """For each pair how often this likeness is met; 1 where nothing can be said."""
    table = np.array([[np.nan if rate == "rare" else rate for rate in rates] for rates in told[thing].values()] + [[1.0, 1.0, 1.0]])
    rates = table[these.levels[thing]]
    unknown = np.isnan(rates[:, STRANGERS])
    rates[unknown, STRANGERS] = these.rare[thing][unknown]
    return rates


def found_priors(found: Numbers, *, entries: int, pairs: int) -> Priors:
    """How many pairs of each kind a whole file holds, found by weighing and counting in turn (EM over the shares alone).

    `found` is of all pairs that were compared, `pairs` how many there could be; the others are strangers.
    """
    # A short list is of people out of a whole town too: that two bear one name is less of a wonder than four rows make it.
    pairs = max(pairs, LEAST_PAIRS * entries)
    floor, start = max(0.002 * entries, 0.5), min(0.1 * entries / pairs, 0.3)
    priors = Priors(start, start)
    for _turn in range(12):
        met = priors.shares(found).sum(axis=0) + floor
        priors = Priors(min(met[ONE] / pairs, 0.45), min(met[TOGETHER] / pairs, 0.45))
    return priors


def learnt(these: Likenesses, shares: Numbers) -> dict[str, Any]:
    """The weights as this file's own entries have them: how often two entries of one person differ, and what households share.

    A file written down in haste has more slips than a careful one. What is known beforehand counts as `STEADY_PAIRS` pairs.
    """
    told: dict[str, Any] = dict(weights())
    for thing in THINGS:
        levels, many = these.levels[thing], len(told[thing])
        said = levels >= 0
        one = np.bincount(levels[said], weights=np.where(shares[said, ONE] >= 0.5, shares[said, ONE], 0), minlength=many)
        at_home = shares[said, TOGETHER] if thing in LEARNT_OF_A_HOUSEHOLD else np.zeros(int(said.sum()))
        together = np.bincount(levels[said], weights=at_home, minlength=many)
        told[thing] = {
            level: [_leaning(one, place, rates[ONE]), _leaning(together, place, rates[TOGETHER]), rates[STRANGERS]]
            for place, (level, rates) in enumerate(told[thing].items())
        }
    return told


def _leaning(met: npt.NDArray[Any], place: int, usual: float) -> float:
    return float((met[place] + STEADY_PAIRS * usual) / (met.sum() + STEADY_PAIRS))


@dataclass(frozen=True)
class Weigher:
    """Weighs one pair at a time, as a whole file taught it, or as is known in general."""

    priors: Priors
    told: dict[str, Any] = field(default_factory=weights)
    rarity: Rarity = IN_GENERAL

    def probability(self, one: Described, other: Described, alike: Alike) -> float:
        """How likely the two are one person, from 0 to 1."""
        return float(self.priors.shares(weigh(likenesses([(one, other, alike)], self.rarity), self.told))[0, ONE])


def usual_priors(known: int) -> Priors:
    """For one question among so many entries."""
    many = max(known, 100)
    return Priors(ANYBODY_IS_KNOWN / many, 3 * ANYBODY_IS_KNOWN / many)
