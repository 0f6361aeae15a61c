"""A wish as somebody wrote or said it, read: what it is about, what it must not be, when, whether free, and what it must have.

Everything is looked up in knowledge/: phrases, the longest first, clause by clause. Nothing is learnt, and everything understood can be
shown and taken back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from alongside.foundation.folding import fold

from .guessing import guesses
from .meanings import Meanings, Phrase
from .rules import Rules, known_rules
from .stemming import stem, telling

MOST_TOPICS = 60
"""Different words of a wish that are looked for; a page of prose has about as many that say something."""

A_FEW_WORDS, A_SENTENCE = 4, 12
"""Up to so many words somebody typed what they look for, and every word that says something counts. In a sentence a word that we do not know
counts for little, and in more, a story, for nothing."""

ONE_BREATH = 7
"""Words that a "not" reaches over, at the most."""

_WHATEVER = frozenset({"something", "anything", "somewhere", "anywhere", "things", "stuff"})
"""After these "free" costs nothing, whatever follows."""

_STOP, _COMMA = ".", ","
_PAUSES = re.compile(r"[.;:!?()\n•|–—…“”\"]+|\s-\s")


@dataclass(frozen=True)
class Topic:
    """A word or phrase of the wish, as it was typed.

    `plain` ones are only asked for by what they mean, `known` ones have a meaning, `guessed` is what one may be a slip for; one said `aside`
    is a word of a sentence that we do not know.
    """

    said: str
    phrase: Phrase
    plain: bool = False
    known: bool = True
    guessed: tuple[str, ...] = ()
    aside: bool = False

    @property
    def meant(self) -> Phrase:
        """The phrase that it stands for."""
        return (self.guessed[0],) if self.guessed else self.phrase


@dataclass(frozen=True)
class Filter:
    """Something that a wish asks for as the boxes do: a day, a time of day, nothing to pay, or what it must have; or what it must not be about."""

    kind: str
    value: str
    said: str

    @property
    def key(self) -> str:
        """What it is, in short."""
        return f"{self.kind}:{self.value}"

    @property
    def by_words(self) -> str:
        """By which it is taken back, with all that the same words ask for: a weekend has two days."""
        return f"{self.kind}:{self.said}"


@dataclass(frozen=True)
class Reading:
    """What was understood."""

    topics: tuple[Topic, ...] = ()
    unwanted: tuple[Topic, ...] = ()
    filters: tuple[Filter, ...] = ()
    anything: bool = False
    """They said when, or what not, or "something to do", but not what."""

    @property
    def lost(self) -> bool:
        """Whether no wish was found in it."""
        return not (self.topics or self.anything)

    def values(self, kind: str) -> frozenset[str]:
        """What was understood of this kind: day, not on, part, free, access, helps."""
        return frozenset(one.value for one in self.filters if one.kind == kind)

    def without(self, left: frozenset[str]) -> Reading:
        """The same, less what was taken back."""
        unwanted = tuple(one for one in self.unwanted if f"not:{one.said}" not in left)
        return Reading(self.topics, unwanted, tuple(one for one in self.filters if one.by_words not in left), self.anything)


def read(words: str, meanings: Meanings, rules: Rules | None = None) -> Reading:
    """What somebody's words ask for."""
    return _Reader(words, meanings, rules or known_rules()).read()


