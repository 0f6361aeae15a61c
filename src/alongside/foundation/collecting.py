"""How often Python looks for what goes round in a circle and could be cleared away: never while much is made at once that all stays, seldom in a server."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Nothing that is made meanwhile goes round in a circle: looking for circles again and again, in ever more, takes a tenth of the time and finds none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def collect_seldom() -> None:
    """For a process that answers pages: what is there already stays for good and is not looked through again, and new things only by the twenty thousand.

    A page makes a few thousand things and hardly a circle; looking for circles after each seven hundred of them, as Python does untold, is a twentieth of a
    page's time (docs/bench.md).
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # so that what compiled libraries count is let go in order when the process ends
    gc.set_threshold(20_000, 20, 20)
