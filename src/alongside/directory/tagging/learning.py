"""Learning from labelled texts which words lead to which tags: linear, in closed form, and able to name the words that decided.

Words and pairs of words (tf-idf, unit length) with the tags whose published names or patterns the text says, into ridge regression, solved in
the dual: one linear weight for each word and tag. How sure we are is a logistic curve over that sum, whether the tag is said and where, how
often those who say it had it, and how common it is; it is fitted on what each text would have got had it not been learned from (leave-one-out,
exact for ridge), so that "80 %" means that four in five were so.
"""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..stemming import telling
from .naming import Names, clauses_of

Matrix = NDArray[np.float32]

RIDGE, SAID_WEIGHS = 2.0, 0.5
"""How strongly weights are held back, and how much being said by name weighs beside all words together; chosen on the learning part alone."""
LEAST_TEXTS = 2
"""Texts that use a word before anything is learned of it."""
IN_NAME, A_PAIR = 2.0, 0.7
"""How much a word of the name counts, and two words together, where a word of the text counts 1."""
USUALLY_RIGHT, TEXTS_WORTH = 0.33, 4.0
"""How often a tag whose name is said is right before anything is known of it, and how many texts that belief is worth."""


@dataclass(frozen=True)
class Example:
    """A text that somebody tagged."""

    name: str
    text: str
    codes: frozenset[str]


def words_of(name: str, text: str) -> dict[str, tuple[float, str]]:
    """Each word and pair without endings: how much it counts, and how it stands in the text."""
    counted: dict[str, float] = defaultdict(float)
    said: dict[str, str] = {}
    for part, weight in ((name, IN_NAME), (text, 1.0)):
        for words in clauses_of(part):
            tells = [bool(telling([word.stem])) for word in words]
            for at, word in enumerate(words):
                if tells[at]:
                    counted[word.stem] += weight
                    said.setdefault(word.stem, word.said)
                if at and (tells[at] or tells[at - 1]):
                    pair = f"{words[at - 1].stem} {word.stem}"
                    counted[pair] += weight * A_PAIR
                    said.setdefault(pair, f"{words[at - 1].said} {word.said}")
    for words in clauses_of(name):
        for word in words:
            if telling([word.stem]):
                counted[f"name:{word.stem}"] = 1.0
                said[f"name:{word.stem}"] = word.said
    return {feature: (1 + float(np.log(count)) if count >= 1 else count, said[feature]) for feature, count in counted.items()}


@dataclass(frozen=True, eq=False)
class Learned:
    """What was learned: words, how telling each is, the codes, and the weights."""

    words: NDArray[np.str_]
    telling: Matrix
    codes: NDArray[np.str_]
    weights: Matrix
    """Words and then codes as said (rows) by codes (columns)."""
    often: Matrix
    """The share of texts that had each code."""
    said_weight: Matrix
    said_right: Matrix
    """Of the texts that say a code: how many had it, and how many there were."""
    said_times: Matrix
    curve: NDArray[np.float64]
    keys: NDArray[np.str_]
    """Digests of what was learned from, so that nothing is judged by what it was learned from."""

    def as_bytes(self) -> bytes:
        """To keep; weights in half precision."""
        kept = io.BytesIO()
        np.savez_compressed(kept, **{one.name: _small(getattr(self, one.name)) for one in fields(self)})
        return kept.getvalue()

    @classmethod
    def from_bytes(cls, kept: bytes) -> Learned:
        """As it was kept."""
        with np.load(io.BytesIO(kept), allow_pickle=False) as read:
            return cls(**{name: read[name].astype(np.float32) if read[name].dtype == np.float16 else read[name] for name in read.files})

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each word stands."""
        return {str(word): at for at, word in enumerate(self.words)}


def _small(array: Any) -> Any:
    return array.astype(np.float16) if array.dtype == np.float32 and array.ndim == 2 else array


@dataclass(frozen=True)
class Said:
    """Whether a text says each code, in its name and in the rest (texts by codes, 0 or 1)."""

    in_name: Matrix
    in_text: Matrix

    @property
    def anywhere(self) -> Matrix:
        """In either."""
        return np.maximum(self.in_name, self.in_text)


def said_by(texts: Sequence[tuple[str, str]], names: Names, codes: Sequence[str]) -> Said:
    """Which codes are said, by names or patterns."""
    column = {code: at for at, code in enumerate(codes)}
    found = Said(*(np.zeros((len(texts), len(codes)), np.float32) for _ in range(2)))
    for row, both in enumerate(texts):
        for table, part in zip((found.in_name, found.in_text), both, strict=True):
            for at in names.said_in(part):
                if names.codes[at] in column:
                    table[row, column[names.codes[at]]] = 1
    return found


def unit(rows: Matrix) -> Matrix:
    """Each row of length one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def as_rows(texts: Sequence[dict[str, tuple[float, str]]], places: dict[str, int], weigh: Matrix) -> Matrix:
    """Texts as rows of weighed words."""
    rows = np.zeros((len(texts), len(places)), np.float32)
    for row, words in enumerate(texts):
        for word, (count, _) in words.items():
            if (at := places.get(word)) is not None:
                rows[row, at] = count * weigh[at]
    return unit(rows)


