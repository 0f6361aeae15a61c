"""Whose names stand in somebody's record, and a text without them.

A record tells of others too: a sister, a neighbour, somebody else we know. Their names go out of a copy unless whoever looks
through it lets them stay. A name is read as it is said: “Mrs Pritchard” is one. Whoever is in their life, a word with a title, and a
word with a capital where no sentence begins are names. At the beginning of a sentence every word has a capital: what is no ordinary
word there is found, and is likely a name only if it is known as one, or stands with a capital elsewhere. What they said of themselves is
theirs: of it goes by itself only whoever is known to us. That finds too many rather than too few, and a reader decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from alongside.people.matching.knowing import known_family_names, known_given_names

from .knowing_words import KIN, NEVER_A_NAME, TITLES, is_ordinary, is_word_in_small_letters

LEFT_OUT = "[name left out]"
_LETTERS = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_WORD = re.compile(rf"(?<!\w){_LETTERS}(?!\w)")
_BEGINNERS, _SKIPPED = frozenset('.!?:;…\n“"(–—•/'), frozenset("“\"‘'(")
_LOOKED_BACK = 50
"""Letters before a word that are looked at to tell whether a sentence begins there."""
_AGAIN = re.compile(rf"{re.escape(LEFT_OUT)}(?:[\s,]+{re.escape(LEFT_OUT)})+")
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))})\.? {re.escape(LEFT_OUT)}", re.IGNORECASE)
NEAR = 40
"""Letters of a passage shown on either side of a name."""


@dataclass(frozen=True)
class Name:
    """A name as it is said: how often, in what company, whether somebody in their life is called so, and whether it is likely one.

    Of what is not likely, such as a group, the name stays unless somebody takes it out.
    """

    key: str
    said: str
    times: int
    near: str
    in_their_life: bool
    likely: bool


@dataclass(frozen=True)
class Knowing:
    """What is known before the reading: words that are never left out, words of those in their life, of groups and places, and of others we know."""

    their_own: frozenset[str] = frozenset()
    in_their_life: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    in_our_records: frozenset[str] = frozenset()


def words_in(texts: Iterable[str]) -> set[str]:
    """Every word of these texts, in small letters."""
    return {_plain(word) for text in texts for word in _WORD.findall(text)}


def naming_words(names: Iterable[str]) -> set[str]:
    """What of “Mrs Pritchard next door” names her: words with a capital, or the first if there is none; no title and no “mother”."""
    found = set()
    for name in names:
        words = _WORD.findall(name)
        found |= {_plain(word) for word in [word for word in words if word[0].isupper()] or words[:1]}
    return found - TITLES - KIN - NEVER_A_NAME


def names_in(texts: Iterable[str], knowing: Knowing, own: Iterable[str] = ()) -> list[Name]:
    """Every name of somebody else, those in their life first; what is likely no person's comes last. `own` is what they said of themselves."""
    told = [*((text, False) for text in texts), *((text, True) for text in own)]
    small = {word for text, _own in told for word in _WORD.findall(text) if word == word.lower()}
    counted: Counter[tuple[str, ...]] = Counter()
    said: dict[tuple[str, ...], str] = {}
    near: dict[tuple[str, ...], str] = {}
    inside: set[str] = set()
    titled: set[tuple[str, ...]] = set()
    for text, is_own in told:
        for key, begins, ends in _phrases(text, knowing, small):
            counted[key] += 1
            if len(text[begins:ends]) > len(said.get(key, "")):
                said[key] = text[begins:ends]
            near.setdefault(key, " ".join(text[max(0, begins - NEAR) : ends + NEAR].split()))
            if not is_own:
                # What another wrote: a capital where no sentence begins is a sign, wherever else the word stands.
                inside |= set(key[1:]) if _begins_a_sentence(text, begins) else set(key)
                if _plain(text[begins:ends].split()[0]).rstrip(".") in TITLES:
                    titled.add(key)
    for short in [key for key in counted if len(key) == 1]:
        longer = [key for key in counted if len(key) > 1 and short[0] in key]
        if len(longer) == 1:
            counted[longer[0]] += counted.pop(short)
    written = words_in(text for text, is_own in told if not is_own)
    known = inside | (written & (known_given_names() | known_family_names()))
    names = [
        Name(" ".join(key), _plainly(said[key]), times, near[key], _in_their_life(key, knowing), key in titled or _likely(key, knowing, known))
        for key, times in counted.items()
    ]
    return sorted(names, key=lambda name: (not name.likely, not name.in_their_life, name.key))


