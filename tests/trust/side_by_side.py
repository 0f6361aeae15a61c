"""Half of a walk in a process of its own, in a copy of the same world: two cores, half the time."""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from django.db import connections

from alongside.site import embedded
from tests.conftest import using_database

from .walking import Walk


@contextmanager
def beside(walk: Walk, database: str, steps: Callable[[], None]) -> Iterator[None]:
    """Take these steps in another process while the block takes others; the visits of both end in this walk."""
    for alias in connections:
        connections[alias].close()
    cluster, copy = embedded.start(), f"{database}_beside"
    cluster.drop_database(copy)
    cluster.make_database(copy, template=database)
    ours, theirs = multiprocessing.Pipe(duplex=False)
    # Forked, so that the other half has this very world in mind; nothing is connected at this moment, so nothing is shared.
    other = multiprocessing.get_context("fork").Process(target=_walk, args=(walk, copy, steps, theirs), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        other.start()
    theirs.close()
    yield
    visits = ours.recv()
    other.join()
    if isinstance(visits, BaseException):
        raise visits
    walk.visits += visits
    cluster.drop_database(copy)


def _walk(walk: Walk, database: str, steps: Callable[[], None], tell: Connection) -> None:
    try:
        with using_database(database):
            walk.before = ""
            steps()
        tell.send(walk.visits)
    except BaseException as broken:  # told where it can be seen
        tell.send(RuntimeError(f"the walk beside broke: {broken!r}"))
