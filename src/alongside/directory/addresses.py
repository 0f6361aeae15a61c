"""Addresses that may be somebody's home: told apart from those of a building people go to, and shortened to the town."""

from __future__ import annotations

import re

_STREETS = (
    r"(road|rd|street|st|lane|ln|avenue|ave|drive|close|grove|crescent|way|gardens?|place|terrace|mews|row|walk|court|square|rise|hill|view|green|bank|vale|fold"
    r"|brow|parade|croft|meadows?|heath|park|pines?)$"
)
_STREET = re.compile(rf"\b{_STREETS}", re.I)
_BUILDING = re.compile(
    r"\b(centre|center|church|chapel|cathedral|parish|school|academy|college|university|hall|library|unit|suite|floor|offices?|club|mosque|synagogue|hospital"
    r"|theatre|museum|hub|ltd|llp|limited|company|association|society|community|business|industrial|works|mill|chambers|studios?|institute|gallery"
    r"|station|stadium|ground|nursery|playgroup|meeting house|mission|temple|gurdwara|headquarters|hq|building|buildings)\b",
    re.I,
)
_HOME = re.compile(r"^(flat|apartment|apt)\b", re.I)


def may_be_a_home(address: str) -> bool:
    """Whether nothing in the address says that it is a building people go to."""
    parts = _parts(address)
    if any(_HOME.search(part) for part in parts):
        return True
    return not any(_BUILDING.search(part) and not _STREET.search(part) for part in parts)


def town_of(address: str) -> str:
    """The address without house and street: `4 Larch Lane, Fernbrook` → `Fernbrook`."""
    parts = _parts(address)
    last = max([place for place, part in enumerate(parts) if re.search(r"\d", part) or _STREET.search(part)], default=0)
    return ", ".join(parts[last + 1 :])


def _parts(address: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"[,\n]", address) if part.strip()]


def begins_with_a_street(address: str) -> bool:
    """Whether it begins with a street and no number: many are there, and not at one place."""
    parts = _parts(address)
    return bool(parts) and not re.search(r"\d", parts[0]) and bool(_STREET.search(parts[0])) and not _BUILDING.search(parts[0])
