"""What is asked of the house's words: each has a meaning, and no choice is made of anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.db import models

from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary, Word

from .looking import Fault

OUR_KINDS = {"Role": {role.value for role in Role}, "Vocabulary": {vocabulary.value for vocabulary in Vocabulary}}
"""Choices that are the house's own kinds and not words of the field."""

_WORD = re.compile(r"""\{%\s*word\s+["']([^"']+)["']""")
_SAID = re.compile(r"""\{%\s*said\s+\S+\s+["']([^"']+)["']""")


def meaningless(words: dict[str, dict[str, Word]]) -> Iterator[str]:
    """Words without a meaning that reads as a sentence, or without a way to be said."""
    for place, among in words.items():
        for stored, word in among.items():
            name = f"{place or 'words'}: {stored!r}"
            if not word.meaning or not word.meaning.endswith(".") or not word.meaning[0].isupper():
                yield f"{name} has no meaning that reads as a sentence."
            if not word.lac or stored != stored.strip() or not stored:
                yield f"{name} cannot be said."
            if spare := sorted(set(word.plurals) - {word.lac, word.sp}):
                yield f"{name} has a plural of a word it does not say: {spare}."


def said_twice(lists: Iterable[tuple[str, tuple[Word, ...]]]) -> Iterator[str]:
    """Lists of choices in which two words are stored or said alike."""
    for place, among in lists:
        for voice in (
            lambda word: word.stored,
            lambda word: word.said(Vocabulary.LOCAL_AREA_COORDINATION),
            lambda word: word.said(Vocabulary.SOCIAL_PRESCRIBING),
        ):
            told = [voice(word) for word in among]
            for twice in sorted({one for one in told if told.count(one) > 1}):
                yield f"{place} says {twice!r} twice."


def choices_of_no_word(model: type[models.Model], words: dict[str, dict[str, Word]]) -> Iterator[str]:
    """Fields whose choices are neither words of a room nor kinds of the house."""
    known = [set(among) for place, among in words.items() if place] + list(OUR_KINDS.values())
    for field in model._meta.fields:
        if field.choices and {value for value, _ in field.choices} not in known:
            yield f"{model._meta.label}.{field.name}: its choices are in no room's words.py."


def unknown_in_template(path: str, text: str, words: dict[str, dict[str, Word]]) -> Iterator[Fault]:
    """Words that a template says and no room has."""
    for pattern, known in ((_WORD, words[""]), (_SAID, words)):
        for found in pattern.finditer(text):
            if found[1] not in known:
                yield Fault(path, text.count("\n", 0, found.start()) + 1, f"{found[1]!r} is no word of ours.")
