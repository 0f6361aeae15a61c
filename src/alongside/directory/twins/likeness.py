"""How sure it is that two entries are one, and why: each reason has its weight, and all of them are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import token_set_ratio

from alongside.foundation.folding import fold
from alongside.places.distance import metres_between

from ..stemming import stem
from .pairing import pairs
from .telling import Teller, rare

LEAST_SURE = 0.3
"""Below it nobody is asked."""
_SLIP = 0.9
"""How alike two words are (Jaro and Winkler) of which one may be a slip for the other."""
_CLOSE, _NEAR, _FAR = 60, 300, 3_000
"""Metres: the same building, the same street, another part of the town."""
_FEW = 3
"""Entries that may share a telephone or a page for it to tell most."""
_SAME_WORDS = 88
"""Of a hundred: descriptions that say the same."""
_LONG_ENOUGH = 40
"""Letters of a description that say enough to be compared."""
_MEAN_THE_SAME = 0.85
"""The cosine of the vectors of two that mean the same."""

_ABOUT = frozenset({stem(word) for word in ("friends", "supporters", "pta", "psa", "ptfa", "parent", "parents", "alumni")})
"""Words of those who gather around a school or a park, which are not the school or the park."""

_TELLS_LEAST, _TELLS_MOST = 1.0, 6.0
"""What a word of a name weighs that all names have, and one that no other has; between, the logarithm of how rare it is."""

_CHANCE = 0.25
"""So alike are names that share a word by chance."""

START = -4.2
WEIGHTS = {
    "names": 6.0, "numbers": -4.0, "phone": 3.0, "switchboard": 0.6, "other phone": -0.8, "page": 2.4, "site": 1.2, "shared site": 0.3,
    "other site": -0.6, "mail": 2.0, "postcode": 1.6, "close": 1.4, "near": 0.6, "far": -2.0, "other postcode": -1.6, "other town": -0.9,
    "words": 1.6, "meaning": 0.8, "run by": 0.8, "one source": -1.0, "told apart": -9.0, "other house": -0.7, "one of several": -3.5,
    "about it": -3.0,
}  # fmt: skip
"""What each reason adds to the logarithm of the odds. Chosen by reading real pairs (tests/directory/judged/twins.jsonl), and none learnt."""


@dataclass(frozen=True)
class Reason:
    """One reason for or against: its name in WEIGHTS, what it rests on, and what it adds."""

    name: str
    value: Any = ""
    adds: float = 0.0

    @property
    def speaks_for(self) -> bool:
        """Whether it says that they are one."""
        return self.adds > 0


@dataclass(frozen=True)
class Twins:
    """Two entries that may be one, how sure that is (0 to 1), and why."""

    one: Teller
    other: Teller
    sure: float
    reasons: tuple[Reason, ...]


def twins_among(tellers: Sequence[Teller], least: float = LEAST_SURE) -> list[Twins]:
    """All that may be one, the surest first."""
    known = Compared(tellers)
    found = (known.twins(tellers[one], tellers[other]) for one, other in pairs(tellers))
    return sorted((two for two in found if two.sure >= least), key=lambda two: (-two.sure, two.one.key, two.other.key))


class Compared:
    """What is known of all entries, by which two are compared: how rare each word of a name is, and how many share a telephone or a page."""

    least = LEAST_SURE

    def __init__(self, tellers: Sequence[Teller], names: Mapping[str, int] | None = None, many: int = 0) -> None:
        """`names` and `many` say how rare words are where these are only some of the entries."""
        names = rare(tellers) if names is None else names
        many = max(many, len(tellers), 2)
        self._tells = {word: max(_TELLS_LEAST, log(many / used)) for word, used in names.items()}
        self._parts = Counter(map(_part, tellers))
        self._sharing = {
            "phone": Counter(one.call for one in tellers), "page": Counter(one.page for one in tellers),
            "site": Counter(one.site for one in tellers), "mail": Counter(one.mail for one in tellers),
        }  # fmt: skip

    def twins(self, one: Teller, other: Teller) -> Twins:
        """These two, compared."""
        reasons = tuple(reason for reason in self._reasons(one, other) if reason.adds)
        return Twins(one, other, 1 / (1 + exp(-START - sum(reason.adds for reason in reasons))), reasons)

    def _reasons(self, one: Teller, other: Teller) -> Iterator[Reason]:
        alike, shared = self._names(one, other)
        yield Reason("names", shared, WEIGHTS["names"] * max(0.0, alike - _CHANCE) / (1 - _CHANCE))
        if one.numbers != other.numbers and (one.numbers and other.numbers):
            yield _reason("numbers")
        if bool(_ABOUT & set(one.words)) != bool(_ABOUT & set(other.words)):
            yield _reason("about it")
        yield from self._phones(one, other)
        yield from self._pages(one, other)
        if one.mail and one.mail == other.mail and self._sharing["mail"][one.mail] <= _FEW:
            yield _reason("mail", one.email)
        yield from _places(one, other)
        yield from _said(one, other)
        if one.organisation and one.organisation == other.organisation and one.source != other.source:
            yield _reason("run by", one.organisation)
        if one.source == other.source:
            # What a source tells apart by name or place it means to.
            yield _reason("one source" if one.together == other.together and one.at == other.at and one.house == other.house else "told apart")
        elif self._parts[_part(one)] + self._parts[_part(other)] > 2:
            yield _reason("one of several")

    def _names(self, one: Teller, other: Teller) -> tuple[float, list[str]]:
        """How alike the names are (0 to 1), a rare word telling more; and the words that both have."""
        mine, theirs = set(one.words), set(other.words)
        both = mine & theirs
        shared = sum(map(self._weight, both)) * 2.0
        left, right = list(mine - both), list(theirs - both)
        for word in left:
            close = max(right, key=lambda have: JaroWinkler.similarity(word, have), default="")
            if close and len(word) > 3 and JaroWinkler.similarity(word, close) >= _SLIP:
                right.remove(close)
                shared += (self._weight(word) + self._weight(close)) * 0.9
        whole = sum(map(self._weight, mine)) + sum(map(self._weight, theirs))
        alike = shared / whole if whole else 0.0
        if mine and theirs and (mine <= theirs or theirs <= mine) and sum(map(self._weight, both)) >= 6.0:
            # One name says a little more than the other, and what they share is rare.
            alike = max(alike, 0.8)
        return alike, [one.spelt.get(word, word) for word in one.words if word in both]

    def _weight(self, word: str) -> float:
        return min(_TELLS_MOST, self._tells.get(word, _TELLS_MOST))

    def _phones(self, one: Teller, other: Teller) -> Iterator[Reason]:
        if one.call and one.call == other.call:
            yield _reason("phone" if self._sharing["phone"][one.call] <= _FEW else "switchboard", one.phone)
        elif one.call and other.call:
            yield _reason("other phone")

    def _pages(self, one: Teller, other: Teller) -> Iterator[Reason]:
        if one.page and one.page == other.page and self._sharing["page"][one.page] <= _FEW:
            yield _reason("page", one.page)
        elif one.site and one.site == other.site:
            yield _reason("site" if self._sharing["site"][one.site] <= _FEW else "shared site", one.site)
        elif one.site and other.site:
            yield _reason("other site")


def _part(one: Teller) -> tuple[str, str, str]:
    """Of what its source tells several parts: `Fern Sports Club: Tennis courts` and `Fern Sports Club: Grass pitches`."""
    return one.source, one.postcode, fold(one.name.partition(": ")[0])


def _reason(name: str, value: Any = "") -> Reason:
    return Reason(name, value, WEIGHTS[name])


def _places(one: Teller, other: Teller) -> Iterator[Reason]:
    if one.at and one.at == other.at:
        yield _reason("postcode", one.at)
        if one.house and other.house and not set(one.house.split()) & set(other.house.split()):
            yield _reason("other house")
    if one.latitude is not None and one.longitude is not None and other.latitude is not None and other.longitude is not None:
        metres = metres_between(one.latitude, one.longitude, other.latitude, other.longitude)
        if one.postcode != other.postcode and metres <= _NEAR:
            yield _reason("close" if metres <= _CLOSE else "near", round(metres, -1))
        elif metres > _FAR:
            yield _reason("far", round(metres, -2))
        elif metres > _NEAR and one.postcode != other.postcode:
            yield _reason("other postcode", round(metres, -1))
    elif one.postcode and other.postcode and one.postcode.split()[0] != other.postcode.split()[0]:
        yield _reason("other postcode" if one.at and other.at else "other town")


def _said(one: Teller, other: Teller) -> Iterator[Reason]:
    if min(len(one.description), len(other.description)) < _LONG_ENOUGH:
        return
    if token_set_ratio(one.description[:600].casefold(), other.description[:600].casefold()) >= _SAME_WORDS:
        yield _reason("words")
    elif one.meaning is not None and other.meaning is not None and float(np.dot(one.meaning, other.meaning)) >= _MEAN_THE_SAME:
        yield _reason("meaning")


def reasons_kept(reasons: Iterable[Reason]) -> list[list[Any]]:
    """Reasons as they are kept."""
    return [[reason.name, reason.value, round(reason.adds, 2)] for reason in reasons]
