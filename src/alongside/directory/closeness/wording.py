"""What the very words of a wish are worth in a text: BM25 over stems, so that a rare word that is said counts, and one said twice a little more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from ..texts import Text

MOST_FOR_WORDING = 12.0
_A_POINT = 0.8
"""Points for one of BM25."""

_MORE, _LENGTH = 1.2, 0.75
"""How much a word adds that is said again, and how much a long text is held back: BM25's usual k1 and b."""


@dataclass(frozen=True)
class Wording:
    """The words of a wish by what each is worth for its rareness, and how many different words an entry has, in the mean."""

    worth: Mapping[str, float] = field(default_factory=dict)
    mean: float = 1.0

    def points(self, texts: Iterable[Text]) -> float:
        """Points for an entry of these texts."""
        if not self.worth:
            return 0.0
        said: dict[str, int] = {}
        for text in texts:
            for word, times in text.said.items():
                said[word] = said.get(word, 0) + times
        held = _MORE * (1 - _LENGTH + _LENGTH * len(said) / self.mean)
        found = sum(worth * said[word] * (_MORE + 1) / (said[word] + held) for word, worth in self.worth.items() if word in said)
        return min(MOST_FOR_WORDING, _A_POINT * found)


def rareness(entries: int, using: int) -> float:
    """What a word is worth that so many of the entries use."""
    return log(1 + (entries - using + 0.5) / (using + 0.5))


def about(worth: float) -> float:
    """Points for a word, when all that is known of an entry is that it says it."""
    return _A_POINT * worth
