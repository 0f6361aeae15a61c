"""Which of the newest open wishes may be one, for a page of what is missing: their words are read, and their meanings kept for a while."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from uuid import UUID

from alongside.directory.closeness.encoder import Floats
from alongside.directory.gaps.showing import gaps_in
from alongside.directory.in_step import encoder_here
from alongside.directory.meanings import known_meanings
from alongside.directory.models import Gap
from alongside.directory.queries import reading_of
from alongside.directory.reading import Reading
from alongside.directory.reasons import days_said, distance_said
from alongside.directory.wishing import Wish
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say

from . import compared, words
from .alike import USUAL_REACH, Alike, Suggested, Wished, core_of, wished
from .models import Bundle, Different, Together

COMPARED, SHOWN, ENCODED_AT_ONCE = 200, 6, 8
"""The newest wishes that stand together, and the newest that do not, that are compared; suggestions that are shown; and words whose meaning is worked out
for one page (some 40 a second)."""
HUNDRED = 100.0
"""Metres below which two rounded places are one part of town."""


@dataclass(frozen=True)
class Line:
    """A wish that may belong here, and why."""

    gap: Gap
    why: str


@dataclass(frozen=True)
class Suggestion:
    """What to ask: are these one? With what has grown together already, or beside one another."""

    lines: Sequence[Line]
    into: Bundle | None = None


_meanings: dict[str, Floats] = {}
MOST_KEPT = 4_000
"""Vectors that a process keeps: 6 MB."""


def suggestions(standing: Sequence[Together], bundles: Mapping[UUID, Bundle], vocabulary: Vocabulary, *, only: Bundle | None = None) -> list[Suggestion]:
    """What somebody may confirm with one press, beside what stands together already, in these `bundles`; two queries. `only` what could join this one."""
    newest = sorted(standing, key=lambda one: one.gap_id, reverse=True)[:COMPARED]
    held = {one.gap_id: one.bundle_id for one in standing}
    inside = [one.gap for one in newest]
    by_key = {gap.id: gap for gap in [*inside, *gaps_in("open").exclude(id__in=list(held))[:COMPARED]]}
    apart = frozenset(frozenset(pair) for pair in Different.objects.filter(taken_back_at__isnull=True).values_list("one_id", "other_id"))
    told = compared.asked(_wished(list(by_key.values())), {key: held[key] for key in by_key if key in held}, apart)
    chosen = [one for one in told if only is None or one.into == only.id][:SHOWN]
    return [_said(one, by_key, bundles, vocabulary) for one in chosen]


def _wished(gaps: Sequence[Gap]) -> list[Wished]:
    read = [_read(gap.words, frozenset(gap.left)) for gap in gaps]
    vectors = _vectors([core for _reading, core in read])
    return [_one(gap, core, vector is not None) for gap, (_reading, core), vector in zip(gaps, read, vectors, strict=True)]


def _one(gap: Gap, core: str, meant: bool) -> Wished:
    where = (gap.latitude, gap.longitude, gap.reach or USUAL_REACH)
    return _as_compared(gap.id, gap.words, frozenset(gap.left), frozenset(gap.days), where, core if meant else "")


@lru_cache(maxsize=COMPARED * 8)
def _as_compared(key: UUID, said: str, left: frozenset[str], days: frozenset[int], where: tuple[float | None, float | None, int], core: str) -> Wished:
    reading, _core = _read(said, left)
    latitude, longitude, reach = where
    more = {"latitude": latitude, "longitude": longitude, "reach": reach, "vector": _meanings.get(core) if core else None}
    one = wished(key, reading, known_meanings(), **more)
    return replace(one, days=one.days | days)


@lru_cache(maxsize=COMPARED * 8)
def _read(said: str, left: frozenset[str]) -> tuple[Reading, str]:
    """What its words ask for, and what is wished for without what is said around every wish."""
    reading = reading_of(Wish(words=said, left=left))
    return reading, core_of(said, reading, known_meanings())


def _vectors(texts: Sequence[str]) -> list[Floats | None]:
    """Their meanings, where meaning is turned on; of those that were never seen here, so many at once, and the others the next time."""
    encoder = encoder_here()
    if encoder is None:
        return [None] * len(texts)
    new = [text for text in dict.fromkeys(texts) if text not in _meanings][:ENCODED_AT_ONCE]
    if new:
        if len(_meanings) > MOST_KEPT:
            _meanings.clear()
        _meanings.update(zip(new, encoder.encode(new), strict=True))
    return [_meanings.get(text) for text in texts]


def _said(one: Suggested, gaps: Mapping[UUID, Gap], bundles: Mapping[UUID, Bundle], vocabulary: Vocabulary) -> Suggestion:
    why = {key: way for way in one.why for key in (way.one, way.other)}
    lines = [Line(gaps[key], why_said(why[key], vocabulary) if one.into or key != one.wishes[0] else "") for key in one.wishes]
    return Suggestion(lines, bundles[one.into] if one.into else None)


def why_said(one: Alike, vocabulary: Vocabulary) -> str:
    """`both about fishing, about 1.2 km apart, both on Tuesday, both in the morning`."""
    said = [say(words.ABOUT, vocabulary, about=one.about) if one.about else say(words.MEANS_THE_SAME, vocabulary)]
    if one.metres is None:
        said.append(say(words.PLACE_NOT_SAID, vocabulary))
    else:
        near = one.metres < HUNDRED
        said.append(say(words.SAME_PLACE, vocabulary) if near else say(words.ALIKE_NEAR, vocabulary, distance=distance_said(one.metres)))
    if one.days:
        said.append(say(words.ON_DAYS, vocabulary, days=days_said(one.days)))
    if one.parts:
        said.append(say(words.IN_PARTS, vocabulary, parts=", ".join(one.parts)))
    return ", ".join(said)
