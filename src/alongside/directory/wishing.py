"""What somebody would like, in their own words, made into terms that can be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import log
from string import ascii_lowercase

from alongside.foundation.folding import fold

from .meanings import Meanings, Phrase
from .stemming import stem, telling

MOST_TERMS = 60
"""Different words of a wish that are looked for; a page of prose has about as many that say something."""

SHORTEST_GUESSED = 5
"""Letters; a shorter word is one letter away from too many others."""

LEAST_IMPORTANT, A_PHRASE = 0.15, 0.8
"""What the commonest word still counts, and what a phrase of common words does; the rarest word counts 1."""


_HEAVY_ENDINGS = ("ion", "ity", "ness", "ship", "ment", "ist")


@dataclass(frozen=True)
class Wish:
    """Their words, where they are (degrees, WGS 84), how far they can go (metres), when they are free and what they need."""

    words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    reach: int | None = None
    days: frozenset[int] = frozenset()
    access: frozenset[str] = frozenset()
    free_only: bool = False
    today: date = field(default_factory=lambda: date.min)


@dataclass(frozen=True)
class Vocabulary:
    """How many entries there are, and how many use each word that was asked about."""

    entries: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def importance(self, phrase: Phrase) -> float:
        """From 0.15 (every entry says it) to 1 (none does, or one): the rarer a word, the more it tells."""
        words = telling(list(phrase))
        if not words:
            return A_PHRASE
        if self.entries < 1:
            return 1.0
        rarest = min(self.counts.get(word, 0) for word in words)
        return max(LEAST_IMPORTANT, log((self.entries + 1) / (rarest + 1)) / log(self.entries + 1))


@dataclass(frozen=True)
class Way:
    """One way in which an entry may say what was asked: exactly, by a word that means the same, or by one a slip away."""

    phrase: Phrase
    how: str
    importance: float


@dataclass(frozen=True)
class Term:
    """A word or phrase of the wish, as it was typed, and every way in which an entry may say it."""

    said: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Asked:
    """A word or phrase of the wish before the directory's vocabulary is known; `plain` ones are only asked for by what they mean."""

    said: str
    phrase: Phrase
    plain: bool = False

    @property
    def guessable(self) -> bool:
        """Whether it may be a slip of the pen."""
        return len(self.phrase) == 1 and not self.plain and len(self.said) >= SHORTEST_GUESSED and self.said.isalpha()


def asked_in(words: str, meanings: Meanings) -> list[Asked]:
    """The phrases that we know, the longest first, and every other word that says something; in their order, each once."""
    typed = fold(words).split()
    stems = [stem(word) for word in typed]
    found: dict[Phrase, Asked] = {}
    at = 0
    while at < len(stems):
        length = meanings.longest_at(stems, at)
        phrase = tuple(stems[at : at + max(1, length)])
        plain = len(phrase) == 1 and not telling([stems[at]])
        if length or not plain:
            found.setdefault(phrase, Asked(" ".join(typed[at : at + len(phrase)]), phrase, plain))
        at += len(phrase)
    return list(found.values())[:MOST_TERMS]


def stems_to_count(asked: Iterable[Asked], meanings: Meanings) -> set[str]:
    """Every word whose frequency the terms depend on."""
    return {word for one in asked for phrase in (one.phrase, *meanings.of(one.phrase)) for word in telling(list(phrase))}


def slips(word: str) -> Iterator[str]:
    """Every word one slip away: a letter left out, swapped with the next, wrong, or too many; the first letter is seldom wrong."""
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)


def guesses(one: Asked) -> set[str]:
    """What the word may have been meant to be."""
    if not one.guessable:
        return set()
    # An ending that is itself a slip must not eat half the word: grandson is not "grandion", hence grand.
    made_up = tuple(ending for ending in _HEAVY_ENDINGS if not one.said.endswith(ending))
    return {stem(word) for word in slips(one.said) if not word.endswith(made_up)} - {one.phrase[0]}


def terms_of(asked: Iterable[Asked], meanings: Meanings, vocabulary: Vocabulary, known_guesses: Mapping[str, Iterable[str]]) -> list[Term]:
    """The terms to look for. `known_guesses` gives, for a word that no entry has, the likely ones that some do."""
    terms = []
    for one in asked:
        ways = [] if one.plain else [Way(one.phrase, "says", vocabulary.importance(one.phrase))]
        ways += [Way(kin, "means", vocabulary.importance(kin)) for kin in sorted(meanings.of(one.phrase))]
        for guess in sorted(known_guesses.get(one.said, ())):
            ways.append(Way((guess,), "nearly says", vocabulary.importance((guess,))))
            ways += [Way(kin, "nearly means", vocabulary.importance(kin)) for kin in sorted(meanings.of((guess,)))]
        terms.append(Term(one.said, tuple(ways)))
    return terms
