"""What can be valued: the parts of those figures that tell of people's lives, counted person by person from the team's extract."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from alongside.evidence.figures import Figure, every_figure
from alongside.evidence.models import Extract
from alongside.evidence.periods import Window, window, year_of
from alongside.evidence.saying import told
from alongside.evidence.tables import words_of
from alongside.foundation.words import Vocabulary
from alongside.value.actions import as_rows
from alongside.value.sheet import Rows, Sheet
from alongside.web.vocabulary import say_word


@dataclass(frozen=True)
class Countable:
    """A part of a figure: `changes/better`, with the figure's name and the part's."""

    key: str
    figure: str
    part: str


def countables(vocabulary: Vocabulary) -> Iterator[Countable]:
    """Every part of every figure of people's lives whose parts mean the same everywhere."""
    for figure in _figures():
        name = told(figure.name, vocabulary)
        yield from (Countable(f"{figure.key}/{word.stored}", name, say_word(word, vocabulary)) for word in words_of(figure))


def not_valued(sheet: Sheet, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """What could be valued and nobody did: each figure, with its parts."""
    valued = {one.counted for one in sheet.outcomes}
    found: dict[str, list[str]] = {}
    for one in countables(vocabulary):
        if one.key not in valued:
            found.setdefault(one.figure, []).append(one.part)
    return [(figure, ", ".join(parts)) for figure, parts in found.items()]


def _figures() -> list[Figure]:
    return [
        one for one in every_figure().values() if one.evaluates and not (one.adds or one.on_the_day) and one.parts not in ("localities", "reasons", "kinds")
    ]


def over(extract: Extract, year: int) -> Window:
    """The financial year that began in April of that year, as far as the extract tells of it."""
    return window(year_of(date(year, 4, 1)), extracted_on=extract.made_on)


def rows_of(extract: Extract, sheet: Sheet, year: int) -> Rows:
    """How many people had which combination of what the sheet values."""
    # The engine is large and most pages never count.
    from alongside.evidence.counting import opened

    by_person: defaultdict[int, list[int]] = defaultdict(lambda: [0] * len(sheet.outcomes))
    with opened(bytes(extract.payload or b"")) as counting:
        for place, one in enumerate(sheet.outcomes):
            key, _slash, part = one.counted.partition("/")
            figure = every_figure().get(key)
            for person, n in counting.by_person(figure.expression, over(extract, year), part) if figure else ():
                by_person[person][place] = n
    return as_rows(Counter(tuple(pattern) for pattern in by_person.values()))