def without(text: str, left_out: set[str], phrases: Iterable[str] = (), *, stay: Iterable[str] = ()) -> str:
    """A text without these names, in whatever letters, and without these passages; of names that stay no word goes."""
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase.strip():
            text = re.sub(re.escape(phrase.strip()), "[passage left out]", text, flags=re.IGNORECASE)
    for name in sorted((name for name in left_out if " " in name), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", LEFT_OUT, text, flags=re.IGNORECASE)
    goes = {word for name in left_out for word in name.split()} - {word for name in stay for word in name.split()}

    def instead(found: re.Match[str]) -> str:
        plain = _plain(found[0])
        # “Rose” goes and “the tide rose” stays.
        return LEFT_OUT if plain in goes and (found[0][0].isupper() or not is_word_in_small_letters(plain)) else found[0]

    return _AGAIN.sub(LEFT_OUT, _TITLED.sub(LEFT_OUT, LEFT_OUT.join(_WORD.sub(instead, part) for part in text.split(LEFT_OUT))))


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


def _phrases(text: str, knowing: Knowing, small: set[str]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The names in a text, each as its words without a title, and from where to where it stands with it."""
    run: list[re.Match[str]] = []
    title: re.Match[str] | None = None
    last: re.Match[str] | None = None
    for found in _WORD.finditer(text):
        between = text[last.end() : found.start()] if last is not None else ""
        beside = between == " " or (between == ". " and last is title)
        if run and not beside:
            yield _phrase(run, title)
            run, title = [], None
        plain = _plain(found[0])
        if plain in TITLES and found[0][0].isupper():
            if run:
                yield _phrase(run, title)
            run, title = [], found
        elif _names(found, text, knowing, small, after_a_name=bool(run) or (title is not None and beside)):
            run.append(found)
        else:
            if run:
                yield _phrase(run, title)
            run, title = [], None
        last = found
    if run:
        yield _phrase(run, title)


def _phrase(run: list[re.Match[str]], title: re.Match[str] | None) -> tuple[tuple[str, ...], int, int]:
    return tuple(_plain(found[0]) for found in run), (title or run[0]).start(), run[-1].end()


def _names(found: re.Match[str], text: str, knowing: Knowing, small: set[str], *, after_a_name: bool) -> bool:
    word, plain = found[0], _plain(found[0])
    if plain in knowing.in_their_life and (word[0].isupper() or not is_word_in_small_letters(plain)):
        return True
    if plain in knowing.their_own or not word[0].isupper() or plain in NEVER_A_NAME or plain in KIN:
        return False
    if len(word) < 5 and word.isupper():  # GP, PIP
        return False
    if after_a_name:
        return True
    return not (_begins_a_sentence(text, found.start()) and (is_ordinary(plain) or plain in small))


def _begins_a_sentence(text: str, at: int) -> bool:
    for letter in reversed(text[max(0, at - _LOOKED_BACK) : at]):
        if letter in _BEGINNERS:
            return True
        if not (letter.isspace() or letter in _SKIPPED):
            return False
    return at <= _LOOKED_BACK


def _in_their_life(key: tuple[str, ...], knowing: Knowing) -> bool:
    return any(word in knowing.in_their_life for word in key)


def _likely(key: tuple[str, ...], knowing: Knowing, known: set[str]) -> bool:
    """Whether it goes unless somebody lets it stay: whoever we know of, and what is `known` as a name and is no group and no ordinary word."""
    telling = {word for word in key if word not in knowing.places and not is_ordinary(word)}
    return _in_their_life(key, knowing) or bool(telling & (known | knowing.in_our_records))


def _plain(word: str) -> str:
    """In small letters, and as nobody's: “Gwen's” is Gwen."""
    return re.sub(r"['’]s$", "", word.lower())


def _plainly(said: str) -> str:
    return re.sub(r"['’]s$", "", " ".join(said.split()))
