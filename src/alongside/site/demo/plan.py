"""What the invented world is made of, before any of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.directory.listing import Listing
from alongside.places.postcode_file import PostcodeRow

Line = dict[str, Any]
"""One thing that happened in a life, as the stories write it: `{day: 4, how: visit, note: "…"}`."""


@dataclass(frozen=True)
class Home:
    """Where somebody lives and how they are reached."""

    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    usual_places: str = ""


@dataclass
class Life:
    """Somebody in the neighbourhood: who they are, how they came, and what happened since."""

    key: str
    name: str
    she: str
    by: str
    began: date
    introduced: dict[str, str]
    called: str = ""
    born: date | None = None
    home: Home = field(default_factory=Home)
    know: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    kind: str = ""
    """Which of the lives made of parts it is; nothing where it is told in full."""

    @property
    def is_called(self) -> str:
        """What the notes call them."""
        return self.called or self.name.split()[0]


@dataclass(frozen=True)
class Deed:
    """Something one of the staff does: on which day it is written down, by whom, about whom."""

    on: date
    by: str
    verb: str
    person: str
    given: dict[str, Any]


@dataclass(frozen=True)
class Size:
    """How many lives are told in full, made of parts (by locality), light, and ended early."""

    stories: int
    composed: dict[str, int]
    light: int
    endings: int


@dataclass(frozen=True)
class World:
    """All of it: the town, what is good there, and everything that was done, in order."""

    seed: int
    today: date
    began: date
    postcodes: list[PostcodeRow]
    entries: list[Listing]
    entries_later: list[Listing]
    lives: list[Life]
    deeds: list[Deed]
