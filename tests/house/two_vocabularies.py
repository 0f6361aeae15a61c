"""Words that only one of the two vocabularies says, made from the rooms' words; and the text of a page in which they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from alongside.foundation.words import Sentence, Vocabulary, Word

AS_ORDINARY_ENGLISH = {
    "change": "also what a link does: “Change the address”",
}
"""Terms of one vocabulary that are ordinary words in both, each with why; their plurals are looked for all the same."""

NAMES = re.compile("outcomes star")
"""What somebody else called theirs is no word of ours."""
_UNREAD = re.compile(r"<(script|style|pre|template)\b.*?</\1>", re.S)
_HEARD = re.compile(r"""<[^>]*?(?:aria-label|alt|title)="([^"]*)"[^>]*>|<[^>]*>""", re.S)


def _terms(word: Word, vocabulary: Vocabulary) -> set[str]:
    said = word.said(vocabulary)
    return {said, word.said_of_many(vocabulary), *word.kin.get(said, ())}


def said_by_one_alone(vocabulary: Vocabulary, words: Iterable[Word], sentences: Iterable[Sentence]) -> list[str]:
    """Terms and sentences that this vocabulary says and the other does not, in small letters, as patterns to look for."""
    (other,) = (one for one in Vocabulary if one != vocabulary)
    every = list(words)
    theirs = {term.lower() for word in every for term in _terms(word, other)}
    differing = [word for word in every if word.said(vocabulary) != word.said(other)]
    found = {term.lower() for word in differing for term in _terms(word, vocabulary)} - set(AS_ORDINARY_ENGLISH)
    own = {term for term in found if not any(re.search(rf"\b{re.escape(term)}\b", said) for said in theirs)}
    # A sentence of two words or fewer is no sentence: “a visit” may stand in any.
    whole = {one.said(vocabulary).lower() for one in sentences if one.said(vocabulary) != one.said(other) and len(one.said(vocabulary).split()) > 2}
    return sorted(rf"\b{re.escape(term)}\b" for term in own) + sorted(re.sub(r"%\\\(\w+\\\)s", ".{1,40}", re.escape(text)) for text in whole)


def read(page: str) -> str:
    """What somebody reads or hears of a page."""
    text = _HEARD.sub(lambda tag: f" {tag[1] or ''} ", _UNREAD.sub(" ", page))
    return " ".join(unescape(text).split()).lower()


def strange_in(page: str, patterns: Iterable[str]) -> list[str]:
    """What a page says in the other vocabulary, with the words around it."""
    text = NAMES.sub("", read(page))
    return [text[max(0, found.start() - 30) : found.end() + 30] for pattern in patterns for found in re.finditer(pattern, text)]
