"""What was counted ahead of an extract, when it was made: how many by locality and part, and by post, over the periods that pages ask for most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .periods import Window

Counts = dict[tuple[str, str], int]
"""How many, by locality and part."""
ByPost = dict[tuple[str, str, str], int]
"""How many, by locality, post and part."""


@dataclass(frozen=True)
class Ahead:
    """By the name of an expression and what it is asked about."""

    counts: Mapping[tuple[str, Window], Counts]
    by_post: Mapping[tuple[str, Window], ByPost]

    def over(self, windows: Iterable[Window]) -> Ahead:
        """What of it is about these windows."""
        some = set(windows)
        return Ahead({key: n for key, n in self.counts.items() if key[1] in some}, {key: n for key, n in self.by_post.items() if key[1] in some})

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {name: [[*_told(key), [[*parts, n] for parts, n in found.items()]] for key, found in kept.items()] for name, kept in self._both()}

    def _both(self) -> tuple[tuple[str, Mapping[tuple[str, Window], Mapping[Any, int]]], ...]:
        return ("counts", self.counts), ("by_post", self.by_post)


NOTHING = Ahead({}, {})


def ahead_of(kept: Mapping[str, Any] | None) -> Ahead:
    """What was kept, as it was."""
    if not kept:
        return NOTHING
    counts, by_post = (
        {(row[0], Window(*map(date.fromisoformat, row[1:4]))): {tuple(n[:-1]): n[-1] for n in row[4]} for row in kept[name]} for name in ("counts", "by_post")
    )
    return Ahead(counts, by_post)


def _told(key: tuple[str, Window]) -> tuple[str, str, str, str]:
    return key[0], key[1].since.isoformat(), key[1].until.isoformat(), key[1].day.isoformat()
