"""A directory out of a file, found in by full text, by meaning, and as the house finds; nothing is stored and no database is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from uuid import UUID

import numpy as np

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet
from alongside.foundation.words import Sentence

from .closeness.columns import Line
from .closeness.encoder import Encoder, Floats
from .closeness.shelf import Shelf, shelf_of
from .closeness.texts import pieces_of
from .judging import FullText
from .listing import Listing
from .looking import look
from .meanings import known_meanings
from .offers import Offer
from .reading import read
from .stemming import stems_in, telling
from .wishing import Wish

PARTS = {
    "id": ("id", "key", "service_id", "entry_id"),
    "name": ("name", "title", "service_name"),
    "description": ("description", "about", "details", "summary"),
    "organisation": ("organisation", "organization", "organisation_name", "provider"),
}
"""Parts of an entry, and the columns that are taken for them unless others are named."""


def columns_for(there: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Which columns are read for each part; refused when one that is named, or one we cannot do without, is not there."""
    folded = {name.casefold().strip(): name for name in there}
    found: dict[str, list[str]] = {}
    for part, usual in PARTS.items():
        named = list(wanted.get(part, ()))
        if strange := [name for name in named if name not in there]:
            raise Refused(Sentence("There is no column “%(name)s”. There are: %(columns)s."), name=strange[0], columns=", ".join(there))
        found[part] = named or [folded[name] for name in usual if name in folded][:1]
    for part in ("id", "name"):
        if not found[part]:
            raise Refused(Sentence("Which column is the %(part)s? Say it with --%(part)s. There are: %(columns)s."), part=part, columns=", ".join(there))
    return found


def rows_as_listings(sheet: Sheet, columns: Mapping[str, Sequence[str]]) -> Iterator[Listing | BadRow]:
    """Each row as an entry, as far as these columns say."""
    for row in sheet.rows:
        if isinstance(row, Row):
            said = {part: ". ".join(row.cells[name] for name in names if row.cells[name]) for part, names in columns.items()}
            if not said["id"] or not said["name"]:
                yield BadRow(row.number, "It has no id, or no name.", tuple(row.cells.values()))
                continue
            yield Listing(said["name"], "group", said["description"], said["organisation"], source_key=said["id"])
        else:
            yield row


class Judged:
    """Entries out of a file, each by the id that the file gives it."""

    def __init__(self, listings: Iterable[Listing], encoder: Encoder | None) -> None:
        self.listings, self.encoder = list(listings), encoder
        self.ids = [one.source_key for one in self.listings]
        twice = [one for one, many in Counter(self.ids).items() if many > 1]
        if twice:
            raise Refused(Sentence("Two entries have the id “%(id)s”. Each needs one of its own."), id=twice[0][:60])
        if not self.ids:
            raise Refused(Sentence("There is no entry in the file that can be read."))

    def by_full_text(self, query: str) -> list[str]:
        """By BM25 alone."""
        return [self.ids[place] for place in self._full_text.ranked(query)]

    def by_meaning(self, query: str) -> list[str]:
        """By how close the whole of each is to the query, and by nothing else."""
        if self.encoder is None:
            return []
        close = np.stack([rows[0] for rows in self._vectors]) @ self.encoder.encode([query])[0]
        return [self.ids[place] for place in np.argsort(-close, kind="stable").tolist()]

    def ours(self, query: str) -> list[str]:
        """As a page of the house would list them: what fits, then what only brushes the words."""
        meanings = known_meanings()
        found = look(Wish(query), read(query, meanings), meanings, self._shelf, self.encoder, self._fetch)
        return [self.ids[one.offer.id.int] for one in (*found.near, *found.faint)]

    @cached_property
    def _full_text(self) -> FullText:
        return FullText(f"{one.name} {one.organisation} {one.description}" for one in self.listings)

    @cached_property
    def _vectors(self) -> list[Floats]:
        if self.encoder is None:
            return []
        pieces = [pieces_of(one.name, one.description) for one in self.listings]
        flat = self.encoder.encode([piece for some in pieces for piece in some])
        return np.split(flat, np.cumsum([len(some) for some in pieces])[:-1].tolist())

    @cached_property
    def _offers(self) -> list[Offer]:
        return [
            Offer(UUID(int=at), one.name, one.kind, one.description, one.organisation, one.latitude, one.longitude, one.days, one.cost, one.access,
                  one.access_missing, one.confirmed_on, "feed" if one.confirmed_on else "", one.times)
            for at, one in enumerate(self.listings)
        ]  # fmt: skip

    @cached_property
    def _shelf(self) -> Shelf:
        vectors = [rows[0] for rows in self._vectors] or [None] * len(self.listings)
        return shelf_of(
            [
                Line(offer.id, telling(stems_in(f"{offer.name} {offer.organisation} {offer.description}")), offer.latitude, offer.longitude,
                     offer.days, offer.access_missing, offer.cost == "some", vector=vector)
                for offer, vector in zip(self._offers, vectors, strict=True)
            ]
        )  # fmt: skip

    def _fetch(self, ids: Sequence[UUID]) -> tuple[list[Offer], dict[UUID, Floats]]:
        return [self._offers[one.int] for one in ids], {one: self._vectors[one.int] for one in ids} if self._vectors else {}
