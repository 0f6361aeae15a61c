"""While much is made at once that all stays, nothing is looked through for what could be cleared away."""

from __future__ import annotations

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
