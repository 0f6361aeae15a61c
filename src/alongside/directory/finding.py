"""What suits somebody: filter first, then weigh every survivor exactly; each weight can be opened.

Distance, days, must-have access and cost filter, where they are known: what is not known is kept, and said. Then each entry is weighed
by its words, nearness, freshness, cost, days, access, and by the order of looking: community before services. Nothing is learnt and nothing is
left to chance: the same wish and the same directory give the same list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import prod
from uuid import UUID

from alongside.places.distance import metres_between

from .closeness.wording import MOST_FOR_WORDING
from .meanings import Meanings
from .offers import Found, Match, Offer, Sought, Weighed
from .rules import known_rules
from .texts import Text, ready
from .times import parts_in
from .wishing import Term, Wish

IN_NAME = {"says": 1.0, "means": 0.65, "nearly says": 0.9, "nearly means": 0.55, "brushes": 0.5}
ELSEWHERE = {"says": 0.75, "means": 0.45, "nearly says": 0.65, "nearly means": 0.4, "brushes": 0.12}
BY_WHOM = {"says": 0.3, "means": 0.15, "nearly says": 0.15, "nearly means": 0.1, "brushes": 0.0}
"""How sure we are that an entry is about a word of the wish, by how and where it says it (0 to 1); who runs it says least."""

A_MATCH = 0.8
"""How far one word that surely matches goes towards all ten points; two go further, and so on."""

SOMETHING_ON = ("group", "activity")
"""Who asks for something, whatever it is, means people and something to do: not a chemist's, nor a public toilet."""

POINTS = {
    "words": 10.0,
    "meaning": 20.0,
    "wording": MOST_FOR_WORDING,
    "nearness": 4.0,
    "freshness": 1.5,
    "company": 3.0,
    "community first": 1.0,
    "cost": 0.5,
    "how it went": 0.5,
    "days": 0.5,
    "access": 0.5,
    "would help": 1.5,
}
"""The most that each part can add to a score, in points. Words, meaning and nearness decide; the rest orders what is alike."""

FAR, ALIKE = 0.2, 0.7
"""Closeness up to which two texts have nothing to do with each other, and from which they say the same."""

CLOSE, VERY_CLOSE, FAINTLY = 0.38, 0.5, 0.2
"""Closeness from which an entry fits that says none of the words, from which it does so where no wish was found in them, and from which it is told as what
only brushes them."""

FOR_THOSE = 0.05
"""How much closer an entry has to be that is for people of whom nobody spoke."""

FOR_OTHERS = 0.4
"""What its words count of an entry that is for people of whom nobody spoke: a group for those who grieve, when tea was asked for."""

MAY_BE_FOR_THEM = 0.8
"""The same of an entry that answers more than one thing they said: whoever misses company and likes to mend may well be a man."""

RARE = 0.8
"""The importance from which a word that we do not know, said beside others, brings an entry that has it in its name."""

BY_THE_UNWANTED = 0.5
"""The same of an entry run by what they do not want: a choir of anybody's in a chapel, when church was not wanted."""

FOR_THEM = 0.4
"""How far an entry that is for the people of whom the wish speaks goes on towards all the points for words."""

FITS = 1.7
"""Points for words below which an entry does not really fit, however near it is."""

HALF_AS_NEAR = 2_000.0
"""Metres at which nearness counts half: a walk of 25 minutes."""

FRESH_DAYS, STALE_DAYS = 90, 730
"""Days up to which what one of us saw is fresh, and from which it counts no more than if nobody had looked."""


def passes(wish: Wish, offer: Offer, metres: float | None) -> bool:
    """Whether nothing that we know of it rules it out, this far away."""
    if wish.days and offer.days and not wish.days & set(offer.days):
        return False
    if wish.access & set(offer.access_missing):
        return False
    if wish.free_only and offer.cost == "some":
        return False
    if wish.parts and (parts := parts_in(offer.times)) and not wish.parts & parts:
        return False
    return metres is None or wish.reach is None or metres <= wish.reach


def distance_to(wish: Wish, offer: Offer) -> float | None:
    """Metres in a straight line; None when either place is not known."""
    if wish.latitude is None or wish.longitude is None or offer.latitude is None or offer.longitude is None:
        return None
    return metres_between(wish.latitude, wish.longitude, offer.latitude, offer.longitude)


def find(sought: Sought, offers: Iterable[Offer], meanings: Meanings) -> Found:
    """Everything that suits, in order."""
    wish, spoken_of = sought.wish, sought.spoken_of(meanings)
    found = Found()
    for offer in offers:
        metres = distance_to(wish, offer)
        if not passes(wish, offer, metres) or goes_against(wish, offer, meanings) or _is_about(sought.unwanted, offer, meanings):
            continue
        weighed = weigh(sought, offer, meanings, metres, spoken_of)
        if _fits(sought, weighed):
            (found.apart if wish.latitude is not None and metres is None else found.near).append(weighed)
        elif weighed.matches or (weighed.close and weighed.close.value >= FAINTLY):
            found.faint.append(weighed)
    return Found(*(in_order(some) for some in (found.near, found.apart, found.faint)))


def in_order(some: Iterable[Weighed]) -> list[Weighed]:
    """The best first; of what is alike, the nearer."""
    return sorted(some, key=_order)


