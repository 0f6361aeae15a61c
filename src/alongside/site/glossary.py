"""GLOSSARY.md, made from the rooms' words: what each word means, in both vocabularies."""

from __future__ import annotations

from pathlib import Path

from alongside.foundation.words import Vocabulary, Word
from alongside.web.vocabulary import all_words

FILE = Path(__file__).resolve().parents[3] / "GLOSSARY.md"
_SP = Vocabulary.SOCIAL_PRESCRIBING


def as_markdown() -> str:
    """The whole glossary; the same words give the same text, wherever and whenever it is made."""
    own, lists = all_words()[""], {place: words for place, words in all_words().items() if place}
    parts = [
        "# What our words mean",
        "Made from the rooms' `words.py` by `alongside write-glossary`. A team chooses which of two vocabularies its pages speak: local area "
        "coordination, or social prescribing. Where the second column is empty, both say the same.",
        "## Words",
        _table(own.values()),
    ]
    for place in sorted(lists):
        room, name = place.split(".")
        parts += [f"## {name.replace('_', ' ').capitalize()} ({room})", _table(lists[place].values(), in_order=True)]
    return "\n\n".join(parts) + "\n"


def _table(words: object, *, in_order: bool = False) -> str:
    rows: list[Word] = list(words) if in_order else sorted(words, key=lambda word: word.lac.casefold())  # type: ignore[call-overload]
    lines = ["| word | in social prescribing | what it means |", "|---|---|---|"]
    lines += [f"| {_cell(word.lac)} | {_cell(word.said(_SP) if word.said(_SP) != word.lac else '')} | {_cell(word.meaning)} |" for word in rows]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
