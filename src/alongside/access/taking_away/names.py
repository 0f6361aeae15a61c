"""Whose names stand in somebody's record, and a text without them.

A record tells of others too: a sister, a neighbour, somebody else we know. Their names go out of a copy unless whoever looks
through it lets them stay. A word counts as a name if it begins with a capital letter and is no ordinary word; that finds too
many rather than too few, and a reader decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LEFT_OUT = "[name left out]"
_WORD = re.compile(r"[^\W\d_][\w]*(?:['’-][^\W\d_]\w*)*")
_AGAIN = re.compile(rf"{re.escape(LEFT_OUT)}(?:[\s,]+{re.escape(LEFT_OUT)})+")
NEAR = 60
"""Letters of a passage shown on either side of a name."""


@dataclass(frozen=True)
class Name:
    """A word that may be somebody's name: how often, in what company, and whether somebody in their life is called so."""

    word: str
    times: int
    near: str
    in_their_life: bool


@cache
def ordinary_words() -> frozenset[str]:
    """Words that begin sentences, days, months and the like, in small letters."""
    return frozenset((Path(__file__).parent / "ordinary_words.txt").read_text(encoding="utf-8").split())


def words_in(texts: Iterable[str]) -> set[str]:
    """Every word of these texts, in small letters."""
    return {_plain(word) for text in texts for word in _WORD.findall(text)}


def names_in(texts: Iterable[str], *, their_own: set[str], in_their_life: set[str]) -> list[Name]:
    """Every word that may be the name of somebody else, those in their life first. `their_own` are words that are never left out."""
    told = list(texts)
    in_small_letters = {word for text in told for word in _WORD.findall(text) if word == word.lower()}
    counted: Counter[str] = Counter()
    near: dict[str, str] = {}
    for text in told:
        for found in _WORD.finditer(text):
            word = found[0]
            plain = _plain(word)
            known = plain in in_their_life
            if known or (word[0].isupper() and plain not in their_own and plain not in ordinary_words() and plain not in in_small_letters):
                if plain in their_own and not known:
                    continue
                counted[plain] += 1
                near.setdefault(plain, text[max(0, found.start() - NEAR) : found.end() + NEAR])
    names = [Name(word, times, near[word], word in in_their_life) for word, times in counted.items()]
    return sorted(names, key=lambda name: (not name.in_their_life, name.word))


def without(text: str, left_out: set[str], phrases: Iterable[str] = ()) -> str:
    """A text without these names, in whatever letters, and without these passages."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase.strip():
            text = re.sub(re.escape(phrase.strip()), "[passage left out]", text, flags=re.IGNORECASE)
    return _AGAIN.sub(LEFT_OUT, _WORD.sub(lambda found: LEFT_OUT if _plain(found[0]) in left_out else found[0], text))


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value as JSON has it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)


def each_text(value: Any, change: Any) -> Any:
    """The same value with every text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: each_text(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [each_text(inner, change) for inner in value]
    return value


def _plain(word: str) -> str:
    """In small letters, and as nobody's: “Gwen's” is Gwen."""
    return re.sub(r"['’]s$", "", word.lower())
