"""The definitions counted over many services at once. The engine counts and adds, in whole numbers; means and intervals are made of these once, here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import sqrt

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.evidence import circle, contacts, expressions
from alongside.evidence.figures import Figure, every_figure
from alongside.evidence.leaving import TOTAL, as_it_leaves
from alongside.evidence.measured import measures_as_pairs, unit_of
from alongside.evidence.pairs import ENOUGH_FOR_A_MEAN, Mean, students_t
from alongside.evidence.periods import Window

from .engines import BETWEEN, Engine

SERVICE = "by service"
"""The breakdown by service that pooled figures have besides their own."""
PAIRS = {
    "circles": ("people unpaid in somebody's life, at the start and when they were gone through again", circle.circles_as_pairs),
    "contacts": ("contacts in the first six months from the introduction and in the next six", contacts.contacts_as_it_goes_on),
}
"""What is compared as pairs: what it is, and its expression with `person`, `locality`, `before` and `after` (null where there is no second number)."""


_OF_THEMSELVES = ("people.SEX", "people.ETHNIC_GROUPS", "people.CARING", "places.FIFTHS")
_BETWEEN_TWO = ("handovers.KINDS_OF_RECEIVER", "evidence.HOW_SOON", "evidence.IN_TIME", "evidence.WHAT_CAME_BACK", "evidence.WHAT_IT_AVOIDED")


def comparisons() -> dict[str, tuple[str, Callable[[Window], Table]]]:
    """These, and every question of the measures that are the same everywhere.

    How often services were used is compared by each service alone: its windows are counted in days from the introduction, and no days leave.
    """
    return PAIRS | measures_as_pairs()


def pooled_figures() -> list[Figure]:
    """Every figure whose parts mean the same everywhere: not those divided by a team's own localities or words, by who people
    are, as one team was told, nor those that are added up; and none of what is between two services."""
    return [one for one in every_figure().values() if one.parts not in ("localities", "reasons", "kinds", *_OF_THEMSELVES, *_BETWEEN_TWO) and not one.adds]


@dataclass(frozen=True)
class Pooled:
    """One figure over all services: how many in each part, in all, and in each service; None for what is held back."""

    key: str
    parts: dict[str, int | None]
    total: int | None
    of_services: dict[str, int | None]


def counted(engine: Engine, window: Window, figures: Iterable[Figure] | None = None) -> list[Pooled]:
    """Every figure exactly, as the engine counts it."""
    found = []
    for figure in figures or pooled_figures():
        rows = engine.rows(expressions.counted(expressions.placed(expressions.EXPRESSIONS[figure.expression], window)))
        out_of = engine.rows(expressions.counted(expressions.placed(expressions.EXPRESSIONS[figure.out_of], window))) if figure.out_of else rows
        parts: Counter[str] = Counter()
        for _home, part, n in rows:
            parts[part] += n
        services: Counter[str] = Counter()
        for home, _part, n in out_of:
            services[home.rsplit(BETWEEN, 1)[0]] += n
        found.append(Pooled(figure.key, dict(sorted(parts.items())), sum(services.values()), dict(sorted(services.items()))))
    return found


def held_back(figures: Iterable[Pooled]) -> list[Pooled]:
    """The same as they may be published: those that divide up the same things are held back together, as everywhere here."""
    by_total: defaultdict[str, list[Pooled]] = defaultdict(list)
    for one in figures:
        by_total[every_figure()[one.key].total].append(one)
    shown = []
    for family in by_total.values():
        several = frozenset(one.key for one in family if every_figure()[one.key].several)
        counts = {TOTAL: {TOTAL: family[0].total}, SERVICE: family[0].of_services, **{one.key: one.parts for one in family}}
        year: Mapping[str, Mapping[str, int]] = {by: {part: n or 0 for part, n in parts.items()} for by, parts in counts.items()}
        [left], _year = as_it_leaves([year], None, over_time=frozenset(), several=several)
        shown += [Pooled(one.key, left[one.key], left[TOTAL][TOTAL], left[SERVICE]) for one in family]
    return shown


@dataclass(frozen=True)
class PairSums:
    """What an engine adds up of pairs. `begun`: how many have a first number; `pairs`: a second too. Changes are later minus earlier."""

    begun: int
    pairs: int
    change: int
    squares: int
    """The sum of the changes' squares."""
    more: int
    fewer: int
    unit: int = 1
    """How many of `change` make one point: a score that is read by a table is added up in hundredths."""

    @property
    def mean(self) -> Mean | None:
        """The mean change with its 95% interval (Student's t); none of fewer than thirty pairs."""
        if self.pairs < ENOUGH_FOR_A_MEAN:
            return None
        # In whole numbers until the last step: two engines that agree on the sums agree on every digit.
        spread = (self.pairs * self.squares - self.change**2) / (self.pairs * (self.pairs - 1))
        middle, off = self.change / self.pairs, students_t(self.pairs - 1) * sqrt(spread / self.pairs)
        return Mean(middle / self.unit, (middle - off) / self.unit, (middle + off) / self.unit)


def summed(pairs: Table) -> Table:
    """Of rows with `before` and `after`: the one row of sums that an engine is asked for."""
    change = _.after - _.before
    return pairs.mutate(change=change).aggregate(
        begun=_.count(),
        pairs=_.after.count(),
        change=_.change.sum().fill_null(0).cast("int64"),
        squares=(_.change * _.change).sum().fill_null(0).cast("int64"),
        more=ibis.ifelse(_.change > 0, 1, 0).sum().fill_null(0).cast("int64"),
        fewer=ibis.ifelse(_.change < 0, 1, 0).sum().fill_null(0).cast("int64"),
    )


def pairs_compared(engine: Engine, window: Window) -> dict[str, PairSums]:
    """Each comparison over all services."""
    return {name: replace(PairSums(*engine.rows(summed(pairs(window)))[0]), unit=unit_of(name)) for name, (_said, pairs) in comparisons().items()}
