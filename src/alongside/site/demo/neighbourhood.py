"""The town's map: its streets, its postcodes and where things happen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from math import cos, radians
from typing import Any

from alongside.places.postcode_file import PostcodeRow

from .reading import told

METRES_A_DEGREE = 111_195
"""Metres along a degree of latitude, on the sphere that places/distance.py measures on."""

_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""Letters that postcodes use in their second half."""


@dataclass(frozen=True)
class Street:
    """A street with its place in degrees, its postcode and its neighbourhood."""

    name: str
    area: str
    locality: str
    place: str
    postcode: str
    latitude: float
    longitude: float
    homes: int

    @property
    def is_tower(self) -> bool:
        return self.name.endswith(" House")


@dataclass(frozen=True)
class Venue:
    """Somewhere that several things happen."""

    name: str
    organisation: str
    street: Street
    access: tuple[str, ...]
    missing: tuple[str, ...]
    words: str
    latitude: float
    longitude: float


def degrees_at(east: float, north: float) -> tuple[float, float]:
    """Latitude and longitude of a place so many metres east and north of the town's middle."""
    middle = told("places")["middle"]
    latitude = middle["latitude"] + north / METRES_A_DEGREE
    return round(latitude, 6), round(middle["longitude"] + east / (METRES_A_DEGREE * cos(radians(latitude))), 6)


@cache
def streets() -> dict[str, Street]:
    """Every street by name."""
    found = {}
    for locality in told("places")["localities"]:
        codes = ("".join(pair) for pair in product(_LETTERS, repeat=2))
        for street in locality["streets"]:
            latitude, longitude = degrees_at(*street["at"])
            postcode = f"ZZ99 {locality['sector']}{next(codes)}"
            found[street["name"]] = Street(street["name"], street["area"], locality["key"], locality["name"], postcode, latitude, longitude, street["homes"])
    return found


def streets_of(locality: str) -> list[Street]:
    """The streets of one locality."""
    return [street for street in streets().values() if street.locality == locality]


@cache
def venues() -> dict[str, Venue]:
    """Every venue by key, each a few doors from its neighbours, so that no two pins lie on each other."""
    return {key: _venue(number, given) for number, (key, given) in enumerate(told("places")["venues"].items())}


def _venue(number: int, given: dict[str, Any]) -> Venue:
    street = streets()[given["street"]]
    aside = (number % 5 - 2) * 0.0002
    return Venue(
        given["name"],
        given["organisation"],
        street,
        tuple(given.get("access", ())),
        tuple(given.get("missing", ())),
        given.get("words", ""),
        round(street.latitude + aside, 6),
        round(street.longitude - aside, 6),
    )


def postcodes() -> list[PostcodeRow]:
    """Every postcode, with its locality and the council."""
    council = told("places")["council"]
    return [
        PostcodeRow(street.postcode, street.latitude, street.longitude, ward=street.place, neighbourhood=street.area, locality=street.place, council=council)
        for street in streets().values()
    ]


def locality_names() -> dict[str, str]:
    """Names of localities by key."""
    return {locality["key"]: locality["name"] for locality in told("places")["localities"]}


def residents_by_name() -> dict[str, int]:
    """How many people live in each locality, by its name."""
    return {locality["name"]: locality["people"] for locality in told("places")["localities"]}
