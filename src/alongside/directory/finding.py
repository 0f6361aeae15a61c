"""What suits somebody: filter first, then weigh every survivor exactly; each weight can be opened.

Distance, days, must-have access and cost filter, where they are known: what is not known is kept, and said. Then each entry is weighed
by its words, nearness, freshness, cost, days, access, and by the order of looking: community before services. Nothing is learnt and nothing is
left to chance: the same wish and the same directory give the same list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import prod
from uuid import UUID

from alongside.places.distance import metres_between

from .meanings import Meanings
from .texts import Text
from .wishing import Term, Wish

IN_NAME = {"says": 1.0, "means": 0.65, "nearly says": 0.6, "nearly means": 0.4}
ELSEWHERE = {"says": 0.75, "means": 0.45, "nearly says": 0.4, "nearly means": 0.25}
"""How sure we are that an entry is about a word of the wish, by how and where it says it (0 to 1)."""

A_MATCH = 0.8
"""How far one word that surely matches goes towards all ten points; two go further, and so on."""

POINTS = {"words": 10.0, "nearness": 4.0, "freshness": 1.5, "community first": 1.0, "cost": 0.5, "days": 0.5, "access": 0.5}
"""The most that each part can add to a score, in points. Words and nearness decide; the rest orders what is alike."""

HALF_AS_NEAR = 2_000.0
"""Metres at which nearness counts half: a walk of 25 minutes."""

FRESH_DAYS, STALE_DAYS = 90, 730
"""Days up to which what one of us saw is fresh, and from which it counts no more than if nobody had looked."""


@dataclass(frozen=True)
class Offer:
    """What finding needs to know of an entry."""

    id: UUID
    name: str
    kind: str
    description: str = ""
    organisation: str = ""
    latitude: float | None = None
    longitude: float | None = None
    days: Sequence[int] = ()
    cost: str = "unknown"
    access: Sequence[str] = ()
    access_missing: Sequence[str] = ()
    confirmed_on: date | None = None
    confirmed_how: str = ""


@dataclass(frozen=True)
class Match:
    """A word of the wish, the entry's own word for it, and how it was found."""

    said: str
    mentions: str
    how: str


@dataclass(frozen=True)
class Weighed:
    """An entry that passed, how far it is (metres), what it mentions, and its score by parts."""

    offer: Offer
    metres: float | None
    parts: dict[str, float]
    matches: tuple[Match, ...] = ()

    @property
    def score(self) -> float:
        """All its points."""
        return sum(self.parts.values())


@dataclass(frozen=True)
class Found:
    """The entries that suit, the best first: those with a place within reach, and apart from them those whose place is not known."""

    near: list[Weighed] = field(default_factory=list)
    apart: list[Weighed] = field(default_factory=list)


def passes(wish: Wish, offer: Offer, metres: float | None) -> bool:
    """Whether nothing that we know of it rules it out, this far away."""
    if wish.days and offer.days and not wish.days & set(offer.days):
        return False
    if wish.access & set(offer.access_missing):
        return False
    if wish.free_only and offer.cost == "some":
        return False
    return metres is None or wish.reach is None or metres <= wish.reach


def distance_to(wish: Wish, offer: Offer) -> float | None:
    """Metres in a straight line; None when either place is not known."""
    if wish.latitude is None or wish.longitude is None or offer.latitude is None or offer.longitude is None:
        return None
    return metres_between(wish.latitude, wish.longitude, offer.latitude, offer.longitude)


def find(wish: Wish, terms: Sequence[Term], offers: Iterable[Offer], meanings: Meanings) -> Found:
    """Everything that suits, in order."""
    near: list[Weighed] = []
    apart: list[Weighed] = []
    for offer in offers:
        metres = distance_to(wish, offer)
        if not passes(wish, offer, metres):
            continue
        weighed = weigh(wish, terms, offer, meanings, metres)
        if wish.words.strip() and not weighed.matches:
            continue
        (apart if wish.latitude is not None and weighed.metres is None else near).append(weighed)
    return Found(sorted(near, key=_order), sorted(apart, key=_order))


def _order(weighed: Weighed) -> tuple[float, float, str, UUID]:
    return -round(weighed.score, 6), weighed.metres or 0.0, weighed.offer.name, weighed.offer.id


def weigh(wish: Wish, terms: Sequence[Term], offer: Offer, meanings: Meanings, metres: float | None) -> Weighed:
    """The entry's points, part by part, this many metres away; only parts that it earned."""
    sure, matches = _words(terms, offer, meanings)
    parts = {
        "words": POINTS["words"] * sure,
        "nearness": POINTS["nearness"] / (1 + metres / HALF_AS_NEAR) if metres is not None else 0.0,
        "freshness": POINTS["freshness"] * freshness(offer, wish.today),
        "community first": POINTS["community first"] if offer.kind != "service" else 0.0,
        "cost": POINTS["cost"] if offer.cost == "free" else 0.0,
        "days": POINTS["days"] if wish.days & set(offer.days) else 0.0,
        "access": POINTS["access"] if wish.access and wish.access <= set(offer.access) else 0.0,
    }
    return Weighed(offer, metres, {name: points for name, points in parts.items() if points}, matches)


def freshness(offer: Offer, today: date) -> float:
    """From 1 (one of us was there, or called, within three months) to 0 (nobody, or two years ago); its source's word counts half."""
    if offer.confirmed_on is None:
        return 0.0
    days = max(0, (today - offer.confirmed_on).days)
    left = min(1.0, max(0.0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
    return left if offer.confirmed_how in ("visit", "call") else left / 2


def _words(terms: Sequence[Term], offer: Offer, meanings: Meanings) -> tuple[float, tuple[Match, ...]]:
    """How surely it is about what was asked (0 to 1), and by which words."""
    if not terms:
        return 0.0, ()
    texts = ((Text(offer.name, meanings), IN_NAME), (Text(f"{offer.organisation}. {offer.description}", meanings), ELSEWHERE))
    left, matches = [], []
    for term in terms:
        best, match = 0.0, None
        for way in term.ways:
            for text, sure in texts:
                # Asked first whether the word is there at all: it seldom is.
                if way.phrase[0] in text.starts and (points := sure[way.how] * way.importance) > best:
                    words = text.words_for(way.phrase, alone=way.how.endswith("means"))
                    if words:
                        best, match = points, Match(term.said, words, way.how)
        if match:
            matches.append(match)
            left.append(1 - A_MATCH * best)
    return 1 - prod(left), tuple(matches)
