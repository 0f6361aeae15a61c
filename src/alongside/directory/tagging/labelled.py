"""A file of texts that people tagged: which columns say what, and its rows as examples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, read_sheet
from alongside.foundation.words import Sentence

from .learning import Example

USUALLY = {
    "key": ("org_id", "id", "reg_number"),
    "name": ("name", "title"),
    "text": ("activities", "description", "text"),
    "tags": ("UKCAT", "tags", "codes", "labels"),
}
"""The columns that are looked for where none are named; the first that is there."""


@dataclass(frozen=True)
class Labelled:
    """The rows with at least one tag, each with its key; which columns were read; and how many rows had no tag or could not be read."""

    keys: tuple[str, ...]
    examples: tuple[Example, ...]
    columns: str
    left_out: int


def read_labelled(content: bytes, wanted: Mapping[str, Sequence[str]], separator: str = ";") -> Labelled:
    """Texts and their tags, or a sentence that says which column is missing."""
    sheet = read_sheet(content)
    chosen = {what: _columns(what, wanted.get(what) or (), sheet.columns) for what in USUALLY}
    keys, examples, left_out = [], [], 0
    for row in sheet.rows:
        if isinstance(row, BadRow):
            left_out += 1
            continue
        said = {what: " . ".join(row.cells[column] for column in columns) for what, columns in chosen.items()}
        codes = frozenset(code.strip() for code in said["tags"].split(separator) if code.strip())
        if not codes:
            left_out += 1
            continue
        keys.append(said["key"] or f"row {row.number}")
        examples.append(Example(said["name"], said["text"], codes))
    if not examples:
        raise Refused(Sentence("No row of the file has a tag."))
    told = "; ".join(f"{what}: {', '.join(columns) or 'none'}" for what, columns in chosen.items())
    return Labelled(tuple(keys), tuple(examples), told, left_out)


def _columns(what: str, wanted: Sequence[str], there: Sequence[str]) -> list[str]:
    if missing := [column for column in wanted if column not in there]:
        raise Refused(Sentence("There is no column “%(column)s”. There are: %(there)s."), column=missing[0], there=", ".join(there))
    found = list(wanted) or [column for column in USUALLY[what] if column in there][:1]
    if not found and what in ("text", "tags"):
        raise Refused(Sentence("No column was found for the %(what)s. Name it: --%(what)s COLUMN. There are: %(there)s."), what=what, there=", ".join(there))
    return found
