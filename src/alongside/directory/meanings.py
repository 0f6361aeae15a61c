"""Words that mean much the same: read once from knowledge/, which experts of the neighbourhood own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from alongside.foundation.folding import fold

from .own_words import own_groups
from .stemming import stems_in, telling

Phrase = tuple[str, ...]
"""Stems that stand one after another; often there is but one."""

KNOWLEDGE = Path(__file__).parent / "knowledge"

MEANS, BRUSHES = "means", "brushes"
"""How an entry's words may be kin to what was said: it is about the same, or only a little."""


@dataclass(frozen=True, eq=False)
class Meanings:
    """What leads to what: `kin[said]` are the phrases by which the same thing may be called, and how near they are."""

    kin: Mapping[Phrase, Mapping[Phrase, str]] = field(default_factory=dict)
    known: frozenset[Phrase] = frozenset()
    names: Mapping[Phrase, str] = field(default_factory=dict)
    troubles: frozenset[Phrase] = frozenset()
    """What nobody wants: who does not want to be lonely asks for company."""
    lacks: frozenset[Phrase] = frozenset()
    """What is asked for by saying that it is not there: no food."""
    kept: Mapping[str, frozenset[Phrase]] = field(default_factory=dict)
    """By name of a meaning: what an entry says that is only for these people."""
    spellings: frozenset[str] = frozenset()
    """Single words that may be said, as they are written."""

    def of(self, said: Phrase) -> Mapping[Phrase, str]:
        """Other ways to say it, and how near they are; none when we know none."""
        return self.kin.get(said, {})

    def longest_at(self, stems: Sequence[str], at: int) -> int:
        """How many words the longest phrase has that leads somewhere and begins here; 0 when none does."""
        return next((size for size in range(min(self.longest, len(stems) - at), 0, -1) if tuple(stems[at : at + size]) in self.kin), 0)

    @cached_property
    def longest(self) -> int:
        """Words in the longest phrase."""
        return max(map(len, self.kin), default=0)

    @cached_property
    def kept_from(self) -> dict[str, list[tuple[str, Phrase]]]:
        """What `kept` says, by the first word of each phrase."""
        found: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
        for name, phrases in self.kept.items():
            for phrase in phrases:
                found[phrase[0]].append((name, phrase))
        return dict(found)

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
    """The meanings that come with us, and those of whoever runs this house."""
    groups = [*groups_in(*sorted((KNOWLEDGE / "meanings").glob("*.yaml"))), *own_groups()]
    return meanings_from(groups, yaml.safe_load((KNOWLEDGE / "welsh.yaml").read_text(encoding="utf-8")))


def groups_in(*files: Path) -> list[dict[str, Any]]:
    """Every meaning of these files."""
    return [group for file in files for group in yaml.safe_load(file.read_text(encoding="utf-8"))]


def read_meanings(text: str) -> Meanings:
    """Meanings from their YAML: a list of groups with `words`, or `said` and `found`, and what else knowledge/meanings/company.yaml explains."""
    return meanings_from(yaml.safe_load(text))


def meanings_from(groups: Iterable[Mapping[str, Any]], translated: Mapping[str, str] | None = None) -> Meanings:
    """Meanings out of their groups; `translated` says by which of our words another language's are looked for."""
    kin: dict[Phrase, dict[Phrase, str]] = defaultdict(dict)
    known: set[Phrase] = set()
    names: dict[Phrase, str] = {}
    states: dict[str, set[Phrase]] = {"trouble": set(), "lack": set()}
    kept: dict[str, frozenset[Phrase]] = {}
    spellings: set[str] = set()
    for group in groups:
        both = list(_phrases(group, "words"))
        said = [*both, *_phrases(group, "said")]
        # "Things to do" may be said, but an entry that says so says nothing.
        found = [phrase for phrase in (*both, *_phrases(group, "found")) if telling(list(phrase))]
        also = [phrase for phrase in _phrases(group, "also") if telling(list(phrase))]
        if "kept for them" in group:
            kept[group["name"]] = frozenset(_phrases(group, "kept for them"))
        spellings |= {word for part in ("words", "said") for words in group.get(part, ()) if (word := fold(str(words))).isalpha()}
        known |= {*said, *found, *also}
        if "state" in group:
            states[group["state"]].update(said)
        for phrase in said:
            names.setdefault(phrase, str(group["name"])) if "name" in group else None
            for other in found:
                if other != phrase:
                    kin[phrase][other] = MEANS
            for other in also:
                kin[phrase].setdefault(other, BRUSHES)
            kin[phrase].pop(phrase, None)
    for foreign, english in (translated or {}).items():
        ours, theirs = tuple(stems_in(english)), tuple(stems_in(foreign))
        kin[theirs] = {**kin[ours], ours: MEANS} if telling(list(ours)) else dict(kin[ours])
        names[theirs] = names.get(ours, english)
    near = {phrase: dict(others) for phrase, others in kin.items()}
    return Meanings(near, frozenset(known), names, frozenset(states["trouble"]), frozenset(states["lack"]), kept, frozenset(spellings))


def _phrases(group: Mapping[str, Any], part: str) -> Iterator[Phrase]:
    for words in group.get(part, ()):
        yield tuple(stems_in(str(words)))
