"""A sheet as a tagged PDF, set by typst: what it says goes in as data, in a folder of its own where nothing else can be read."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from django.utils.translation import ngettext

_FONTS = settings.ROOT / "static/built/fonts/print"
FONTS = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible More", "Libertinus Serif")
"""The house's own letters where the pages' assets are built; else those that come with typst. Both have ŵ and ŷ."""


INSTEAD = "[?]"
"""What stands where letters stood that our fonts do not have, such as an emoji or Chinese."""
_HAS_NO_LETTER = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_BY_NUMBER = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_MOST_TRIES = 4
_LATIN_ONLY = re.compile(r"[^\n -~\u00a0-\u017f‘’“”–—…•€]")


def as_pdf(sheet: Path, given: dict[str, Any], *, pictures: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """A sheet as PDF/UA-1: tagged, titled, in the reader's language.

    PDF/UA-1 takes no letter that no font has: a mark stands in its place, and a sentence says how many there are.
    """
    how, lying = {"format": "pdf", "pdf_standards": ["ua-1"]}, list(pictures)
    unknown: set[str] = set()
    for tried in range(_MOST_TRIES):
        try:
            return b"".join(_set(sheet, _printable(given, unknown), lying, how))
        except typst.TypstError as error:
            named = {letter for text in _HAS_NO_LETTER.findall(str(error)) for letter in _BY_NUMBER.sub(lambda hit: chr(int(hit[1], 16)), text)}
            new = {letter for letter in named if not letter.isascii()} - unknown
            if tried == _MOST_TRIES - 2 or not new:
                new = set(_LATIN_ONLY.findall(json.dumps(given, ensure_ascii=False))) - unknown
            if not new:
                raise
            unknown |= new
    raise RuntimeError("Letters remain that no font has.")


def _printable(given: dict[str, Any], unknown: set[str]) -> dict[str, Any]:
    """The same with a mark instead of each run of letters that cannot be printed, and how many there were."""
    if not unknown:
        return given
    runs, many = re.compile(f"[{re.escape(''.join(sorted(unknown)))}]+"), 0

    def instead(found: re.Match[str]) -> str:
        nonlocal many
        many += len(found[0])
        return INSTEAD

    def through(value: Any) -> Any:
        if isinstance(value, str):
            return runs.sub(instead, value)
        if isinstance(value, dict):
            return {key: through(inner) for key, inner in value.items()}
        return [through(inner) for inner in value] if isinstance(value, list | tuple) else value

    printable = through(given)
    says = ngettext(
        "One letter or sign could not be printed: %(mark)s stands in its place. On the screen all of it can be read.",
        "%(many)s letters or signs could not be printed: %(mark)s stands in their place. On the screen all of it can be read.",
        many,
    )
    return printable | {"unprinted": says % {"many": many, "mark": INSTEAD}}


def as_pictures(sheet: Path, given: dict[str, Any], *, pictures: Iterable[tuple[str, bytes]] = ()) -> list[bytes]:
    """The same as pictures of its pages, for whoever wants to look at it."""
    made = _set(sheet, given, pictures, {"format": "png"})
    return made if isinstance(made, list) else [made]


def _set(sheet: Path, given: dict[str, Any], pictures: Iterable[tuple[str, bytes]], how: dict[str, Any]) -> list[bytes]:
    """A file, or a picture for each page."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, sheet.name)
        shutil.copyfile(sheet, source)
        for name, data in pictures:
            Path(folder, name).write_bytes(data)
        inputs = {"given": json.dumps(given | {"fonts": [*FONTS] if _FONTS.exists() else [FONTS[-1]]})}
        fonts = [str(_FONTS)] if _FONTS.exists() else []
        made: bytes | list[bytes] = typst.compile(str(source), root=folder, font_paths=fonts, ignore_system_fonts=True, sys_inputs=inputs, **how)
        return [made] if isinstance(made, bytes) else made
