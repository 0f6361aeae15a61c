"""Vectors in bytes: a quarter of what floats take to read, with how far off they may be at the most, so that nothing is lost by reading them first.

A vector is kept as whole numbers from -127 to 127 and one scale. What that leaves out of it has a length, and by Cauchy and Schwarz its product with a
wish is off by no more than that length times the length of the wish. Whoever chooses by these keeps all that could be among the best, and scores those
exactly.
"""

from __future__ import annotations

from math import sqrt

import numpy as np
import numpy.typing as npt

from .columns import Halves, Places
from .compiled import loops
from .encoder import Floats

AT_ONCE = 2048
"""Vectors read together: as many as a processor keeps at hand."""

DENSE = 1.4
"""So many times the survivors are read, at the most, to spare gathering them."""

_ROUNDED = 5e-4
"""More than can be off besides, for vectors of length one: by adding up 384 products in single floats, or by taking the wish in whole numbers (compiled.py)."""


class Coarse:
    """Vectors in bytes, in the order of the exact ones."""

    def __init__(self, exact: Halves) -> None:
        self.bytes = np.empty(exact.shape, np.int8)
        self.scales = np.empty(len(exact), np.float32)
        lost = 0.0
        for start in range(0, len(exact), AT_ONCE):
            some = exact[start : start + AT_ONCE].astype(np.float32)
            scale = np.abs(some).max(axis=1) / np.float32(127)
            whole = np.rint(some / np.where(scale == 0, np.float32(1), scale)[:, None])
            self.bytes[start : start + AT_ONCE], self.scales[start : start + AT_ONCE] = whole, scale
            some -= whole * scale[:, None]
            lost = max(lost, float(np.einsum("ij,ij->i", some, some, dtype=np.float64).max()))
        self._lost = sqrt(lost)

    def off(self, asked: Floats) -> float:
        """How much any product with one of these is off, at the most."""
        return (self._lost + _ROUNDED) * float(np.linalg.norm(asked, axis=1).max(initial=0.0))

    def closeness(self, places: Places, asked: Floats) -> Floats:
        """About how close each of these (in order) is to each vector that is asked for."""
        if ours := loops(len(self.bytes)):
            return ours.close(self.bytes, self.scales, places, asked)
        found = np.empty((len(places), len(asked)), np.float32)
        wish = np.ascontiguousarray(asked.T)
        most = min(AT_ONCE, len(places))
        held = np.empty((int(DENSE * most), asked.shape[1]), np.float32)
        gathered = np.empty((most, asked.shape[1]), np.int8)
        for start in range(0, len(places), AT_ONCE):
            some = places[start : start + AT_ONCE]
            first, last = int(some[0]), int(some[-1]) + 1
            if last - first <= DENSE * len(some):
                # They lie so close together that it is quicker to read all between them than to gather them.
                found[start : start + AT_ONCE] = _times(self.bytes[first:last], wish, held)[some - first]
            else:
                # Clipped, because every place is one: with an array to put them in, NumPy would else look at each first.
                np.take(self.bytes, some, axis=0, out=gathered[: len(some)], mode="clip")
                found[start : start + AT_ONCE] = _times(gathered[: len(some)], wish, held)
        found *= self.scales[places][:, None]
        return found


def _times(some: npt.NDArray[np.int8], wish: Floats, held: Floats) -> Floats:
    floats = held[: len(some)]
    np.copyto(floats, some)
    return np.asarray(floats @ wish)
