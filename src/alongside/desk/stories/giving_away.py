"""What in a story would give somebody away: names, places, days, numbers, and things so rare that a neighbour knows whose they are. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.access.taking_away.knowing_words import is_word_in_small_letters
from alongside.access.taking_away.names import Knowing, names_in, naming_words

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DAYS = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS})\b(?: \d{{4}})?",
    rf"\b(?:{MONTHS}) (?:19|20)\d{{2}}\b",
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b",
    r"\b(?:19|20)\d{2}\b",
)
_NO_AGE = r"(?!\s*(?:minutes|hours|days|weeks|months|pounds|people|miles|%))"
_PATTERNS = (
    ("number", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.I)),
    ("number", re.compile(r"(?<![\w.])(?:\+44 ?|0)\d(?:[ -]?\d){8,9}\b")),
    ("number", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("day", re.compile("|".join(_DAYS), re.I)),
    ("age", re.compile(rf"\b\d{{2,3}}[ -]years?[ -]old|\b(?:aged?|turned|is|was|at) \d{{2,3}}\b{_NO_AGE}", re.I)),
)
SHORTEST = 5
"""Letters from which on a word can be rare: shorter ones are in every sentence."""


@dataclass(frozen=True)
class Found:
    """Something that could give somebody away: what it is, as it stands there. `has_to_go`: it is known to be theirs."""

    kind: str
    said: str
    has_to_go: bool

    @property
    def key(self) -> str:
        """By which it is judged."""
        return f"{self.kind}: {self.said.casefold()}"


@dataclass(frozen=True)
class Around:
    """What is known of them: names (their own, of those in their life, of whoever works with them), and places (addresses, neighbourhoods, where they go)."""

    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def gives_away(words: str, around: Around) -> list[Found]:
    """Everything in it, what has to go first; each once."""
    found = {one.key: one for one in (*_known(words, around), *_patterns(words), *_names(words, around), *_rare(words))}
    said = {one.said.casefold() for one in found.values() if one.kind != "rare"}
    inside = {word for one in said for word in one.split()}
    return sorted((one for one in found.values() if one.kind != "rare" or one.said not in inside), key=lambda one: (not one.has_to_go, one.kind, one.said))


def _known(words: str, around: Around) -> Iterator[Found]:
    theirs = {"name": naming_words(around.names), "place": naming_words(around.places)}
    for word in _WORD.findall(words):
        plain = word.casefold().replace("’", "'").removesuffix("'s")
        for kind, some in theirs.items():
            # “Rose” is a name of theirs and “the tide rose” is none; a name that is no word is theirs in whatever letters.
            if plain in some and (word[0].isupper() or not is_word_in_small_letters(plain)):
                yield Found(kind, word.removesuffix("’s").removesuffix("'s"), has_to_go=True)


def _patterns(words: str) -> Iterator[Found]:
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(words):
            yield Found(kind, found[0], has_to_go=kind == "number")


def _names(words: str, around: Around) -> Iterator[Found]:
    known = naming_words((*around.names, *around.places))
    for name in names_in([words], Knowing()):
        if not set(name.key.split()) & known:
            yield Found("perhaps a name", name.said, has_to_go=False)


def _rare(words: str) -> Iterator[Found]:
    for word in _WORD.findall(words):
        plain = word.casefold()
        if word[0].islower() and len(plain) >= SHORTEST and not is_word_in_small_letters(plain):
            yield Found("rare", plain, has_to_go=False)
