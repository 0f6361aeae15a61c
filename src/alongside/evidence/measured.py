"""What people answered to the same questions, first and last, as pairs that an engine adds up; the definitions of `distance.py`, for many services at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ibis import _
from ibis.expr.types import Table

from alongside.outcomes.measuring import Measure, Score, shipped

from .cohorts import answers, askings, beside, people
from .periods import Window


def answered_as_pairs(measure: str, items: tuple[str, ...]) -> Callable[[Window], Table]:
    """Everybody who answered all of these the first time that the measure was answered: their sum then, and at the last time, none where there was no second.

    `items` is one question, or those that the measure's source says may be added up.
    """

    def pairs(window: Window) -> Table:
        answered = askings.filter(_.measure == measure, _.ended == "answered", _.on < window.until)
        times = answered.group_by("person").aggregate(first=_.nth.min(), last=_.nth.max())
        told = answers.filter(_.measure == measure, _.item.isin(items), _.number.notnull()).group_by("person", "nth")
        whole = told.aggregate(number=_.number.sum().cast("int64"), items=_.item.nunique()).filter(_.items == len(items))
        begun = times.join(whole, "person").filter(_.nth == _.first).select("person", before=_.number)
        again = times.filter(_.last > _.first).join(whole, "person").filter(_.nth == _.last).select("person", after=_.number)
        return beside(begun, again).join(people.select("person", "locality"), "person").select("person", "locality", "before", "after")

    return pairs


def asked_again_in(window: Window, measure: str) -> Table:
    """Everybody who answered a measure in the window, and not for the first time."""
    again = askings.filter(_.measure == measure, _.ended == "answered", _.nth > 1, _.on >= window.since, _.on < window.until)
    return again.select("person").distinct()


HUNDREDTHS = 100
"""What a sum that is read by a table is told in, so that engines add up whole numbers: SWEMWBS prints its metric scores to two decimals."""


def read_by_table(measure: str, score: Score) -> Callable[[Window], Table]:
    """The same of a sum that its source reads by a table: each whole sum first, then what the table says, in hundredths."""
    raw, by_sum = answered_as_pairs(measure, score.adds), [(whole, int(value * HUNDREDTHS)) for whole, value in score.table.items()]

    def pairs(window: Window) -> Table:
        found = raw(window)
        return found.mutate(before=found.before.cases(*by_sum).cast("int64"), after=found.after.cases(*by_sum).cast("int64"))

    return pairs


@cache
def measures_as_pairs() -> dict[str, tuple[str, Callable[[Window], Table]]]:
    """Each question and each sum of the measures that come with us: what it is, and its pairs.

    Of a measure that needs a licence only what its source reads by a table: each service asked it under a licence of its own, and one answer of seven is
    no result. Left out is what the person named, which is theirs alone.
    """
    found = {}
    for measure in shipped().values():
        if not measure.needs_reference:
            for key, says, items in _told_of(measure):
                found[f"{measure.key}/{key}"] = f"{measure.short}: {says}", answered_as_pairs(measure.key, items)
        for score in measure.scores:
            if score.table:
                found[f"{measure.key}/{score.key}"] = f"{measure.short}: {score.says}", read_by_table(measure.key, score)
    return found


def unit_of(comparison: str) -> int:
    """How many of the numbers that a comparison adds up make one point."""
    key, _slash, score = comparison.partition("/")
    tables = {(measure.key, one.key) for measure in shipped().values() for one in measure.scores if one.table}
    return HUNDREDTHS if (key, score) in tables else 1


def _told_of(measure: Measure) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from ((item.key, item.asks or item.key, (item.key,)) for item in measure.items if not item.named)
    yield from ((score.key, score.says, score.adds) for score in measure.scores if not score.table)
