"""`python -m bench.finding`: how long a search takes at each size, beside PostgreSQL and tantivy with the same filters, in one run.

Entries and vectors are drawn at random (to encode a million texts takes hours), spread over the country or packed into one county. Each way answers the same
searches. Ours filters the columns, scores every survivor, and weighs the best word by word; that nothing is lost is shown beside a plain look at everything.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable
from uuid import UUID

import numpy as np
import psycopg

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

from .finding_drawn import Search, drawn, searches

SIZES = (1_000, 20_000, 200_000)


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
    (block, _) = shelf.blocks
    asked = search.vector[None, :]
    places, _ = block.passing(search.wish)
    close = block.coarse.closeness(places, asked)[:, 0]
    if len(places) > 10:
        places = places[close >= np.partition(close, -10)[-10] - 2 * block.coarse.off(asked)]
    best = places[np.argsort(-block.exact(places, asked)[:, 0])[:10]]
    return set(block.held.ids[best].tolist())


def whole(shelf: Shelf, search: Search) -> int:
    """All that a search of ours does but encoding its words and reading its rows: the best are weighed word by word."""
    term = Term(search.word, (Way((search.word,), "says", 0.8),))
    sought = Sought(search.wish, (term,))
    ids = likely(shelf, sought, Asked([search.word], search.vector[None, :]))
    offers = [Offer(one, f"Group {one.int}", "group", search.word, latitude=search.latitude, longitude=search.longitude) for one in ids]
    close = {one: Close(0.5, search.word, 0) for one in ids}
    return len(find(Sought(search.wish, (term,), close=close), offers, known_meanings()).near)


def timed(way: Callable[[Search], object], asked: list[Search]) -> str:
    """Median and 95th percentile in milliseconds, each search at its best of three."""
    each = []
    for search in asked:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            way(search)
            times.append(time.perf_counter() - began)
        each.append(min(times) * 1000)
    _p95[0] = float(np.percentile(each, 95))
    return f"{np.median(each):>9.2f} / {_p95[0]:>8.2f}"


_p95 = [0.0]

_BOX = "latitude BETWEEN %(s)s AND %(n)s AND longitude BETWEEN %(w)s AND %(e)s"
_PASSES = f"""{_BOX} AND (days = 0 OR days & %(days)s <> 0) AND missing & %(access)s = 0
    AND 2 * {EARTH_METRES} * asin(sqrt(sin(radians(latitude - %(lat)s) / 2) ^ 2
        + cos(radians(%(lat)s)) * cos(radians(latitude)) * sin(radians(longitude - %(lon)s) / 2) ^ 2)) <= %(reach)s"""


def given(search: Search) -> dict[str, object]:
    """The search as SQL takes it."""
    from alongside.places.distance import box_around

    south, north, west, east = box_around(search.latitude, search.longitude, search.reach)
    return {"s": south, "n": north, "w": west, "e": east, "lat": search.latitude, "lon": search.longitude, "reach": search.reach,
            "days": day_bits(search.days), "access": access_bits(search.access), "word": search.word}  # fmt: skip


def fill(database: psycopg.Connection, columns: Columns) -> float:
    """The same entries in PostgreSQL, with an index of places and one of words; how long that took."""
    began = time.perf_counter()
    database.execute("DROP TABLE IF EXISTS entries")
    database.execute("CREATE TABLE entries (id int, latitude float8, longitude float8, days int, missing int, words tsvector)")
    with database.cursor().copy("COPY entries FROM STDIN") as copy:
        for place in range(len(columns.ids)):
            copy.write_row((place, float(columns.latitudes[place]), float(columns.longitudes[place]), int(columns.days[place]), int(columns.missing[place]),
                            " ".join(columns.stems[place])))  # fmt: skip
    database.execute("CREATE INDEX ON entries (latitude, longitude)")
    database.execute("CREATE INDEX ON entries USING gin (words)")
    database.execute("ANALYZE entries")
    return time.perf_counter() - began


def measure(many: int, packed: bool, database: psycopg.Connection) -> None:
    """One size in one shape."""
    chance = np.random.default_rng(many)
    columns = drawn(many, packed, chance)
    asked = searches(columns, chance)
    began = time.perf_counter()
    shelf = Shelf(columns)
    built = time.perf_counter() - began
    held = (columns.vectors.nbytes + sum(array.nbytes for array in shelf.most.holding.values()) + 40 * many) / 2**20
    right = sum(len(by_columns(shelf, search) & by_looking_at_everything(columns, search)) for search in asked)
    all_right = sum(len(by_looking_at_everything(columns, search)) for search in asked)
    print(f"\n{many:,} entries, {'packed into one county' if packed else 'spread over the country'}; survivors (median, p95): ", end="")
    survivors = [len(shelf.most.passing(search.wish)[0]) for search in asked]
    print(f"{np.median(survivors):,.0f}, {np.percentile(survivors, 95):,.0f}; built in {built:.1f} s, {held:,.0f} MiB; recall {right / all_right:.4f}")
    print(f"  {'ours: filter, score every survivor':<50}{timed(lambda search: by_columns(shelf, search), asked)} ms")
    ours = _p95[0]
    print(f"  {'ours: words, kin and reasons too':<50}{timed(lambda search: whole(shelf, search), asked)} ms")
    seconds = fill(database, columns)
    hand_over = f"SELECT id, latitude, longitude FROM entries WHERE {_PASSES}"
    print(
        f"  {'PostgreSQL: the same survivors handed over':<50}{timed(lambda search: database.execute(hand_over, given(search)).fetchall(), asked)} ms", end=""
    )
    print(f"   (filled in {seconds:.0f} s); ours takes {ours / _p95[0]:.3f} of it at p95")
    ranking = "ts_rank(words, to_tsquery('simple', %(word)s)) DESC LIMIT 10"
    ranked = f"SELECT id FROM entries WHERE words @@ to_tsquery('simple', %(word)s) AND {_PASSES} ORDER BY {ranking}"
    print(f"  {'PostgreSQL: full text and distance, first ten':<50}{timed(lambda search: database.execute(ranked, given(search)).fetchall(), asked)} ms")
    tantivy(columns, asked)


def tantivy(columns: Columns, asked: list[Search]) -> None:
    """The same with tantivy, where it is installed (the extra “bench”): BM25 in the box, by days."""
    try:
        import tantivy as engine
    except ImportError:
        print("  tantivy is not installed here.")
        return
    schema = engine.SchemaBuilder()
    schema.add_integer_field("id", stored=True)
    for name in ("latitude", "longitude"):
        schema.add_float_field(name, indexed=True, fast=True)
    for name in ("words", "days", "missing"):
        schema.add_text_field(name, tokenizer_name="whitespace")
    index = engine.Index(schema.build())
    writer = index.writer(200_000_000)
    for place in range(len(columns.ids)):
        days, missing = (" ".join(f"b{bit}" for bit in range(16) if int(column[place]) >> bit & 1) for column in (columns.days, columns.missing))
        writer.add_document(engine.Document(id=place, latitude=float(columns.latitudes[place]), longitude=float(columns.longitudes[place]),
                                            words=" ".join(columns.stems[place]), days=days or "any", missing=missing))  # fmt: skip
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(search: Search) -> object:
        box = given(search)
        days = " ".join(["days:any", *(f"days:b{bit}" for bit in range(16) if int(box["days"]) >> bit & 1)])
        without = " ".join(f"-missing:b{bit}" for bit in range(16) if int(box["access"]) >> bit & 1)
        text = f"+words:{search.word} +latitude:[{box['s']} TO {box['n']}] +longitude:[{box['w']} TO {box['e']}] +({days}) {without}"
        return searcher.search(index.parse_query(text, ["words"]), 10)

    print(f"  {'tantivy: BM25 in the same box, first ten':<50}{timed(ask, asked)} ms")


def main() -> None:
    """Every size asked for, in both shapes."""
    parser = argparse.ArgumentParser(prog="python -m bench.finding", description="Measure a search at several sizes.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="how many entries (1000 20000 200000)")
    chosen = parser.parse_args()
    from bench.__main__ import _home

    home = _home(None)
    cluster = embedded.start(home)
    try:
        cluster.make_database("bench_finding")
        if encoder := known_encoder():
            encoder.encode(["warm"])
            began = time.perf_counter()
            for _ in range(20):
                encoder.encode(["company, and something to do with my hands"])
            print(f"Encoding a wish: {(time.perf_counter() - began) * 50:.1f} ms, counted apart.")
        with psycopg.connect(cluster.url("owner", "bench_finding"), autocommit=True) as database:
            for many in chosen.sizes:
                for packed in (False, True):
                    measure(many, packed, database)
    finally:
        cluster.stop()
        for left in (home, cluster.socket):
            shutil.rmtree(left, ignore_errors=True)


if __name__ == "__main__":
    main()
