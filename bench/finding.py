"""`python -m bench.finding`: how long a search takes at each size, beside PostgreSQL and tantivy with the same filters, in one run.

Entries and vectors are drawn at random (to encode a million texts takes hours), spread over the country or packed into one county. Each way answers the same
searches, in turn. Ours filters the columns, scores every survivor, and weighs the best word by word, with the reasons of the first ten; that nothing is lost
is shown beside a plain look at everything.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from alongside.directory.closeness import compiled
from alongside.directory.closeness.columns import Columns, access_bits, day_bits
from alongside.directory.closeness.encoder import known_encoder
from alongside.directory.closeness.likely import Asked, likely
from alongside.directory.closeness.shelf import Shelf
from alongside.directory.finding import find
from alongside.directory.meanings import known_meanings
from alongside.directory.offers import Close, Offer, Sought
from alongside.directory.wishing import Term, Way
from alongside.places.distance import EARTH_METRES
from alongside.site import embedded

from . import report
from .finding_drawn import Search, drawn, searches
from .finding_peers import Postgres, Tantivy

SIZES = (1_000, 20_000, 200_000, 1_000_000)
OURS, OURS_COMPILED = "ours: filter, score every survivor", "the same as machine code"
WHOLE, WHOLE_COMPILED = "ours: words, kin and reasons too", "the same as machine code, with reasons"
HANDED_OVER = "PostgreSQL: the same survivors handed over"

Way_ = Callable[[Search], object]


def by_looking_at_everything(columns: Columns, search: Search) -> set[UUID]:
    """The ten closest of all that pass, the plain way."""
    up, across = np.radians(columns.latitudes - search.latitude), np.radians(columns.longitudes - search.longitude)
    half = np.sin(up / 2) ** 2 + np.cos(np.radians(search.latitude)) * np.cos(np.radians(columns.latitudes)) * np.sin(across / 2) ** 2
    fits = 2 * EARTH_METRES * np.arcsin(np.sqrt(half)) <= search.reach
    fits &= (columns.days == 0) | (columns.days & day_bits(search.days) != 0)
    fits &= columns.missing & access_bits(search.access) == 0
    places = np.flatnonzero(fits)
    return set(columns.ids[places[np.argsort(-(columns.vectors[places].astype(np.float32) @ search.vector))[:10]]].tolist())


def by_columns(shelf: Shelf, search: Search) -> set[UUID]:
    """The ten closest by ours: filter, score every survivor, keep the best."""
    (block, _), asked = shelf.blocks, search.vector[None, :]
    places, _ = block.passing(search.wish)
    close = block.coarse.closeness(places, asked)[:, 0]
    if len(places) > 10:
        places = places[close >= np.partition(close, -10)[-10] - 2 * block.coarse.off(asked)]
    return set(block.held.ids[places[np.argsort(-block.exact(places, asked)[:, 0])[:10]]].tolist())


def whole(shelf: Shelf, search: Search) -> list[list[str]]:
    """All that a search of ours does but encoding its words and reading its rows: the best are weighed word by word, and the first ten say why."""
    from alongside.directory.models import Entry
    from alongside.directory.reasons import what_is_in_the_way, why_it_fits

    term = Term(search.word, (Way((search.word,), "says", 0.8),))
    ids = likely(shelf, Sought(search.wish, (term,)), Asked([search.word], search.vector[None, :]))
    offers = [Offer(one, f"Group {one.int}", "group", search.word, latitude=search.latitude, longitude=search.longitude) for one in ids]
    close = {one: Close(0.5, search.word, 0) for one in ids}
    best = find(Sought(search.wish, (term,), close=close), offers, known_meanings()).near[:10]
    empty = {field.attname: "" for field in Entry._meta.fields if field.get_internal_type() == "TextField"}
    entries = [Entry(**empty | {"name": one.offer.name, "description": one.offer.description, "days": [2], "cost": "free", "access": [],
                               "access_missing": [], "kind": "group"}) for one in best]  # fmt: skip
    return [[*why_it_fits(search.wish, one, entry), *what_is_in_the_way(search.wish, one, entry)] for one, entry in zip(best, entries, strict=True)]


def by_numpy(way: Way_) -> Way_:
    """This way, without machine code."""
    return lambda search: _worth(sys.maxsize, way, search)


def by_machine_code(way: Way_) -> Way_:
    """This way, as machine code."""
    return lambda search: _worth(0, way, search)


def _worth(many: int, way: Way_, search: Search) -> object:
    compiled.WORTH_IT = many
    return way(search)


@dataclass(frozen=True)
class Timed:
    """Milliseconds of one way: the median and the 95th percentile of the searches."""

    p50: float
    p95: float


def timed(ways: dict[str, Way_], asked: list[Search], rounds: int) -> dict[str, Timed]:
    """Each search by every way in turn, so many times; each at its best."""
    best = {name: np.full(len(asked), np.inf) for name in ways}
    for _ in range(rounds):
        for number, search in enumerate(asked):
            for name, way in ways.items():
                began = time.perf_counter()
                way(search)
                best[name][number] = min(best[name][number], (time.perf_counter() - began) * 1000)
    return {name: Timed(round(float(np.median(each)), 3), round(float(np.percentile(each, 95)), 3)) for name, each in best.items()}


def measure(many: int, packed: bool, postgres: Postgres) -> dict[str, object]:
    """One size in one shape."""
    chance = np.random.default_rng(many)
    columns = drawn(many, packed, chance)
    asked = searches(columns, chance)
    began = time.perf_counter()
    shelf = Shelf(columns)
    built = time.perf_counter() - began
    plain = [by_looking_at_everything(columns, search) for search in asked]
    survivors = [len(shelf.most.passing(search.wish)[0]) for search in asked]
    ways: dict[str, Way_] = {OURS: by_numpy(lambda search: by_columns(shelf, search)), WHOLE: by_numpy(lambda search: whole(shelf, search))}
    if compiled.loops_now():
        ways[OURS_COMPILED] = by_machine_code(lambda search: by_columns(shelf, search))
        ways[WHOLE_COMPILED] = by_machine_code(lambda search: whole(shelf, search))
    filled = {"PostgreSQL": postgres.fill(columns)}
    ways |= {HANDED_OVER: postgres.hand_over, "PostgreSQL: full text and distance, first ten": postgres.first_ten}
    if engine := Tantivy.of(columns):
        ways["tantivy: BM25 in the same box, first ten"] = engine.first_ten
        filled["tantivy"] = engine.seconds
    found = timed(ways, asked, 3 if many <= 200_000 else 2)
    right = {name: sum(len(way(search) & ten) for search, ten in zip(asked, plain, strict=True)) for name, way in ways.items() if name in (OURS, OURS_COMPILED)}
    return {
        "entries": many,
        "packed": packed,
        "survivors": [float(np.median(survivors)), float(np.percentile(survivors, 95))],
        "built s": round(built, 2),
        "held MiB": round(shelf.most.size / 2**20),
        "filled s": {name: round(seconds, 1) for name, seconds in filled.items()},
        "recall": {name: one / sum(map(len, plain)) for name, one in right.items()},
        "ways": found,
        "share of PostgreSQL at p95": {name: round(found[name].p95 / found[HANDED_OVER].p95, 3) for name in right},
    }


def told(one: dict[str, object]) -> str:
    """One size in one shape, as a person reads it."""
    lines = [f"\n{one['entries']:,} entries, {'packed into one county' if one['packed'] else 'spread over the country'}; survivors (median, p95): "
             f"{one['survivors'][0]:,.0f}, {one['survivors'][1]:,.0f}; built in {one['built s']} s, {one['held MiB']:,} MiB; recall "
             f"{', '.join(f'{recall:.4f}' for recall in one['recall'].values())}"]  # fmt: skip
    for name, cost in one["ways"].items():
        share = one["share of PostgreSQL at p95"].get(name)
        lines.append(f"  {name:<50}{cost.p50:>9.2f} / {cost.p95:>8.2f} ms{f'   {share:.3f} of the handing over at p95' if share else ''}")
    return "\n".join([*lines, f"  filled in seconds: {one['filled s']}"])


def targets(measured: list[dict[str, object]]) -> list[report.Target]:
    """What was promised of the largest."""
    found = []
    for one in measured:
        if one["packed"] and one["entries"] == 200_000:
            shares = one["share of PostgreSQL at p95"]
            found.append(report.Target("200,000 in one county, in NumPy, beside PostgreSQL handing over the survivors (p95)", shares[OURS], 0.10))
            if OURS_COMPILED in shares:
                found.append(report.Target("the same as machine code", shares[OURS_COMPILED], 0.10, 0.02))
        if one["packed"] and one["entries"] == 1_000_000:
            found += [report.Target(f"1,000,000 in one county, {name} (p95)", one["ways"][name].p95, 250, 50, " ms") for name in (WHOLE, WHOLE_COMPILED)
                      if name in one["ways"]]  # fmt: skip
    missed = 1 - min(min(one["recall"].values()) for one in measured)
    return [*found, report.Target("of the closest ten, missed", missed, 0, unit="")]


def encoding() -> float | None:
    """Milliseconds to encode a wish."""
    if (encoder := known_encoder()) is None:
        return None
    encoder.encode(["warm"])
    began = time.perf_counter()
    for _ in range(20):
        encoder.encode(["company, and something to do with my hands"])
    return (time.perf_counter() - began) * 50


def main() -> None:
    """Every size asked for, in both shapes."""
    parser = argparse.ArgumentParser(prog="python -m bench.finding", description="Measure a search at several sizes.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many entries (1000 20000 200000 1000000)")
    chosen = parser.parse_args()
    from bench.own_server import begin_with, own_server

    with own_server() as (cluster, _home):
        begin_with(cluster, "bench_finding")
        apart = encoding()
        began = time.perf_counter()
        made = time.perf_counter() - began if compiled.loops_now() else None
        print(f"{report.machine()}\nEncoding a wish, counted apart: {apart and round(apart, 1)} ms. Machine code made in: {made and round(made, 1)} s.")
        measured = []
        with Postgres.at(cluster.url("owner", "bench_finding")) as postgres:
            for many in chosen.sizes:
                for packed in (False, True):
                    measured.append(measure(many, packed, postgres))
                    print(told(measured[-1]), flush=True)
        print()
        report.print_targets(targets(measured))
        report.write(
            embedded.ROOT / "test-output/bench_finding.json", {"machine": report.machine(), "encoding ms": apart, "sizes": measured}, targets(measured)
        )


if __name__ == "__main__":
    main()
