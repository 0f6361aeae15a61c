"""Lists of tags in the forms in which they are published: OpenActive's activity list (JSON-LD, SKOS), and the UK charity tags (CSV)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, decoded, read_sheet
from alongside.foundation.words import Sentence

from .naming import Named

CC_BY = "CC BY 4.0"
_NO_LIST = Sentence("This is neither OpenActive's activity list (JSON-LD) nor the UK charity tags (CSV with “Code” and “tag”).")


@dataclass(frozen=True)
class Published:
    """A list: what it is called, its own address, its licence, and its tags, each after the one above it."""

    name: str
    address: str
    licence: str
    tags: tuple[Named, ...]


def read_published(content: bytes) -> Published:
    """The list in a file, or a sentence."""
    made = _from_json(content) if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else _from_csv(content)
    if not made.tags:
        raise Refused(_NO_LIST)
    codes = [one.code for one in made.tags]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        raise Refused(Sentence("The code “%(code)s” stands twice in this list."), code=twice[0])
    known = set(codes)
    return Published(made.name, made.address, made.licence, tuple(_placed(one, known) for one in made.tags))


def _placed(one: Named, known: set[str]) -> Named:
    parent = one.parent if one.parent in known and one.parent != one.code else ""
    return Named(one.code, one.name, parent, one.words, one.pattern, one.unless)


def _from_json(content: bytes) -> Published:
    try:
        given = json.loads(content)
        concepts = [one for one in given["concept"] if one.get("type") == "Concept"]
        tags = tuple(
            Named(
                str(one.get("notation") or one["id"]),
                " ".join(str(one["prefLabel"]).split()),
                str(next(iter(one.get("broader", [])), "")),
                tuple(str(word) for word in one.get("altLabel", [])),
            )
            for one in concepts
        )
        by_id = {str(one["id"]): tag.code for one, tag in zip(concepts, tags, strict=True)}
        placed = tuple(Named(tag.code, tag.name, by_id.get(tag.parent, ""), tag.words) for tag in tags)
        return Published(str(given["title"]), str(given["id"]), CC_BY if "creativecommons.org/licenses/by/4" in str(given.get("license")) else "", placed)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused(_NO_LIST) from None


def _from_csv(content: bytes) -> Published:
    decoded(content)
    sheet = read_sheet(content)
    if not {"Code", "tag"} <= set(sheet.columns):
        raise Refused(_NO_LIST)
    rows = [row.cells for row in sheet.rows if not isinstance(row, BadRow) and row.cells["Code"] and row.cells["tag"]]
    top = {cells["tag"]: cells["Code"] for cells in rows if cells.get("Level") in ("1", "2")}
    tags = tuple(
        Named(
            cells["Code"],
            cells["tag"],
            next((top[above] for above in (cells.get("Subcategory", ""), cells.get("Category", "")) if above in top and top[above] != cells["Code"]), ""),
            tuple(word.strip() for word in cells.get("words", "").split(";") if word.strip()),
            _pattern(cells, "Regular expression"),
            _pattern(cells, "Exclude regular expression"),
        )
        for cells in rows
    )
    return Published("UK charity activity tags", "https://charityclassification.org.uk/", CC_BY, tags)


def _pattern(cells: dict[str, str], column: str) -> str:
    pattern = cells.get(column, "")
    try:
        re.compile(pattern)
    except re.error:
        raise Refused(Sentence("The pattern of “%(code)s” cannot be read: %(pattern)s"), code=cells["Code"], pattern=pattern[:60]) from None
    return pattern
