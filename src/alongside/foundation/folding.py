"""Folding words so that spelling, accents and spacing do not keep the same thing apart."""

from __future__ import annotations

import re
import unicodedata

_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})")


_MARKS = {number: " " for number in range(128) if not chr(number).isalnum()}
"""What parts words in plain letters."""

# Letters of names in Britain that are no letter with an accent, and how they are written on an English keyboard.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})


def fold(text: str) -> str:
    """Lower case without accents or punctuation, single spaces: `"Siân O'Dowd-Reé"` → `"sian odowd ree"`."""
    kept = text.casefold()
    if kept.isascii():
        return " ".join(kept.replace("'", "").translate(_MARKS).split())
    kept = "".join(c for c in unicodedata.normalize("NFKD", kept.translate(_LETTERS)) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", kept.replace("'", "").replace("’", "")).split())


def fold_postcode(text: str) -> str | None:
    """A UK postcode as it is stored, `"M33 7ZZ"`, or None when the text does not hold exactly one."""
    found = _POSTCODE.fullmatch(re.sub(r"[^A-Za-z0-9]", "", text).upper())
    return f"{found[1]} {found[2]}" if found else None


def fold_phone(text: str) -> str:
    """Digits only, with a leading 0 in place of +44."""
    digits = re.sub(r"\D", "", text)
    return "0" + digits[2:] if digits.startswith("44") else digits
