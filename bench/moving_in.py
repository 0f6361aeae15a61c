"""A service's whole sheet moving in: read, looked at, loaded and undone, beside as many rows written one by one with nothing asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from django.db import connection
from django.utils import timezone

from alongside.exchange import actions
from alongside.exchange.caseload.reading import read_book
from alongside.exchange.planned import part_of
from alongside.foundation.actor import Actor
from alongside.trail.doing import acting
from alongside.trail.models import Change

from .a_large_sheet import MAPPING, a_large_sheet
from .report import Target

T = TypeVar("T")


@dataclass(frozen=True)
class Moved:
    """Seconds of each part; what as many rows as loading wrote take one by one, in one transaction, with no rule, no fence and no history."""

    rows: int
    people: int
    written: int
    bring: float
    view: float
    load: float
    undo: float
    bare: float


def measure(rows: int, by: Actor) -> Moved:
    """One sheet of so many rows, brought by a manager, looked at, loaded, and undone again."""
    book, mine = read_book(a_large_sheet(rows), "everybody.xlsx"), {"by": by, "at": timezone.now()}

    def timed(do: Callable[[], T]) -> tuple[T, float]:
        began = time.perf_counter()
        with acting(by, purpose="bench"):
            done = do()
        return done, time.perf_counter() - began

    moving, bring = timed(lambda: actions.bring(book, MAPPING, **mine))
    _part, view = timed(lambda: part_of(moving, "understood", 0))
    moving, load = timed(lambda: actions.load(moving, **mine))
    written, _ = timed(lambda: Change.objects.filter(together=moving.together).count())
    (gone, stayed), undo = timed(lambda: actions.take_back(moving, **mine))
    if stayed:
        raise RuntimeError("Nobody wrote anything meanwhile, and somebody stayed.")
    return Moved(rows, gone, written, bring, view, load, undo, _bare(written))


def _bare(rows: int) -> float:
    """As many rows, each of some two hundred letters, sent one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bare (id bigint PRIMARY KEY, words text)")
        began = time.perf_counter()
        cursor.execute("BEGIN")
        for number in range(rows):
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", [number, "x" * 200])
        cursor.execute("COMMIT")
        took = time.perf_counter() - began
        cursor.execute("DROP TABLE bare")
    return took


def targets(found: Moved) -> list[Target]:
    """What moving in promises."""
    return [
        Target(f"a sheet of {found.rows:,} rows loaded, against as many bare rows", found.load / found.bare, 20),
        Target("a page of its dry run: seconds", found.view, 0.5, unit=" s"),
    ]


def told(found: Moved) -> dict[str, Any]:
    """The figures by name."""
    return asdict(found)
