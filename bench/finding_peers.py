"""Who answers the same searches beside ours: PostgreSQL and tantivy, with the same filters."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from alongside.directory.closeness.columns import Columns, access_bits, day_bits
from alongside.places.distance import EARTH_METRES, box_around

from .finding_drawn import Search

_BOX = "latitude BETWEEN %(s)s AND %(n)s AND longitude BETWEEN %(w)s AND %(e)s"
_PASSES = f"""{_BOX} AND (days = 0 OR days & %(days)s <> 0) AND missing & %(access)s = 0
    AND 2 * {EARTH_METRES} * asin(sqrt(sin(radians(latitude - %(lat)s) / 2) ^ 2
        + cos(radians(%(lat)s)) * cos(radians(latitude)) * sin(radians(longitude - %(lon)s) / 2) ^ 2)) <= %(reach)s"""
_HAND_OVER = f"SELECT id, latitude, longitude FROM entries WHERE {_PASSES}"
_FIRST_TEN = f"""SELECT id FROM entries WHERE words @@ to_tsquery('simple', %(word)s) AND {_PASSES}
    ORDER BY ts_rank(words, to_tsquery('simple', %(word)s)) DESC LIMIT 10"""


def given(search: Search) -> dict[str, object]:
    """The search as SQL takes it."""
    south, north, west, east = box_around(search.latitude, search.longitude, search.reach)
    return {"s": south, "n": north, "w": west, "e": east, "lat": search.latitude, "lon": search.longitude, "reach": search.reach,
            "days": day_bits(search.days), "access": access_bits(search.access), "word": search.word}  # fmt: skip


class Postgres:
    """The entries in a table, with an index of places and one of words."""

    def __init__(self, database: psycopg.Connection) -> None:
        self.database = database

    @classmethod
    @contextmanager
    def at(cls, url: str) -> Iterator[Postgres]:
        """A table to fill again and again."""
        with psycopg.connect(url, autocommit=True) as database:
            yield cls(database)

    def fill(self, columns: Columns) -> float:
        """These entries instead of those before; how many seconds that took."""
        began = time.perf_counter()
        self.database.execute("DROP TABLE IF EXISTS entries")
        self.database.execute("CREATE TABLE entries (id int, latitude float8, longitude float8, days int, missing int, words tsvector)")
        with self.database.cursor().copy("COPY entries FROM STDIN") as copy:
            for place in range(len(columns.ids)):
                copy.write_row((place, float(columns.latitudes[place]), float(columns.longitudes[place]), int(columns.days[place]),
                                int(columns.missing[place]), " ".join(columns.stems[place])))  # fmt: skip
        self.database.execute("CREATE INDEX ON entries (latitude, longitude)")
        self.database.execute("CREATE INDEX ON entries USING gin (words)")
        self.database.execute("ANALYZE entries")
        return time.perf_counter() - began

    def hand_over(self, search: Search) -> list[Any]:
        """All that pass the filters."""
        return self.database.execute(_HAND_OVER, given(search)).fetchall()

    def first_ten(self, search: Search) -> list[Any]:
        """Of those that say the word and pass, the ten that full text puts first."""
        return self.database.execute(_FIRST_TEN, given(search)).fetchall()


class Tantivy:
    """The entries in an index of tantivy, where it is installed (the extra “bench”)."""

    def __init__(self, columns: Columns) -> None:
        import tantivy as engine

        began = time.perf_counter()
        schema = engine.SchemaBuilder()
        schema.add_integer_field("id", stored=True)
        for name in ("latitude", "longitude"):
            schema.add_float_field(name, indexed=True, fast=True)
        for name in ("words", "days", "missing"):
            schema.add_text_field(name, tokenizer_name="whitespace")
        self.index = engine.Index(schema.build())
        writer = self.index.writer(200_000_000)
        for place in range(len(columns.ids)):
            days, missing = (" ".join(f"b{bit}" for bit in range(16) if int(column[place]) >> bit & 1) for column in (columns.days, columns.missing))
            writer.add_document(engine.Document(id=place, latitude=float(columns.latitudes[place]), longitude=float(columns.longitudes[place]),
                                                words=" ".join(columns.stems[place]), days=days or "any", missing=missing))  # fmt: skip
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.seconds = time.perf_counter() - began

    @classmethod
    def of(cls, columns: Columns) -> Tantivy | None:
        """The entries; None where tantivy is not installed."""
        try:
            return cls(columns)
        except ImportError:
            print("  tantivy is not installed here.")
            return None

    def first_ten(self, search: Search) -> object:
        """Of those that say the word and lie in the box, the ten that BM25 puts first."""
        box = given(search)
        days = " ".join(["days:any", *(f"days:b{bit}" for bit in range(16) if int(box["days"]) >> bit & 1)])
        without = " ".join(f"-missing:b{bit}" for bit in range(16) if int(box["access"]) >> bit & 1)
        text = f"+words:{search.word} +latitude:[{box['s']} TO {box['n']}] +longitude:[{box['w']} TO {box['e']}] +({days}) {without}"
        return self.searcher.search(self.index.parse_query(text, ["words"]), 10)
