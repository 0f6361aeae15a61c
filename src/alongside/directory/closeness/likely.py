"""Which entries may come first: every one that passes is scored by its columns, and the best of them are weighed word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import numpy as np
import numpy.typing as npt

from ..finding import A_MATCH, ALIKE, FAINTLY, FAR, HALF_AS_NEAR, IN_NAME, POINTS
from ..offers import Sought
from ..stemming import telling
from ..wishing import Term
from .block import Block, metres_of
from .columns import Doubles, Places
from .encoder import WIDTH, Floats
from .shelf import Shelf
from .wording import about

MOST_WEIGHED = 400
"""How many are weighed word by word."""

A_PART, EVERY_PART = 0.9, 0.5
"""What being close to a part of the wish counts of being close to the whole; and what it counts to be close to all parts, beside being close to one."""


@dataclass(frozen=True)
class Asked:
    """The wish as it is compared: the whole, and where it has several parts each of them, with their vectors."""

    clauses: Sequence[str] = ()
    vectors: Floats = field(default_factory=lambda: np.zeros((0, WIDTH), np.float32))


def closest(found: Floats) -> Floats:
    """Of how close texts are to the whole (first column) and to each part of a wish, what counts."""
    if found.shape[1] == 0:
        return np.zeros(len(found), np.float32)
    if found.shape[1] == 1:
        return np.asarray(found[:, 0])
    best = np.maximum(found[:, 0], A_PART * found[:, 1:].max(axis=1))
    return np.asarray((1 - EVERY_PART) * best + EVERY_PART * np.maximum(found[:, 1:], 0).mean(axis=1))


def likely(shelf: Shelf, sought: Sought, asked: Asked, many: int = MOST_WEIGHED, *, among: Set[UUID] | None = None) -> list[UUID]:
    """Those that are weighed word by word: the best by their columns of all that say something of it, or are close to it.

    All are scored from vectors in bytes first; whatever could be among the best, by how far those may be off, is then scored exactly.
    """
    scored = [_Scored.of(block, sought, asked, among) for block in shelf.blocks]
    surely = np.concatenate([one.at_least for one in scored])
    bar = np.partition(surely, -many)[-many] if len(surely) > many else -np.inf
    ids: list[UUID] = []
    points: list[Doubles] = []
    for one in scored:
        places, exact = one.exact(bar)
        ids += one.block.held.ids[places].tolist()
        points.append(exact)
    if len(ids) <= many:
        return ids
    every = np.round(np.concatenate(points), 6)
    last = np.partition(every, -many)[-many]
    best, alike = ([ids[at] for at in np.flatnonzero(which).tolist()] for which in (every > last, every == last))
    # Of those that are alike the same are taken in every process, however its columns came to be.
    return best + sorted(alike, key=lambda one: one.int)[: many - len(best)]


@dataclass(frozen=True)
class _Scored:
    """Of the survivors of a block those that say something of the wish, or may be close to it: their points without meaning, and about how close they are."""

    block: Block
    asked: Asked
    places: Places
    points: Doubles
    close: Floats
    says: npt.NDArray[np.bool_]
    off: float

    @classmethod
    def of(cls, block: Block, sought: Sought, asked: Asked, among: Set[UUID] | None) -> _Scored:
        """Every survivor read, and what of it may count."""
        places, chords = block.passing(sought.wish, among)
        where, off = _Where(places, len(block.alive)), block.coarse.off(asked.vectors)
        close = closest(block.coarse.closeness(places, asked.vectors))
        says = np.full(len(places), sought.anything or not (sought.terms or len(asked.vectors)))
        points = np.zeros(len(places))
        if sought.terms:
            left = np.ones(len(places))
            for here, sure in _sure(block, where, sought.terms):
                left[here] *= 1 - A_MATCH * sure
                says[here] = True
            points += POINTS["words"] * (1 - left)
        for stem, worth in sought.wording.worth.items():
            here = where.among(block.saying(stem))
            points[here] += about(worth)
            says[here] = True
        may = np.flatnonzero(says | (close >= FAINTLY - off))
        near = np.nan_to_num(POINTS["nearness"] / (1 + metres_of(chords[may]) / HALF_AS_NEAR))
        return cls(block, asked, places[may], points[may] + near + block.held.likely[places[may]], close[may], says[may], off)

    @property
    def at_least(self) -> Doubles:
        """The points that those have at the least which surely count."""
        surely = self.says | (self.close >= FAINTLY + self.off)
        return self.points[surely] + _for_meaning(self.close[surely] - self.off)

    def exact(self, bar: float) -> tuple[Places, Doubles]:
        """Those that may reach so many points: where they stand, and their points."""
        may = np.flatnonzero(self.points + _for_meaning(self.close + self.off) >= bar)
        close = closest(self.block.exact(self.places[may], self.asked.vectors))
        count = self.says[may] | (close >= FAINTLY)
        return self.places[may[count]], (self.points[may] + _for_meaning(close))[count]


def _for_meaning(close: Floats) -> Doubles:
    return POINTS["meaning"] * np.clip((close.astype(np.float64) - FAR) / (ALIKE - FAR), 0.0, 1.0)


class _Where:
    """Where among the survivors a place stands."""

    def __init__(self, places: Places, of: int) -> None:
        self.places, self.of = places, of

    def among(self, holding: npt.NDArray[np.int32]) -> Places:
        """Where among the survivors those stand that are in `holding` too; both are in order."""
        if not len(self.places) or not len(holding):
            return np.empty(0, np.int64)
        if _FEW * len(self.places) > self.of:
            at = self._map[holding]
            return at[at >= 0]
        if len(holding) < len(self.places):
            at = np.searchsorted(self.places, holding)
            at[at == len(self.places)] = 0
            return np.asarray(at[self.places[at] == holding])
        at = np.searchsorted(holding, self.places)
        at[at == len(holding)] = 0
        return np.flatnonzero(holding[at] == self.places)

    @cached_property
    def _map(self) -> Places:
        found = np.full(self.of, -1, np.int64)
        found[self.places] = np.arange(len(self.places))
        return found


_FEW = 50
"""One of so many, below which survivors are looked for one by one rather than by a map of all places."""


def _sure(block: Block, where: _Where, terms: Sequence[Term]) -> Iterator[tuple[Places, Doubles]]:
    """For each term, where it may be said, and how surely at the most."""
    for term in terms:
        best = np.zeros(len(where.places))
        for way in term.ways:
            stems = telling(list(way.phrase))
            if stems:
                here = where.among(min((block.saying(stem) for stem in stems), key=len))
                best[here] = np.maximum(best[here], IN_NAME[way.how] * way.importance)
        here = np.flatnonzero(best)
        yield here, best[here]


def close_in(asked: Asked, vectors: Mapping[UUID, Floats]) -> Mapping[UUID, tuple[float, int, int]]:
    """Of entries with the vectors of their whole and their pieces: how close they are, to which part of the wish, and by which piece."""
    return {one: _close(asked, rows) for one, rows in vectors.items()}


WHOLE = 0.6
"""What the whole text of an entry counts beside the one piece of it that is closest."""


def _close(asked: Asked, rows: Floats) -> tuple[float, int, int]:
    every = rows @ asked.vectors.T
    mixed = WHOLE * every[0] + (1 - WHOLE) * every[1:].max(axis=0, initial=-1.0)
    part = int(np.argmax(mixed[1:])) + 1 if len(mixed) > 1 else 0
    return float(closest(mixed[None, :])[0]), part, int(np.argmax(every[1:, part])) if len(every) > 1 else 0
