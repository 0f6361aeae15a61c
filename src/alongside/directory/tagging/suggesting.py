"""What an entry's words suggest, how sure that is, and which words led to it. Without words to name, nothing is suggested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .learning import SAID_WEIGHS, Learned, Matrix, as_rows, columns, said_by, sureness, unit, words_of
from .naming import Names

LEAST_SURE = 0.22
"""From which a tag is suggested: on the learning part the most is right of what is suggested and what there is (micro F1) about here."""
SURE_IN_NAME, SURE_IN_TEXT = 0.48, 0.27
"""How sure a tag is that is said by its own name or pattern, where nothing was learned: as often as that was so on the learning part of the charities."""
MOST_REASONS = 3
A_GOOD_PART = 0.1
"""Of all that words bring, what one must bring to be named."""


@dataclass(frozen=True)
class Suggestion:
    """A tag that the text suggests, how sure that is (0 to 1), and the words in the text that led to it."""

    code: str
    sure: float
    because: tuple[str, ...]


def suggested(name: str, text: str, names: Names, learned: Learned | None = None) -> list[Suggestion]:
    """The surest first."""
    made = _by_name(name, text, names) if learned is None else _by_what_was_learned(name, text, names, learned)
    return sorted(made, key=lambda one: (-one.sure, one.code))


def _by_name(name: str, text: str, names: Names) -> list[Suggestion]:
    in_name, in_text = names.said_in(name), names.said_in(text)
    return [
        Suggestion(names.codes[at], SURE_IN_NAME if at in in_name else SURE_IN_TEXT, (in_name.get(at) or in_text[at],))
        for at in sorted(in_name.keys() | in_text.keys())
    ]


def how_sure(texts: Sequence[tuple[str, str]], names: Names, learned: Learned) -> tuple[Matrix, Matrix]:
    """How sure each code is (texts by codes), and the rows by which it was weighed."""
    said = said_by(texts, names, learned.codes.tolist())
    rows = as_rows([words_of(*text) for text in texts], learned.places, learned.telling)
    rows = np.hstack([rows, SAID_WEIGHS * unit(said.anywhere * learned.said_weight)])
    seen = columns(rows @ learned.weights + learned.often, said, learned.said_right, learned.said_times, learned.often)
    return sureness(seen, learned.curve).astype(np.float32), rows


def _by_what_was_learned(name: str, text: str, names: Names, learned: Learned) -> list[Suggestion]:
    sure, rows = how_sure([(name, text)], names, learned)
    stands = {word: said for word, (_, said) in words_of(name, text).items()}
    said = {names.codes[at]: words for part in (text, name) for at, words in names.said_in(part).items()}
    made = []
    for at in np.flatnonzero(sure[0] >= LEAST_SURE):
        code = str(learned.codes[at])
        brought = rows[0, : len(learned.words)] * learned.weights[: len(learned.words), at]
        whole = float(brought[brought > 0].sum())
        best = [stands[str(learned.words[word])] for word in np.argsort(-brought)[: MOST_REASONS * 2] if brought[word] > A_GOOD_PART * whole]
        because = _without_repeats([*([said[code]] if code in said else []), *best])[:MOST_REASONS]
        if because:
            made.append(Suggestion(code, float(sure[0, at]), because))
    return made


def _without_repeats(words: list[str]) -> tuple[str, ...]:
    """Each once: not `band` beside `brass band`."""
    kept: list[str] = []
    for one in words:
        low = one.casefold()
        if not any(low in other.casefold() or other.casefold() in low for other in kept):
            kept.append(one)
    return tuple(kept)
