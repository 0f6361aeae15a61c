"""`python -m bench.pooling`: the counts and paired changes of pooled evidence over millions of contacts, through Ibis on DuckDB, beside SQL written by hand.

Extracts of several services are drawn at random and laid down as Parquet, as they would have been given. Asked are every contact of a financial year by
service, locality and way, and of everybody who came a year before, the contacts in their first six months and in the next. Ours and the SQL by hand read the
same files on the same engine, in turn; the least of each is told. With Spark installed, the same expressions are asked there too, and must give the same.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import date
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from alongside.evidence import contacts, expressions
from alongside.evidence.extracted import SHAPES
from alongside.evidence.periods import Window
from alongside.evidence.pooling import engines, together
from alongside.evidence.pooling.shelf import RECEIPT, Receipt, Service
from alongside.journeys.words import HOW_WE_MET, NO_ANSWER
from alongside.site.embedded import ROOT

from . import report

SERVICES, LOCALITIES, CONTACTS_EACH = 20, 20, 25
"""Services; localities of each; contacts of each person."""
SINCE, DAYS = date(2019, 4, 1), 6 * 365
YEAR = Window(date(2023, 4, 1), date(2024, 4, 1), date(2024, 3, 31))
_ARROW = {"int64": pa.int64(), "date": pa.date32(), "string": pa.string()}
_EPOCH = (SINCE - date(1970, 1, 1)).days


def lay_down(folder: Path, contacts_in_all: int) -> list[Service]:
    """So many contacts, spread over the services; months alone, as in an extract that left."""
    chance, services = np.random.default_rng(8), []
    ways = pa.array([word.stored for word in HOW_WE_MET] + [NO_ANSWER.stored])
    for number in range(SERVICES):
        place = folder / f"service-{number}"
        place.mkdir()
        n = contacts_in_all // SERVICES
        people = n // CONTACTS_EACH
        ids = pa.array((number << 40) + np.arange(people))
        came = _months(chance.integers(0, DAYS, people))
        homes = pa.array([f"locality {one}" for one in range(LOCALITIES)]).take(pa.array(chance.integers(0, LOCALITIES, people)))
        whose = chance.integers(0, people, n)
        some = {
            "people": {"person": ids, "known_on": came, "locality": homes, "evaluation": pa.repeat("", people), "age_band": pa.repeat("45 to 64", people)},
            "introductions": {"person": ids, "on": came, "source": pa.repeat("gp", people), "accepted_on": came},
            "notes": {
                "person": pa.array((number << 40) + whose),
                "on": _months(chance.integers(0, DAYS, n)),
                "how": ways.take(pa.array(chance.integers(0, len(ways), n))),
                "with_whom": pa.repeat("one", n),
                "counts": pa.array(np.ones(n, dtype=np.int64)),
                "minutes": pa.array(chance.integers(5, 120, n)),
                "tenths_of_miles": pa.nulls(n, pa.int64()),
            },
        }
        for name, shape in SHAPES.items():
            given = some.get(name)
            table = pa.table({column: given[column] if given else pa.array([], type=_ARROW[kind]) for column, kind in shape.items()})
            pq.write_table(table, place / f"{name}.parquet", compression="zstd")
        receipt = Receipt(f"Service {number}", "bench", "bench", "2025-04-01", "month", 10, people, "none")
        (place / RECEIPT).write_text(json.dumps(asdict(receipt)))
        services.append(Service(receipt, place))
    return services


def _months(days: np.ndarray) -> pa.Array:
    months = (np.datetime64(SINCE) + days).astype("datetime64[M]").astype("datetime64[D]")
    return pa.array(months)


def ours(name: str, services: list[Service]) -> dict[str, Any]:
    """Both answers and the seconds of each, on an engine that is open already."""
    with engines.opened(name, services) as engine:
        counted = timed(lambda: sorted(engine.rows(expressions.counted(expressions.placed(contacts.contacts_by_way, YEAR)))))
        paired = timed(lambda: engine.rows(together.summed(contacts.contacts_as_it_goes_on(YEAR))))
    return {"counted": counted, "paired": paired}


def by_hand(services: list[Service]) -> dict[str, Any]:
    """The same in SQL, as somebody would write it for these two questions alone."""
    notes, light, people, introductions = (
        " UNION ALL ".join(f"SELECT *, '{one.name}' AS service FROM read_parquet('{one.file_of(table)}')" for one in services)
        for table in ("notes", "light", "people", "introductions")
    )
    since, until = f"DATE '{YEAR.since}'", f"DATE '{YEAR.until}'"
    counted = f"""
        SELECT locality, how, count(*) FROM (
            SELECT p.service || ' / ' || p.locality AS locality, n.how FROM ({notes}) n JOIN ({people}) p ON p.person = n.person
            WHERE n."on" >= {since} AND n."on" < {until} AND n.how <> '{NO_ANSWER.stored}' AND n.counts = 1
            UNION ALL SELECT service || ' / ' || locality, how FROM ({light}) WHERE "on" >= {since} AND "on" < {until}
        ) GROUP BY ALL"""
    paired = f"""
        WITH first AS (
            SELECT i.person, min(i."on") AS came FROM ({introductions}) i GROUP BY i.person HAVING min(i."on") + INTERVAL 12 MONTH <= {until}
        ), met AS (
            SELECT n.person, count(*) FILTER (n."on" < f.came + INTERVAL 6 MONTH) AS before, count(*) FILTER (n."on" >= f.came + INTERVAL 6 MONTH) AS after
            FROM ({notes}) n JOIN first f ON f.person = n.person
            WHERE n.how <> '{NO_ANSWER.stored}' AND n."on" >= f.came AND n."on" < f.came + INTERVAL 12 MONTH GROUP BY n.person
        ), pairs AS (
            SELECT coalesce(m.after, 0) - coalesce(m.before, 0) AS change FROM first f JOIN ({people}) p ON p.person = f.person
            LEFT JOIN met m ON m.person = f.person
        )
        SELECT count(*), count(*), sum(change)::BIGINT, sum(change * change)::BIGINT, count(*) FILTER (change > 0), count(*) FILTER (change < 0) FROM pairs"""
    with duckdb.connect(config={"threads": 2}) as engine:
        return {
            "counted": timed(lambda: sorted(engine.execute(counted).fetchall())),
            "paired": timed(lambda: engine.execute(paired).fetchall()),
        }


def timed(what: Callable[[], Any]) -> dict[str, Any]:
    """The answer and its seconds, of the clock and of the processor."""
    began = time.perf_counter(), time.process_time()
    answer = what()
    return {"answer": answer, "seconds": time.perf_counter() - began[0], "processor": time.process_time() - began[1]}


def measure(contacts_in_all: int, times: int, *, spark: bool) -> dict[str, Any]:
    """Every way in turn, so that what else runs here is shared."""
    folder = Path(tempfile.mkdtemp(prefix="pooling-"))
    try:
        # In a process of its own, so that what drawing them took is not in our peak.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as aside:
            services = aside.submit(lay_down, folder, contacts_in_all).result()
        megabytes = sum(path.stat().st_size for path in folder.rglob("*.parquet")) / 1e6
        ways: dict[str, list[dict[str, Any]]] = {"ours": [], "by hand": []}
        for _ in range(times):
            ways["by hand"].append(by_hand(services))
            ways["ours"].append(ours("duckdb", services))
        answers = [{question: run[question]["answer"] for question in ("counted", "paired")} for runs in ways.values() for run in runs]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if spark:
            ways["spark"] = [ours("spark", services)]
            answers += [{question: [tuple(row) for row in ways["spark"][0][question]["answer"]] for question in ("counted", "paired")}]
        assert all(answer == answers[0] for answer in answers), "the ways do not give the same"
        least = {
            way: {question: {of: min(run[question][of] for run in runs) for of in ("seconds", "processor")} for question in ("counted", "paired")}
            for way, runs in ways.items()
        }
        return {
            "contacts": contacts_in_all,
            "megabytes": megabytes,
            "cells": len(answers[0]["counted"]),
            "pairs": answers[0]["paired"][0][1],
            "least": least,
            "peak MiB": peak,
        }
    finally:
        shutil.rmtree(folder)


def targets(found: dict[str, Any]) -> list[report.Target]:
    """What was promised."""
    ours_, hand = found["least"]["ours"], found["least"]["by hand"]
    whole = sum(one["seconds"] for one in ours_.values()) / sum(one["seconds"] for one in hand.values())
    return [
        report.Target(
            f"{found['contacts']:,} contacts through Ibis on DuckDB beside SQL by hand: counts", ours_["counted"]["seconds"] / hand["counted"]["seconds"], 1.5
        ),
        report.Target("the same: paired changes", ours_["paired"]["seconds"] / hand["paired"]["seconds"], 1.5),
        report.Target("the same: both", whole, 1.5),
    ]


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.pooling")
    asked.add_argument("--contacts", type=int, default=10_000_000)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--large", type=int, default=100_000_000, help="so many contacts too, in a process of their own, once; 0 for none")
    asked.add_argument("--no-spark", action="store_true")
    asked.add_argument("--only-tell", action="store_true", help="say what was measured, and hold it to no promise")
    given = asked.parse_args()
    spark = not given.no_spark and find_spec("pyspark") is not None and shutil.which("java") is not None
    if not spark:
        print(
            "SPARK WAS NOT ASKED: --no-spark was given."
            if given.no_spark
            else "SPARK WAS NOT ASKED: the extra “spark” (make bench SPARK=1) or a Java runtime is not here."
        )
    machine = report.machine()
    found = measure(given.contacts, given.times, spark=spark)
    tell(found)
    reached = [] if given.only_tell else targets(found)
    report.print_targets(reached)
    report.write(ROOT / f"test-output/bench-pooling-{given.contacts}.json", {"machine": machine, "found": found}, reached)
    if given.large:
        # A process of its own, so that its peak is its own. Spark is not asked there: it took a minute for each answer over a tenth of them.
        subprocess.run(
            [sys.executable, "-m", "bench.pooling", "--contacts", str(given.large), "--times", "1", "--large", "0", "--no-spark", "--only-tell"], check=True
        )


def tell(found: dict[str, Any]) -> None:
    """In lines."""
    print(f"{found['contacts']:,} contacts of {SERVICES} services, {found['megabytes']:.0f} MB of Parquet; {found['cells']:,} cells, {found['pairs']:,} pairs")
    for way, questions in found["least"].items():
        told = ", ".join(f"{question} {one['seconds']:.2f} s ({one['processor']:.2f} of our processor)" for question, one in questions.items())
        print(f"  {way}: {told}")
    print(f"  peak memory before Spark: {found['peak MiB']:.0f} MiB")


if __name__ == "__main__":
    main()
