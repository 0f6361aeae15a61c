"""What the figures count of what was handed to other professions: by whom to, how soon it was answered, and what came back.

Each hand-over is counted, and nobody: of no figure here are the people behind it shown (decision 84).
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import handed
from .periods import Window

NEXT_DAY, A_WEEK, FOUR_WEEKS = 1, 7, 28
"""Days."""
NOT_BACK = ("not theirs", "taken back")
"""Ends of which nobody says what became of it."""


def handed_by_whom(window: Window) -> Table:
    """Everything handed over on a day of the period, by the profession to which it was."""
    return _handed_over(window).select("person", part=_.whom)


def handed_by_answer(window: Window) -> Table:
    """The same, by how many days it took until somebody there first answered, if that was by the end of the period."""
    soon = ibis.cases((_.days <= NEXT_DAY, "next day"), (_.days <= A_WEEK, "a week"), (_.days <= FOUR_WEEKS, "four weeks"), else_="longer")
    return _handed_over(window).select("person", part=ibis.ifelse(_answered(window), soon, "no answer yet"))


def urgent_by_answer(window: Window) -> Table:
    """What was urgent and handed over in the period, by whether it was answered by the moment that was said."""
    urgent = _handed_over(window).filter(_.in_time != "")
    return urgent.select("person", part=ibis.ifelse(_answered(window), _.in_time, "no answer yet"))


def handed_by_end(window: Window) -> Table:
    """Every hand-over that ended on a day of the period, by what became of it."""
    return _ended(window).select("person", part=_.ended_as)


def handed_by_avoided(window: Window) -> Table:
    """Everything that was handed back in the period, by whether somebody said what it avoided."""
    back = _ended(window).filter(_.ended_as.notin(NOT_BACK))
    return back.select("person", part=ibis.ifelse(_.avoided == "", "nothing said of it", _.avoided))


def _handed_over(window: Window) -> Table:
    return handed.filter(_.on >= window.since, _.on < window.until)


def _answered(window: Window) -> ibis.Deferred:
    return _.answered_on.notnull() & (_.answered_on < window.until)


def _ended(window: Window) -> Table:
    return handed.filter(_.ended_on >= window.since, _.ended_on < window.until)
