"""What is counted of the stories that people chose to tell."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import stories
from .periods import Window


def stories_by_where_they_stand(window: Window) -> Table:
    """Every story that was drafted on a day of the period, by where it stood when the period ended."""
    drafted = stories.filter(_.drafted_on >= window.since, _.drafted_on < window.until)
    part = ibis.cases(
        ((_.withdrawn_on < window.until) & (_.printed_on < window.until), "withdrawn after"),
        (_.withdrawn_on < window.until, "withdrawn"),
        (_.printed_on < window.until, "printed"),
        (_.yes_on < window.until, "their yes"),
        else_="draft",
    )
    return drafted.select("person", part=part)
