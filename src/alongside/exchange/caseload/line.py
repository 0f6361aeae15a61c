"""One row of a sheet, as far as it was understood, and what is known beside it."""

from __future__ import annotations

from collections.abc import Mapping as Paired
from dataclasses import dataclass, field
from datetime import date

from .book import Cell, Spot
from .columns import Reading
from .incoming import IntroductionIn, LevelIn, NoteIn
from .layout import Heading
from .names import Name

Placed = tuple[Spot, Cell, str]
"""A cell with where it stands and what its column is called."""


@dataclass(frozen=True)
class Around:
    """What is known beside the row itself: the page's heading, what is so of all on it, how its dates are read, who works here."""

    page: str
    heading: Heading
    so: Paired[str, str]
    readings: Paired[str, Reading]
    year: int | None
    month: int | None
    today: date
    colleagues: Paired[str, str]
    """Everybody in the team by folded name, initials and e-mail address: what the address is."""


@dataclass
class Line:
    """What one row says, as far as it was understood; `words` is what must be kept beside it."""

    row: int
    people: tuple[Name, ...] = ()
    key: str = ""
    spot: Spot | None = None
    texts: dict[str, str] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    days: dict[str, date | None] = field(default_factory=dict)
    several: dict[str, list[str]] = field(default_factory=dict)
    notes: list[NoteIn] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    out: bool = False
    asked: bool = False
    """Whether a cell of this row says something of their yes."""

    @property
    def level(self) -> LevelIn:
        """The level that this row gives."""
        return LevelIn(self.texts.get("level", "level 1"), self.days.get("since"), self.days.get("ended_on"))

    @property
    def introduction(self) -> IntroductionIn | None:
        """How they came, as far as this row says."""
        by, on, why = self.texts.get("introduced_by", ""), self.days.get("introduced_on"), self.texts.get("why", "")
        return IntroductionIn(by, on, why, self.texts.get("yes", "")) if by or on or why else None
