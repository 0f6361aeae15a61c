"""A service as Open Referral tells it, as entries of ours: one for each place it is at. No name of a person is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.directory import transforms
from alongside.directory.listing import LONGEST_NAME, Listing
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from ..feeds.cleaning import line_of, words_of
from .hours import hours_of
from .keys import of_nobody
from .places import places_of, where
from .sessions import sessions_of
from .terms import GETTING_IN, TERMS, WHAT_IT_IS

Told = dict[str, Any]

IN_USE = ("active", "temporarily closed", "")
"""What a service's status may be while somebody can turn to it, now or soon."""
OVER = ("inactive", "defunct")
MOST_PLACES = 500

NO_KEY = Sentence("It has no key (id), by which it is known again.")
NO_NAME = Sentence("It has no name.")
LONG_NAME = Sentence("Its name is longer than %(most)s letters.")
NO_SERVICE = Sentence("It is not a service: %(what)s where %(wanted)s should be.")
NO_STATUS = Sentence("Its status is “%(status)s”, which is none that a service can have.")
MANY_PLACES = Sentence("It is at more than %(most)s places.")
_TEXT, _LIST, _ONE = "words", "a list", "one thing with names"
_SHAPES: dict[str, str] = {
    "schedules": _LIST, "service_at_locations": _LIST, "cost_options": _LIST, "contacts": _LIST, "attributes": _LIST, "phones": _LIST, "languages": _LIST,
    "capacities": _LIST, "service_capacity": _LIST, "unit": _ONE,
    "addresses": _LIST, "accessibility": _LIST, "location": _ONE, "organization": _ONE, "taxonomy_term": _ONE, "name": _TEXT, "description": _TEXT,
    "id": _TEXT, "status": _TEXT, "url": _TEXT, "email": _TEXT, "fees": _TEXT, "alert": _TEXT, "last_modified": _TEXT, "assured_date": _TEXT,
}  # fmt: skip
NESTED = frozenset(name for name, shape in _SHAPES.items() if shape != _TEXT)
"""What is no words where a service is told; a table may have columns of these names."""
_PYTHON: dict[str, type] = {_TEXT: str, _LIST: list, _ONE: dict}


@dataclass(frozen=True)
class Incoming:
    """One service: its key, whether it is over, and its places as entries, in the order of their keys."""

    key: str
    modified: str
    over: bool
    listings: tuple[Listing, ...] = field(default=())


def incoming(told: object, *, kind: str = "service") -> Incoming:
    """A service read; refused with the reason when it is none."""
    service = _checked(told)
    key = service.get("id") or ""
    if not key.strip() or len(key) > 200 or "\x1f" in key:
        raise Refused(NO_KEY)
    status = line_of(service.get("status")).casefold()
    if status not in (*IN_USE, *OVER):
        raise Refused(NO_STATUS, status=status[:40])
    ours = _our_words(service, WHAT_IT_IS)
    name = line_of(service.get("name")) if not ours else " ".join(service["name"].split())
    if not name:
        raise Refused(NO_NAME)
    if len(name) > LONGEST_NAME:
        raise Refused(LONG_NAME, most=LONGEST_NAME)
    said = {"name": name, "kind": ours[0] if ours else kind, **(_as_we_tell(service) if ours else _as_others_tell(service, status))}
    said |= {"access": _our_words(service, GETTING_IN), "confirmed_on": _day(service.get("assured_date"))}
    places = sorted(places_of(service), key=lambda place: line_of(place.get("id")))
    if len(places) > MOST_PLACES:
        raise Refused(MANY_PLACES, most=MOST_PLACES)
    made = []
    for number, place in enumerate(places or [{}]):
        there = where(place, ours=bool(ours))
        schedules = _schedules(service, place, alone=len(places) < 2)
        hours = {**hours_of(schedules, ours=bool(ours)), "meets": sessions_of(schedules, ours=bool(ours))}
        if ours and hours["meets"]:
            hours["days"] = tuple(sorted(set(hours["days"]).union(*(one.meets.weekdays for one in hours["meets"]))))
        # The first keeps the service's own key, so that a place more or less elsewhere changes nothing here.
        made.append(Listing(source_key=key if number == 0 else f"{key}\x1f{line_of(place.get('id')) or number}", **{**said, **there, **hours}))
    return Incoming(key, line_of(service.get("last_modified")), status in OVER, tuple(made))


def _checked(told: object, inside: str = "") -> Told:
    """The service with everything in it of the shape that it ought to have."""
    if not isinstance(told, dict):
        raise Refused(NO_SERVICE, what=_shape(told), wanted=_ONE)
    checked: Told = {}
    for name, value in told.items():
        if type(value) is str and name not in NESTED:
            checked[name] = value
            continue
        if value is None:
            continue
        if name == inside and isinstance(value, str):
            # What older feeds, and the official validator's payloads, call the description of accessibility.
            checked["description"] = checked.get("description") or value
            continue
        wanted = _SHAPES.get(name)
        if wanted and not isinstance(value, _PYTHON[wanted]):
            raise Refused(NO_SERVICE, what=f"{_shape(value)} in “{name}”", wanted=wanted)
        if wanted == _LIST:
            checked[name] = [_checked(one, name) for one in value]
        elif wanted == _ONE:
            checked[name] = _checked(value)
        else:
            checked[name] = value
    return checked


def _shape(value: object) -> str:
    known = {dict: _ONE, list: _LIST, str: _TEXT, bool: "yes or no", int: "a number", float: "a number", type(None): "nothing"}
    return known.get(type(value), "something")


