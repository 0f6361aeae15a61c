"""The phrases by which a wish says when, at what cost, what it must have and what not: read once from knowledge/reading.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import yaml

from alongside.foundation.folding import fold

from .meanings import KNOWLEDGE, Phrase
from .stemming import stems_in


@dataclass(frozen=True)
class Rules:
    """knowledge/reading.yaml by phrase: `kinds[words]` is what the phrase does, and to what; `against[feature]` are stems that contradict it."""

    kinds: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    against: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    short_walk: tuple[str, ...] = ()
    """By which somebody says that they cannot walk far."""

    @cached_property
    def longest(self) -> int:
        """Words in the longest phrase."""
        return max(map(len, self.kinds), default=0)

    def at(self, words: list[str], at: int) -> int:
        """How many words the longest phrase has that begins here; 0 when none does."""
        return next((size for size in range(min(self.longest, len(words) - at), 0, -1) if tuple(words[at : at + size]) in self.kinds), 0)


@cache
def known_rules() -> Rules:
    """The rules that come with us."""
    given: dict[str, Any] = yaml.safe_load((KNOWLEDGE / "reading.yaml").read_text(encoding="utf-8"))
    kinds: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def add(phrases: list[Any], kind: str, value: object = "") -> None:
        for phrase in phrases:
            kinds.setdefault(tuple(fold(str(phrase)).split()), []).append((kind, str(value)))

    for kind in ("not wanted", "lacking", "begins anew", "nothing", "anything", "free"):
        add(given[kind], kind)
    for day, phrases in given["days"].items():
        for one in range(1, 6) if day == "weekdays" else (day,):
            add(phrases, "day", one)
    for kind, section in (("part", "parts of the day"), ("access", "access"), ("helps", "would help")):
        for value, phrases in given[section].items():
            add(phrases, kind, value)
    against = {feature: tuple(tuple(stems_in(phrase)) for phrase in phrases) for feature, phrases in given["against"].items()}
    return Rules({phrase: tuple(whats) for phrase, whats in kinds.items()}, against, tuple(fold(phrase) for phrase in given["short walk"]))
