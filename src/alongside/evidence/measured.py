"""What people answered to the same questions, first and last, as pairs that an engine adds up; the definitions of `distance.py`, for many services at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ibis import _
from ibis.expr.types import Table

from alongside.outcomes.measuring import Measure, shipped

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


@cache
def measures_as_pairs() -> dict[str, tuple[str, Callable[[Window], Table]]]:
    """Each question and each plain sum of the measures that come with us and that anybody may use: what it is, and its pairs.

    Left out is what the person named, which is theirs alone, and a sum that is read by a table.
    """
    found = {}
    for measure in shipped().values():
        if not measure.needs_reference:
            for key, says, items in _told_of(measure):
                found[f"{measure.key}/{key}"] = f"{measure.short}: {says}", answered_as_pairs(measure.key, items)
    return found


def _told_of(measure: Measure) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from ((item.key, item.asks or item.key, (item.key,)) for item in measure.items if not item.named)
    yield from ((score.key, score.says, score.adds) for score in measure.scores if not score.table)
