"""What the figures count that is nobody's own: groups and their stages, what was asked for and is not there, what stands in the way."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import barriers, groups, wishes
from .periods import Window


def groups_by_stage(window: Window) -> Table:
    """Every group of which a stage was written down, at the stage it had when the period's last day ended."""
    return _on_the_day(groups, window).select("locality", person=ibis.null("int64"), part=_.stage)


def barriers_by_state(window: Window) -> Table:
    """Every barrier that was raised by then, as it stood when the period's last day ended."""
    return _on_the_day(barriers, window).select("locality", person=ibis.null("int64"), part=_.state)


def wishes_by_answer(window: Window) -> Table:
    """Every wish that was kept on a day of the period, by what had come of it when the period ended."""
    asked = wishes.filter(_.on >= window.since, _.on < window.until)
    part = ibis.cases(
        (_.answered_on < window.until, "there now"),
        (_.grouped_on < window.until, "idea of a group"),
        (_.ended_on < window.until, "laid aside"),
        else_="not there yet",
    )
    return asked.select("locality", person=ibis.null("int64"), part=part)


def _on_the_day(some: Table, window: Window) -> Table:
    return some.filter(_.since <= window.day, _.until.isnull() | (_.until > window.day))