def learn(examples: Sequence[Example], names: Names, keys: Sequence[str] = ()) -> Learned:
    """Weights from labelled texts; a few seconds for some thousands."""
    texts = [(one.name, one.text) for one in examples]
    codes = sorted({code for one in examples for code in one.codes} | set(names.codes))
    has = np.array([[code in one.codes for code in codes] for one in examples], np.float32)
    read = [words_of(*text) for text in texts]
    used = Counter(word for words in read for word in words)
    words = sorted(word for word, many in used.items() if many >= LEAST_TEXTS)
    rare = (np.log((1 + len(texts)) / (1 + np.array([used[word] for word in words], np.float32))) + 1).astype(np.float32)
    said = said_by(texts, names, codes)
    said_weight = (np.log((1 + len(texts)) / (1 + said.anywhere.sum(0))) + 1).astype(np.float32)
    rows = np.hstack([as_rows(read, {word: at for at, word in enumerate(words)}, rare), SAID_WEIGHS * unit(said.anywhere * said_weight)])
    often = has.mean(0)
    inverse = np.linalg.inv(rows @ rows.T + RIDGE * np.eye(len(rows), dtype=np.float32))
    dual = inverse @ (has - often)
    had_it_not_been_learned = has - dual / np.diag(inverse)[:, None]
    right, times = (said.anywhere * has).sum(0), said.anywhere.sum(0)
    seen = columns(had_it_not_been_learned, said, right - said.anywhere * has, times - said.anywhere, often)
    curve = fitted(seen.reshape(-1, seen.shape[-1]), has.reshape(-1))
    return Learned(np.array(words), rare, np.array(codes), rows.T @ dual, often, said_weight, right, times, curve, np.array(sorted(keys)))


def columns(total: Matrix, said: Said, right: Matrix, times: Matrix, often: Matrix) -> NDArray[np.float64]:
    """What the curve looks at, for each text and code."""
    total = np.clip(total, -0.1, 1.2)
    anywhere = said.anywhere
    was_right = (right + USUALLY_RIGHT * TEXTS_WORTH) / (times + TEXTS_WORTH)
    odds = anywhere * np.log(was_right / (1 - was_right))
    common = np.broadcast_to(np.log(often + 1e-3), total.shape)
    both = [np.ones_like(total), total, total**2, np.sqrt(np.maximum(total, 0)), anywhere, odds, said.in_name, said.in_name * said.in_text]
    return np.stack([*both, anywhere * total, odds * total, common, common * anywhere, common * total], -1).astype(np.float64)


def fitted(seen: NDArray[np.float64], so: Matrix, held: float = 1.0) -> NDArray[np.float64]:
    """Logistic regression by Newton's steps."""
    curve = np.zeros(seen.shape[1])
    for _ in range(30):
        likely = sureness(seen, curve)
        step = np.linalg.solve((seen * (likely * (1 - likely))[:, None]).T @ seen + held * np.eye(len(curve)), seen.T @ (likely - so) + held * curve)
        curve = curve - step
        if np.abs(step).max() < 1e-6:
            break
    return curve


def sureness(seen: NDArray[np.float64], curve: NDArray[np.float64]) -> NDArray[np.float64]:
    """From 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-np.clip(seen @ curve, -30, 30))))
