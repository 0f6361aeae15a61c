"""A wish as it is kept: what, near where, how far, when, and how many would come; never whose it is."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import Any

from alongside.foundation.folding import fold
from alongside.foundation.refusals import Refused
from alongside.places.queries import Place, without_the_door

from ..queries import reading_of
from ..understanding import parts_of
from ..wishing import Wish
from ..words import NO_CONTACTS, NO_NAMES, SAY_WHAT, THAT_IS_LONG, THAT_MANY

LONGEST, MOST = 1000, 500
"""Letters of a wish, and people who would come."""
_CONTACT = re.compile(r"\S@\S|(?:\d[\s().-]*){7,}|\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
A_NAME = 3
"""Letters from which on a part of a name is looked for in the words."""


@dataclass(frozen=True)
class Said:
    """The wish. Its place is a part of town and its degrees are rounded, so that it leads to nobody's door."""

    words: str
    near: str = ""
    latitude: float | None = None
    longitude: float | None = None
    reach: int | None = None
    days: tuple[int, ...] = ()
    access: tuple[str, ...] = ()
    free_only: bool = False
    left: tuple[str, ...] = ()
    spoken: str = ""
    how_many: int = 1
    heard_in: str = "search"
    stood_in_the_way: str = ""

    @property
    def as_kept(self) -> dict[str, Any]:
        """Its columns."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def said_of(wish: Wish, place: Place | None, how_many: int = 1) -> Said:
    """What was looked for, as it may be kept."""
    around = without_the_door(place) if place else None
    return Said(
        words=wish.words.strip(),
        near=around.said if around else "",
        latitude=around.latitude if around else None,
        longitude=around.longitude if around else None,
        reach=wish.reach if around else None,
        days=tuple(sorted(wish.days)),
        access=tuple(sorted(wish.access)),
        free_only=wish.free_only,
        left=tuple(sorted(_taken_back(wish))),
        spoken=wish.spoken,
        how_many=how_many,
    )


def _taken_back(wish: Wish) -> frozenset[str]:
    """Of what was taken back, what its words say: nothing is kept that somebody wrote beside them."""
    return wish.left & {part.key for part in parts_of(reading_of(replace(wish, left=frozenset())))} if wish.left else wish.left


def checked(said: Said, *, names: tuple[str, ...] = ()) -> Said:
    """The wish, if it says something, holds no way to reach anybody and none of these names: others read it."""
    if not said.words.strip():
        raise Refused(SAY_WHAT, field="words")
    if len(said.words) > LONGEST:
        raise Refused(THAT_IS_LONG, field="words", most=LONGEST)
    if _CONTACT.search(said.words):
        raise Refused(NO_CONTACTS, field="words")
    named = {part for name in names for part in fold(name).split() if len(part) >= A_NAME}
    if named & set(fold(said.words).split()):
        raise Refused(NO_NAMES, field="words")
    if not 1 <= said.how_many <= MOST:
        raise Refused(THAT_MANY, field="how_many", most=MOST)
    return said
