"""The two loops of a search as machine code, where the extra “fast” (numba) is installed: the same answers, a few times as quick.

They are made in a thread of their own, which takes a second or two: until they are ready, and wherever the extra is not there, NumPy does the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from threading import Thread
from typing import Any

import numpy as np
import numpy.typing as npt

from .columns import Doubles, Places
from .encoder import Floats

WORTH_IT = 20_000
"""Entries below which NumPy is quick enough, and machine code not worth the memory that it takes to make it."""

_AHEAD = 8
"""So many vectors ahead of the one that is being read are asked for, so that memory does not wait to be told."""

_A_LINE = 64
"""Bytes that a processor fetches at once."""


@dataclass(frozen=True)
class Loops:
    """What was made of them."""

    passing: Callable[..., int]
    closeness: Callable[..., None]

    def close(self, held: npt.NDArray[np.int8], scales: Floats, places: Places, asked: Floats) -> Floats:
        """About how close each of these vectors in bytes is to each that is asked for, which are taken as whole numbers to 1/32767 of their greatest."""
        found = np.empty((len(places), len(asked)), np.float32)
        steps = np.maximum(np.abs(asked).max(axis=1, initial=0.0), np.float32(1e-30)) / np.float32(32767)
        self.closeness(held, scales, np.ascontiguousarray(places), np.rint(asked / steps[:, None]).astype(np.int16), steps, found)
        return found

    def read(
        self, columns: tuple[npt.NDArray[Any], ...], runs: list[tuple[int, int]], days: int, against: int, here: Doubles, most: float
    ) -> tuple[Places, Doubles]:
        """Of these runs, where those stand that pass, and the square of the straight line to each through a globe of radius one."""
        spans = np.asarray(runs, np.int64).reshape(-1, 2)
        many = int((spans[:, 1] - spans[:, 0]).sum())
        places, chords = np.empty(many, np.int64), np.empty(many)
        passed = self.passing(columns, spans, days, against, here, most, places, chords)
        return places[:passed], chords[:passed]


def loops(many: int) -> Loops | None:
    """The loops to search so many entries with, once they are ready."""
    thread = _begun() if many >= WORTH_IT else None
    return None if thread is None or thread.is_alive() else _made()


def loops_now() -> Loops | None:
    """The loops, waited for; None where the extra is not installed."""
    if thread := _begun():
        thread.join()
    return _made() if thread else None


@cache
def _begun() -> Thread | None:
    if find_spec("numba") is None:
        return None
    thread = Thread(target=_made, name="making the loops of a search", daemon=True)
    thread.start()
    return thread


@cache
def _made() -> Loops:
    import numba

    fetch = _fetch_ahead()

    def closeness(held: Any, scales: Any, places: Any, asked: Any, steps: Any, found: Any) -> None:
        for at in range(len(places)):
            place, ahead = places[at], places[min(at + _AHEAD, len(places) - 1)]
            for byte in range(0, held.shape[1], _A_LINE):
                fetch(held, ahead, byte)
            for one in range(len(asked)):
                total = np.int32(0)
                for number in range(held.shape[1]):
                    total = np.int32(total + np.int32(held[place, number]) * np.int32(asked[one, number]))
                found[at, one] = np.float32(total) * scales[place] * steps[one]

    def passing(columns: Any, spans: Any, days: Any, against: Any, here: Any, most: Any, places: Any, chords: Any) -> int:
        alive, on, missing, x, y, z = columns
        many = 0
        for span in range(len(spans)):
            for at in range(spans[span, 0], spans[span, 1]):
                if not alive[at] or missing[at] & against or (days and not on[at] & days):
                    continue
                chord = (x[at] - here[0]) ** 2 + (y[at] - here[1]) ** 2 + (z[at] - here[2]) ** 2
                if not chord > most:
                    places[many], chords[many] = at, chord
                    many += 1
        return many

    bits, doubles = "int16[::1]", "float64[::1]"
    columns = f"Tuple((boolean[::1],{bits},{bits},{doubles},{doubles},{doubles}))"
    return Loops(
        numba.njit(f"int64({columns},int64[:,::1],int64,int64,{doubles},float64,int64[::1],{doubles})", nogil=True)(passing),
        numba.njit("void(int8[:,::1],float32[::1],int64[::1],int16[:,::1],float32[::1],float32[:,::1])", nogil=True)(closeness),
    )


def _fetch_ahead() -> Any:
    """An instruction that numba has no word for: have these bytes at hand soon."""
    from llvmlite import ir
    from numba import types
    from numba.extending import intrinsic

    building: Any = import_module("numba.core.cgutils")

    def fetch(typing: Any, held: Any, row: Any, byte: Any) -> Any:
        def code(context: Any, builder: Any, signature: Any, given: Any) -> Any:
            array = context.make_array(signature.args[0])(context, builder, given[0])
            at = builder.bitcast(building.get_item_pointer(context, builder, signature.args[0], array, list(given[1:])), ir.IntType(8).as_pointer())
            number = ir.IntType(32)
            kind = ir.FunctionType(ir.VoidType(), [at.type, number, number, number])
            builder.call(building.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0i8"), [at, *(number(one) for one in (0, 3, 1))])
            return context.get_dummy_value()

        return types.void(held, row, byte), code

    return intrinsic(fetch)
