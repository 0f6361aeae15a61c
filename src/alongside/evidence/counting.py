"""Counting an extract in process, on DuckDB: sums and counts are the engine's, everything else is done once in Python."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from .ahead import NOTHING, Ahead, ByPost, Counts
from .as_sql import Asked, asked
from .extracted import SHAPES
from .pairs import Circle
from .periods import Window

if TYPE_CHECKING:
    import duckdb

_KINDS = {"int64": "BIGINT", "date": "DATE", "string": "VARCHAR"}
# Nothing is fetched, loaded or written: the engine sees the extract and no file.
_ALONE: dict[str, Any] = {"threads": 1, "enable_external_access": False, "autoinstall_known_extensions": False, "autoload_known_extensions": False}

_BETWEEN = re.compile(r'\}, "')

_STATEMENTS: dict[str, duckdb.Statement] = {}
"""Questions as the engine reads them: to read one anew takes as long as to answer it, and of every extract five hundred are asked in ninety sentences."""

Amounts = dict[tuple[str, str, int], int]
"""How much, by locality, part and person."""


class Opened:
    """An extract, open for counting. What was counted ahead is told as it was; only what was not wakes the engine, and reads the tables it needs."""

    def __init__(self, read: Callable[[], bytes], ahead: Ahead = NOTHING) -> None:
        self._read = read
        self._there: set[str] = set()
        self._found: dict[tuple[str, Window], Counts] = dict(ahead.counts)
        self._by_post: dict[tuple[str, Window], ByPost] = dict(ahead.by_post)
        self._added: dict[tuple[str, Window], Amounts] = {}

    @cached_property
    def _engine(self) -> duckdb.DuckDBPyConnection:
        # The engine is large, and a page whose numbers were all counted ahead never needs it.
        import duckdb

        return duckdb.connect(config=_ALONE)

    @cached_property
    def _columns(self) -> dict[str, str]:
        return _apart(self._read().decode())

    def close(self) -> None:
        """Nothing is asked any more."""
        if "_engine" in self.__dict__:
            self._engine.close()

    def counted_so_far(self) -> Ahead:
        """All that was counted by now: for a page that asks for the same."""
        return Ahead(self._found, self._by_post)

    def counts(self, expression: str, window: Window) -> Counts:
        """How many rows the expression gives in each locality and part; parts without any are not among them."""
        found = (expression, window)
        if found not in self._found:
            self._found[found] = {(locality, part): n for locality, part, n in self._ask(asked("counted", expression), window)}
        return self._found[found]

    def counts_by_post(self, expression: str, window: Window) -> ByPost:
        """The same, in each post too."""
        found = (expression, window)
        if found not in self._by_post:
            rows = self._ask(asked("counted by post", expression), window)
            self._by_post[found] = {(locality, post, part): n for locality, post, part, n in rows}
        return self._by_post[found]

    def posts(self, window: Window) -> dict[int, str]:
        """The post for which each person counts; whoever has none is not among them."""
        return dict(self._ask(asked("posts"), window))

    def people(self) -> dict[int, str]:
        """Everybody in it, with the locality in which they live."""
        self._open("people")
        return dict(self._engine.execute("SELECT person, locality FROM people").fetchall())

    def first_day(self) -> date | None:
        """The day on which the first of them became known; none where there is nobody."""
        self._open("people")
        found: date | None = self._engine.execute("SELECT min(known_on) FROM people").fetchall()[0][0]
        return found

    def amounts(self, expression: str, window: Window) -> Amounts:
        """What each person's amounts come to, by locality, part and person."""
        found = (expression, window)
        if found not in self._added:
            rows = self._ask(asked("added up", expression), window)
            self._added[found] = {(locality, part, person): int(amount) for locality, part, person, amount in rows}
        return self._added[found]

    def by_person(self, expression: str, window: Window, part: str) -> list[tuple[int, int]]:
        """How many rows of one part each person has; rows behind which there is nobody are nobody's."""
        return [(person, n) for person, n in self._ask(asked("by person", expression), window, part=part)]

    def circles(self, window: Window, locality: str = "", is_asked: Callable[[int], bool] = lambda _person: True) -> list[Circle]:
        """Every circle as a pair, or as half of one, of whoever is asked of."""
        return [
            Circle(before, after, again, (window.until - known_on).days)
            for person, home, known_on, before, after, again in self._ask(asked("pairs"), window)
            if locality in ("", home) and is_asked(person)
        ]

    def satisfied(self, window: Window) -> list[tuple[int, int | None, bool]]:
        """Everybody's life satisfaction (0 to 10) first and last, and whether they were asked again in the window."""
        return self._ask(asked("satisfied"), window)

    def rows(self, table: str) -> list[tuple[Any, ...]]:
        """Every row of a table, in the order of its shape: for what is worked out in Python."""
        columns = ", ".join(f'"{column}"' for column in SHAPES[table])
        self._open(table)
        return self._engine.execute(f'SELECT {columns} FROM "{table}"').fetchall()

    def behind(self, expression: str, window: Window, part: str, locality: str) -> list[int]:
        """The numbers of the people behind one part of a figure in one locality, each once; of all where it is empty."""
        return [person for (person,) in self._ask(asked("behind", expression), window, part=part, locality=locality)]

    def _ask(self, question: Asked, window: Window, **words: str) -> list[tuple[Any, ...]]:
        for table in question.reads:
            self._open(table)
        given: dict[str, Any] = {"since": window.since, "until": window.until, "day": window.day, **words}
        return self._engine.execute(self._read_once(question.sql), {name: given[name] for name in question.names}).fetchall()

    def _read_once(self, sql: str) -> duckdb.Statement:
        if sql not in _STATEMENTS:
            (_STATEMENTS[sql],) = self._engine.extract_statements(sql)
        return _STATEMENTS[sql]

    def _open(self, table: str) -> None:
        if table not in self._there:
            # As a table of one row it is read once; given straight to the query, the engine would read it again for every column.
            self._engine.execute("CREATE OR REPLACE TEMP TABLE held AS SELECT $columns AS columns", {"columns": self._columns[table]})
            self._engine.execute(self._read_once(_table(table)))
            self._engine.execute("DROP TABLE held")
            self._there.add(table)


@contextmanager
def opened(payload: bytes | Callable[[], bytes], ahead: Ahead = NOTHING) -> Iterator[Opened]:
    """Open an extract: column lists as JSON, in the shape of `extracted.SHAPES`, or what reads them once they are needed."""
    extract = Opened(payload if callable(payload) else lambda: payload, ahead)
    try:
        yield extract
    finally:
        extract.close()


def _apart(written: str) -> dict[str, str]:
    """Each table's columns as they are written, unread: four hundred thousand notes take a second, and few figures ask for them."""
    found: dict[str, str] = {}
    begins = 0
    # Where an object ends and another begins: within a word no quotation mark stands by itself.
    for end in (*(match.start() for match in _BETWEEN.finditer(written)), len(written) - 2):
        name, columns = written[begins:end].lstrip("{, ").split(": ", 1)
        found[json.loads(name)] = columns + "}"
        begins = end + 1
    return found


@cache
def _table(name: str) -> str:
    """Makes a table of its columns. Whatever is not in its shape is an error, and no nought."""
    shape = json.dumps({column: [_KINDS[kind]] for column, kind in SHAPES[name].items()})
    columns = ", ".join(f'unnest(held."{column}") AS "{column}"' for column in SHAPES[name])
    return f"CREATE TABLE \"{name}\" AS SELECT {columns} FROM (SELECT unnest(from_json_strict(columns, '{shape}')) FROM held) held"
