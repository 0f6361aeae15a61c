"""What each column of a sheet of entries means: guessed by its name, as it was said last time, or as somebody says; and the mapping that follows."""

from __future__ import annotations

from typing import Any

import yaml

from alongside.directory.mapping import Mapping, read_mapping
from alongside.directory.words import KINDS
from alongside.foundation.folding import fold
from alongside.foundation.headings import part_for, usual
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from ..models import BroughtFile
from .sheets import Entries

Meanings = dict[str, str]
"""By column; what is not taken is left out."""
MARK = "mark"
"""What tells one row from another, this year and next."""
HEADINGS = usual(
    {
        "name": "name, title, group, group name, name of group, service, service name, activity, activity name, club, club name, what, venue, project",
        "description": "description, about, details, what happens, what it is, summary, notes, information, info, activities, purpose, aims, comments",
        "organisation": "organisation, organization, provider, run by, organiser, organizer, charity, lead organisation, hosted by",
        "kind": "kind, type, type of entry",
        "address": "address, where, location, street, address 1, address 2, address 3, address line 1, address line 2, town, city, venue address, place",
        "letters": "correspondence address, contact address, secretary address, postal address, registered address",
        "postcode": "postcode, post code, postal code, venue postcode",
        "latitude": "latitude, lat, y",
        "longitude": "longitude, long, lng, lon, x",
        "easting": "easting, eastings",
        "northing": "northing, northings",
        "when": "when, times, time, day, days, day and time, days and times, opening hours, opening times, hours, meeting times, meets, sessions, schedule",
        "cost": "cost, costs, price, fee, fees, charge, charges, how much, cost to attend",
        "access_words": "access, accessibility, facilities, disabled access, wheelchair access",
        "phone": "phone, telephone, tel, contact number, phone number, telephone number, tel no, mobile, contact phone, contact telephone",
        "email": "email, e mail, email address, contact email",
        "website": "website, web, url, web address, webpage, link, web site, site",
        "how_to_join": "how to join, joining, how to book, booking, referral, how to access, referral route, how to refer",
        "getting_there": "how to get there, getting there, directions, transport, travel, parking, bus",
        "languages": "languages, language, languages spoken",
        "who_for": "who for, who it is for, for whom, target group, age, ages, age range, audience, eligibility, suitable for",
        "not_for": "not for, who it is not for, exclusions",
        "confirmed_on": "last updated, updated, date updated, last checked, checked, last confirmed, verified, date checked",
        MARK: "id, reference, ref, ref no, number, charity number, registered charity number, unique id, uprn",
    }
)
_JOINED = {"name": " ", "description": "\n\n", "organisation": ", ", "address": ", ", "letters": ", ", "when": "; ", "cost": "; ", "access_words": "; "}
_THROUGH = {
    "name": "one line",
    "organisation": "one line",
    "address": "one line",
    "letters": "one line",
    "postcode": "postcode",
    "phone": "phone",
    "website": "web address",
}
_PLACES = (("latitude", "longitude"), ("easting", "northing"))
_TOLD_APART = ("name", "postcode")

NO_NAME = Sentence("Say which column is the name.")
HALF_A_PLACE = Sentence("A place needs both: %(one)s and %(other)s. Say which column is the other, or take neither.")
TWO_FOR_ONE = Sentence("Two columns cannot both be this: %(columns)s. Choose one of them.")


def guessed(columns: tuple[str, ...], before: Meanings | None = None) -> Meanings:
    """What each column means: as it was said last time, else by its name."""
    known = before or {}
    found = {column: known[column] if column in known else part_for(column, HEADINGS) for column in columns}
    found = {column: part for column, part in found.items() if part}
    taken: set[str] = set()
    for column, part in list(found.items()):
        if part in taken and part not in _JOINED:
            del found[column]
        taken.add(part)
    for pair in _PLACES:
        if len({part for part in found.values() if part in pair}) == 1:
            found = {column: part for column, part in found.items() if part not in pair}
    return found


def meanings_before(source: str) -> Meanings:
    """How the newest file of this source was read."""
    loaded = BroughtFile.objects.filter(source_name=source, is_package=False, loaded_at__isnull=False)
    return loaded.order_by("-loaded_at").values_list("meanings", flat=True).first() or {}


def mapping_of(meanings: Meanings, entries: Entries, *, source: str, licence: str = "", kind: str = "service") -> Mapping:
    """The mapping that the directory's own reading goes by; refused where it could not be one."""
    by_part: dict[str, list[str]] = {}
    for column in entries.columns:
        if part := meanings.get(column, ""):
            by_part.setdefault(part, []).append(column)
    _is_one(by_part)
    fields: dict[str, Any] = {"kind": {"constant": kind}}
    for part, columns in by_part.items():
        if part == "letters" and "address" in by_part:
            continue
        fields |= _field(part, columns, meanings, entries, kind)
    told_apart = by_part.get(MARK) or [column for part in _TOLD_APART for column in by_part.get(part, [])]
    top = {"source": source, "key": told_apart, "nothing": ["NA", "N/A", "n/k", "None", "-", "Not known"], "fields": fields}
    return read_mapping(str(yaml.safe_dump({**top, **({"licence": licence} if licence else {})}, allow_unicode=True)))


def _is_one(by_part: dict[str, list[str]]) -> None:
    if not by_part.get("name"):
        raise Refused(NO_NAME)
    for part, columns in by_part.items():
        if len(columns) > 1 and part not in (*_JOINED, MARK):
            raise Refused(TWO_FOR_ONE, columns=", ".join(f"“{column}”" for column in columns))
    for one, other in _PLACES:
        if (one in by_part) != (other in by_part):
            raise Refused(HALF_A_PLACE, one=one, other=other)


def _field(part: str, columns: list[str], meanings: Meanings, entries: Entries, kind: str) -> dict[str, Any]:
    given: dict[str, Any] = {"from": columns if len(columns) > 1 else columns[0]}
    if len(columns) > 1:
        given["join"] = _JOINED[part]
    if part in _THROUGH:
        given["through"] = _THROUGH[part]
    if part == MARK or part in ("longitude", "northing"):
        return {}
    if part in ("latitude", "easting"):
        other = dict(_PLACES)[part]
        return {"place": {part: columns[0], other: next(column for column, meant in meanings.items() if meant == other)}}
    if part == "when":
        return {"days": given, "times": given}
    if part == "cost":
        return {"cost": {**given, "through": "cost named"}, "cost_words": given}
    if part == "letters":
        return {"address": {**given, "may_be_a_home": "true"}}
    if part == "kind":
        return {"kind": {**given, "words": _kinds(columns[0], entries), "otherwise": kind}}
    return {part: given}


def _kinds(column: str, entries: Entries) -> dict[str, str]:
    """The words of the column that are kinds of ours, however they are written: `Groups` is `group`."""
    ours = {fold(form): word.stored for word in KINDS for form in (word.stored, f"{word.stored}s", f"{word.stored[:-1]}ies")}
    said = {row.cells[column] for row in entries.good() if row.cells.get(column)}
    return {text: ours[fold(text)] for text in sorted(said) if fold(text) in ours} or {kind: kind for kind in set(ours.values())}
