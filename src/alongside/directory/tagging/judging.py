"""How right suggestions are, on texts that people tagged."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

HELD_BACK = 3
"""Of ten texts, those by which nothing is chosen and nothing learned."""


def is_held_back(key: str) -> bool:
    """By the text's key, digested by BLAKE2b (8 bytes, big-endian): 0, 1 or 2 modulo 10."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") % 10 < HELD_BACK


@dataclass(frozen=True)
class Right:
    """Precision, recall and F1 over all tags together (micro), and the mean over the tags that anybody gave (macro)."""

    texts: int
    given: int
    suggested: int
    right: int
    precision: float
    recall: float
    f: float
    macro_precision: float
    macro_recall: float
    macro_f: float


def judged(truth: Sequence[frozenset[str]], said: Sequence[frozenset[str]]) -> Right:
    """What was suggested beside what people gave; a tag that is never suggested is right in none of its cases."""
    given, suggested, right = Counter[str](), Counter[str](), Counter[str]()
    for so, guess in zip(truth, said, strict=True):
        given.update(so)
        suggested.update(guess)
        right.update(so & guess)
    tags = sorted(given)
    each = [_three(given[tag], suggested[tag], right[tag]) for tag in tags]
    macro = [sum(one[at] for one in each) / len(each) if each else 0.0 for at in range(3)]
    counts = given.total(), suggested.total(), right.total()
    return Right(len(truth), *counts, *_three(*counts), *macro)


def _three(given: int, suggested: int, right: int) -> tuple[float, float, float]:
    return (right / suggested if suggested else 0.0, right / given if given else 0.0, 2 * right / (given + suggested) if given + suggested else 0.0)
