"""Ibis writes every expression as SQL, once for all days that can be asked about: the days stand in it as `$since`, `$until` and `$day`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import ibis
from ibis.expr.operations import UnboundTable
from ibis.expr.types import Table

from . import by_post, circle, expressions, measured
from .as_sql import ROWS, Asked
from .periods import Window

_DAYS = {"since": date(1111, 11, 1), "until": date(2222, 2, 22), "day": date(3333, 3, 3)}
_WORDS = {name: f"any {name}" for name in ("part", "locality")}
"""Days and words that nobody asks about: each stands where what is asked about will."""
_WINDOW = Window(**_DAYS)
_rows = ibis.table({"person": "int64", "part": "string", "locality": "string"}, name=ROWS)
_amounts = ibis.table({"person": "int64", "part": "string", "locality": "string", "amount": "int64"}, name=ROWS)


def _satisfied() -> Table:
    again = measured.asked_again_in(_WINDOW, "ons4").mutate(again=True)
    pairs = measured.answered_as_pairs("ons4", ("satisfied",))(_WINDOW).left_join(again, "person")
    return pairs.select("before", "after", again=pairs.again.fill_null(False))


QUESTIONS: dict[str, Callable[[], Table]] = {
    "counted": lambda: expressions.counted(_rows),
    "counted by post": lambda: expressions.counted_by_post(_rows, _WINDOW),
    "added up": lambda: expressions.added_up(_amounts),
    "behind": lambda: expressions.behind(_rows, **_WORDS),
    "by person": lambda: expressions.by_person(_rows, _WORDS["part"]),
    "posts": lambda: by_post.people_by_post(_WINDOW),
    "pairs": lambda: circle.circles_as_pairs(_WINDOW).order_by("person"),
    "satisfied": _satisfied,
}
"""What is asked of the rows of an expression, and what is asked of an extract itself."""


def every() -> dict[str, Asked]:
    """All that can be asked, by name."""
    return {name: by_ibis(name) for name in (*QUESTIONS, *expressions.every())}


def by_ibis(name: str) -> Asked:
    """One of them, as Ibis writes it now."""
    table = QUESTIONS[name]() if name in QUESTIONS else expressions.placed(expressions.every()[name], _WINDOW)
    sql = str(ibis.to_sql(table, dialect="duckdb", pretty=False))
    for stands_for, day in _DAYS.items():
        sql = sql.replace(f"MAKE_DATE({day.year}, {day.month}, {day.day})", f"${stands_for}")
    for stands_for, word in _WORDS.items():
        sql = sql.replace(f"'{word}'", f"${stands_for}")
    if "MAKE_DATE(" in sql:
        raise ValueError(f"{name} reckons with days in Python; let Ibis do it, or it holds for one day alone.")
    return Asked(sql, tuple(sorted(one.name for one in table.op().find(UnboundTable))))
