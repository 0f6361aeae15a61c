"""A word as it sounds."""

from __future__ import annotations

import re
from functools import cache


@cache
def sound(word: str) -> str:
    """A word as it sounds, roughly: its first letter and the consonants after it, none twice running, so that Tolley is Tolly."""
    rest = re.sub(r"[aeiouyhw]", "", word[1:].replace("ck", "k").replace("ph", "f"))
    return re.sub(r"(.)\1+", r"\1", word[:1] + rest)
