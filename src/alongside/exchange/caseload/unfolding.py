"""Whether a part of a workbook declares a type of its own, out of which a few letters unfold into gigabytes (`<!ENTITY`): no program writes one."""

from __future__ import annotations

import io
import zipfile
from typing import NoReturn
from xml.parsers import expat

MOST_PARTS = 5_000
"""Files in a workbook; each sheet and each picture is one."""


class _Known(Exception):
    """No more of it needs to be read."""


def may_unfold(content: bytes) -> bool:
    """Each part is read as whoever unpacks it reads it, up to its first element; after that nothing can be declared."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        inside = packed.infolist()
        return len(inside) > MOST_PARTS or any(_declares(packed, part) for part in inside)


def _declares(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    reader, declared = expat.ParserCreate(), []

    def enough(*_told: object) -> NoReturn:
        raise _Known

    def declares(*_told: object) -> NoReturn:
        declared.append(part)
        raise _Known

    reader.StartDoctypeDeclHandler, reader.StartElementHandler = declares, enough
    try:
        with packed.open(part) as told:
            for piece in iter(lambda: told.read(65_536), b""):
                reader.Parse(piece)
    except (_Known, expat.ExpatError):
        # What is no such text, as a picture, is none to whoever reads it after us either.
        return bool(declared)
    return False
