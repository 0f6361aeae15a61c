"""A wish that stands in a note, or in why something was not for somebody: as a sentence of its own, with nobody's name in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alongside.foundation.folding import fold

LONGEST = 300
"""Letters of a sentence that is taken for a wish; what is longer is a story."""
A_NAME = 3
"""Letters from which on a part of a name is a name in somebody's words."""
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_A_WISH = re.compile(
    r"\bif only\b|\b(?:would|'d|’d)(?: really| so| both)? (?:like|love|enjoy|go)\b|\bwish(?:es|ed)?\b|\bwants? to\b|\bmiss(?:es|ed)?\b|\bhopes? to\b|"
    r"\blooking for\b|\blooks for\b|\b(?:nothing|nowhere|nobody|no one)\b.{0,40}\b(?:here|near|round|around|to)\b|\bcould do with\b|\bused to love\b",
    re.IGNORECASE,
)
"""How people say that they would like something that is not there."""
_WORD = re.compile(r"[\w’'-]+")
_TWICE = re.compile(r"\b([Ss]omebody)(?: somebody)+(’s)?")


def wish_in(text: str, names: Iterable[str]) -> str:
    """The first sentence that says a wish, with “somebody” for the person's name; empty where none does."""
    for sentence in _SENTENCES.split(text):
        if 0 < len(sentence.strip()) <= LONGEST and _A_WISH.search(sentence):
            return without_names(sentence.strip(), names)
    return ""


def without_names(text: str, names: Iterable[str]) -> str:
    """The same words, with “somebody” wherever the person is named."""
    parts = {part for name in names for part in fold(name).split() if len(part) >= A_NAME}
    if not parts:
        return text

    def said(found: re.Match[str]) -> str:
        word = found[0]
        own = re.fullmatch(r"(.+?)(?:['’]s|['’])", word)
        if fold(own[1] if own else word) not in parts:
            return word
        somebody = "somebody’s" if own else "somebody"
        return somebody.capitalize() if found.start() == 0 else somebody

    # A first and a last name are one person.
    return _TWICE.sub(lambda found: f"{found[1]}{found[2]}", _WORD.sub(said, text))
