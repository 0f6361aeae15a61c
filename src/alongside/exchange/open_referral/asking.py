"""What a program may ask for: every question narrows what the others leave, and one that cannot be read is refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.dates import WEEKDAYS

from alongside.directory.meeting import DAY_CODES
from alongside.directory.models import Entry, Session
from alongside.directory.queries import in_use
from alongside.directory.stemming import stems_in, telling
from alongside.directory.tagging.standing import standing, tagged
from alongside.directory.twins.family import STAYS
from alongside.foundation.folding import fold_postcode
from alongside.places.distance import box_around, metres_between
from alongside.places.queries import places_of

from .terms import GETTING_IN, TAXONOMIES, TERMS

USUAL_PAGE, LARGEST_PAGE = 50, 500
FURTHEST = 200_000
"""Metres around a postcode that may be asked for."""
_NAMES = {name.casefold(): number for number, name in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), start=1)}


class CannotBeRead(ValueError):
    """A question that we cannot read, with the sentence that says why."""


def asked_for(given: Mapping[str, str]) -> QuerySet[Entry]:
    """Whatever all questions leave, in the order of keys."""
    rows = in_use()
    for name, narrow in _QUESTIONS.items():
        if value := given.get(name, "").strip():
            rows = narrow(rows, value)
    return _at_times(rows, given).order_by("id")


def number(given: Mapping[str, str], name: str, usual: int, largest: int) -> int:
    """A whole number from one on."""
    value = given.get(name, "").strip()
    if not value:
        return usual
    if not (value.isascii() and value.isdecimal() and len(value) < 8 and int(value) > 0):
        raise CannotBeRead(f"{name} is a whole number from 1 on, such as {usual}.")
    return min(int(value), largest)


def _searched(rows: QuerySet[Entry], words: str) -> QuerySet[Entry]:
    stems = telling(stems_in(words[:1000]))
    return rows.filter(stems__contains=stems) if stems else rows


def _of_a_term(rows: QuerySet[Entry], key: str) -> QuerySet[Entry]:
    asked = _uuid("taxonomy_term_id", key)
    taxonomy, word = TERMS.get(asked, (None, None))
    if taxonomy is None or word is None:
        return tagged(rows, UUID(asked))
    return rows.filter(access__contains=[word.stored]) if taxonomy is GETTING_IN else rows.filter(kind=word.stored)


def _of_a_taxonomy(rows: QuerySet[Entry], key: str) -> QuerySet[Entry]:
    found = _uuid("taxonomy_id", key)
    taxonomy = next((one for one in TAXONOMIES if one.id == found), None)
    if taxonomy is None:
        return rows.filter(Exists(standing().alias(stays=STAYS).filter(stays=OuterRef("id"), tag__of_list=found, verdict="accepted")))
    return rows.exclude(access=[]) if taxonomy is GETTING_IN else rows


def _uuid(name: str, value: str) -> str:
    try:
        return str(UUID(value))
    except ValueError:
        raise CannotBeRead(f"{name} is a key such as 6f0e7f8a-54c5-5d0a-9a51-0b8f6f7a3f10.") from None


def _of_an_age(name: str) -> Callable[[QuerySet[Entry], str], QuerySet[Entry]]:
    def narrow(rows: QuerySet[Entry], value: str) -> QuerySet[Entry]:
        try:
            float(value)
        except ValueError:
            raise CannotBeRead(f"{name} is a number of years, such as 18.") from None
        # We keep no ages, so nothing is known to have one.
        return rows.none()

    return narrow


def _on_a_day(rows: QuerySet[Entry], value: str) -> QuerySet[Entry]:
    return rows.filter(days__contains=[_weekday(value)])


def _weekday(value: str) -> int:
    if value.upper() in DAY_CODES:
        return DAY_CODES.index(value.upper()) + 1
    found = _NAMES.get(value.casefold()) or next((number + 1 for number, name in WEEKDAYS.items() if str(name).casefold() == value.casefold()), None)
    if found is None:
        raise CannotBeRead("day is a day of the week, such as MO or Monday.")
    return found


def _near(rows: QuerySet[Entry], given: Mapping[str, str]) -> list[UUID] | None:
    """The keys of what lies within so many metres of a postcode; None where no postcode is asked for."""
    value = given.get("postcode", "").strip()
    if not value:
        return None
    postcode = fold_postcode(value)
    if postcode is None:
        raise CannotBeRead("postcode is a whole postcode, such as M33 7ZF.")
    place = places_of([postcode]).get(postcode)
    if place is None:
        return []
    reach = number(given, "proximity", 5_000, FURTHEST)
    south, north, west, east = box_around(*place, reach)
    there = rows.filter(latitude__range=(south, north), longitude__range=(west, east)).values_list("id", "latitude", "longitude")
    return [key for key, latitude, longitude in there if metres_between(*place, latitude or 0.0, longitude or 0.0) <= reach]


def at_places(given: Mapping[str, str]) -> QuerySet[Entry]:
    """The same of what has a place, near a postcode if one is asked for."""
    rows = asked_for(given).filter(Q(latitude__isnull=False) | ~Q(address="") | ~Q(postcode=""))
    near = _near(rows, given)
    return rows if near is None else rows.filter(id__in=near)


def _at_times(rows: QuerySet[Entry], given: Mapping[str, str]) -> QuerySet[Entry]:
    since, until = (_time(name, given.get(name, "").strip()) for name in ("start_time", "end_time"))
    if since is None and until is None:
        return rows
    held = Session.objects.alias(stays=STAYS).filter(stays=OuterRef("id"), ended_at__isnull=True)
    held = held.filter(starts_at__gte=since) if since is not None else held
    return rows.filter(Exists(held.filter(ends_at__lte=until) if until is not None else held))


def _time(name: str, value: str) -> time | None:
    try:
        return time.fromisoformat(value) if value else None
    except ValueError:
        raise CannotBeRead(f"{name} is a time of day, such as 14:30.") from None


_QUESTIONS: dict[str, Callable[[QuerySet[Entry], str], QuerySet[Entry]]] = {
    "search": _searched,
    "taxonomy_term_id": _of_a_term,
    "taxonomy_id": _of_a_taxonomy,
    "minimum_age": _of_an_age("minimum_age"),
    "maximum_age": _of_an_age("maximum_age"),
    "day": _on_a_day,
}
