"""Tables joined again into services, each as a feed would tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .incoming import NESTED
from .unpacking import Cells, Tables

Told = dict[str, Any]
IN_A_CIRCLE = Sentence("In the table “%(table)s”, “%(name)s” is part of itself, by way of others. Nothing was loaded.")
_PARENTS = {"organization": "parent_organization_id", "taxonomy_term": "parent_id"}


def services_of(tables: Tables) -> Iterator[Told]:
    """Every service with everything that other tables say of it."""
    for table, column in _PARENTS.items():
        _no_circle(tables.rows[table], table, column)
    joined = _Joined(tables)
    yield from map(joined.service, tables.rows["service"])


class _Joined:
    """The tables by what their rows belong to."""

    def __init__(self, tables: Tables) -> None:
        self.rows = tables.rows
        self.by_id = {name: {row["id"]: row for row in rows if "id" in row} for name, rows in tables.rows.items()}
        self.indexes: dict[tuple[str, str], dict[str, list[Told]]] = {}

    def of(self, table: str, column: str, key: str | None) -> list[Told]:
        """The rows of a table that belong to this key."""
        if (table, column) not in self.indexes:
            index: dict[str, list[Told]] = defaultdict(list)
            for row in self.rows[table]:
                if column in row:
                    index[row[column]].append(_plain(row))
            self.indexes[table, column] = index
        return self.indexes[table, column].get(key, []) if key else []

    def service(self, row: Cells) -> Told:
        key = row.get("id")
        told: Told = {
            **_plain(row),
            "contacts": self.contacts("service_id", key),
            "phones": self.of("phone", "service_id", key),
            "schedules": self.of("schedule", "service_id", key),
            "languages": self.of("language", "service_id", key),
            "cost_options": [_priced(one) for one in self.of("cost_option", "service_id", key)],
            "attributes": [{**one, "taxonomy_term": self.one("taxonomy_term", one.get("taxonomy_term_id"))} for one in self.of("attribute", "link_id", key)],
            "service_at_locations": [self.place(one) for one in self.of("service_at_location", "service_id", key)],
        }
        if organization := self.one("organization", row.get("organization_id")):
            told["organization"] = organization
        return told

    def place(self, at: Told) -> Told:
        key, there = at.get("id"), at.get("location_id")
        more = {"phones": self.of("phone", "service_at_location_id", key), "schedules": self.of("schedule", "service_at_location_id", key)}
        more["contacts"] = self.contacts("service_at_location_id", key)
        location = {
            **self.one("location", there),
            "addresses": self.of("address", "location_id", there),
            "accessibility": self.of("accessibility", "location_id", there),
            "phones": self.of("phone", "location_id", there),
        }
        return {**at, **more, "location": location}

    def contacts(self, column: str, key: str | None) -> list[Told]:
        return [{**one, "phones": self.of("phone", "contact_id", one.get("id"))} for one in self.of("contact", column, key)]

    def one(self, table: str, key: str | None) -> Told:
        return _plain(self.by_id[table].get(key or "", {}))


def _plain(row: Cells) -> Told:
    """A row without columns called as what other tables say."""
    return {name: cell for name, cell in row.items() if name not in NESTED}


def _priced(option: Told) -> Told:
    try:
        return {**option, "amount": float(option["amount"])}
    except (KeyError, ValueError):
        return {name: value for name, value in option.items() if name != "amount"}


def _no_circle(rows: list[Cells], table: str, column: str) -> None:
    """Nothing is a part of itself; each is walked up from once."""
    above = {row["id"]: row[column] for row in rows if "id" in row and column in row}
    sound: set[str] = set()
    for start in above:
        way: list[str] = []
        on_the_way: set[str] = set()
        at: str | None = start
        while at is not None and at not in sound:
            if at in on_the_way:
                raise Refused(IN_A_CIRCLE, table=table, name=at[:60])
            way.append(at)
            on_the_way.add(at)
            at = above.get(at)
        sound.update(way)
