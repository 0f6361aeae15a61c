"""What was found there, as the entry says it."""

from __future__ import annotations

from alongside.foundation.folding import fold

from ..words import AS_IT_IS_SAID


def with_words(access_words: str, reason: str) -> str:
    """`Step-free` and `too steep` give `Step-free, but a steep hill`; what it says already stays as it is."""
    words = AS_IT_IS_SAID.get(reason, "")
    if not words or fold(words) in fold(access_words):
        return access_words
    stands = access_words.strip().rstrip(".")
    return f"{stands}, but {words}" if stands else words[:1].upper() + words[1:]
