"""Where chance comes from: numbers between 0 and 1 by name, the same for the same seed for ever.

They are made from the raw bits of PCG64, which NumPy promises never to change, and not by its own distributions, which it may. Each assumption has a stream
of its own, named after it: another assumption, or one more outcome, changes none of them, so that two versions differ by what was changed and not by luck
(common random numbers). Each stream is spread evenly (a Latin hypercube: one number in each ten-thousandth), which steadies every percentile.
"""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import numpy.typing as npt

from .normal import normal_quantile

Floats = npt.NDArray[np.float64]
TABLE = 1024
"""Cells of a table of quantiles, each as likely as the other."""


class Stream:
    """One assumption's draws: `evenly` in (0, 1), and what is worked out of them once."""

    def __init__(self, evenly: Floats) -> None:
        self.evenly = evenly
        self._normal: Floats | None = None
        self._cell: tuple[npt.NDArray[np.intp], Floats] | None = None

    @property
    def normal(self) -> Floats:
        """The same draws as a standard normal."""
        if self._normal is None:
            self._normal = normal_quantile(self.evenly)
        return self._normal

    @property
    def cell(self) -> tuple[npt.NDArray[np.intp], Floats]:
        """Into which cell of a table each draw falls, and how far along it."""
        if self._cell is None:
            along = self.evenly * TABLE
            cell = along.astype(np.intp)
            self._cell = cell, along - cell
        return self._cell


class Chance:
    """Streams by name, from a seed."""

    def __init__(self, seed: int, draws: int) -> None:
        self.seed, self.draws = seed, draws
        self._streams: dict[str, Stream] = {}
        self._steps, self._places = np.arange(draws, dtype=np.float64), np.arange(draws, dtype=np.uint64)

    def bits(self, name: str, many: int) -> npt.NDArray[np.uint64]:
        """Raw 64-bit numbers of a stream."""
        words = np.frombuffer(sha256(name.encode()).digest(), np.uint32)
        return np.asarray(np.random.PCG64(np.random.SeedSequence([self.seed, *words.tolist()])).random_raw(many))

    def stream(self, name: str) -> Stream:
        """A stream, made when it is first asked for."""
        if name not in self._streams:
            bits = self.bits(name, 2 * self.draws)
            along = unit(bits[self.draws :])
            along += self._steps
            along /= self.draws
            evenly = np.empty(self.draws)
            evenly[in_order(bits[: self.draws], self._places)] = along
            self._streams[name] = Stream(evenly)
        return self._streams[name]


def in_order(bits: npt.NDArray[np.uint64], places: npt.NDArray[np.uint64]) -> npt.NDArray[np.int64]:
    """Places of numbers from the least on, in place of the numbers. Each carries its own place (0, 1, 2, …) in its last bits, so that a plain sort tells."""
    last = np.uint64((1 << len(bits).bit_length()) - 1)
    bits &= ~last
    bits |= places
    bits.sort()
    bits &= last
    return bits.view(np.int64)


def unit(bits: npt.NDArray[np.uint64]) -> Floats:
    """Raw bits as numbers between 0 and 1, neither of them reached."""
    found = (bits >> np.uint64(11)).astype(np.float64)
    found += 0.5
    found *= 2.0**-53
    return np.asarray(found)
