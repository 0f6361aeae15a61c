"""What somebody would like, and the terms by which it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import log
from uuid import UUID

from .meanings import MEANS, Meanings, Phrase
from .reading import Reading, Topic
from .stemming import telling

LEAST_IMPORTANT, A_PHRASE = 0.25, 0.8
"""What the commonest word still counts, and what a phrase of common words does; the rarest word counts 1."""

LEAST_KNOWN, LEAST_SAID = 0.5, 0.65
"""What a word that we know the meaning of counts at the least, for somebody thought it worth writing down; and what it does when it was said."""


A_SMALL_TOWN = 100
"""Entries below which a directory counts as one of so many: in one that has only begun, a word is not common because its only entry says it."""


@dataclass(frozen=True)
class Wish:
    """Their words, where they are (degrees, WGS 84), how far they can go (metres), when they are free and what they need.

    `parts` are parts of the day; `left` is what was understood from the words and taken back (`day:tuesday`, `not:knitting`).
    """

    words: str = ""
    latitude: float | None = None
    longitude: float | None = None
    reach: int | None = None
    days: frozenset[int] = frozenset()
    access: frozenset[str] = frozenset()
    """What it must have."""
    helps: frozenset[str] = frozenset()
    """What would help them: it leaves nothing out, and what has it comes sooner."""
    free_only: bool = False
    today: date = field(default_factory=lambda: date.min)
    parts: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    tags: frozenset[UUID] = frozenset()
    """Tags that it must have, each itself or a narrower one."""
    spoken: str = ""
    """A language that must be spoken there, by its code (languages.py)."""
    room_now: bool = False
    """Whether what is known to be full, or to have a waiting list, is left out."""

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for what the database alone looks at: tags, a language, room."""
        return bool(self.tags or self.spoken or self.room_now)

    def with_what_was_read(self, reading: Reading) -> Wish:
        """The same wish with the days, times, cost and access that its words speak of."""
        days = self.days | {int(day) for day in reading.values("day")}
        if not_on := {int(day) for day in reading.values("not on")}:
            days = (days or frozenset(range(1, 8))) - not_on
        return replace(
            self,
            days=frozenset(days),
            access=self.access | reading.values("access"),
            helps=self.helps | reading.values("helps"),
            free_only=self.free_only or bool(reading.values("free")),
            parts=self.parts | reading.values("part"),
        )


@dataclass(frozen=True)
class Vocabulary:
    """How many entries there are, and how many use each word that was asked about."""

    entries: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def importance(self, phrase: Phrase, *, known: bool = True) -> float:
        """From 0.25 (every entry says it) to 1 (none does, or one): the rarer a word, the more it tells; what we know tells more."""
        words = telling(list(phrase))
        least = LEAST_IMPORTANT if not known else LEAST_KNOWN if len(phrase) == 1 else A_PHRASE
        if not words:
            return A_PHRASE
        if self.entries < 1:
            return 1.0
        rarest = min(self.counts.get(word, 0) for word in words)
        entries = max(self.entries, A_SMALL_TOWN)
        return max(least, log((entries + 1) / (rarest + 1)) / log(entries + 1))


@dataclass(frozen=True)
class Way:
    """One way in which an entry may say what was asked: exactly, by a word that means the same, or by one a slip away."""

    phrase: Phrase
    how: str
    importance: float


@dataclass(frozen=True)
class Term:
    """A word or phrase of the wish, as it was typed, and every way in which an entry may say it.

    `aside`: a word that we know nothing of, said beside some that we do. It brings an entry only when it is rare and in the name.
    """

    said: str
    ways: tuple[Way, ...]
    aside: bool = False

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The words with which the ways begin: a text that has none of them says nothing of it."""
        return frozenset(way.phrase[0] for way in self.ways)


def stems_to_count(topics: Iterable[Topic], meanings: Meanings) -> set[str]:
    """Every word whose frequency the terms depend on."""
    return {word for one in topics for phrase in _phrases(one, meanings) for word in telling(list(phrase))}


def _phrases(one: Topic, meanings: Meanings) -> list[Phrase]:
    meant = [(guess,) for guess in one.guessed]
    return [one.phrase, *meanings.of(one.phrase), *meant, *(kin for guess in meant for kin in meanings.of(guess))]


def terms_of(topics: Sequence[Topic], meanings: Meanings, vocabulary: Vocabulary) -> list[Term]:
    """The terms to look for; what has one name is one term, however often it was said."""
    something_known = any(one.known or one.guessed for one in topics)
    named: dict[str, Term] = {}
    for one in topics:
        term = Term(one.said, tuple(_ways(one, meanings, vocabulary)), one.aside or (something_known and not (one.known or one.guessed)))
        name = meanings.names.get(one.meant, one.said)
        named[name] = replace(named[name], ways=_together(named[name].ways, term.ways)) if name in named else term
    return [term for term in named.values() if term.ways]


def _ways(one: Topic, meanings: Meanings, vocabulary: Vocabulary) -> Iterable[Way]:
    # A word that the directory itself uses is no slip.
    guessed = () if vocabulary.counts.get(one.phrase[0]) else one.guessed
    if not one.plain:
        importance = vocabulary.importance(one.phrase, known=one.known)
        yield Way(one.phrase, "says", max(importance, LEAST_SAID) if one.known else importance)
    for kin, how in sorted(meanings.of(one.phrase).items()):
        yield Way(kin, how, vocabulary.importance(kin))
    for guess in guessed:
        yield Way((guess,), "nearly says", vocabulary.importance((guess,)))
        for kin, how in sorted(meanings.of((guess,)).items()):
            if how == MEANS:
                yield Way(kin, "nearly means", vocabulary.importance(kin))


def _together(ways: tuple[Way, ...], more: tuple[Way, ...]) -> tuple[Way, ...]:
    have = {(way.phrase, way.how) for way in ways}
    return (*ways, *(way for way in more if (way.phrase, way.how) not in have))
