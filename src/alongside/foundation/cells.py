"""What may be written into a cell of a file that somebody opens in a spreadsheet."""

from __future__ import annotations

import re

_STARTS_A_FORMULA = frozenset("=+-@|%＝＋－＠")
"""The full-width forms count too: some spreadsheets read them as the plain ones."""

_A_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def inert(cell: object) -> str:
    """A cell that a spreadsheet shows and never runs: an apostrophe before what it would take for a formula; a plain number is none."""
    text = str(cell).replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
    first = text.lstrip(" \t\u00a0\ufeff")[:1]
    if _A_NUMBER.fullmatch(text):
        return text
    return f"'{text}" if first in _STARTS_A_FORMULA or text[:1] == "\t" else text
