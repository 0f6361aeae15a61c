"""What is told of a cell: the ledger in which every cell's fate stands, and the doubts that somebody may settle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Word

from .book import Spot


@dataclass(frozen=True)
class Said:
    """A sentence with what belongs in its gaps, said later in the reader's words."""

    sentence: Sentence
    parts: tuple[tuple[str, object], ...] = ()

    @property
    def plainly(self) -> str:
        """In plain English, for commands."""
        parts: dict[str, Any] = {name: part.lac if isinstance(part, Sentence | Word) else part for name, part in self.parts}
        return Refused(self.sentence, **parts).sentence


def told(sentence: Sentence, /, **parts: object) -> Said:
    """A sentence to be said later."""
    return Said(sentence, tuple(parts.items()))


class Fate(StrEnum):
    """What becomes of a cell. Of several things told of one cell the first of these counts."""

    REFUSED = "refused"
    DOUBTED = "doubted"
    UNDERSTOOD = "understood"
    LEFT_OUT = "left out"


_ORDER = list(Fate)


@dataclass(frozen=True)
class Choice:
    """One way to read it."""

    key: str
    words: Said


@dataclass(frozen=True)
class Doubt:
    """Something that can be read in more than one way: what was read, why, and what else it could be. The first choice holds if nobody chooses."""

    key: str
    spot: Spot
    text: str
    column: str
    why: Said
    choices: tuple[Choice, ...]
    chosen: str
    settled: bool
    cells: int = 1


@dataclass(frozen=True)
class Told:
    """What became of one cell."""

    spot: Spot
    text: str
    column: str
    fate: Fate
    words: Said


@dataclass
class Ledger:
    """Every cell's fate and every doubt, as they are found."""

    settled: Mapping[str, str]
    fates: dict[Spot, Told] = field(default_factory=dict)
    doubts: dict[str, Doubt] = field(default_factory=dict)
    _counted: set[tuple[str, Spot]] = field(default_factory=set)

    def tell(self, fate: Fate, spot: Spot, text: str, column: str, words: Said) -> None:
        """What became of this cell; the gravest of all that is told of it stays."""
        before = self.fates.get(spot)
        if before is None or _ORDER.index(fate) < _ORDER.index(before.fate):
            self.fates[spot] = Told(spot, text, column, fate, words)

    def ask(self, kind: str, spot: Spot, text: str, column: str, why: Said, *choices: Choice, whole_column: bool = False) -> str:
        """A doubt about a cell, or about all of a column that are alike; gives the key of what was chosen, or of what holds without a choice."""
        key = f"{spot.page}!{column}:{kind}" if whole_column else f"{spot.key}:{kind}"
        wanted = self.settled.get(key, "")
        settled = any(choice.key == wanted for choice in choices)
        chosen = wanted if settled else choices[0].key
        before = self.doubts.get(key)
        if before is None:
            self.doubts[key] = Doubt(key, spot, text, column, why, choices, chosen, settled)
        elif (key, spot) not in self._counted:
            self.doubts[key] = Doubt(key, before.spot, before.text, before.column, before.why, before.choices, chosen, settled, before.cells + 1)
        self._counted.add((key, spot))
        said = next(choice.words for choice in choices if choice.key == chosen)
        self.tell(Fate.UNDERSTOOD if settled else Fate.DOUBTED, spot, text, column, said)
        return chosen
