"""Where a postcode, or a name that people use, is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Avg, Count, Q

from alongside.foundation.folding import fold, fold_postcode

from .buses.timetable import Timetable, unpacked
from .models import BusTimetable, Locality, Postcode, Residents, SchoolTerm
from .terms import Term

_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")


@dataclass(frozen=True)
class Place:
    """Somewhere to start looking from: how we say it, and the middle of it in degrees (WGS 84)."""

    said: str
    latitude: float
    longitude: float


def place_called(text: str) -> Place | None:
    """A postcode, the first half of one, or a ward, neighbourhood or locality that begins with these words; None when we know none."""
    postcode = fold_postcode(text)
    if postcode:
        known = Postcode.objects.filter(postcode=postcode).first()
        return Place(postcode, known.latitude, known.longitude) if known else None
    district = re.sub(r"\s", "", text).upper()
    if _DISTRICT.fullmatch(district):
        return _middle(district, Q(postcode__startswith=f"{district} "))
    name = " ".join(text.split())
    if not fold(name):
        return None
    # "Sale" is Sale Central and Sale Moor: people say less than maps do. A locality's own name holds its council's first.
    asked = Q()
    for column in ("neighbourhood", "ward", "locality__name"):
        asked |= Q(**{f"{column}__iexact": name}) | Q(**{f"{column}__istartswith": f"{name} "})
    return _middle(name, asked)


def _middle(said: str, asked: Q) -> Place | None:
    found = Postcode.objects.filter(asked).aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"), how_many=Count("postcode"))
    return Place(said, found["latitude"], found["longitude"]) if found["how_many"] else None


DECIMALS = 2
"""Of a degree: about a kilometre."""


def without_the_door(place: Place) -> Place:
    """About there: the neighbourhood of a postcode by its name, and degrees that are rounded."""
    said, postcode = place.said, fold_postcode(place.said)
    if postcode:
        known = Postcode.objects.filter(postcode=postcode).values_list("neighbourhood", "ward").first()
        said = next((name for name in known or () if name), postcode.split()[0])
    return Place(said, round(place.latitude, DECIMALS), round(place.longitude, DECIMALS))


_LOCALITIES_NEAR = """
    SELECT COALESCE(
        (SELECT l.id FROM places_locality l WHERE l.id = ANY(%(among)s) AND lower(l.name) = lower(asked.near) LIMIT 1),
        (SELECT p.locality_id FROM places_postcode p
         WHERE p.locality_id = ANY(%(among)s)
           AND round(p.latitude::numeric, %(decimals)s) = round(asked.latitude::numeric, %(decimals)s)
           AND round(p.longitude::numeric, %(decimals)s) = round(asked.longitude::numeric, %(decimals)s)
         GROUP BY p.locality_id ORDER BY count(*) DESC, p.locality_id LIMIT 1))
    FROM unnest(%(near)s::text[], %(latitudes)s::float8[], %(longitudes)s::float8[]) WITH ORDINALITY AS asked(near, latitude, longitude, place)
    ORDER BY asked.place
"""


def localities_near(wished: Sequence[tuple[str, float | None, float | None]], among: Iterable[UUID]) -> list[UUID | None]:
    """Of a name and rounded degrees each, the locality that is named; else that of most postcodes in the square (docs/decisions/0081). One query."""
    near, latitudes, longitudes = ([one[part] for one in wished] for part in range(3))
    given = {"near": near, "latitudes": latitudes, "longitudes": longitudes, "among": list(among), "decimals": DECIMALS}
    with connection.cursor() as cursor:
        cursor.execute(_LOCALITIES_NEAR, given)
        return [key for (key,) in cursor.fetchall()]


def places_of(postcodes: list[str]) -> dict[str, tuple[float, float]]:
    """Latitude and longitude of each of these postcodes that we know."""
    rows = Postcode.objects.filter(postcode__in=postcodes).values_list("postcode", "latitude", "longitude")
    return {postcode: (latitude, longitude) for postcode, latitude, longitude in rows}


def councils() -> list[str]:
    """The councils in which we know localities."""
    return list(Locality.objects.exclude(council="").order_by("council").values_list("council", flat=True).distinct())


def all_terms() -> dict[str, list[Term]]:
    """Every school term that we know, by council (empty: of all that have no dates of their own), in order."""
    found: dict[str, list[Term]] = {}
    for council, *term in SchoolTerm.objects.order_by("council", "starts_on").values_list("council", "starts_on", "last_day", "name"):
        found.setdefault(council, []).append(Term(*term))
    return found


def terms_at(postcodes: Iterable[str]) -> dict[str, list[Term]]:
    """The terms of the schools around each of these postcodes, at most two queries; those of which we know none are left out."""
    known = all_terms()
    asked = set(postcodes)
    theirs = set(known) - {""}
    council_of: dict[str, str] = (
        dict(Postcode.objects.filter(postcode__in=asked, locality__council__in=theirs).values_list("postcode", "locality__council")) if theirs else {}
    )
    found = {postcode: known.get(council_of.get(postcode, ""), []) for postcode in asked}
    return {postcode: terms for postcode, terms in found.items() if terms}


def residents_of(localities: Iterable[str], *, year: int) -> dict[str, Residents]:
    """How many live in each of these localities, by key: as counted last up to that year, or first after it; where nothing is known, left out."""
    found: dict[str, Residents] = {}
    for one in Residents.objects.filter(locality_id__in=list(localities)).order_by("year"):
        key = str(one.locality_id)
        if key not in found or one.year <= year:
            found[key] = one
    return found


_held: tuple[bytes, Timetable] | None = None
"""The timetable that this process read last, with its digest."""


def timetable_now() -> Timetable | None:
    """The timetable that is loaded, read once and again when another is; one small query."""
    global _held
    digest = BusTimetable.objects.values_list("digest", flat=True).first()
    if digest is None:
        return None
    if _held is None or _held[0] != bytes(digest):
        one = BusTimetable.objects.values_list("digest", "packed").first()
        if one is None:
            return None
        _held = bytes(one[0]), unpacked(bytes(one[1]))
    return _held[1]


def buses_run() -> bool:
    """Whether a timetable is loaded."""
    return BusTimetable.objects.exists()
