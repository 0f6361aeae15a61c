"""Postcodes as published files write them: the same few facts, under a different heading in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from alongside.foundation.folding import fold_postcode
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet
from alongside.foundation.words import Sentence

from .national_grid import degrees_from_grid

HEADINGS = {
    "postcode": ("postcode", "pcds", "pcd", "post_code"),
    "latitude": ("lat", "latitude"),
    "longitude": ("lon", "long", "lng", "longitude"),
    "easting": ("easting", "eastings", "oseast1m", "east1m"),
    "northing": ("northing", "northings", "osnrth1m", "north1m"),
    "ward": ("ward_name", "ward", "wd_name", "ward_code"),
    "lsoa": ("lsoa_code", "lsoa", "lsoa21", "lsoa21cd", "lsoa11", "lsoa11cd"),
    "neighbourhood": ("msoa_hcl_name", "neighbourhood", "msoa_name"),
    "locality": ("locality", "locality_name"),
    "council": ("la_name", "council", "ladnm", "local_authority"),
}
"""What each fact is called in files of the Office for National Statistics, Ordnance Survey and councils; the first found is taken."""

SOUTH, NORTH, WEST, EAST = 49.0, 61.5, -9.0, 2.5
"""Degrees between which the British Isles lie; terminated postcodes are published at 99.999999 north."""


@dataclass(frozen=True)
class PostcodeRow:
    """A postcode, the middle of it in degrees (WGS 84), and what it lies in."""

    postcode: str
    latitude: float
    longitude: float
    ward: str = ""
    lsoa: str = ""
    neighbourhood: str = ""
    locality: str = ""
    council: str = ""


def columns_of(sheet: Sheet) -> dict[str, str]:
    """Which column holds which fact, or a refusal that says what is missing."""
    there = {name.casefold().replace(" ", "_"): name for name in sheet.columns}
    found = {fact: there[heading] for fact, headings in HEADINGS.items() if (heading := next((h for h in headings if h in there), None))}
    if "postcode" not in found:
        raise Refused(Sentence("No column is called “postcode”. The columns are: %(columns)s."), columns=", ".join(sheet.columns))
    if not {"latitude", "longitude"} <= found.keys() and not {"easting", "northing"} <= found.keys():
        raise Refused(Sentence("The file does not say where its postcodes are: it needs columns “lat” and “lon”, or “easting” and “northing”."))
    return found


def read_postcodes(sheet: Sheet) -> Iterator[PostcodeRow | BadRow]:
    """Every row as a postcode, or as a bad row with the reason; a postcode that comes again is refused."""
    columns = columns_of(sheet)
    seen: dict[str, int] = {}
    for row in sheet.rows:
        if isinstance(row, BadRow):
            yield row
            continue
        made = _postcode(row, columns)
        if isinstance(made, PostcodeRow):
            first = seen.setdefault(made.postcode, row.number)
            if first != row.number:
                made = _bad(row, f"The postcode {made.postcode} stands in row {first} already.")
        yield made


def _bad(row: Row, reason: str) -> BadRow:
    return BadRow(row.number, reason, tuple(row.cells.values()))


def _postcode(row: Row, columns: dict[str, str]) -> PostcodeRow | BadRow:
    given = {fact: row.cells.get(column, "") for fact, column in columns.items()}
    postcode = fold_postcode(given["postcode"])
    if postcode is None:
        return _bad(row, f"“{given['postcode'][:40]}” is not a postcode." if given["postcode"] else "It has no postcode.")
    try:
        place = _place(given)
    except ValueError:
        return _bad(row, "Its place is not in figures.")
    if place is None or not (SOUTH <= place[0] <= NORTH and WEST <= place[1] <= EAST):
        return _bad(row, "Its place does not lie in the British Isles.")
    council, locality = given.get("council", ""), given.get("locality", "")
    if locality and council and council.casefold() not in locality.casefold():
        # "North" is a locality in many councils.
        locality = f"{council} {locality}"
    return PostcodeRow(postcode, place[0], place[1], given.get("ward", ""), given.get("lsoa", ""), given.get("neighbourhood", ""), locality, council)


def _place(given: dict[str, str]) -> tuple[float, float] | None:
    if "latitude" in given and "longitude" in given:
        return float(given["latitude"]), float(given["longitude"])
    return degrees_from_grid(float(given["easting"]), float(given["northing"]))


def as_columns(row: PostcodeRow) -> tuple[object, ...]:
    """The row in the order of its fields."""
    return astuple(row)
