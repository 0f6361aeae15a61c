"""Where pooled expressions are answered: by DuckDB in process, or by Spark on one machine or many. Both are asked alike, and only to count and to add."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from importlib.util import find_spec
from typing import Any, Protocol

import duckdb
import ibis
from ibis.expr.types import Table

from alongside.evidence.extracted import SHAPES
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .shelf import Service

DUCKDB, SPARK = "duckdb", "spark"
MASTER = "ALONGSIDE_SPARK_MASTER"
"""Names a cluster, spark://… for one; without it Spark runs in this machine alone."""
MEMORY = "ALONGSIDE_SPARK_MEMORY"
"""How much Spark's driver may take, `8g` for one; 4g without it."""
NO_SPARK = Sentence(
    "Spark is not installed here. Install the extra “spark” and a Java runtime of 17 or newer (Debian: openjdk-17-jre-headless), or leave out --engine spark."
)
NO_SUCH_ENGINE = Sentence("There is no engine %(name)s: choose duckdb or spark.")
HAVE_A_PLACE = ("people", "light", "groups", "barriers", "wishes")
"""Tables with a locality of their own: which service's it is stands before it."""
BETWEEN = " / "
"""Between a service and its locality."""


class Engine(Protocol):
    """Answers an expression with its rows; sums and counts come as whole numbers, alike from every engine."""

    def rows(self, table: Table) -> list[tuple[Any, ...]]: ...


@contextmanager
def opened(name: str, services: Sequence[Service], *, threads: int = 2) -> Iterator[Engine]:
    """All services' extracts as one, on the engine of that name."""
    if name == DUCKDB:
        with duckdb.connect(config={"threads": threads, "autoinstall_known_extensions": False, "autoload_known_extensions": False}) as engine:
            yield OnDuckDB(engine, services)
    elif name == SPARK:
        with _spark(threads) as session:
            yield OnSpark(session, services)
    else:
        raise Refused(NO_SUCH_ENGINE, name=name)


class OnDuckDB:
    """In process, over the extracts' own files; nothing is fetched and nothing written."""

    def __init__(self, engine: duckdb.DuckDBPyConnection, services: Sequence[Service]) -> None:
        self._engine = engine
        for table in SHAPES:
            engine.execute(f'CREATE VIEW "{table}" AS ' + " UNION ALL ".join(_selected(table, service) for service in services))

    def rows(self, table: Table) -> list[tuple[Any, ...]]:
        return self._engine.execute(str(ibis.to_sql(table, dialect="duckdb"))).fetchall()


def _selected(table: str, service: Service) -> str:
    """A table of one service, with the service before each locality."""
    columns = ", ".join(f"{_quoted(service.name + BETWEEN)} || {one} AS {one}" if _is_a_place(table, one) else f'"{one}"' for one in SHAPES[table])
    return f"SELECT {columns} FROM read_parquet({_quoted(service.file_of(table))})"


def _is_a_place(table: str, column: str) -> bool:
    return column == "locality" and table in HAVE_A_PLACE


def _quoted(text: object) -> str:
    return "'" + str(text).replace("'", "''") + "'"


class OnSpark:
    """On Spark, whose answers come over Arrow: row by row, a quarter of a million of them took eleven seconds."""

    def __init__(self, session: Any, services: Sequence[Service]) -> None:
        from pyspark.sql import functions as f

        self._session = session
        for table, shape in SHAPES.items():
            parts = []
            for service in services:
                columns = [f.concat(f.lit(service.name + BETWEEN), f.col(one)).alias(one) if _is_a_place(table, one) else f.col(one) for one in shape]
                parts.append(session.read.parquet(str(service.file_of(table))).select(*columns))
            reduce(lambda some, more: some.unionAll(more), parts).createOrReplaceTempView(table)

    def rows(self, table: Table) -> list[tuple[Any, ...]]:
        found = self._session.sql(str(ibis.to_sql(table, dialect="pyspark"))).toArrow()
        return list(zip(*(column.to_pylist() for column in found.columns), strict=True)) if found.num_rows else []


@contextmanager
def _spark(threads: int) -> Iterator[Any]:
    if find_spec("pyspark") is None:
        raise Refused(NO_SPARK)
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.shuffle.partitions": str(2 * threads),
        "spark.log.level": "ERROR",
        # Of a million people Spark believes that they fit into a table handed to everybody, and then has no room to build it: it sorts and merges instead.
        "spark.sql.autoBroadcastJoinThreshold": "-1",
        "spark.driver.memory": os.environ.get(MEMORY, "4g"),
    }
    builder = SparkSession.builder.master(os.environ.get(MASTER, f"local[{threads}]")).appName("alongside evidence")
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as wrong:
        raise Refused(NO_SPARK) from wrong
    try:
        yield session
    finally:
        session.stop()
