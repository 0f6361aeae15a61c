"""Chance from a seed: the same seed, the same world."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

T = TypeVar("T")


class Chance(Random):
    """A seeded source of chance that can also deal packs of cards."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._packs: dict[str, list[Any]] = {}

    def deal(self, pack: str, cards: Sequence[T]) -> T:
        """The next card of a pack; it is shuffled and dealt again when all have come, so that nothing comes twice too soon."""
        left = self._packs.setdefault(pack, [])
        if not left:
            left.extend(self.sample(list(cards), len(cards)))
        card: T = left.pop()
        return card

    def happens(self, share: float) -> bool:
        """True as often as this, between 0 and 1."""
        return self.random() < share
