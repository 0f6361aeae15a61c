"""Which wishes mean the same and lie near each other, and why: by the reading, the meanings, the closeness and the distance that finding uses. No Django.

Two wishes are alike that are about the same by the words we know, or whose meanings are very close; that share a day and a time of day, where both say
one; and that are no further apart than either of them can go.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from uuid import UUID

import numpy as np

from alongside.directory.about import keys_of_topic, telling_topics
from alongside.directory.closeness.encoder import Floats
from alongside.directory.finding import VERY_CLOSE
from alongside.directory.looking import COMPANY, wanted_words
from alongside.directory.meanings import Meanings
from alongside.directory.reading import Reading
from alongside.places.distance import metres_between

USUAL_REACH = 3000
"""Metres that somebody can go of whom nobody said how far."""

_AROUND_IT = re.compile(
    r"\b(they|he|she|i|we|you|who|would|could|might|really|like|likes|love|loves|want|wants|wish|wishes|miss|misses|their|his|her|my|again|go|"
    r"with (somebody|someone|others|people|company)|(some|any)(where|body|thing|one)|a place)\b( to\b)?",
    re.IGNORECASE,
)
"""What is said around nearly every wish, and says nothing of what is wished for."""


@dataclass(frozen=True)
class Wished:
    """A wish as it is compared: what it is about, when, and where, in degrees."""

    key: UUID
    about: dict[str, str] = field(default_factory=dict)
    """Keys of its own words, each with what that is called."""
    kin: frozenset[str] = frozenset()
    """The same, and all that means the same."""
    unwanted: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    parts: frozenset[str] = frozenset()
    latitude: float | None = None
    longitude: float | None = None
    reach: int = USUAL_REACH
    vector: Floats | None = None


@dataclass(frozen=True)
class Alike:
    """Two wishes that may be one, and why: `about` is their word for it, empty where it is their meaning that is close."""

    one: UUID
    other: UUID
    about: str
    closeness: float | None
    metres: float | None
    days: tuple[int, ...]
    parts: tuple[str, ...]


def wished(key: UUID, reading: Reading, meanings: Meanings, **more: object) -> Wished:
    """The wish, by what was read in its words."""
    topics = telling_topics(reading, meanings)
    own = [one for one in topics if meanings.names.get(one.meant) != COMPANY] or topics
    days = frozenset(int(day) for day in reading.values("day")) - {int(day) for day in reading.values("not on")}
    return Wished(
        key,
        {name: meanings.names.get(one.meant, one.said) for one in own for name in keys_of_topic(one, meanings, wide=False)},
        frozenset(name for one in own for name in keys_of_topic(one, meanings, wide=True)),
        frozenset(name for one in reading.unwanted for name in keys_of_topic(one, meanings, wide=True)),
        **{"days": days, "parts": reading.values("part"), **more},  # type: ignore[arg-type]
    )


def core_of(words: str, reading: Reading, meanings: Meanings) -> str:
    """What is wished for, without when and how to get there, and without what is said around every wish."""
    wanted = (wanted_words(words, reading, meanings) or [words])[0]
    return " ".join(_AROUND_IT.sub(" ", wanted).split()) or words.strip()


def alike(one: Wished, other: Wished) -> Alike | None:
    """Why these two may be one; None where they are not."""
    apart = (one.days and other.days and not one.days & other.days) or (one.parts and other.parts and not one.parts & other.parts)
    if apart or one.unwanted & set(other.about) or other.unwanted & set(one.about):
        return None
    metres = _metres(one, other)
    if metres is not None and metres > min(one.reach, other.reach):
        return None
    shared = [one.about[key] for key in one.about if key in other.kin] or [other.about[key] for key in other.about if key in one.kin]
    closeness = float(one.vector @ other.vector) if one.vector is not None and other.vector is not None else None
    # Where one of them says no place, only what both say holds them together.
    if not shared and (metres is None or closeness is None or closeness < VERY_CLOSE):
        return None
    return Alike(
        one.key, other.key, shared[0] if shared else "", closeness, metres, tuple(sorted(one.days & other.days)), tuple(sorted(one.parts & other.parts))
    )


def _metres(one: Wished, other: Wished) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return metres_between(one.latitude, one.longitude, other.latitude, other.longitude)


def pairs(wishes: Sequence[Wished], old: Collection[UUID] = (), held: Collection[UUID] = ()) -> Iterator[Alike]:
    """All that are alike, but two `old` ones, or two that are `held` already; only those are compared that share a key, or whose meanings are close."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(wishes):
        for key in one.kin:
            by_key[key].append(at)
    likely = {pair for held in by_key.values() for pair in combinations(held, 2)} | set(_close(wishes))
    compared, inside = ({number for number, one in enumerate(wishes) if one.key in keys} for keys in (old, held))
    for first, second in sorted(likely):
        if {first, second} <= compared or {first, second} <= inside:
            continue
        if found := alike(wishes[first], wishes[second]):
            yield found


def _close(wishes: Sequence[Wished]) -> Iterator[tuple[int, int]]:
    known = [(number, one.vector) for number, one in enumerate(wishes) if one.vector is not None]
    if not known:
        return
    rows = np.stack([vector for _, vector in known])
    for first, second in np.argwhere(np.triu(rows @ rows.T, 1) >= VERY_CLOSE).tolist():
        yield known[first][0], known[second][0]


@dataclass(frozen=True)
class Suggested:
    """Wishes that may be one, or may join what has grown together already (`into`), and why."""

    wishes: tuple[UUID, ...]
    why: tuple[Alike, ...]
    into: UUID | None = None


def suggested(found: Iterable[Alike], held: Mapping[UUID, UUID], apart: frozenset[frozenset[UUID]] = frozenset()) -> list[Suggested]:
    """What to ask somebody; `held` says in what a wish is already, `apart` which two were said to be different.

    Each wish is asked about once, and nothing is chained: each is like the first of those it is put beside, or like one that is in there already.
    """
    near: dict[UUID, dict[UUID, Alike]] = defaultdict(dict)
    for one in found:
        if frozenset((one.one, one.other)) not in apart:
            near[one.one][one.other] = near[one.other][one.one] = one
    into: dict[UUID, list[tuple[UUID, Alike]]] = defaultdict(list)
    taken = set(held)
    for key in sorted(set(near) - taken):
        grown = [why for other, why in near[key].items() if other in held]
        if grown:
            best = min(grown, key=_order)
            into[held[best.other if best.one == key else best.one]].append((key, best))
    taken |= {key for ways in into.values() for key, _ in ways}
    told = [Suggested(tuple(key for key, _ in ways), tuple(why for _, why in ways), bundle) for bundle, ways in into.items()]
    for key in sorted(near, key=lambda one: (-len(near[one]), one)):
        free = {other: why for other, why in near[key].items() if other not in taken}
        if key in taken or not free:
            continue
        beside = sorted(free, key=lambda other: _order(free[other]))
        taken |= {key, *beside}
        told.append(Suggested((key, *beside), tuple(free[other] for other in beside)))
    return told


def _order(one: Alike) -> tuple[bool, bool, float]:
    return one.metres is None, not one.about, one.metres or 0.0
