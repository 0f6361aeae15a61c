"""Where a service is, as Open Referral tells it: each place once, with its address, its degrees and what is known of getting in."""

from __future__ import annotations

from typing import Any

from alongside.directory import transforms
from alongside.directory.addresses import may_be_a_home, town_of
from alongside.directory.fields import LETTERS_GO_HERE, LETTERS_GO_NEAR_HERE
from alongside.places.postcode_file import EAST, NORTH, SOUTH, WEST
from alongside.web.vocabulary import say_word

from ..feeds.cleaning import line_of, words_of
from .terms import GETTING_IN

Told = dict[str, Any]


def places_of(service: Told) -> list[Told]:
    """Where it is, each place once."""
    found: dict[str, Told] = {}
    for at in service.get("service_at_locations", []):
        place = {**at.get("location", {}), "at": at}
        if place.get("id") or place.get("addresses") or place.get("latitude") is not None:
            found.setdefault(line_of(place.get("id")) or repr(place), place)
    return list(found.values())


def where(place: Told, *, ours: bool) -> Told:
    """What a Listing says of it; `ours`: as another Alongside told it."""
    if not place:
        return {}
    kind = line_of(place.get("location_type")).casefold()
    if kind == "virtual":
        return {"place_words": "Online or by telephone."}
    address = _first_address(place)
    told = [line_of(address.get(name)) for name in ("address_1", "address_2", "city", "region", "state_province")]
    lines = [line for number, line in enumerate(told) if line and line not in told[:number]]
    said: Told = {"address": ", ".join(lines), "postcode": transforms.postcode(line_of(address.get("postal_code"))), **_degrees(place)}
    details = [words_of(one.get(name)) for one in place.get("accessibility", []) for name in ("description", "details")]
    if ours:
        of_ours = place.get("accessibility", [{}])[0] if place.get("accessibility") else {}
        lacks = str(of_ours.get("description") or "").partition("not there: ")[2]
        said["access_missing"] = tuple(word.stored for word in GETTING_IN.words if say_word(word) in [one.strip() for one in lacks.split(",")])
        return said | {"access_words": str(of_ours.get("details") or ""), "place_words": str(place.get("description") or "")}
    said["access_words"] = "\n".join(dict.fromkeys(one for one in details if one))
    if kind == "postal" or line_of(address.get("address_type")).casefold() == "postal":
        return said | _letters(said["address"])
    name = line_of(place.get("name"))
    if name and name.casefold() not in said["address"].casefold() and not said["address"].casefold().startswith(name.casefold()[:12]):
        said["address"] = ", ".join(part for part in (name, said["address"]) if part)
    return said


def _letters(address: str) -> Told:
    """An address for letters may be somebody's home: then only its town is kept."""
    if not address:
        return {}
    home = may_be_a_home(address)
    return {"address": town_of(address) if home else address, "about_here": home, "place_words": LETTERS_GO_NEAR_HERE if home else LETTERS_GO_HERE}


def _first_address(place: Told) -> Told:
    addresses: list[Told] = place.get("addresses", []) or place.get("physical_addresses", [])
    visited = [one for one in addresses if line_of(one.get("address_type")).casefold() != "postal"]
    return next(iter(visited or addresses), {})


def _degrees(place: Told) -> Told:
    """Where it lies, when that is in these islands: the specification's own example is at 100 degrees."""
    try:
        latitude, longitude = float(place["latitude"]), float(place["longitude"])
    except (KeyError, TypeError, ValueError, OverflowError):
        return {}
    if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
        return {}
    return {"latitude": latitude, "longitude": longitude}
