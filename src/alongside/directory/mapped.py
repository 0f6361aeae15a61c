"""A row of a file as an entry, by its mapping."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Row, Sheet
from alongside.foundation.words import Sentence

from .fields import Taken, taking
from .listing import LONGEST_NAME, Listing
from .mapping import Mapping
from .words import COSTS, KINDS

_KINDS, _COSTS = {word.stored for word in KINDS}, {word.stored for word in COSTS}


def read_listings(sheet: Sheet, mapping: Mapping) -> Iterator[Listing | BadRow]:
    """Every row as an entry, or as a bad row with the reason; a row that comes again is refused."""
    seen: dict[str, int] = {}
    take = taking(mapping.fields)
    for row in sheet.rows:
        if isinstance(row, BadRow):
            yield row
            continue
        try:
            made = listing_of(row, mapping, take)
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


def listing_of(row: Row, mapping: Mapping, take: Taken) -> Listing:
    """One row as an entry; refused with the reason when it cannot be one."""
    cells = row.cells
    if mapping.nothing:
        cells = {name: "" if value.casefold() in mapping.nothing else value for name, value in cells.items()}
    key = [cells[column] for column in mapping.key]
    if not key[0]:
        raise Refused(Sentence("It has nothing in “%(column)s”, which tells it from the others."), column=mapping.key[0])
    made = take(cells)
    made["source_key"] = "\x1f".join(key).casefold() if len(key) > 1 else key[0].casefold()
    if not made.get("name"):
        raise Refused(Sentence("It has no name."))
    if len(made["name"]) > LONGEST_NAME:
        raise Refused(Sentence("Its name is longer than %(most)s letters."), most=LONGEST_NAME)
    if (kind := made.get("kind", "")) not in _KINDS:
        raise Refused(Sentence("We do not know what kind of entry it is: “%(kind)s”."), kind=kind[:60])
    if made.get("cost", "unknown") not in _COSTS:
        raise Refused(Sentence("We do not know what “%(cost)s” says about its cost."), cost=made["cost"][:60])
    return Listing(**made)


def _doubts(row: Row, mapping: Mapping, made: Listing) -> Iterator[str]:
    """What the row says that could not be read; the entry is taken without it."""
    for name, what, read in (("postcode", "a postcode", made.postcode), ("email", "an e-mail address", made.email)):
        spec = mapping.fields.get(name, {})
        said = row.cells.get(str(spec.get("from", "")), "")
        # Of a person's own address nothing is said here either.
        if said and said.casefold() not in mapping.nothing and not read and "office_of" not in spec:
            yield f"Taken, but “{said[:40]}” is not {what}."
    columns = [str(column) for column in mapping.fields.get("place", {}).values()]
    if made.latitude is None and any(row.cells[column] and row.cells[column].casefold() not in mapping.nothing for column in columns):
        yield "Taken, but its place is not one in the British Isles."
