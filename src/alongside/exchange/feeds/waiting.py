"""What waits of a feed between being read and being loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any

from alongside.directory.listing import Listing
from alongside.directory.meeting import SessionTold

from ..models import Feed

READ_AS = 2
"""By which way a service is read: one more, whenever open_referral/incoming.py reads the same service otherwise."""
_TUPLES = frozenset(one.name for one in fields(Listing) if str(one.type).startswith("tuple"))
_USUAL: dict[str, Any] = {one.name: one.default for one in fields(Listing)}


def kept(listing: Listing) -> dict[str, Any]:
    """A listing as it waits: only what it says."""
    said = {name: getattr(listing, name) for name in _USUAL}
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items() if value != _USUAL[name]}
    return plain | ({"meets": [_plain(one) for one in listing.meets]} if listing.meets else {})


def _plain(session: SessionTold) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in asdict(session).items()}


def _session(said: dict[str, Any]) -> SessionTold:
    days = {name: date.fromisoformat(said[name]) for name in ("starts_on", "last_day") if said[name]}
    hours = {name: time.fromisoformat(said[name]) for name in ("starts_at", "ends_at") if said[name]}
    return SessionTold(**{**said, **days, **hours})


def taken(said: dict[str, Any]) -> Listing:
    """The same listing again."""
    whole: dict[str, Any] = {name: tuple(value) if name in _TUPLES else value for name, value in said.items()}
    if "confirmed_on" in whole:
        whole["confirmed_on"] = date.fromisoformat(whole["confirmed_on"])
    whole["meets"] = tuple(map(_session, whole.get("meets", ())))
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
