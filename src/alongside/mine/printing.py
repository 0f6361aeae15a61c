"""A booklet as a tagged PDF, set by typst: what it says goes in as data, in a folder of its own where nothing else can be read."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

_HERE = Path(__file__).parent
_FONTS = settings.ROOT / "static/built/fonts/print"
FONTS = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible More", "Libertinus Serif")
"""The house's own letters where the pages' assets are built; else those that come with typst. Both have ŵ and ŷ."""


def as_pdf(sheet: str, given: dict[str, Any], *, pictures: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A sheet (`booklet`, `easy_read`) as PDF/UA-1: tagged, titled, in the reader's language."""
    return _set(sheet, given, pictures, {"format": "pdf", "pdf_standards": ["ua-1"]})  # type: ignore[return-value]


def as_pictures(sheet: str, given: dict[str, Any], *, pictures: Iterable[tuple[str, bytes]] = ()) -> list[bytes]:
    """The same as pictures of its pages, for whoever wants to look at it."""
    made = _set(sheet, given, pictures, {"format": "png"})
    return made if isinstance(made, list) else [made]


def _set(sheet: str, given: dict[str, Any], pictures: Iterable[tuple[str, bytes]], how: dict[str, Any]) -> bytes | list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{sheet}.typ")
        shutil.copyfile(_HERE / source.name, source)
        for name, data in pictures:
            Path(folder, name).write_bytes(data)
        inputs = {"given": json.dumps(given | {"fonts": [*FONTS] if _FONTS.exists() else [FONTS[-1]]})}
        fonts = [str(_FONTS)] if _FONTS.exists() else []
        made: bytes | list[bytes] = typst.compile(str(source), root=folder, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs, **how)
        return made
