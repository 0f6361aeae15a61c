"""All entries as columns in memory: one block that holds most of them, and a small one of what changed since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import fields
from functools import cached_property
from uuid import UUID

import numpy as np

from .block import Block
from .columns import Columns, Line, columns_of

MOST_CHANGED = 2_000
"""Changed lines above which all are sorted anew."""


class Shelf:
    """What is searched. It never changes: a change gives another shelf, which shares all that stayed, so that a search under way is not disturbed."""

    def __init__(self, columns: Columns) -> None:
        self.most, self.late = Block(columns), Block(columns_of(()))
        self._later: dict[UUID, Line] = {}

    @property
    def blocks(self) -> tuple[Block, Block]:
        """Both blocks; an entry is alive in one of them at most."""
        return self.most, self.late

    def changed(self, lines: Iterable[Line], gone: Iterable[UUID] = ()) -> Shelf:
        """The shelf with these lines as they are now, and without those that are gone."""
        lines, gone = list(lines), list(gone)
        if not lines and not gone:
            return self
        other = copy(self)
        for kept in ("entries", "mean_size"):
            other.__dict__.pop(kept, None)
        other._later = {**self._later, **{line.id: line for line in lines}}
        for one in gone:
            other._later.pop(one, None)
        places = self.most.by_id
        other.most = copy(self.most)
        other.most.alive = self.most.alive.copy()
        struck = [places[one] for one in (*(line.id for line in lines), *gone) if one in places]
        other.most.alive[struck] = False
        other.late = Block(columns_of(list(other._later.values())))
        return other if len(other._later) <= MOST_CHANGED else Shelf(other._all())

    def _all(self) -> Columns:
        parts = [block.held.taken(np.flatnonzero(block.alive)) for block in self.blocks]
        return Columns(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Columns)))

    @cached_property
    def entries(self) -> int:
        """How many there are."""
        return sum(int(block.alive.sum()) for block in self.blocks)

    @cached_property
    def mean_size(self) -> float:
        """Different words of an entry, in the mean."""
        return sum(int(block.sizes[block.alive].sum()) for block in self.blocks) / max(1, self.entries) or 1.0

    def using(self, stems: Iterable[str]) -> dict[str, int]:
        """How many entries use each of these words."""
        return {stem: many for stem in stems if (many := sum(int(block.alive[block.saying(stem)].sum()) for block in self.blocks))}


def shelf_of(lines: Sequence[Line]) -> Shelf:
    """A shelf of these."""
    return Shelf(columns_of(lines))
