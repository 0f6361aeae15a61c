"""Some entries, sorted by the square of the map they lie in: a search reads the squares within reach, and then every survivor."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property
from math import floor, inf, pi, radians, sin
from uuid import UUID

import numpy as np
import numpy.typing as npt

from alongside.places.distance import EARTH_METRES, box_around

from ..wishing import Wish
from .coarse import Coarse
from .columns import Columns, Doubles, Places, access_bits, day_bits
from .compiled import loops
from .encoder import Floats

UP, ACROSS = 0.02, 0.03
"""Degrees of latitude and of longitude of a square: about 2 km each way."""

_IN_A_ROW = 20_000
"""Squares, more than go round the Earth."""

NOWHERE = -1
"""The square of what has no known place; it is read in every search."""

_COSTS = 1 << 14
"""Beside the bits of what is missing: that it is not free."""

_ANY_DAY = (1 << 15) - 1


class Block:
    """Nothing in it changes but `alive`: whatever changes is struck out here and stands in a later block."""

    def __init__(self, columns: Columns) -> None:
        squares = _squares(columns.latitudes, columns.longitudes)
        order = np.argsort(squares, kind="stable")
        self.squares, self.held = squares[order], columns.taken(order)
        self.alive = np.ones(len(order), np.bool_)
        self.sizes = np.fromiter((len(words) for words in self.held.stems), np.int16, len(order))
        self.holding = _holding(self.held.stems)
        self.coarse = Coarse(self.held.vectors)
        self._on = np.where(self.held.days == 0, np.int16(_ANY_DAY), self.held.days)
        self._against = self.held.missing | np.where(self.held.costs, np.int16(_COSTS), np.int16(0))
        self._at = _on_the_globe(self.held.latitudes, self.held.longitudes)

    def passing(self, wish: Wish, among: Set[UUID] | None = None) -> tuple[Places, Doubles]:
        """Where those stand that nothing we know rules out, in order, and the square of the straight line to each through a globe of radius one.

        `among`: the only ones that may be, where something else has narrowed them.
        """
        places, chords = self._passing(wish)
        if among is None:
            return places, chords
        may = np.zeros(len(self.alive), np.bool_)
        may[[self.by_id[one] for one in among if one in self.by_id]] = True
        return places[may[places]], chords[may[places]]

    @cached_property
    def by_id(self) -> dict[UUID, int]:
        """Where each stands."""
        return {one: place for place, one in enumerate(self.held.ids)}

    def _passing(self, wish: Wish) -> tuple[Places, Doubles]:
        runs, days = list(self._runs(wish)), day_bits(wish.days)
        against = access_bits(wish.access) | (_COSTS if wish.free_only else 0)
        here = np.asarray(_on_the_globe(*(np.asarray(np.nan if one is None else one) for one in (wish.latitude, wish.longitude))))
        # A hair more than the reach: the entry itself is measured again.
        most = inf if wish.reach is None else (2 * sin(min(pi, (wish.reach + 0.01) / EARTH_METRES) / 2)) ** 2
        if ours := loops(len(self.alive)):
            return ours.read((self.alive, self._on, self._against, *self._at), runs, days, against, here, most)
        read = [self._read(run, days, against, here, most) for run in runs]
        places, chords = (np.concatenate(parts) for parts in zip((_NO_PLACE, _NO_CHORD), *read, strict=True))
        return places, chords

    def _read(self, run: tuple[int, int], days: int, against: int, here: Doubles, most: float) -> tuple[Places, Doubles]:
        """The same of a run."""
        first, last = run
        fits = self.alive[first:last].copy()
        if days:
            fits &= self._on[first:last] & days != 0
        if against:
            fits &= self._against[first:last] & against == 0
        chords = np.zeros(last - first)
        for axis, at in zip(self._at, here, strict=True):
            along = axis[first:last] - at
            along *= along
            chords += along
        fits &= ~(chords > most)
        places = np.flatnonzero(fits)
        return places + first, chords[places]

    @property
    def size(self) -> int:
        """Bytes that its columns hold, without what Python keeps of ids and words."""
        columns = [*vars(self).values(), *vars(self.held).values(), *vars(self.coarse).values(), *self._at, *self.holding.values()]
        return sum(one.nbytes for one in columns if isinstance(one, np.ndarray))

    def exact(self, places: Places, asked: Floats) -> Floats:
        """How close each of these is to each vector that is asked for."""
        return np.asarray(self.held.vectors[places].astype(np.float32) @ asked.T)

    def saying(self, stem: str) -> npt.NDArray[np.int32]:
        """Where those stand that use this word, in order."""
        return self.holding.get(stem, _NONE)

    def _runs(self, wish: Wish) -> Iterator[tuple[int, int]]:
        """From where to where those stand that may be within reach, and those of which no place is known: a run a row of squares."""
        if wish.latitude is None or wish.longitude is None or wish.reach is None:
            yield 0, len(self.squares)
            return
        south, north, _, _ = box_around(wish.latitude, wish.longitude, wish.reach)
        rows = np.arange(floor((south + 90) / UP), floor((north + 90) / UP) + 1)
        aside = _aside(rows, wish.latitude, wish.reach)
        first, last = (np.floor((wish.longitude + side * aside + 180) / ACROSS).astype(np.int64) for side in (-1, 1))
        begins = np.searchsorted(self.squares, [NOWHERE, *(rows * _IN_A_ROW + first)])
        ends = np.searchsorted(self.squares, [NOWHERE + 1, *(rows * _IN_A_ROW + last + 1)])
        yield from ((int(begin), int(end)) for begin, end in zip(begins, ends, strict=True) if begin < end)


_NONE = np.empty(0, np.int32)
_NO_PLACE, _NO_CHORD = np.empty(0, np.int64), np.empty(0)


def metres_of(chords: Doubles) -> Doubles:
    """How far apart places are along the surface, by the squares of the straight lines between them; not a number where that is not known."""
    return np.asarray(2 * EARTH_METRES * np.arcsin(np.minimum(1.0, np.sqrt(chords) / 2)))


def _aside(rows: Places, latitude: float, reach: float) -> Doubles:
    """Degrees of longitude, at each row of squares, within which all lies that is within reach, and a little more (from the haversine formula)."""
    south = np.radians(rows * UP - 90)
    north = south + radians(UP)
    here = radians(latitude)
    up = np.maximum(0.0, np.maximum(south - here, here - north))
    narrowest = np.maximum(1e-9, np.minimum(np.cos(south), np.cos(north)) * np.cos(here))
    left = np.sin(min(pi, reach * 1.001 / EARTH_METRES + 1e-9) / 2) ** 2 - np.sin(up / 2) ** 2
    return np.asarray(np.degrees(2 * np.arcsin(np.sqrt(np.clip(left / narrowest, 0.0, 1.0)))) + 1e-9)


def _squares(latitudes: Doubles, longitudes: Doubles) -> Places:
    known = ~np.isnan(latitudes)
    found = np.full(len(latitudes), NOWHERE, np.int64)
    found[known] = np.floor((latitudes[known] + 90) / UP).astype(np.int64) * _IN_A_ROW + np.floor((longitudes[known] + 180) / ACROSS).astype(np.int64)
    return found


def _on_the_globe(latitudes: Doubles, longitudes: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    up, round_it = np.radians(latitudes), np.radians(longitudes)
    return np.cos(up) * np.cos(round_it), np.cos(up) * np.sin(round_it), np.sin(up)


def _holding(stems: npt.NDArray[np.object_]) -> dict[str, npt.NDArray[np.int32]]:
    found: dict[str, list[int]] = {}
    for at, words in enumerate(stems):
        for word in words:
            found.setdefault(word, []).append(at)
    return {word: np.asarray(places, np.int32) for word, places in found.items()}
