"""How well entries are found: judged needs, what each way of finding gives for them, and three figures."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log2

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .stemming import stems_in, telling

SHOWN = 10
"""How many of what is found are looked at."""

_QUERY = ("query", "need", "text")
_RELEVANT = ("relevant", "relevant_ids", "ids")


@dataclass(frozen=True)
class Need:
    """What somebody would like, and the entries that somebody judged to answer it."""

    query: str
    relevant: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """Of all needs: nDCG of the first ten, the mean of one by the place of the first right one, and the share with nothing right among the ten."""

    needs: int
    ndcg: float
    mrr: float
    nothing_right: float


def read_needs(text: str, there: frozenset[str]) -> list[Need]:
    """The judged needs, one JSON object a line; a line that cannot be read is refused with its number."""
    found = [_need(number, line, there) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not found:
        raise Refused(Sentence("There is no need in the file: write one a line, such as %(example)s."), example=_EXAMPLE)
    return found


_EXAMPLE = '{"query": "somewhere to sing", "relevant": ["17", "203"]}'


def _need(number: int, line: str, there: frozenset[str]) -> Need:
    try:
        given = json.loads(line)
    except ValueError:
        raise Refused(Sentence("Line %(line)s is not JSON. Write it like this: %(example)s."), line=number, example=_EXAMPLE) from None
    query = _first(given, _QUERY) if isinstance(given, dict) else None
    relevant = _first(given, _RELEVANT) if isinstance(given, dict) else None
    if not isinstance(query, str) or not query.strip():
        raise Refused(Sentence("Line %(line)s has no “query” that is a text. Write it like this: %(example)s."), line=number, example=_EXAMPLE)
    if not isinstance(relevant, list) or not relevant or not all(isinstance(one, str | int) for one in relevant):
        raise Refused(Sentence("Line %(line)s has no “relevant” that lists ids. Write it like this: %(example)s."), line=number, example=_EXAMPLE)
    ids = frozenset(str(one).strip() for one in relevant)
    if strange := sorted(ids - there):
        raise Refused(
            Sentence("Line %(line)s names “%(id)s”, which is no entry of the directory. Is it the right column of ids?"), line=number, id=strange[0][:60]
        )
    return Need(query, ids)


def _first(given: Mapping[str, object], names: Iterable[str]) -> object:
    return next((given[name] for name in names if name in given), None)


def figures(needs: Sequence[Need], found: Iterable[Sequence[str]]) -> Figures:
    """What these rankings are worth, one a need, in their order."""
    ndcg = mrr = nothing = 0.0
    for need, ids in zip(needs, found, strict=True):
        right = [one in need.relevant for one in ids[:SHOWN]]
        best = sum(1 / log2(place + 2) for place in range(min(SHOWN, len(need.relevant))))
        ndcg += sum(1 / log2(place + 2) for place, so in enumerate(right) if so) / best
        mrr += next((1 / (place + 1) for place, one in enumerate(ids) if one in need.relevant), 0.0)
        nothing += not any(right)
    many = len(needs)
    return Figures(many, ndcg / many, mrr / many, nothing / many)


def _counted(stems: list[str]) -> Counter[str]:
    said = set(telling(stems))
    return Counter(word for word in stems if word in said)


class FullText:
    """Okapi BM25 over the stems of a text, as full text engines have it (k1 1.2, b 0.75): the peer that ours is held against."""

    K1, B = 1.2, 0.75

    def __init__(self, texts: Iterable[str]) -> None:
        counted = [_counted(stems_in(text)) for text in texts]
        self.lengths = [sum(one.values()) for one in counted]
        self.mean = sum(self.lengths) / max(1, len(self.lengths)) or 1.0
        self.holding: dict[str, list[tuple[int, int]]] = {}
        for place, one in enumerate(counted):
            for word, times in one.items():
                self.holding.setdefault(word, []).append((place, times))

    def ranked(self, query: str) -> list[int]:
        """The places of the texts that say any word of the query, the best first."""
        points: dict[int, float] = {}
        for place, gained in self._gained(query):
            points[place] = points.get(place, 0.0) + gained
        return sorted(points, key=lambda place: (-points[place], place))

    def _gained(self, query: str) -> Iterator[tuple[int, float]]:
        for word in telling(stems_in(query)):
            holding = self.holding.get(word, [])
            rare = log(1 + (len(self.lengths) - len(holding) + 0.5) / (len(holding) + 0.5))
            for place, times in holding:
                yield place, rare * times * (self.K1 + 1) / (times + self.K1 * (1 - self.B + self.B * self.lengths[place] / self.mean))
