"""Whether a few letters of a workbook unfold into gigabytes: by a type of its own that a part declares (`<!ENTITY`; no program writes one), or by
hundreds of thousands of elements in a part that is held whole, as that of its styles is.
"""

from __future__ import annotations

import io
import zipfile
from typing import NoReturn
from xml.parsers import expat

MOST_PARTS = 5_000
"""Files in a workbook; each sheet and each picture is one."""
MOST_MARKS = 400_000
"""Marks of elements in a part that is read at once: a million of them fill half a gigabyte, and are packed into some kilobytes. As many styles
as a workbook may have need fewer."""
_WHOLE = ("styles.xml", "theme1.xml", ".rels", "core.xml", "app.xml", "custom.xml", "workbook.xml", "[content_types].xml")
"""What is held whole, beside what is a workbook under another name. Sheets and their words have bounds of their own (reading.py)."""


class _Known(Exception):
    """No more of it needs to be read."""


def may_unfold(content: bytes) -> bool:
    """Each part is read as whoever unpacks it reads it, up to its first element, after which nothing can be declared; the rest is counted."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        inside = packed.infolist()
        return len(inside) > MOST_PARTS or any(_unfolds(packed, part) for part in inside)


def _unfolds(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    reader, first, declared = expat.ParserCreate(), [""], []

    def begins(name: str, *_told: object) -> NoReturn:
        first[0] = name.rsplit(":", 1)[-1]
        raise _Known

    def declares(*_told: object) -> NoReturn:
        declared.append(part)
        raise _Known

    reader.StartDoctypeDeclHandler, reader.StartElementHandler = declares, begins
    marks = 0
    with packed.open(part) as told:
        pieces = iter(lambda: told.read(65_536), b"")
        try:
            for piece in pieces:
                marks += piece.count(b"<")
                reader.Parse(piece)
        except expat.ExpatError:
            # What is no such text, as a picture, is none to whoever reads it after us either.
            return False
        except _Known:
            if declared or not (first[0] == "workbook" or part.filename.lower().endswith(_WHOLE)):
                return bool(declared)
        return any((marks := marks + piece.count(b"<")) > MOST_MARKS for piece in pieces) or marks > MOST_MARKS
