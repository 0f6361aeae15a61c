"""Entries as columns: what the search in memory knows of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from uuid import UUID

import numpy as np
import numpy.typing as npt

from ..words import ACCESS
from .encoder import WIDTH, Floats

_BITS = {word.stored: 1 << number for number, word in enumerate(ACCESS)}

Places = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]
Halves = npt.NDArray[np.float16]
"""Vectors as the database keeps them: half floats."""


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
    vector: Floats | Halves | None = None


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
    vectors: Halves
    stems: npt.NDArray[np.object_]

    def taken(self, order: npt.NDArray[np.int64]) -> Columns:
        """The same lines in this order."""
        return replace(self, **{one.name: getattr(self, one.name)[order] for one in fields(self)})


def columns_of(lines: Sequence[Line]) -> Columns:
    """Lines as columns."""
    many = len(lines)
    ids, stems = np.empty(many, object), np.empty(many, object)
    vectors = np.zeros((many, WIDTH), np.float16)
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
