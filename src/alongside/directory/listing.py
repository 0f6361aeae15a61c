"""One entry as a source gives it, or one of us, before it is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, replace
from datetime import date
from operator import attrgetter

from .meeting import SessionTold
from .stemming import FINGERPRINT

LONGEST_NAME = 300
"""Letters; a longer one is a description in the wrong column."""

ABOUT_HERE = 2
"""Decimals of a degree kept when letters go to what may be somebody's home: about a kilometre."""


@dataclass(frozen=True)
class Said:
    """What is said of something good near here, by a source or by one of us; empty means that it is not said."""

    name: str
    kind: str
    description: str = ""
    organisation: str = ""
    address: str = ""
    postcode: str = ""
    days: tuple[int, ...] = ()
    times: str = ""
    cost: str = "unknown"
    cost_words: str = ""
    access: tuple[str, ...] = ()
    access_missing: tuple[str, ...] = ()
    access_words: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    how_to_join: str = ""
    getting_there: str = ""
    languages: str = ""
    who_for: str = ""
    not_for: str = ""
    room: str = ""


@dataclass(frozen=True)
class Listing(Said):
    """A group, place, activity or service as its source gives it.

    `about_here`: the address may be somebody's home, so only its neighbourhood is kept.
    """

    source_key: str = field(kw_only=True)
    place_words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    confirmed_on: date | None = None
    about_here: bool = False
    meets: tuple[SessionTold, ...] = ()

    @property
    def digest(self) -> bytes:
        """Changes when anything in it does, or the way its words are kept (BLAKE2b, 16 bytes)."""
        return hashlib.blake2b(repr([*_ALL_OF_IT(self), *self.meets]).encode(), digest_size=16, salt=FINGERPRINT).digest()

    def placed(self, known: dict[str, tuple[float, float]]) -> Listing:
        """With its own place, or its postcode's, or none; and no nearer than we mean to show."""
        latitude, longitude = self.latitude, self.longitude
        if latitude is None or longitude is None:
            latitude, longitude = known.get(self.postcode, (None, None))
        if not self.about_here:
            return replace(self, latitude=latitude, longitude=longitude) if latitude != self.latitude else self
        if latitude is not None and longitude is not None:
            latitude, longitude = round(latitude, ABOUT_HERE), round(longitude, ABOUT_HERE)
        return replace(self, latitude=latitude, longitude=longitude, postcode=self.postcode.split(" ")[0])


_ALL_OF_IT = attrgetter(*(one.name for one in fields(Listing) if one.name != "meets"))
