"""The words by which tags are called, and which of them a text says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..stemming import stem, telling

LONGEST_READ = 5_000
"""Letters of a text that are looked at: whatever its publisher's pattern, it takes a moment and no longer."""

_CLAUSES = re.compile(r"[.,;:!?()/\n•|–—]+")
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Named:
    """A tag as whoever publishes it names it: its code, its name, the code above it, what else it is called, and their pattern if they give one."""

    code: str
    name: str
    parent: str = ""
    words: tuple[str, ...] = ()
    pattern: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Word:
    """A word of a text as it stands there, and without its ending."""

    stem: str
    said: str


def clauses_of(text: str) -> Iterator[list[Word]]:
    """The words of a text, clause by clause: a phrase does not reach over a comma."""
    for clause in _CLAUSES.split(text[:LONGEST_READ]):
        words = [Word(stem(said.casefold().replace("’", "'").replace("'", "")), said) for said in _WORDS.findall(clause)]
        if words:
            yield words


class Names:
    """A list of tags, ready to be asked which of them a text says."""

    def __init__(self, tags: Sequence[Named]) -> None:
        self.tags = list(tags)
        self.codes = [one.code for one in self.tags]
        self._patterns = [(at, re.compile(one.pattern, re.I), re.compile(one.unless or r"(?!)", re.I)) for at, one in enumerate(self.tags) if one.pattern]
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for at, one in enumerate(self.tags):
            # Whoever gives a pattern has thought of its name.
            for called in () if one.pattern else (one.name, *one.words):
                for phrase in _phrases_of(called):
                    self._phrases[phrase[0]].append((phrase, at))

    def said_in(self, text: str) -> dict[int, str]:
        """By place in the list: the words of the text that say this tag."""
        found: dict[int, str] = {}
        text = text[:LONGEST_READ]
        for at, pattern, unless in self._patterns:
            if (match := pattern.search(text)) and match[0].strip() and not unless.search(text):
                found[at] = " ".join(match[0].split())[:60]
        for words in clauses_of(text) if self._phrases else ():
            for start, word in enumerate(words):
                for phrase, at in self._phrases.get(word.stem, ()):
                    here = words[start : start + len(phrase)]
                    if tuple(one.stem for one in here) == phrase:
                        found.setdefault(at, " ".join(one.said for one in here))
        return found


def _phrases_of(called: str) -> Iterator[tuple[str, ...]]:
    """`Ice hockey / Bandy` is said by either; a name that says nothing by itself, by none."""
    for part in called.split("/"):
        phrase = tuple(word.stem for words in clauses_of(part) for word in words)
        if phrase and telling(list(phrase)):
            yield phrase
