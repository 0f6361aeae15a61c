"""What is good around here: entries told one by one, and those that every neighbourhood has several of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import cycle
from typing import Any

from alongside.directory.listing import Listing
from alongside.foundation.folding import fold

from .chance import Chance
from .neighbourhood import locality_names, streets, venues
from .reading import all_told

SOURCE = "Brackenmouth community directory"
LICENCE = "Invented for the demo."
_ALSO = {"getting there": "getting_there", "languages": "languages", "who for": "who_for", "not for": "not_for", "room": "room"}
"""What some of them say besides, and how a listing has it."""
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Good:
    """An entry, what it could be offered for, its locality (empty: comes to people), and when one of us last looked (`visit 5`).

    `like` and `like_us` are what it is really like, for anybody and for the team; `meets` is how often, and from when to when.
    """

    listing: Listing
    tag: str
    locality: str
    seen: str = ""
    like: str = ""
    like_us: str = ""
    meets: str = ""


@cache
def everything_good() -> dict[str, Good]:
    """Every entry by key."""
    found = {}
    for number, given in enumerate(_all_given()):
        found[given["key"]] = _good(given, number)
    return found


def _all_given() -> Iterator[dict[str, Any]]:
    for given in all_told("directory"):
        if "key" in given:
            yield given
        else:
            yield from _composed(given)


def _composed(theme: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One entry for each place of a theme, each with the next of its names, words and times."""
    packs = {name: cycle(theme[name]) for name in ("names", "says", "when", "cost", "join")}
    where = "at" if "at" in theme else "street"
    for place in theme[where]:
        street = venues()[place].street if where == "at" else streets()[place]
        days, times = next(packs["when"])
        said = {
            "place": street.place,
            "street": street.name,
            "venue": venues()[place].name if where == "at" else street.name,
            "day": _DAY_NAMES[days[0] - 1] if days else "",
        }
        name = next(packs["names"]).format(**said)
        yield {
            "key": re.sub(r"\W+", "-", fold(f"{name} {street.place if street.place not in name else ''}")).strip("-"),
            "tag": theme["tag"],
            "kind": theme["kind"],
            where: place,
            "days": days,
            "times": times,
            "cost": next(packs["cost"]),
            "name": name,
            "says": next(packs["says"]),
            "join": next(packs["join"]),
        }


def _good(given: dict[str, Any], number: int) -> Good:
    cost = str(given.get("cost", ""))
    place, locality = _place(given)
    listing = Listing(
        source_key=given["key"],
        name=given["name"],
        kind=given["kind"],
        description=given["says"],
        days=tuple(given.get("days", ())),
        times=str(given.get("times", "")),
        cost="unknown" if not cost else "free" if cost.startswith(("Free", "An assessment is free", "Advice is free")) else "some",
        cost_words="" if cost == "Free" else cost,
        phone=_phone(given, number),
        email=f"{given['key']}@example.org" if number % 3 == 0 else "",
        website=f"https://example.org/{given['key']}" if number % 4 == 0 else "",
        how_to_join=given.get("join", ""),
        **{name: given[said] for said, name in _ALSO.items() if said in given},
        **place,
    )
    return Good(listing, given["tag"], locality, *(given.get(name, "") for name in ("seen", "like", "like us", "meets")))


def _place(given: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The place of an entry as a listing has it, and its locality's key."""
    if "at" in given:
        venue = venues()[given["at"]]
        street = venue.street
        return {
            "organisation": venue.organisation if venue.organisation != given["name"] else "",
            "address": f"{venue.name}, {street.name}, {street.place}",
            "postcode": street.postcode,
            "latitude": venue.latitude,
            "longitude": venue.longitude,
            "access": venue.access,
            "access_missing": venue.missing,
            "access_words": venue.words,
        }, street.locality
    if "street" in given:
        street = streets()[given["street"]]
        # A few doors along, so that it does not lie on the street's other pins.
        aside = 0.0003 + len(given["name"]) % 7 * 0.00006
        return {
            "address": f"{street.name}, {street.place}",
            "postcode": street.postcode,
            "latitude": round(street.latitude + aside, 6),
            "longitude": round(street.longitude + aside, 6),
        }, street.locality
    return {}, ""


def _phone(given: dict[str, Any], number: int) -> str:
    # Numbers that Ofcom keeps free for drama: nobody's telephone rings.
    if given.get("phone") == "free":
        return f"0808 157 0{number:03}"
    return f"01632 960{500 + number}" if given.get("phone") == "land" or given["kind"] == "service" or number % 2 else ""


def as_first_given() -> list[Listing]:
    """The directory as the town's volunteers first gave it."""
    return [good.listing for good in everything_good().values()]


def as_given_later(chance: Chance, today: date) -> list[Listing]:
    """The same, after they had rung round: about one in four is confirmed."""
    return [replace(listing, confirmed_on=today - timedelta(days=chance.randint(40, 520))) if chance.happens(0.25) else listing for listing in as_first_given()]


def for_a_tag(tag: str, locality: str) -> list[str]:
    """Keys of what could be offered for this: near first, else anywhere in town, else what comes to people; or one entry, by its own key."""
    if tag in everything_good():
        return [tag]
    tagged = {key: good for key, good in everything_good().items() if good.tag == tag}
    near = [key for key, good in tagged.items() if good.locality == locality]
    return near or [key for key, good in tagged.items() if good.locality in ("", *locality_names())]
