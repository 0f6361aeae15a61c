"""The kinds of line in a story, gathered as somebody would ask for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from alongside.foundation.words import Sentence

from . import words


@dataclass(frozen=True)
class Gathered:
    """Kinds of line that are asked for together, under one name."""

    name: str
    says: Sentence
    kinds: tuple[str, ...]


GATHERED = (
    Gathered("notes", words.NOTES_AND_VISITS, ("note", "visit")),
    Gathered("introductions", words.INTRODUCTIONS_AND_LEVELS, ("introduction", "accepted", "level", "message back", "handed over")),
    Gathered("agreed", words.GOOD_LIFE_AND_AGREEMENT, ("good life", "agreement", "part ended")),
    Gathered("steps", words.STEPS, ("step", "step ended", "wait", "wait ended")),
    Gathered("connections", words.CONNECTIONS, ("rung",)),
    Gathered("giving", words.GIVEN_AND_RECEIVED, ("gave", "received")),
    Gathered("circle", words.WHO_LEFT, ("left their life", "moved ring")),
    Gathered("changes", words.CHANGES, ("change", "look back")),
    Gathered("their words", words.THEIR_WORDS, ("their words",)),
)
"""Every kind of line that `sql/timeline.sql` tells stands in exactly one of these."""

_NAMES = tuple(one.name for one in GATHERED)


@dataclass(frozen=True)
class Asked:
    """Which of the gathered kinds somebody wants to see; none chosen is all of them."""

    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, names: Iterable[str]) -> Asked:
        """As an address asks; what is no name of ours asks for nothing."""
        wanted = frozenset(names)
        return cls(tuple(name for name in _NAMES if name in wanted))

    @property
    def kinds(self) -> list[str] | None:
        """The kinds of line to look for; None for every kind."""
        return [kind for one in GATHERED if one.name in self.names for kind in one.kinds] or None

    @property
    def query(self) -> str:
        """As it stands in an address."""
        return urlencode([("only", name) for name in self.names])

    def with_or_without(self, name: str) -> Asked:
        """One more of them, or one less: what pressing its name asks for."""
        return Asked.of(set(self.names) ^ {name})

    @property
    def ways(self) -> list[tuple[Gathered, bool, str]]:
        """Each name, whether it is chosen, and the address's question that pressing it leads to."""
        return _ways(self)


@cache
def _ways(asked: Asked) -> list[tuple[Gathered, bool, str]]:
    return [(one, one.name in asked.names, asked.with_or_without(one.name).query) for one in GATHERED]
