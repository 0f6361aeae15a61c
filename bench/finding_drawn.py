"""Entries and searches drawn at random, for `python -m bench.finding`."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import numpy as np

from alongside.directory.closeness.columns import Columns
from alongside.directory.closeness.encoder import WIDTH
from alongside.directory.wishing import Wish

WORDS = [f"topic{number}" for number in range(64)]
SEARCHES = 60


@dataclass(frozen=True)
class Search:
    """One search: where, how far, which days, what it must have, a word, and a vector."""

    latitude: float
    longitude: float
    reach: int
    days: frozenset[int]
    access: frozenset[str]
    word: str
    vector: np.ndarray

    @property
    def wish(self) -> Wish:
        """The same as a wish."""
        return Wish(self.word, self.latitude, self.longitude, self.reach, self.days, self.access)


def drawn(many: int, packed: bool, chance: np.random.Generator) -> Columns:
    """Entries in 400 towns of the country, or all in one county of 45 km."""
    up, across = (0.4, 0.67) if packed else (6.0, 5.0)
    towns = np.column_stack([53.5 + (chance.random(400) - 0.5) * up, -2.0 + (chance.random(400) - 0.5) * across])
    sizes = 1 / np.arange(1, 401)
    at = towns[chance.choice(400, many, p=sizes / sizes.sum())] + chance.normal(scale=0.02, size=(many, 2))
    vectors = chance.standard_normal((many, WIDTH), np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    ids, stems = np.empty(many, object), np.empty(many, object)
    picked = chance.integers(0, 64, (many, 3))
    for place in range(many):
        ids[place] = UUID(int=place)
        stems[place] = [WORDS[word] for word in sorted({*picked[place].tolist()})]
    days, missing = (chance.integers(0, 128, many) << 1).astype(np.int16), (1 << chance.integers(0, 6, many)).astype(np.int16)
    costs = chance.random(many) < 0.3
    return Columns(ids, at[:, 0].copy(), at[:, 1].copy(), days, missing, costs, np.zeros(many, np.float32), vectors.astype(np.float16), stems)


def searches(columns: Columns, chance: np.random.Generator) -> list[Search]:
    """Searches from where entries are: whoever asks lives among them."""
    from alongside.directory.words import ACCESS

    found = []
    for place in chance.integers(0, len(columns.ids), SEARCHES):
        vector = chance.standard_normal(WIDTH, np.float32)
        found.append(
            Search(
                float(columns.latitudes[place]), float(columns.longitudes[place]), int(chance.choice([2000, 5000, 10_000, 20_000])),
                frozenset(chance.choice(np.arange(1, 8), 4, replace=False).tolist()),
                frozenset(chance.choice([word.stored for word in ACCESS], chance.integers(0, 3), replace=False).tolist()),
                WORDS[int(chance.integers(0, 64))], vector / np.linalg.norm(vector),
            )
        )  # fmt: skip
    return found
