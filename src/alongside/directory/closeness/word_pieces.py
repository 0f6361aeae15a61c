"""Words cut into the pieces that a sentence encoder knows: BERT's uncased WordPiece, the longest piece first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

LONGEST_WORD = 100
"""Letters of a word above which nothing is known of it."""

_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class WordPieces:
    """Texts as numbers of pieces, with the mark that begins a text and the one that ends it."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.begins, self.ends, self.unknown = (self.numbers[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._pieces = lru_cache(maxsize=50_000)(self._cut)

    def numbers_of(self, text: str, most: int) -> list[int]:
        """The text's pieces, of which there are at most so many, marks and all."""
        found = [self.begins]
        for word in _words(text):
            found += self._pieces(word)
            if len(found) >= most:
                break
        return [*found[: most - 1], self.ends]

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        pieces, at = [], 0
        while at < len(word):
            before = "##" if at else ""
            end = next((end for end in range(len(word), at, -1) if before + word[at:end] in self.numbers), 0)
            if not end:
                return (self.unknown,)
            pieces.append(self.numbers[before + word[at:end]])
            at = end
        return tuple(pieces)


def _words(text: str) -> Iterator[str]:
    """Words in small letters without accents; every mark, and every Chinese character, is a word of its own."""
    spaced = "".join(_spaced(letter) for letter in text)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", spaced.lower()) if unicodedata.category(letter) != "Mn")
    for run in plain.split():
        word = ""
        for letter in run:
            if _is_mark(letter):
                if word:
                    yield word
                    word = ""
                yield letter
            else:
                word += letter
        if word:
            yield word


def _spaced(letter: str) -> str:
    if letter.isascii() and letter.isprintable():
        return letter
    if letter in "\t\n\r":
        return " "
    category = unicodedata.category(letter)
    if letter in "\x00\ufffd" or category in ("Cc", "Cf", "Co", "Cs"):
        return ""
    if category == "Zs":
        return " "
    return f" {letter} " if _is_chinese(ord(letter)) else letter


def _is_mark(letter: str) -> bool:
    return letter in _ASCII_MARKS or (not letter.isascii() and unicodedata.category(letter).startswith("P"))


def _is_chinese(point: int) -> bool:
    return 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF or 0x20000 <= point <= 0x2CEAF or 0xF900 <= point <= 0xFAFF or 0x2F800 <= point <= 0x2FA1F