def _our_words(service: Told, taxonomy: Any) -> tuple[str, ...]:
    """The words of a list of ours that it is tagged with: then it was told by an Alongside."""
    found = [TERMS.get(str(one.get("taxonomy_term_id") or one.get("taxonomy_term", {}).get("id"))) for one in service.get("attributes", [])]
    return tuple(word.stored for one in found if one and one[0] is taxonomy and (word := one[1]))


def _organisation(service: Told) -> str:
    return line_of(service.get("organization", {}).get("name"))


def _as_we_tell(service: Told) -> Told:
    """What another Alongside said, exactly as it was kept there: plain words, which are not read as markup."""
    options = service.get("cost_options", [])
    organisation = service.get("organization", {}).get("name", "")
    return {
        "description": service.get("description", ""),
        # Of somebody who is not named the key is made of the entry's own.
        "organisation": "" if service.get("organization_id") == of_nobody(service["id"]) else organisation,
        "cost": {"Free": "free", "Charge": "some"}.get(str(options[0].get("option")) if options else "", "unknown"),
        "cost_words": str(options[0].get("amount_description") or "") if options else service.get("fees", ""),
        "phone": _first_number(service, plain=True),
        "email": service.get("email", ""),
        "website": service.get("url", ""),
        "how_to_join": str(service.get("application_process") or ""),
    }


def _as_others_tell(service: Told, status: str) -> Told:
    organisation = service.get("organization", {})
    cost, cost_words = _cost(service)
    return {
        "description": "\n\n".join(_paragraphs(service, status)),
        "organisation": _organisation(service),
        "cost": cost,
        "cost_words": cost_words,
        "phone": _first_number(service),
        "email": transforms.email(line_of(service.get("email"))) or transforms.email(line_of(organisation.get("email"))),
        "website": transforms.web_address(line_of(service.get("url")) or line_of(organisation.get("website")) or line_of(organisation.get("url"))),
        "how_to_join": words_of(service.get("application_process")),
        "languages": ", ".join(dict.fromkeys(said for one in service.get("languages", []) if (said := line_of(one.get("name"))))),
    }


def _paragraphs(service: Told, status: str) -> Iterable[str]:
    if status == "temporarily closed":
        yield "Closed for a while, its source says."
    for name in ("alert", "description", "eligibility_description"):
        if said := words_of(service.get(name)):
            yield said
    yield from filter(None, map(_room, [*service.get("capacities", []), *service.get("service_capacity", [])]))
    youngest, oldest = (line_of(service.get(name)) for name in ("minimum_age", "maximum_age"))
    if youngest not in ("", "0", "0.0") or oldest:
        yield f"For ages {youngest or '0'} to {oldest}." if oldest else f"From the age of {youngest}."


def _room(capacity: Told) -> str:
    """Room as its source tells it, with the day: in words, because nobody can say whether it still holds."""
    free, most, unit = capacity.get("available"), capacity.get("maximum"), capacity.get("unit") or {}
    counts = [_count(one) for one in (free, most)]
    if counts[0] is None:
        return ""
    what = line_of(unit.get("name")) if isinstance(unit, dict) else ""
    of = f" of {counts[1]:g}" if counts[1] is not None else ""
    on = _day(capacity.get("updated"))
    return f"Free{f' ({what})' if what else ''}: {counts[0]:g}{of}{f', on {on:%d/%m/%Y}' if on else ''}."


def _count(said: object) -> float | None:
    if isinstance(said, int | float) and not isinstance(said, bool):
        return said
    return int(said) if isinstance(said, str) and said.isdecimal() else None


def _cost(service: Told) -> tuple[str, str]:
    """Free where every price is nought, something where one is not, else what its words name."""
    fees, options = words_of(service.get("fees") or service.get("fees_description")), service.get("cost_options", [])
    amounts = [one["amount"] for one in options if isinstance(one.get("amount"), int | float) and not isinstance(one.get("amount"), bool)]
    said = [fees, *(_option(one) for one in options)]
    words = "; ".join(dict.fromkeys(one for one in said if one))
    cost = "some" if any(amount > 0 for amount in amounts) else "free" if amounts and len(amounts) == len(options) else transforms.cost_of(words)
    return cost, line_of(words)


def _option(option: Told) -> str:
    amount = option.get("amount")
    price = f"£{amount:,.2f}".removesuffix(".00") if isinstance(amount, int | float) and not isinstance(amount, bool) and 0 < amount < 1e9 else ""
    said = " ".join(part for part in (price, line_of(option.get("amount_description"))) if part)
    return ": ".join(part for part in (line_of(option.get("option")), said) if part)


def _first_number(service: Told, *, plain: bool = False) -> str:
    """The first number that can be called: of the service, of a contact of its, of its place."""
    phones = list(service.get("phones", []))
    for contact in service.get("contacts", []):
        phones += contact.get("phones", [])
    for place in service.get("service_at_locations", []):
        phones += [*place.get("phones", []), *place.get("location", {}).get("phones", [])]
    if plain:
        return str(phones[0].get("number") or "") if phones else ""
    return next((number for one in phones if (number := transforms.phone(line_of(one.get("number"))))), "")


def _schedules(service: Told, place: Told, *, alone: bool) -> list[Told]:
    """When: what is said of this place, else of the whole service."""
    at = place.get("at", {})
    of_all = service.get("schedules", [])
    here = [
        *at.get("schedules", []),
        *place.get("schedules", []),
        *(one for one in of_all if one.get("service_at_location_id") in (at.get("id"),) and at.get("id")),
    ]
    return here or [one for one in of_all if alone or not one.get("service_at_location_id")]


def _day(said: object) -> date | None:
    day = transforms.day(line_of(said))
    return day if day and day.year >= 1950 else None
