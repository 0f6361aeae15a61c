"""One cell at a time: a telephone number that a spreadsheet mangled, a postcode inside an address, a list in a line."""

from __future__ import annotations

import re

from alongside.foundation.folding import fold, fold_postcode

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[\dA-Z]?)\s*(\d[A-Z]{2})\b", re.I)
_SHORTENED = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.I)
_LISTED = re.compile(r"\s*(?:[;\n\r•]|,(?![^(]*\)))\s*")
_LINES = re.compile(r"\s*[;\n\r•]\s*")
DITTO = frozenset({"see above", "as above", "same as above", "same", "ditto", "do", "above"})
_DITTO_MARKS = ('"', "”", "“", "〃", "''")
_TOTAL = re.compile(r"^(?:grand |sub)?-?totals?\b|^(?:sum|count|average|mean|number of|no of)\b", re.I)
AN_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")


def is_ditto(text: str) -> bool:
    """Whether a cell only points at the one above it."""
    return text.strip() in _DITTO_MARKS or fold(text) in DITTO


def is_total(text: str) -> bool:
    """Whether a row is one of sums, by its first words."""
    return bool(_TOTAL.match(text.strip()))


def telephone(text: str) -> tuple[str, bool]:
    """The number as one would ring it, and whether it was mended; empty when it is not one, or when the spreadsheet has lost its figures."""
    if _SHORTENED.fullmatch(text.strip()):
        return "", False
    kept = re.sub(r"\.0+$", "", text.strip())
    digits = re.sub(r"\D", "", kept)
    if kept.startswith("+44") or (digits.startswith("44") and len(digits) == 12):
        return kept, False
    if digits.startswith("0") and len(digits) in (10, 11):
        return kept, False
    if not digits.startswith("0") and len(digits) in (9, 10) and digits[0] in "1237" and kept == digits:
        # A spreadsheet takes 07700 900123 for a number, and numbers begin with no nought.
        return f"0{digits[:4]} {digits[4:]}", True
    return "", False


def telephones(text: str) -> tuple[str, bool]:
    """All the numbers of a cell, and whether any was mended; empty unless each is one."""
    numbers = [telephone(piece) for piece in text.replace(" or ", "/").split("/")]
    if not all(number for number, _ in numbers):
        return "", False
    return " / ".join(number for number, _ in numbers), any(was for _, was in numbers)


def postcode_in(text: str) -> tuple[str, str]:
    """The postcode in an address, and the address without it; both as they are when there is none, or more than one."""
    found = list(_POSTCODE.finditer(text))
    folded = fold_postcode(found[0][0]) if len(found) == 1 else None
    if folded is None:
        return "", text
    rest = f"{text[: found[0].start()]} {text[found[0].end() :]}"
    return folded, re.sub(r"\s*,\s*(?:,\s*)*", ", ", " ".join(rest.split())).strip(" ,")


def listed(text: str, *, commas: bool = True) -> list[str]:
    """What stands in one cell between semicolons or new lines, and between commas where those part things and no words about one."""
    return [part for part in (_LISTED if commas else _LINES).split(text.strip()) if part]
