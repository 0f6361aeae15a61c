"""A file read: its entries, what is over, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from alongside.directory.listing import Listing
from alongside.directory.mapped import read_listings
from alongside.directory.mapping import Mapping
from alongside.foundation.collecting import without_collecting
from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow
from alongside.foundation.words import Sentence

from ..enough import enough_is_right
from ..models import BroughtFile
from ..open_referral.incoming import incoming
from ..open_referral.joining import services_of
from ..open_referral.unpacking import tables_of
from .meanings import mapping_of
from .sheets import Entries, entries_of

SAID_TWICE = Sentence("The package tells of this service twice.")


@dataclass
class Read:
    """What a file says."""

    listings: list[Listing] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    """Keys of those that it says are not there any more."""
    left_out: list[dict[str, str]] = field(default_factory=list)
    """Each with its key, its name and why."""
    doubts: int = 0
    """How many of these were taken all the same, without what could not be read of them."""


@without_collecting()
def read_package(content: bytes, *, kind: str = "service") -> Read:
    """Every entry of a package, by the same reading as a feed's; refused whole where too much of it is wrong."""
    tables = tables_of(content)
    read, seen = Read(left_out=tables.wrong), set[str]()
    for told in services_of(tables):
        key = str(told.get("id", ""))
        try:
            found = incoming(told, kind=kind)
            if found.key in seen:
                raise Refused(SAID_TWICE)
        except Refused as refused:
            read.left_out.append({"key": key[:100], "name": str(told.get("name", ""))[:100], "why": refused.sentence})
            continue
        seen.add(found.key)
        if found.over:
            read.over += [one.source_key for one in found.listings]
        else:
            read.listings += found.listings
    enough_is_right(len(read.left_out), len(seen), read.left_out[0]["why"] if read.left_out else "")
    return read


def read_file(file: BroughtFile) -> Read:
    """Everything that a file that was brought says."""
    content = bytes(file.content or b"")
    if file.is_package:
        return read_package(content, kind=file.kind)
    entries = entries_of(content, file.name)
    return read_entries(entries, mapping_of(file.meanings, entries, source=file.source_name, licence=file.licence, kind=file.kind))


def read_entries(entries: Entries, mapping: Mapping) -> Read:
    """Every row of a sheet as an entry, by its mapping; what cannot be one is left out with why."""
    read = Read()
    for one in read_listings(entries.as_sheet, mapping):
        if isinstance(one, BadRow):
            read.doubts += one.taken
            read.left_out.append({"key": str(one.number), "name": _("Row %(number)s") % {"number": one.number}, "why": one.reason})
        else:
            read.listings.append(one)
    return read
