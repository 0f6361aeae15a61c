"""Counting an extract in process, on DuckDB: sums and counts are the engine's, everything else is done once in Python."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from . import by_post, circle, expressions, measured
from .extracted import SHAPES
from .pairs import Circle
from .periods import Window

_ARROW = {"int64": pa.int64(), "date": pa.date32(), "string": pa.string()}
# Nothing is fetched, loaded or written: the engine sees the extract and no file.
_ALONE: dict[str, Any] = {"threads": 1, "enable_external_access": False, "autoinstall_known_extensions": False, "autoload_known_extensions": False}

Counts = dict[tuple[str, str], int]
"""How many, by locality and part."""
Amounts = dict[tuple[str, str, int], int]
"""How much, by locality, part and person."""


class Opened:
    """An extract, open for counting."""

    def __init__(self, engine: duckdb.DuckDBPyConnection) -> None:
        self._engine = engine
        self._found: dict[tuple[str, Window], Counts] = {}
        self._by_post: dict[tuple[str, Window], dict[tuple[str, str, str], int]] = {}
        self._added: dict[tuple[str, Window], Amounts] = {}

    def counts(self, expression: str, window: Window) -> Counts:
        """How many rows the expression gives in each locality and part; parts without any are not among them."""
        asked = (expression, window)
        if asked not in self._found:
            self._found[asked] = {(locality, part): n for locality, part, n in self._engine.execute(_counted(*asked)).fetchall()}
        return self._found[asked]

    def counts_by_post(self, expression: str, window: Window) -> dict[tuple[str, str, str], int]:
        """The same, in each post too."""
        asked = (expression, window)
        if asked not in self._by_post:
            found = self._engine.execute(_counted_by_post(*asked)).fetchall()
            self._by_post[asked] = {(locality, post, part): n for locality, post, part, n in found}
        return self._by_post[asked]

    def posts(self, window: Window) -> dict[int, str]:
        """The post for which each person counts; whoever has none is not among them."""
        return dict(self._engine.execute(_posts(window)).fetchall())

    def people(self) -> dict[int, str]:
        """Everybody in it, with the locality in which they live."""
        return dict(self._engine.execute("SELECT person, locality FROM people").fetchall())

    def amounts(self, expression: str, window: Window) -> Amounts:
        """What each person's amounts come to, by locality, part and person."""
        asked = (expression, window)
        if asked not in self._added:
            found = self._engine.execute(_added_up(*asked)).fetchall()
            self._added[asked] = {(locality, part, person): int(amount) for locality, part, person, amount in found}
        return self._added[asked]

    def by_person(self, expression: str, window: Window, part: str) -> list[tuple[int, int]]:
        """How many rows of one part each person has; rows behind which there is nobody are nobody's."""
        return [(person, n) for person, n in self._engine.execute(_by_person(expression, window, part)).fetchall()]

    def circles(self, window: Window, locality: str = "", is_asked: Callable[[int], bool] = lambda _person: True) -> list[Circle]:
        """Every circle as a pair, or as half of one, of whoever is asked of."""
        found = self._engine.execute(_as_pairs(window)).fetchall()
        return [
            Circle(before, after, again, (window.until - known_on).days)
            for person, home, known_on, before, after, again in found
            if locality in ("", home) and is_asked(person)
        ]

    def satisfied(self, window: Window) -> list[tuple[int, int | None, bool]]:
        """Everybody's life satisfaction (0 to 10) first and last, and whether they were asked again in the window."""
        return self._engine.execute(_satisfied(window)).fetchall()

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """Every row of a table, in the order of its shape: for what is worked out in Python."""
        if table not in SHAPES:
            raise KeyError(table)
        columns = ", ".join(f'"{column}"' for column in SHAPES[table])
        return self._engine.execute(f'SELECT {columns} FROM "{table}"').fetchall()

    def behind(self, expression: str, window: Window, part: str, locality: str) -> list[int]:
        """The numbers of the people behind one part of a figure in one locality, each once; of all where it is empty."""
        return [person for (person,) in self._engine.execute(_behind(expression, window, part, locality)).fetchall()]


# Ibis writes the query and DuckDB answers it directly: opening Ibis's own backend costs half a second.
@lru_cache(maxsize=1000)
def _counted(expression: str, window: Window) -> str:
    return str(ibis.to_sql(expressions.counted(expressions.EXPRESSIONS[expression], window), dialect="duckdb"))


@lru_cache(maxsize=1000)
def _counted_by_post(expression: str, window: Window) -> str:
    rows = expressions.counted_by_post(expressions.EXPRESSIONS[expression], window)
    return str(ibis.to_sql(rows.select("locality", "post", "part", "n"), dialect="duckdb"))


@lru_cache(maxsize=100)
def _posts(window: Window) -> str:
    return str(ibis.to_sql(by_post.people_by_post(window), dialect="duckdb"))


@lru_cache(maxsize=1000)
def _added_up(expression: str, window: Window) -> str:
    rows = expressions.added_up(expressions.SUMS[expression], window)
    return str(ibis.to_sql(rows.select("locality", "part", "person", "amount"), dialect="duckdb"))


@lru_cache(maxsize=1000)
def _as_pairs(window: Window) -> str:
    return str(ibis.to_sql(circle.circles_as_pairs(window).order_by("person"), dialect="duckdb"))


@lru_cache(maxsize=1000)
def _behind(expression: str, window: Window, part: str, locality: str) -> str:
    return str(ibis.to_sql(expressions.behind(expressions.every()[expression], window, part, locality), dialect="duckdb"))


@lru_cache(maxsize=1000)
def _by_person(expression: str, window: Window, part: str) -> str:
    return str(ibis.to_sql(expressions.by_person(expressions.EXPRESSIONS[expression], window, part), dialect="duckdb"))


@lru_cache(maxsize=100)
def _satisfied(window: Window) -> str:
    again = measured.asked_again_in(window, "ons4").mutate(again=True)
    pairs = measured.answered_as_pairs("ons4", ("satisfied",))(window).left_join(again, "person")
    return str(ibis.to_sql(pairs.select("before", "after", again=pairs.again.fill_null(False)), dialect="duckdb"))


@contextmanager
def opened(payload: bytes) -> Iterator[Opened]:
    """Open an extract: column lists as JSON, in the shape of `extracted.SHAPES`."""
    columns: dict[str, dict[str, list[Any]]] = json.loads(payload)
    with duckdb.connect(config=_ALONE) as engine:
        for name, shape in SHAPES.items():
            engine.register(name, pa.table({column: _array(columns[name][column], kind) for column, kind in shape.items()}))
        yield Opened(engine)


def _array(values: list[Any], kind: str) -> pa.Array:
    if kind == "date":
        return pa.array(values, type=pa.string()).cast(pa.date32())
    return pa.array(values, type=_ARROW[kind])
