"""What else is at one place and by one organisation, and what is true of the place for all of them.

A place and an organisation are worked out when they are asked for: entries of one postcode whose address begins alike lie at one place, and
entries whose organisation is written alike, but for capitals, are by one. No row says so, and no source can part them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from alongside.foundation.folding import fold
from alongside.places.distance import metres_between

from .addresses import begins_with_a_street
from .models import Entry
from .queries import in_use

OF_THE_PLACE = frozenset({"step free", "toilet", "hearing loop", "parking", "bus"})
"""Access that a building has, whatever is on in it; a quiet hour is the group's own."""

WORDS_OF_THE_PLACE = ("access_words", "getting_there")
"""What is said in words of getting there and in."""

ONE_BUILDING = 60
"""Metres within which what is called alike is one building."""

ASKED, SHOWN = 200, 12
"""Entries that are compared, and that are listed."""


@dataclass(frozen=True)
class Others:
    """What else is at its place, and what else its organisation has elsewhere, by name; and how many more of each there are."""

    here: Sequence[Entry] = ()
    by_them: Sequence[Entry] = ()
    more_here: int = 0
    more_by_them: int = 0
    all_here: Sequence[Entry] = ()
    """Those of its place that are listed, and those that are not."""


def place_key(entry: Entry) -> tuple[str, str] | None:
    """Its postcode, and what its address begins with; None where that is no place of which others could be."""
    first = fold(entry.address.replace("\n", ",").split(",")[0])
    if " " not in entry.postcode or not first or entry.place_words or begins_with_a_street(entry.address):
        return None
    return entry.postcode, first


def others(entry: Entry) -> Others:
    """What is reached from it; one query, or none."""
    place, organisation = place_key(entry), fold(entry.organisation)
    asked = Q()
    if place:
        asked |= Q(postcode=place[0]) & ~Q(postcode="")
    if organisation:
        asked |= Q(organisation__iexact=entry.organisation) & ~Q(organisation="")
    if not asked:
        return Others()
    found = list(in_use().filter(asked).exclude(id=entry.id).defer("description", "stems", "tag_stems").select_related("source").order_by("name", "id")[:ASKED])
    here = [one for one in found if place and is_here(entry, one)]
    by_them = [one for one in found if organisation and fold(one.organisation) == organisation and one not in here]
    return Others(here[:SHOWN], by_them[:SHOWN], max(0, len(here) - SHOWN), max(0, len(by_them) - SHOWN), here)


def is_here(entry: Entry, other: Entry) -> bool:
    """Whether both are at one place."""
    place = place_key(entry)
    if place is None or place_key(other) != place:
        return False
    if entry.latitude is None or entry.longitude is None or other.latitude is None or other.longitude is None:
        return True
    return metres_between(entry.latitude, entry.longitude, other.latitude, other.longitude) <= ONE_BUILDING


def known_from_others(entry: Entry, here: Iterable[Entry]) -> tuple[list[str], list[str]]:
    """What those at its place say is there and what is not, of which it says nothing itself; where they contradict each other, nothing."""
    has = {feature for one in here for feature in one.access} & OF_THE_PLACE
    lacks = {feature for one in here for feature in one.access_missing} & OF_THE_PLACE
    said = {*entry.access, *entry.access_missing}
    return sorted(has - lacks - said), sorted(lacks - has - said)


def would_say(entry: Entry, other: Entry) -> dict[str, Any]:
    """What another at its place says otherwise of the place, and what it would say then. What this one is silent about stays as it is there."""
    has, lacks = OF_THE_PLACE & set(entry.access), OF_THE_PLACE & set(entry.access_missing)
    said: dict[str, Any] = {"access": sorted({*other.access, *has} - lacks), "access_missing": sorted({*other.access_missing, *lacks} - has)}
    said |= {name: getattr(entry, name) for name in WORDS_OF_THE_PLACE if getattr(entry, name)}
    return {name: value for name, value in said.items() if value != (sorted(getattr(other, name)) if isinstance(value, list) else getattr(other, name))}
