"""What of two entries is chosen from one or the other: parts, each of the fields that only make sense together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ..models import Entry

PARTS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",), "kind": ("kind",), "description": ("description",), "organisation": ("organisation",),
    "where": ("address", "postcode", "latitude", "longitude", "place_words"), "when": ("days", "times"), "cost": ("cost", "cost_words"),
    "whom": ("who_for", "not_for"), "access": ("access", "access_missing", "access_words"), "getting there": ("getting_there",),
    "languages": ("languages",), "room": ("room", "room_on"), "joining": ("how_to_join",), "phone": ("phone",), "email": ("email",), "website": ("website",),
}  # fmt: skip
CONFIRMED = ("confirmed_on", "confirmed_how", "confirmed_by_id")
_SAYS_NOTHING: tuple[Any, ...] = (None, "", [], "unknown")


def says(entry: Entry, part: str) -> tuple[Any, ...]:
    """What an entry says of a part, field by field."""
    return tuple(plain(getattr(entry, name)) for name in PARTS[part])


def says_nothing(entry: Entry, part: str) -> bool:
    """Whether it says nothing of it."""
    return all(value in _SAYS_NOTHING for value in says(entry, part))


def differing(one: Entry, other: Entry) -> list[str]:
    """The parts of which the two say different things."""
    return [part for part in PARTS if says(one, part) != says(other, part)]


def later_confirmed(one: Entry, other: Entry) -> Entry:
    """Which of the two is believed where nobody says: confirmed more lately, else here first."""
    first = min(one, other, key=lambda entry: str(entry.id))
    return max((first, other if first is one else one), key=lambda entry: entry.confirmed_on or date.min)


def preferred(one: Entry, other: Entry) -> dict[str, Entry]:
    """Of each part in which they differ, the one whose words are kept if nobody says otherwise: of the one confirmed later, unless it says nothing."""
    believed = later_confirmed(one, other)
    doubted = other if believed is one else one
    return {part: doubted if says_nothing(believed, part) else believed for part in differing(one, other)}


def plain(value: Any) -> Any:
    """A value of a field as it is kept beside."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else list(value) if isinstance(value, list | tuple) else value


def taken(name: str, value: Any) -> Any:
    """The value of the field again."""
    return date.fromisoformat(value) if name.endswith("_on") and value else UUID(value) if name.endswith("_id") and value else value
