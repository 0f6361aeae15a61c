"""Entries as columns sorted by the square of the map they lie in: a search reads the squares within reach, and then every survivor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from math import floor
from uuid import UUID

import numpy as np
import numpy.typing as npt

from alongside.places.distance import EARTH_METRES, box_around

from ..wishing import Wish
from ..words import ACCESS
from .encoder import WIDTH, Floats

UP, ACROSS = 0.02, 0.03
"""Degrees of latitude and of longitude of a square: about 2 km each way."""

_IN_A_ROW = 20_000
"""Squares, more than go round the Earth."""

NOWHERE = -1
"""The square of what has no known place; it is read in every search."""

AT_ONCE = 1024
"""Vectors gathered together: as many as a processor keeps at hand."""

DENSE = 2
"""So many times the survivors are read, at the most, to spare gathering them."""

_BITS = {word.stored: 1 << number for number, word in enumerate(ACCESS)}

Places = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Line:
    """What the columns keep of one entry. `likely` are points that are its own, whatever is asked; `vector` is None while it is not encoded."""

    id: UUID
    stems: Sequence[str] = ()
    latitude: float | None = None
    longitude: float | None = None
    days: Sequence[int] = ()
    missing: Sequence[str] = ()
    costs: bool = False
    likely: float = 0.0
    vector: Floats | None = None


@dataclass(frozen=True)
class Columns:
    """Many lines, a column a part; a place that is not known is not a number."""

    ids: npt.NDArray[np.object_]
    latitudes: Doubles
    longitudes: Doubles
    days: npt.NDArray[np.int16]
    missing: npt.NDArray[np.int16]
    costs: npt.NDArray[np.bool_]
    likely: Floats
    encoded: npt.NDArray[np.bool_]
    vectors: Floats
    stems: npt.NDArray[np.object_]

    def taken(self, order: npt.NDArray[np.int64]) -> Columns:
        """The same lines in this order."""
        return replace(self, **{one.name: getattr(self, one.name)[order] for one in fields(self)})


def columns_of(lines: Sequence[Line]) -> Columns:
    """Lines as columns."""
    many = len(lines)
    ids, stems = np.empty(many, object), np.empty(many, object)
    vectors = np.zeros((many, WIDTH), np.float32)
    for at, line in enumerate(lines):
        ids[at], stems[at] = line.id, line.stems
        if line.vector is not None:
            vectors[at] = line.vector
    return Columns(
        ids,
        _degrees(line.latitude for line in lines),
        _degrees(line.longitude for line in lines),
        np.fromiter((day_bits(line.days) for line in lines), np.int16, many),
        np.fromiter((access_bits(line.missing) for line in lines), np.int16, many),
        np.fromiter((line.costs for line in lines), np.bool_, many),
        np.fromiter((line.likely for line in lines), np.float32, many),
        np.fromiter((line.vector is not None for line in lines), np.bool_, many),
        vectors,
        stems,
    )


def _degrees(given: Iterable[float | None]) -> Doubles:
    return np.asarray([np.nan if one is None else one for one in given], np.float64)


def day_bits(days: Iterable[int]) -> int:
    """Days of the week as bits."""
    return sum(1 << day for day in set(days))


def access_bits(features: Iterable[str]) -> int:
    """Access features as bits; one that we have no word for is looked at later, with the entry itself."""
    return sum(_BITS.get(feature, 0) for feature in set(features))


class Block:
    """Some entries, sorted. Nothing in it changes but `alive`: whatever changes is struck out here and stands in a later block."""

    def __init__(self, columns: Columns) -> None:
        squares = _squares(columns.latitudes, columns.longitudes)
        order = np.argsort(squares, kind="stable")
        self.squares, self.held = squares[order], columns.taken(order)
        self.alive = np.ones(len(order), np.bool_)
        self.sizes = np.fromiter((len(words) for words in self.held.stems), np.int16, len(order))
        self.holding = _holding(self.held.stems)

    def passing(self, wish: Wish) -> tuple[Places, Doubles]:
        """Where those stand that nothing we know rules out, in order, and how far each is (metres, not a number where that is not known)."""
        places = self._near(wish)
        fits = self.alive[places]
        if wish.days:
            on = self.held.days[places]
            fits &= (on == 0) | (on & day_bits(wish.days) != 0)
        if wish.access:
            fits &= self.held.missing[places] & access_bits(wish.access) == 0
        if wish.free_only:
            fits &= ~self.held.costs[places]
        places = places[fits]
        if wish.latitude is None or wish.longitude is None:
            return places, np.full(len(places), np.nan)
        metres = _metres(wish.latitude, wish.longitude, self.held.latitudes[places], self.held.longitudes[places])
        if wish.reach is None:
            return places, metres
        # A hair more than the reach: the entry itself is measured again.
        within = np.isnan(metres) | (metres <= wish.reach + 0.01)
        return places[within], metres[within]

    def closeness(self, places: Places, asked: Floats) -> Floats:
        """How close each of these is to each vector that is asked for: all of them, a thousand at a time."""
        found = np.empty((len(places), len(asked)), np.float32)
        for start in range(0, len(places), AT_ONCE):
            some = places[start : start + AT_ONCE]
            first, last = int(some[0]), int(some[-1]) + 1
            if last - first <= DENSE * len(some):
                # They lie so close together that it is quicker to read all between them than to gather them.
                found[start : start + AT_ONCE] = (self.held.vectors[first:last] @ asked.T)[some - first]
            else:
                found[start : start + AT_ONCE] = self.held.vectors[some] @ asked.T
        return found

    def saying(self, stem: str) -> npt.NDArray[np.int32]:
        """Where those stand that use this word, in order."""
        return self.holding.get(stem, _NONE)

    def _near(self, wish: Wish) -> Places:
        if wish.latitude is None or wish.longitude is None or wish.reach is None:
            return np.arange(len(self.squares))
        south, north, west, east = box_around(wish.latitude, wish.longitude, wish.reach)
        first, last = floor((west + 180) / ACROSS), floor((east + 180) / ACROSS)
        rows = np.arange(floor((south + 90) / UP), floor((north + 90) / UP) + 1) * _IN_A_ROW
        begins = np.searchsorted(self.squares, [NOWHERE, *(rows + first)])
        ends = np.searchsorted(self.squares, [NOWHERE + 1, *(rows + last + 1)])
        return np.concatenate([np.arange(begin, end) for begin, end in zip(begins, ends, strict=True)])


_NONE = np.empty(0, np.int32)


def _squares(latitudes: Doubles, longitudes: Doubles) -> Places:
    known = ~np.isnan(latitudes)
    found = np.full(len(latitudes), NOWHERE, np.int64)
    found[known] = np.floor((latitudes[known] + 90) / UP).astype(np.int64) * _IN_A_ROW + np.floor((longitudes[known] + 180) / ACROSS).astype(np.int64)
    return found


def _metres(latitude: float, longitude: float, latitudes: Doubles, longitudes: Doubles) -> Doubles:
    up, across = np.radians(latitudes - latitude), np.radians(longitudes - longitude)
    half = np.sin(up / 2) ** 2 + np.cos(np.radians(latitude)) * np.cos(np.radians(latitudes)) * np.sin(across / 2) ** 2
    return np.asarray(2 * EARTH_METRES * np.arcsin(np.minimum(1.0, np.sqrt(half))))


def _holding(stems: npt.NDArray[np.object_]) -> dict[str, npt.NDArray[np.int32]]:
    found: dict[str, list[int]] = {}
    for at, words in enumerate(stems):
        for word in words:
            found.setdefault(word, []).append(at)
    return {word: np.asarray(places, np.int32) for word, places in found.items()}
