"""What a measure is: its questions, what may be answered, and what of the answers may be added up."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .wording import Wording


class Better(StrEnum):
    """Which way is better for the person."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True)
class Band:
    """A name that the source gives to answers from one number up to and with another."""

    name: str
    least: int
    most: int


@dataclass(frozen=True)
class Item:
    """One question, word for word.

    `asks` is empty where its words are somebody else's and not here. `answers` names each number; without, it is any whole number from
    `least` to `most`, of which only the ends are named. `named`: the person names what it is about.
    """

    key: str
    asks: str
    least: int
    most: int
    better: Better
    answers: dict[int, str] = field(default_factory=dict)
    ends: tuple[str, str] = ("", "")
    bands: tuple[Band, ...] = ()
    named: bool = False

    def band(self, answer: int) -> str:
        """What the source calls such an answer; nothing where it gives no name."""
        return next((one.name for one in self.bands if one.least <= answer <= one.most), "")


@dataclass(frozen=True)
class Score:
    """Items that its source says may be added up, and by which table the sum is then read; none is made where one of them is missing."""

    key: str
    says: str
    adds: tuple[str, ...]
    better: Better
    table: dict[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Measure:
    """A measure as its file tells it.

    `line` has to be printed wherever it is used. `needs_reference`: whoever uses it first writes down the reference of their licence.
    `own_words`: each answer may be told in words besides.
    `other_language`: the same words in another language. `important`: of a question or score, the least change that matters to somebody, as
    `important_source` says; most sources name none.
    """

    key: str
    name: str
    short: str
    about: str
    source: str
    licence: str
    items: tuple[Item, ...]
    scores: tuple[Score, ...] = ()
    url: str = ""
    line: str = ""
    begin: str = ""
    needs_reference: bool = False
    own_words: bool = False
    important: dict[str, Decimal] = field(default_factory=dict)
    important_source: str = ""
    other_language: Wording | None = None

    @property
    def has_words(self) -> bool:
        """Whether its questions are here, so that it can be printed, and answered on somebody's own page."""
        return all(item.asks for item in self.items)

    @property
    def tells(self) -> str:
        """What it is, as a page says it."""
        return self.about

    @property
    def published(self) -> str:
        """Where it is published, as its page says it."""
        return self.source

    def item(self, key: str) -> Item:
        """The question of this name."""
        return next(one for one in self.items if one.key == key)