class _Reader:
    """One reading, from the first word to the last."""

    def __init__(self, text: str, meanings: Meanings, rules: Rules) -> None:
        self.meanings, self.rules = meanings, rules
        self.words = _tokens(text)
        self.stems = [stem(word) for word in self.words]
        self.length = sum(word not in (_STOP, _COMMA) for word in self.words)
        self.topics: dict[Phrase, Topic] = {}
        self.unwanted: dict[Phrase, Topic] = {}
        self.filters: dict[str, Filter] = {}
        self.alone: list[Topic] = []  # access said by words that also have a meaning: a toilet
        self.denying = ""  # "not wanted", "lacking" or nothing
        self.reach = 0
        self.whatever = False

    def read(self) -> Reading:
        at = 0
        while at < len(self.words):
            at += self._step(at)
        if not self.topics and self.alone and len(self.filters) == 1 and not self.unwanted:
            # Nothing but "a toilet": then that is what they look for.
            self.topics = {one.phrase: one for one in self.alone}
            self.filters = {}
        topics = tuple(self.topics.values())[:MOST_TOPICS]
        anything = not topics and bool(self.filters or self.unwanted or self.whatever)
        return Reading(topics, tuple(self.unwanted.values())[:MOST_TOPICS], tuple(self.filters.values()), anything)

    def _step(self, at: int) -> int:
        """Understand what begins here; how many words it took."""
        word = self.words[at]
        if word == _STOP or (word == _COMMA and not self._list_goes_on(at)) or (self.denying and self.reach <= 0):
            self.denying = ""
        if word in (_STOP, _COMMA):
            return 1
        ours, rule = self.meanings.longest_at(self.stems, at), self.rules.at(self.words, at)
        size = max(ours, rule, 1)
        self.reach -= size
        if rule and rule >= ours:
            self._obey(at, rule, also_ours=ours == rule)
        elif ours:
            self._topic(at, ours)
        else:
            self._unknown(at)
        return size

    def _obey(self, at: int, size: int, *, also_ours: bool) -> None:
        said = " ".join(self.words[at : at + size])
        for kind, value in self.rules.kinds[tuple(self.words[at : at + size])]:
            if kind in ("not wanted", "lacking"):
                self.denying, self.reach = kind, ONE_BREATH
            elif kind == "begins anew":
                self.denying = ""
            elif kind == "anything":
                self.denying, self.whatever = "", True
            elif kind == "day":
                self._add(Filter("not on" if self.denying else "day", value, said))
                self._span(at, size, int(value))
            elif kind == "access":
                self._add(Filter(kind, value, said))
                if also_ours:
                    self.alone.append(Topic(said, tuple(self.stems[at : at + size])))
            elif kind == "helps":
                if not self.denying:
                    self._add(Filter(kind, value, said))
                if also_ours:
                    self._topic(at, size)
            elif kind in ("part", "free") and not self.denying and not (kind == "free" and self._is_when(at, size)):
                self._add(Filter(kind, value, said))

    def _is_when(self, at: int, size: int) -> bool:
        """Whether "free" says when: free Tuesday mornings; something free on Tuesday, or anything free Tuesday, costs nothing."""
        if self.words[at] != "free" or (at and self.words[at - 1] in _WHATEVER):
            return False
        after = tuple(self.words[at + size : at + size + 1])
        return any(kind in ("day", "part") for kind, _ in self.rules.kinds.get(after, ()))

    def _span(self, at: int, size: int, first: int) -> None:
        """Monday to Friday: the days between, when the next word says so."""
        after = self.words[at + size : at + size + 2]
        if len(after) < 2 or after[0] not in ("to", "until", "till"):
            return
        last = next((int(value) for kind, value in self.rules.kinds.get((after[1],), ()) if kind == "day"), first)
        for day in range(first + 1, last):
            self._add(Filter("not on" if self.denying else "day", str(day), after[1]))

    def _add(self, one: Filter) -> None:
        self.filters.setdefault(one.key, one)

    def _topic(self, at: int, size: int) -> None:
        phrase = tuple(self.stems[at : at + size])
        self._take(Topic(" ".join(self.words[at : at + size]), phrase, plain=size == 1 and not telling([phrase[0]])))

    def _unknown(self, at: int) -> None:
        word = self.words[at]
        if any(letter.isdigit() for letter in word) or not telling([self.stems[at]]):
            return
        guessed = guesses(word, self.meanings)
        # "I can do without bending" is no word of what they do not want; "no karaoke" would be, and is known.
        if guessed or not (self.length > A_SENTENCE or self.denying == "lacking"):
            self._take(Topic(word, (self.stems[at],), known=False, guessed=guessed, aside=self.length > A_FEW_WORDS and not guessed))

    def _take(self, one: Topic) -> None:
        asked = not self.denying or one.meant in self.meanings.troubles or (self.denying == "lacking" and one.meant in self.meanings.lacks)
        (self.topics if asked else self.unwanted).setdefault(one.phrase, one)

    def _list_goes_on(self, at: int) -> bool:
        """Whether after this comma what is not wanted goes on: not knitting, bingo or church."""
        if not self.denying:
            return False
        rest = self.words[at + 1 :]
        end = next((place for place, word in enumerate(rest) if word == _STOP or (word,) in self.rules.kinds), len(rest))
        return bool({"or", "nor"} & set(rest[:end]))


def _tokens(text: str) -> list[str]:
    """Folded words, with a mark where somebody would draw breath."""
    tokens: list[str] = []
    for clause in _PAUSES.split(text):
        for number, part in enumerate(clause.split(",")):
            if number:
                tokens.append(_COMMA)
            tokens += fold(part).split()
        tokens.append(_STOP)
    while tokens and tokens[-1] in (_STOP, _COMMA):
        tokens.pop()
    return tokens
