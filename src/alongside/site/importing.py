"""What both import commands do around their one action: read with a progress bar, keep the bad rows, say plainly what was done."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar
from uuid import UUID

from django.core.management import call_command
from django.db import connection
from tqdm import tqdm

from alongside.foundation.actor import Actor
from alongside.foundation.cells import inert
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, Loaded
from alongside.foundation.words import Sentence

T = TypeVar("T")

IMPORT_POSTCODES = Actor(id=UUID("00000000-0000-4000-8000-00000000a001"), name="import-postcodes")
IMPORT_DIRECTORY = Actor(id=UUID("00000000-0000-4000-8000-00000000a002"), name="import-directory")
LOAD_TAGS = Actor(id=UUID("00000000-0000-4000-8000-00000000a004"), name="load-vocabulary")
LOAD_TIMETABLE = Actor(id=UUID("00000000-0000-4000-8000-00000000a005"), name="load-timetable")
LOAD_DEPRIVATION = Actor(id=UUID("00000000-0000-4000-8000-00000000a006"), name="load-deprivation")
"""Commands that name themselves in the trail; they hold no seat, so they see no person."""


def content_of(path: Path) -> bytes:
    """The file's bytes, or a sentence."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(Sentence("%(path)s cannot be read: %(why)s."), path=path, why=(error.strerror or "unknown reason").lower()) from None


def tables_are_there() -> None:
    """A database that nobody has used yet gets its tables first."""
    if "directory_knownword" not in connection.introspection.table_names():
        sys.stderr.write("Making the tables first.\n")
        call_command("migrate", verbosity=0)


@dataclass
class Sorting(Generic[T]):
    """Rows on their way in: the good pass through, the bad are kept for the file of refused rows."""

    bad: list[BadRow] = field(default_factory=list)

    def good(self, rows: Iterable[T | BadRow], *, what: str, many: int) -> Iterator[T]:
        """The good rows, while a bar on the error output shows how far we are (nothing when that is no terminal)."""
        for row in tqdm(rows, desc=what, total=many, unit=" rows", disable=None, file=sys.stderr, leave=False):
            if isinstance(row, BadRow):
                self.bad.append(row)
            else:
                yield row

    @property
    def refused(self) -> int:
        """How many rows were not taken."""
        return sum(not row.taken for row in self.bad)


def keep_refused(bad: list[BadRow], columns: tuple[str, ...], *, beside: Path, wanted: Path | None) -> Path | None:
    """Write the bad rows with their numbers and reasons where asked, else beside the file, else here; None when there are none."""
    if not bad:
        return None
    name = f"{beside.stem}.refused.csv"
    places = [wanted] if wanted else [beside.with_name(name), Path(name)]
    for place in places:
        try:
            with place.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["row", "taken", "reason", *map(inert, columns)])
                # A file from elsewhere is opened here by whoever mends it: nothing in it runs.
                writer.writerows([row.number, "yes" if row.taken else "no", *map(inert, (row.reason, *row.cells))] for row in bad)
        except OSError:
            continue
        return place
    raise Refused(Sentence("The refused rows could not be written to %(path)s, so nothing was loaded. Say where with --refused FILE."), path=places[-1])


def summary(done: Loaded, sorting: Sorting[T], kept: Path | None, *more: str) -> str:
    """What was done, a line for each number."""
    lines = [("added", done.added), ("changed", done.changed), ("unchanged", done.unchanged), ("refused", sorting.refused)]
    said = [f"{name + ':':<11}{number:>8,}" for name, number in lines]
    if done.gone:
        said.append(f"Not in the file any more: {done.gone:,}. They stay as they are.")
    doubts = len(sorting.bad) - sorting.refused
    if doubts:
        said.append(f"Taken, although something in the row could not be read: {doubts:,}.")
    said += [line for line in more if line]
    if kept:
        said.append(f"Rows with reasons: {kept}")
    return "\n".join(said)


def told(done: dict[str, int], left_out: list[dict[str, str]], *, what: str) -> list[str]:
    """What reading a directory did, a line for each number, and the first of what could not be read."""
    said = [f"{name + ':':<11}{done[name]:>8,}" for name in ("added", "changed", "unchanged")]
    said.append(f"{'left out:':<11}{len(left_out):>8,}")
    if done["gone"]:
        said.append(f"Not in the {what} any more: {done['gone']:,}. They stay, and say so.")
    if done.get("withdrawn"):
        said.append(f"Not there any more, it says: {done['withdrawn']:,}. They are withdrawn.")
    if done.get("back"):
        said.append(f"There again, it says: {done['back']:,}.")
    if done["without_place"]:
        said.append(f"Place not known: {done['without_place']:,}. They are kept, and offered apart.")
    return said + [f"Left out: {one['name'] or one['key'] or '(no name)'}: {one['why']}" for one in left_out[:20]]
