"""What waits of a feed between being read and being loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

from alongside.directory.listing import Listing

from ..models import Feed

READ_AS = 1
"""By which way a service is read: one more, whenever open_referral/incoming.py reads the same service otherwise."""
_TUPLES = frozenset(one.name for one in fields(Listing) if str(one.type).startswith("tuple"))
_USUAL: dict[str, Any] = {one.name: one.default for one in fields(Listing)}


def kept(listing: Listing) -> dict[str, Any]:
    """A listing as it waits: only what it says."""
    said = {name: getattr(listing, name) for name in _USUAL}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items() if value != _USUAL[name]}


def taken(said: dict[str, Any]) -> Listing:
    """The same listing again."""
    whole: dict[str, Any] = {name: tuple(value) if name in _TUPLES else value for name, value in said.items()}
    if "confirmed_on" in whole:
        whole["confirmed_on"] = date.fromisoformat(whole["confirmed_on"])
    return Listing(**whole)


def listings_of(feed: Feed) -> Iterator[Listing]:
    """The entries of every service that the reading met and that is not over, in the order of their keys."""
    rows = feed.services.filter(reading=feed.reading, over=False).order_by("key").values_list("entries", flat=True)
    for entries in rows.iterator(chunk_size=2_000):
        yield from map(taken, entries)


def over_of(feed: Feed) -> list[str]:
    """The keys of the entries of every service that the reading met and that is over."""
    rows = feed.services.filter(reading=feed.reading, over=True).values_list("entries", flat=True)
    return [one["source_key"] for entries in rows.iterator(chunk_size=2_000) for one in entries]
