"""Words that mean much the same: read once from meanings.yaml, which experts of the neighbourhood own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import yaml

from .stemming import stems_in, telling

Phrase = tuple[str, ...]
"""Stems that stand one after another; often there is but one."""

FILE = Path(__file__).parent / "meanings.yaml"


@dataclass(frozen=True)
class Meanings:
    """What leads to what: `kin[said]` are the phrases by which the same thing may be called; `known` is every phrase we know."""

    kin: dict[Phrase, frozenset[Phrase]] = field(default_factory=dict)
    known: frozenset[Phrase] = frozenset()

    def of(self, said: Phrase) -> frozenset[Phrase]:
        """Other ways to say it; none when we know none."""
        return self.kin.get(said, frozenset())

    def longest_at(self, stems: Sequence[str], at: int) -> int:
        """How many words the longest phrase has that leads somewhere and begins here; 0 when none does."""
        return next((size for size in range(self.longest, 0, -1) if tuple(stems[at : at + size]) in self.kin), 0)

    @cached_property
    def longest(self) -> int:
        """Words in the longest phrase."""
        return max(map(len, self.kin), default=0)

    @cached_property
    def wholes(self) -> dict[Phrase, list[Phrase]]:
        """Phrases of several words by their first two: inside them a word does not mean what it means alone."""
        found: dict[Phrase, list[Phrase]] = defaultdict(list)
        for phrase in self.known:
            if len(phrase) > 1:
                found[phrase[:2]].append(phrase)
        return found


@cache
def known_meanings() -> Meanings:
    """The meanings that come with us."""
    return read_meanings(FILE.read_text(encoding="utf-8"))


def read_meanings(text: str) -> Meanings:
    """Meanings from their YAML: a list of groups with `words`, or `said` and `found`."""
    kin: dict[Phrase, set[Phrase]] = defaultdict(set)
    known: set[Phrase] = set()
    for group in yaml.safe_load(text):
        both = [_phrase(words) for words in group.get("words", ())]
        said = [*both, *(_phrase(words) for words in group.get("said", ()))]
        # "Things to do" may be said, but an entry that says so says nothing.
        found = {phrase for phrase in (*both, *(_phrase(words) for words in group.get("found", ()))) if telling(list(phrase))}
        known |= {*said, *found}
        for phrase in said:
            kin[phrase] |= found - {phrase}
    return Meanings({phrase: frozenset(others) for phrase, others in kin.items()}, frozenset(known))


def _phrase(words: object) -> Phrase:
    return tuple(stems_in(str(words)))
