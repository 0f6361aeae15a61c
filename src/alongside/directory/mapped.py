"""A row of a file as an entry, by its mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet
from alongside.places.national_grid import degrees_from_grid
from alongside.places.postcode_file import EAST, NORTH, SOUTH, WEST

from . import transforms
from .addresses import may_be_a_home, town_of
from .day_names import days_in
from .listing import LONGEST_NAME, Listing
from .mapping import DAYS, Mapping
from .words import COSTS, KINDS

LETTERS_GO_HERE = "Its letters go here; it may meet elsewhere."
LETTERS_GO_NEAR_HERE = "Only about here, for its letters may go to a home; it may meet elsewhere."

_YES, _NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})
_KINDS, _COSTS = {word.stored for word in KINDS}, {word.stored for word in COSTS}


def read_listings(sheet: Sheet, mapping: Mapping) -> Iterator[Listing | BadRow]:
    """Every row as an entry, or as a bad row with the reason; a row that comes again is refused."""
    seen: dict[str, int] = {}
    for row in sheet.rows:
        if isinstance(row, BadRow):
            yield row
            continue
        try:
            made = listing_of(row, mapping)
        except Refused as refused:
            yield BadRow(row.number, refused.sentence, tuple(row.cells.values()))
            continue
        first = seen.setdefault(made.source_key, row.number)
        if first == row.number:
            yield made
            yield from (BadRow(row.number, doubt, tuple(row.cells.values()), taken=True) for doubt in _doubts(row, mapping, made))
        else:
            what = " and ".join(f"“{column}”" for column in mapping.key)
            yield BadRow(row.number, f"Row {first} has the same {what} already.", tuple(row.cells.values()))


def listing_of(row: Row, mapping: Mapping) -> Listing:
    """One row as an entry; refused with the reason when it cannot be one."""
    cells = {name: "" if value.casefold() in mapping.nothing else value for name, value in row.cells.items()}
    key = [cells[column] for column in mapping.key]
    if not key[0]:
        raise Refused(f"It has nothing in “{mapping.key[0]}”, which tells it from the others.")
    made: dict[str, Any] = {"source_key": "\x1f".join(key).casefold() if len(key) > 1 else key[0].casefold()}
    for name, spec in mapping.fields.items():
        made |= _field(name, spec, cells)
    if not made.get("name"):
        raise Refused("It has no name.")
    if len(made["name"]) > LONGEST_NAME:
        raise Refused(f"Its name is longer than {LONGEST_NAME} letters.")
    if made["kind"] not in _KINDS:
        raise Refused(f"We do not know what kind of entry it is: “{made['kind'][:60]}”.")
    if made.get("cost", "unknown") not in _COSTS:
        raise Refused(f"We do not know what “{made['cost'][:60]}” says about its cost.")
    return Listing(**made)


def _doubts(row: Row, mapping: Mapping, made: Listing) -> Iterator[str]:
    """What the row says of its place that could not be read; the entry is taken without it."""
    spec = mapping.fields.get("postcode", {})
    said = row.cells.get(str(spec.get("from", "")), "")
    if said and said.casefold() not in mapping.nothing and not made.postcode:
        yield f"Taken, but “{said[:40]}” is not a postcode."
    columns = [str(column) for column in mapping.fields.get("place", {}).values()]
    if made.latitude is None and any(row.cells[column] and row.cells[column].casefold() not in mapping.nothing for column in columns):
        yield "Taken, but its place is not one in the British Isles."


def _field(name: str, spec: dict[str, Any], cells: dict[str, str]) -> dict[str, Any]:
    if name == "access":
        return _access(spec, cells)
    if name == "place":
        place = _place({asked: cells[column] for asked, column in spec.items()})
        return {"latitude": place[0], "longitude": place[1]} if place else {}
    if name == "days":
        return {"days": days_in(_text(spec, cells))} if "from" in spec else _hours(spec, cells)
    text = _text(spec, cells)
    if name == "confirmed_on":
        return {"confirmed_on": transforms.day(text)}
    if spec.get("may_be_a_home") and text:
        home = may_be_a_home(text)
        return {name: town_of(text) if home else text, "about_here": home, "place_words": LETTERS_GO_NEAR_HERE if home else LETTERS_GO_HERE}
    return {name: text} if text or name not in ("cost", "kind") else {}


def _text(spec: dict[str, Any], cells: dict[str, str]) -> str:
    """What a field says: a constant, a column, several joined, or the first of several that is not empty."""
    if "constant" in spec:
        return str(spec["constant"])
    columns = spec["from"] if isinstance(spec["from"], list) else [spec["from"]]
    values = [cells[column] for column in columns if cells[column]]
    text = str(spec["join"]).join(values) if "join" in spec else next(iter(values), "")
    if "words" in spec:
        text = str(spec["words"].get(text, spec.get("otherwise", text)))
    if "office_of" in spec:
        text = transforms.office_email(text, beside=cells[spec["office_of"]])
    steps = spec.get("through", [])
    for step in steps if isinstance(steps, list) else [steps]:
        text = transforms.BY_NAME[step](text)
    return text or str(spec.get("otherwise", ""))


def _access(spec: dict[str, Any], cells: dict[str, str]) -> dict[str, Any]:
    def all_say(columns: Any, word: frozenset[str]) -> bool:
        asked = columns if isinstance(columns, list) else [columns]
        return bool(asked) and all(cells[column].casefold() in word for column in asked)

    there = tuple(feature for feature, asked in spec.items() if all_say(asked.get("there", []), _YES))
    missing = tuple(feature for feature, asked in spec.items() if feature not in there and all_say(asked.get("missing", []), _NO))
    return {"access": there, "access_missing": missing}


def _hours(spec: dict[str, str], cells: dict[str, str]) -> dict[str, Any]:
    """Days and hours from a column a day; days with the same hours, one after another, are said together."""
    hours = [(number, cells[spec[name]].replace(",", " and ")) for number, name in enumerate(DAYS, start=1) if name in spec]
    opens = [(number, said) for number, said in hours if said and said.casefold() != "closed"]
    runs: list[tuple[int, int, str]] = []
    for number, said in opens:
        if runs and runs[-1][1] == number - 1 and runs[-1][2] == said:
            runs[-1] = (runs[-1][0], number, said)
        else:
            runs.append((number, number, said))
    lines = [f"{DAYS[a - 1].title()}{f' to {DAYS[b - 1].title()}' if b > a else ''} {said}" for a, b, said in runs]
    return {"days": tuple(number for number, _ in opens), "times": "; ".join(lines)}


def _place(given: dict[str, str]) -> tuple[float, float] | None:
    """A place in the British Isles, or None: a wrong place is worse than none."""
    try:
        if "latitude" in given:
            place = float(given["latitude"]), float(given["longitude"])
        else:
            found = degrees_from_grid(float(given["easting"]), float(given["northing"]))
            if found is None:
                return None
            place = found
    except ValueError:
        return None
    return place if SOUTH <= place[0] <= NORTH and WEST <= place[1] <= EAST else None
