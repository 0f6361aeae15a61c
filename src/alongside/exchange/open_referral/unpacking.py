"""A package of tables (HSDS, a tabular data package in a ZIP) opened within bounds: nothing of it is written anywhere, and nothing is followed out of it."""

from __future__ import annotations

import io
import json
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from alongside.foundation.refusals import Refused
from alongside.foundation.rows import BadRow, read_sheet
from alongside.foundation.words import Sentence

from .package import TABLES

MOST_BYTES = 20_000_000
MOST_UNPACKED = 150_000_000
"""Bytes of all tables together; 20,000 services with everything said of them take some 40 million."""
MOST_PARTS = 500
MOST_ROWS = 1_000_000
DESCRIBED_IN = "datapackage.json"
KNOWN = (*TABLES, "language")
_ALSO = {"physical_address": "address", "accessibility_for_disability": "accessibility", "regular_schedule": "schedule"}

TOO_LARGE = Sentence("The package has %(has)s MB and may have %(most)s. Ask whoever made it for a smaller one, or for the address of their feed.")
BROKEN = Sentence("This package cannot be opened: it is damaged, or is no ZIP file. Fetch it anew, and bring it again.")
PASSWORD = Sentence("This package is protected by a password. Ask whoever made it for one without.")
UNPACKED = Sentence("What is packed into this file would fill more than %(most)s MB. No directory does; nothing of it was read.")
MANY_PARTS = Sentence("This package holds more than %(most)s files. No directory does; nothing of it was read.")
CLIMBS_OUT = Sentence("The package names “%(name)s”, which is not inside it. Nothing of it was read.")
TWICE = Sentence("The package holds “%(name)s” twice, so nobody can say which of them counts. Nothing was loaded.")
NOT_IN_IT = Sentence("The package says that it has “%(name)s”, and it is not in it. Fetch it anew; nothing was loaded.")
NO_DESCRIPTION = Sentence("What the package says of itself (datapackage.json) cannot be read. Nothing was loaded.")
NO_SERVICES = Sentence("There is no table of services in this package, so it is no directory as Open Referral has them.")
IN_TABLE = Sentence("%(table)s: %(why)s")
MANY_ROWS = Sentence("The package holds more than %(most)s rows. Nothing was loaded.")

Cells = dict[str, str]


@dataclass
class Tables:
    """Rows by table, each only with what it says; and the rows that could not be read."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: {name: [] for name in KNOWN})
    wrong: list[dict[str, str]] = field(default_factory=list)


def is_package(content: bytes) -> bool:
    """Whether a file is a ZIP that is no workbook."""
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "xl/workbook.xml" not in packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return True


def tables_of(content: bytes) -> Tables:
    """Every table that we know, or a refusal that says what is wrong."""
    if len(content) > MOST_BYTES:
        raise Refused(TOO_LARGE, has=len(content) // 1_000_000 + 1, most=MOST_BYTES // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = _parts(packed)
            return _read(packed, parts)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error, lzma.LZMAError):
        raise Refused(BROKEN) from None


def _parts(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What is in it by name, before anything is unpacked. zipfile never unpacks more of a part than is declared here."""
    inside = [part for part in packed.infolist() if not part.is_dir()]
    if len(inside) > MOST_PARTS:
        raise Refused(MANY_PARTS, most=MOST_PARTS)
    if sum(part.file_size for part in inside) > MOST_UNPACKED:
        raise Refused(UNPACKED, most=MOST_UNPACKED // 1_000_000)
    found: dict[str, zipfile.ZipInfo] = {}
    for part in inside:
        name = _inside(part.filename)
        if part.flag_bits & 1:
            raise Refused(PASSWORD)
        if name in found:
            raise Refused(TWICE, name=name[:120])
        found[name] = part
    return found


def _inside(name: str) -> str:
    """The name, if it stays in the package."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise Refused(CLIMBS_OUT, name=name[:120])
    return str(path)


def _read(packed: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> Tables:
    tables, many = Tables(), 0
    files = dict(_files(packed, parts))
    if "service" not in files:
        raise Refused(NO_SERVICES)
    for table, name in files.items():
        for row in _rows(packed.read(parts[name]), name):
            many += 1
            if many > MOST_ROWS:
                raise Refused(MANY_ROWS, most=f"{MOST_ROWS:,}")
            if isinstance(row, BadRow):
                tables.wrong.append({"key": "", "name": f"{name}, {row.number}", "why": row.reason})
            else:
                tables.rows[table].append({column: cell for column, cell in row.cells.items() if cell})
    return tables


def _rows(content: bytes, name: str) -> Iterator[Any]:
    if not content.strip():
        return
    try:
        yield from read_sheet(content).rows
    except Refused as refused:
        raise Refused(IN_TABLE, table=name, why=refused.sentence) from None


def _files(packed: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    """Each table that we know and its file: as the package describes itself, else by the names of its files."""
    described = next((name for name in sorted(parts, key=len) if PurePosixPath(name).name == DESCRIBED_IN), None)
    if described is None:
        yield from ((table, name) for name in sorted(parts, reverse=True) if name.endswith(".csv") and (table := _table(PurePosixPath(name).stem)))
        return
    folder = PurePosixPath(described).parent
    for resource in _resources(packed.read(parts[described])):
        path, table = resource["path"], _table(resource["name"]) or _table(PurePosixPath(resource["path"]).stem)
        inside = _inside(str(folder / path))
        if table and inside not in parts:
            raise Refused(NOT_IN_IT, name=path[:120])
        if table:
            yield table, inside


def _resources(content: bytes) -> list[dict[str, str]]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
        given = [{"name": one.get("name", ""), "path": one["path"][0] if isinstance(one["path"], list) else one["path"]} for one in told["resources"]]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        raise Refused(NO_DESCRIPTION) from None
    if not all(isinstance(value, str) for one in given for value in one.values()):
        raise Refused(NO_DESCRIPTION)
    return given


def _table(named: str) -> str:
    """The table of ours by a name that others give it: `services`, `physical_addresses`."""
    name = named.casefold()
    shorter = (name, name.removesuffix("s"), name.removesuffix("es"), f"{name.removesuffix('ies')}y")
    return next((found for one in shorter if (found := _ALSO.get(one, one)) in KNOWN), "")
