"""Every figure, as it is defined once in `definitions/`: what it is called, what it counts, over which window and of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from alongside.foundation.files import facts_in

UNITS = {"hours": 60, "miles": 10}
"""How many of what an extract holds make one: minutes an hour, tenths a mile."""
AS_IT_IS = "as it is"
"""How a figure leaves that tells of nobody: groups and barriers are no persons."""
_LISTS = ("other_parts", "missing", "seen_by", "opens_to")
_DEFINITIONS = Path(__file__).with_name("definitions")


@dataclass(frozen=True)
class Figure:
    """A definition, word for word from its file; `{introductions}` and the like stand for the team's own words.

    `counts` is the word for one of what is counted, `headline` what is said of the total at the top of the page. `expression` names how, in
    expressions.py, and `out_of` an expression for the total that the parts must add up to. `parts` names the room's words that it can be
    counted under, `other_parts` some of our own, `missing` those that say that something is not known. Figures with the same `total` divide
    up the same things. `over_time`: four quarters add up to the year; `on_the_day`: it tells how things stood on the last day, not what
    happened. `several`: one may stand under several parts, and `out_of` is how many there are. `adds` names what is added up instead of
    counted (`UNITS`). `leaves`: how it leaves, small `counts` held back, `sums` by who is behind them, or `as it is` where it tells of
    nobody. `seen_by`: the roles that see it; `opens_to`: those that may open it to the people behind it. `paired`: it compares pairs, which
    are told besides. `evaluates`: it tells of people's lives, so whoever said no to evaluation is in none of its numbers.
    """

    key: str
    place: int
    name: str
    sentence: str
    counts: str
    window: str
    cohort: str
    exclusions: str
    by: str
    expression: str
    total: str
    over_time: bool
    says: dict[str, str]
    leaves: str
    seen_by: tuple[str, ...]
    opens_to: tuple[str, ...]
    on_the_day: bool = False
    several: bool = False
    evaluates: bool = False
    adds: str = ""
    paired: bool = False
    parts: str = ""
    other_parts: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    out_of: str = ""
    also_says: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    headline: str = ""


@cache
def every_figure() -> dict[str, Figure]:
    """All figures by key, in the order of the page."""
    read = []
    for path in _DEFINITIONS.glob("*.yaml"):
        given = facts_in(path)
        read.append(Figure(key=path.stem, **given | {name: tuple(given.get(name, ())) for name in _LISTS}))
    return {figure.key: figure for figure in sorted(read, key=lambda figure: figure.place)}


def sharing_a_total(figure: Figure) -> tuple[Figure, ...]:
    """The figures that divide up the same things as this one, itself among them."""
    return tuple(other for other in every_figure().values() if other.total == figure.total)
