"""All the words of all the rooms, gathered once; and how they are said: in the team's vocabulary, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence, Vocabulary, Word

LAC = Vocabulary.LOCAL_AREA_COORDINATION


def _rooms() -> Iterator[tuple[str, ModuleType]]:
    for room in settings.ROOMS:
        if room not in ("foundation", "site") and find_spec(f"alongside.{room}.words") is not None:
            yield room, import_module(f"alongside.{room}.words")


@cache
def all_words() -> dict[str, dict[str, Word]]:
    """Every word by where it stands: `""` for a room's own terms, `"journeys.LEVELS"` for a list of choices."""
    found: dict[str, dict[str, Word]] = {"": {}}
    for room, module in _rooms():
        for name, value in vars(module).items():
            if isinstance(value, Word):
                found[""][value.stored] = value
            elif isinstance(value, tuple) and value and all(isinstance(word, Word) for word in value):
                found[f"{room}.{name}"] = {word.stored: word for word in value}
    return found


@cache
def all_sentences() -> dict[str, Sentence]:
    """Every sentence of the rooms' words by how local area coordination says it."""
    found: dict[str, Sentence] = {}
    for _room, module in _rooms():
        for value in vars(module).values():
            several = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            found |= {one.lac: one for one in several if isinstance(one, Sentence)}
    return found


def word_for(stored: str, among: str = "") -> Word:
    """One word; KeyError names it when no room has it, so that a page never shows a word without a meaning."""
    return all_words()[among][stored]


def say_word(word: Word, vocabulary: Vocabulary = LAC, *, many: bool = False, capital: bool = False) -> str:
    """A word as this team says it, in the reader's language."""
    text = _translated(word.said_of_many(vocabulary) if many else word.said(vocabulary), get_language())
    return with_capital(text) if capital else text


def say_meaning(word: Word) -> str:
    """What a word means, in the reader's language."""
    return gettext(word.meaning)


def say(sentence: Sentence, vocabulary: Vocabulary = LAC, **parts: object) -> str:
    """A sentence as this team says it: translated first, then with what belongs in its gaps."""
    text = _translated(sentence.said(vocabulary), get_language())
    return text % {name: _in_words(part, vocabulary) for name, part in parts.items()} if parts else text


def say_refusal(refused: Refused, vocabulary: Vocabulary = LAC) -> str:
    """Why not, as this team says it and in the reader's language."""
    return say(refused.said, vocabulary, **refused.parts)


def with_capital(text: str) -> str:
    """With a capital letter, as a sentence or a choice begins."""
    return text[:1].upper() + text[1:]


@lru_cache(8192)
def _translated(words: str, language: str | None) -> str:
    """The house's own words in a language, looked up once: a page says a hundred of them."""
    return gettext(words)


def _in_words(part: object, vocabulary: Vocabulary) -> object:
    if isinstance(part, date):
        return date_format(part, "j F Y")
    if isinstance(part, Word):
        return say_word(part, vocabulary)
    return say(part, vocabulary) if isinstance(part, Sentence) else part