def _fits(sought: Sought, weighed: Weighed) -> bool:
    """Whether it is near enough to what was said; of anything, whatever is on and for everybody."""
    if sought.anything:
        return weighed.offer.kind in SOMETHING_ON and not weighed.for_others
    bar = (VERY_CLOSE if sought.lost else CLOSE) + (FOR_THOSE if weighed.for_others else 0.0)
    if weighed.close and weighed.close.value >= bar:
        return True
    return not sought.wish.words.strip() or weighed.parts.get("words", 0.0) >= FITS


def _is_about(unwanted: Sequence[Term], offer: Offer, meanings: Meanings) -> bool:
    """Whether it says itself anything, by whatever word, that they do not want."""
    return bool(unwanted and _words(unwanted, _texts(offer, meanings)[:2])[1])


def goes_against(wish: Wish, offer: Offer, meanings: Meanings) -> bool:
    """Whether its own words contradict what it must have: up the stairs, or a big sound."""
    phrases = [phrase for feature in wish.access for phrase in known_rules().against.get(feature, ())]
    return any(text.words_for(phrase, alone=False) for text, _ in _texts(offer, meanings)[:2] for phrase in phrases) if phrases else False


def _order(weighed: Weighed) -> tuple[float, float, str, UUID]:
    return -round(weighed.score, 6), weighed.metres or 0.0, weighed.offer.name, weighed.offer.id


def weigh(sought: Sought, offer: Offer, meanings: Meanings, metres: float | None, spoken_of: frozenset[str] = frozenset()) -> Weighed:
    """The entry's points, part by part, this many metres away; only parts that it earned. `spoken_of`: whom the wish speaks of."""
    wish, texts = sought.wish, _texts(offer, meanings)
    sure, matches = _words(sought.terms, texts)
    kept = texts[0][0].kept | texts[1][0].kept
    for_others = () if kept & spoken_of or not wish.words.strip() else tuple(sorted(kept))
    if for_others:
        sure *= MAY_BE_FOR_THEM if sought.close and len(matches) > 1 else FOR_OTHERS
    elif kept and matches:
        sure += FOR_THEM * (1 - sure)
    if sought.unwanted and _words(sought.unwanted, texts[2:])[1]:
        sure *= BY_THE_UNWANTED
    close = sought.close.get(offer.id)
    parts = {
        "words": POINTS["words"] * sure,
        "meaning": for_meaning(close.value - (FOR_THOSE if for_others else 0.0)) if close else 0.0,
        "wording": sought.wording.points([text for text, _ in texts]),
        "nearness": POINTS["nearness"] / (1 + metres / HALF_AS_NEAR) if metres is not None else 0.0,
        "freshness": POINTS["freshness"] * freshness(offer, wish.today),
        "company": POINTS["company"] if sought.company and offer.kind in SOMETHING_ON else 0.0,
        "community first": POINTS["community first"] if offer.kind != "service" else 0.0,
        "cost": POINTS["cost"] if offer.cost == "free" else 0.0,
        "days": POINTS["days"] if wish.days & set(offer.days) else 0.0,
        "access": POINTS["access"] if wish.access and wish.access <= set(offer.access) else 0.0,
        "would help": POINTS["would help"] * len(wish.helps & set(offer.access)) / len(wish.helps) if wish.helps else 0.0,
    }
    return Weighed(offer, metres, {name: points for name, points in parts.items() if points}, matches, for_others, close)


def for_meaning(closeness: float) -> float:
    """Points for how close an entry is in meaning."""
    return POINTS["meaning"] * min(1.0, max(0.0, (closeness - FAR) / (ALIKE - FAR)))


def freshness(offer: Offer, today: date) -> float:
    """From 1 (one of us was there, or called, within three months) to 0 (nobody, or two years ago); its source's word counts half."""
    return fresh_for(offer.confirmed_on, offer.confirmed_how, today)


def fresh_for(on: date | None, how: str, today: date) -> float:
    """The same, of when and how it was confirmed."""
    if on is None:
        return 0.0
    days = max(0, (today - on).days)
    left = min(1.0, max(0.0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))
    return left if how in ("visit", "call", "link") else left / 2


def _texts(offer: Offer, meanings: Meanings) -> list[tuple[Text, Mapping[str, float]]]:
    """Its name, its description and what it is about, and who runs it, with how sure each makes us."""
    told = f"{offer.description} • {offer.tags}" if offer.tags else offer.description
    return [(ready(offer.name, meanings), IN_NAME), (ready(told, meanings), ELSEWHERE), (ready(offer.organisation, meanings), BY_WHOM)]


def _words(terms: Sequence[Term], texts: Sequence[tuple[Text, Mapping[str, float]]]) -> tuple[float, tuple[Match, ...]]:
    """How surely these texts are about what was asked (0 to 1), and by which words; a word said aside brings little."""
    left, matches, brought = [], [], False
    for term in terms:
        best, match, here = 0.0, None, False
        for text, sure in texts:
            # Asked first whether any of the words is there at all: it seldom is.
            begun = term.firsts & text.starts.keys()
            for way in term.ways if begun else ():
                if way.phrase[0] in begun and (points := sure[way.how] * way.importance) > best:
                    words = text.words_for(way.phrase, alone=way.how not in ("says", "nearly says"))
                    if words:
                        best, match, here = points, Match(term.said, words, way.how), sure is IN_NAME and way.importance >= RARE
        if match:
            brought = brought or here or not term.aside
            matches.append(match)
            left.append(1 - A_MATCH * best)
    return (1 - prod(left), tuple(matches)) if brought else (0.0, ())
