"""What a word that nobody knows may have been meant to be: a word that we know, one slip of the pen away."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from .meanings import KNOWLEDGE, Meanings
from .stemming import stem

SHORTEST_GUESSED = 5
"""Letters; a shorter word is one letter away from too many others."""

SHORTEST_WRONG = 7
"""Letters of the shortest word in which one letter may be another: with fewer, it is another word as often as a slip (march, marsh)."""


@cache
def words_people_know() -> frozenset[str]:
    """English words that stand one slip away from a word of ours: they are meant as they are."""
    lines = (KNOWLEDGE / "no_slips.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def slips(word: str) -> Iterator[str]:
    """Every word one slip away: a letter left out, swapped with the next, wrong, or too many; the first letter is seldom wrong."""
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            if len(word) >= SHORTEST_WRONG:
                yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)


def guesses(word: str, meanings: Meanings) -> tuple[str, ...]:
    """The stems of ours that a word may have been meant for; none when it is short, or somebody's word as it stands."""
    if len(word) < SHORTEST_GUESSED or not (word.isascii() and word.isalpha()) or word in words_people_know():
        return ()
    return tuple(sorted({stem(other) for other in slips(word) if other in meanings.spellings}))
