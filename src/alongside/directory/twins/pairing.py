"""Which entries are worth comparing: those that share something few others have. So it stays quick however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import floor

from .telling import Teller, rare

MOST_TOGETHER = 24
"""Entries that may share a thing before it tells nothing by itself: a switchboard, a hall, a chain's website."""
UP, ACROSS = 0.0045, 0.0075
"""Degrees of latitude and longitude of a square: about 500 m."""
_EVERYWHERE = 0.01
"""A word that more names than this share of all have is not rare."""
_AT_LEAST = 12
"""Names in which a word may stand however few there are."""

Shared = tuple[str, ...]


def pairs(tellers: Sequence[Teller]) -> set[tuple[int, int]]:
    """Pairs to compare, by where they stand; each once, the earlier first."""
    names = rare(tellers)
    found: set[tuple[int, int]] = set()
    for places in _blocks(tellers, names).values():
        if len(places) <= MOST_TOGETHER:
            found.update(combinations(places, 2))
        else:
            # Too many: only those whose names share a word that few of the rest have.
            for some in _by_word(tellers, places).values():
                if 1 < len(some) <= MOST_TOGETHER:
                    found.update(combinations(some, 2))
    return found


def _blocks(tellers: Sequence[Teller], names: dict[str, int]) -> dict[Shared, list[int]]:
    most = max(_AT_LEAST, int(len(tellers) * _EVERYWHERE))
    blocks: dict[Shared, list[int]] = defaultdict(list)
    for at, one in enumerate(tellers):
        for shared in dict.fromkeys(_shared(one, names, most)):
            blocks[shared].append(at)
    return blocks


def _shared(one: Teller, names: dict[str, int], most: int) -> Iterator[Shared]:
    yield "name", one.together
    for kind, value in (("phone", one.call), ("page", one.page), ("site", one.site), ("mail", one.mail), ("postcode", one.at)):
        if value:
            yield kind, value
    few = sorted((word for word in one.words if names[word] <= most), key=lambda word: (names[word], word))
    for word, other in combinations(sorted(few[:4]), 2):
        yield "words", word, other
    if one.latitude is not None and one.longitude is not None:
        for row in {floor(one.latitude / UP), floor(one.latitude / UP + 0.5)}:
            for column in {floor(one.longitude / ACROSS), floor(one.longitude / ACROSS + 0.5)}:
                for word in few[:4]:
                    yield "near", str(row), str(column), word


def _by_word(tellers: Sequence[Teller], places: Sequence[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at in places:
        for word in tellers[at].words:
            found[word].append(at)
    return found
