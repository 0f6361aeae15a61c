"""A directory small enough to see at a glance."""

from __future__ import annotations

from typing import Any

from alongside.directory.actions import LoadedEntries, load_entries
from alongside.directory.listing import Listing
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from tests.building import as_, now

LOADER = Actor(new_key(), "a loader")


def a_listing(key: str = "1", name: str = "Fern choir", **given: Any) -> Listing:
    return Listing(**{"source_key": key, "name": name, "kind": "group", **given})


def load(*listings: Listing, source: str = "A file", at: Any = None) -> LoadedEntries:
    with as_(LOADER):
        return load_entries(listings, source=source, licence="OGL", by=LOADER, at=at or now())
