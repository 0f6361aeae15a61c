"""Which of the newest open wishes may be one, for a page of what is missing: their words are read, and their meanings kept for a while.

What is to be asked of them is kept too, and stays until a wish, what it stands in, or what was said to be different is another: the database says by one sign
of all that is compared (sql/grown.sql) whether it is, so that a page at which nothing changed fetches no wish but those that it shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from alongside.directory.closeness.encoder import Floats
from alongside.directory.in_step import encoder_here
from alongside.directory.meanings import known_meanings
from alongside.directory.models import Gap
from alongside.directory.queries import reading_of
from alongside.directory.reading import Reading
from alongside.directory.reasons import days_said, distance_said
from alongside.directory.wishing import Wish
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say

from . import words
from .alike import USUAL_REACH, Alike, Suggested, Wished, core_of, suggested, wished
from .compared import MOST_BOARDS, among
from .grown import Called

COMPARED, SHOWN, WISHES_SHOWN, ENCODED_AT_ONCE = 200, 6, 20, 8
"""The newest wishes that stand together, and the newest that do not, that are compared; suggestions that are shown, and wishes in all of them (whoever deals
with some brings the next into sight); and words whose meaning is worked out for one page (some 40 a second)."""
HUNDRED = 100.0
"""Metres below which two rounded places are one part of town."""


class Line(NamedTuple):
    """A wish that may belong here, and why."""

    id: str
    words: str
    near: str
    heard_in: str
    at: datetime
    why: str


@dataclass(frozen=True)
class Suggestion:
    """What to ask: are these one? With what has grown together already, or beside one another."""

    lines: Sequence[Line]
    into: Called | None = None


class _Compared(NamedTuple):
    """A row of gaps_compared."""

    id: UUID
    words: str
    left: Sequence[str]
    days: Sequence[int]
    latitude: float | None
    longitude: float | None
    reach: int | None
    held: UUID | None
    held_name: str | None
    different: Sequence[UUID] | None


class _ToAsk(NamedTuple):
    """All that may be asked of the same wishes, and what those are called that some of them stand in."""

    told: Sequence[Suggested]
    names: Mapping[UUID, str]


_UNLESS_KNOWN = """
WITH c AS MATERIALIZED (SELECT * FROM gaps_compared(%s)), s AS MATERIALIZED (SELECT sha256(convert_to(string_agg(c::text, chr(10)), 'UTF8')) AS sign FROM c)
SELECT s.sign, c.* FROM s LEFT JOIN c ON s.sign <> ALL(%s::bytea[])"""
"""The sign of all that is compared, and all of it only where the sign is none of those known."""
_meanings: dict[str, Floats] = {}
MOST_KEPT = 4_000
"""Vectors that a process keeps: 6 MB."""
_to_ask: dict[tuple[bytes, bool], _ToAsk] = {}


def suggestions(vocabulary: Vocabulary, *, only: UUID | None = None) -> list[Suggestion]:
    """What somebody may confirm with one press; `only` what could join this one. Two queries."""
    asked = _asked()
    chosen = _first([one for one in asked.told if only is None or one.into == only])
    shown = Gap.objects.filter(id__in=[key for one in chosen for key in one.wishes]) if chosen else Gap.objects.none()
    kept = {said[0]: said[1:] for said in shown.values_list("id", "words", "near", "heard_in", "at")}
    return [_said(one, kept, asked.names, vocabulary) for one in chosen]


def _first(told: Sequence[Suggested]) -> list[Suggested]:
    """The first of these, as many as a page shows; of one with more wishes than that, the first wishes, each of which is like the first of all."""
    chosen: list[Suggested] = []
    many = 0
    for one in told[:SHOWN]:
        many += len(one.wishes)
        if chosen and many > WISHES_SHOWN:
            break
        chosen.append(replace(one, wishes=one.wishes[:WISHES_SHOWN]))
    return chosen


def _asked() -> _ToAsk:
    """What to ask of the newest wishes that the one who asks may read. It is kept by all of them that is compared, so that it tells nobody of others."""
    meant = encoder_here() is not None
    known = {sign: to_ask for (sign, by_meaning), to_ask in tuple(_to_ask.items()) if by_meaning == meant}
    with connection.cursor() as cursor:
        cursor.execute(_UNLESS_KNOWN, [COMPARED, list(known)])
        told = cursor.fetchall()
    sign = bytes(told[0][0] or b"")
    if sign in known:
        return known[sign]
    rows = {one.id: one for one in (_Compared(*row[1:]) for row in told) if one.id}
    found = _wished(list(rows.values()))
    held = {one.id: one.held for one in rows.values() if one.held is not None}
    apart = frozenset(frozenset((one.id, other)) for one in rows.values() for other in one.different or ())
    to_ask = _ToAsk(suggested(among(found, held), held, apart), {one.held: one.held_name or "" for one in rows.values() if one.held is not None})
    # Meanings are worked out a few at a time; what is asked before all are known is not what is asked the next time.
    if not meant or all(one.vector is not None for one in found):
        if len(_to_ask) >= MOST_BOARDS:
            _to_ask.clear()
        _to_ask[sign, meant] = to_ask
    return to_ask


def _wished(gaps: Sequence[_Compared]) -> list[Wished]:
    read = [_read(gap.words, frozenset(gap.left)) for gap in gaps]
    vectors = _vectors([core for _reading, core in read])
    return [_one(gap, core, vector is not None) for gap, (_reading, core), vector in zip(gaps, read, vectors, strict=True)]


def _one(gap: _Compared, core: str, meant: bool) -> Wished:
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


def _said(one: Suggested, kept: Mapping[UUID, tuple[Any, ...]], names: Mapping[UUID, str], vocabulary: Vocabulary) -> Suggestion:
    why = {key: way for way in one.why for key in (way.one, way.other)}
    reasons = {key: why_said(why[key], vocabulary) if one.into or key != one.wishes[0] else "" for key in one.wishes}
    lines = [Line._make((str(key), *kept[key], reasons[key])) for key in one.wishes if key in kept]
    return Suggestion(lines, Called(one.into, names[one.into]) if one.into else None)


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
