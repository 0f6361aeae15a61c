"""What the figures of measures count first of all: who was asked at all, and who a second time."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import askings, beside, people_alongside
from .periods import Window


def people_by_asked(window: Window) -> Table:
    """Everybody alongside, by whether they answered the same questions twice by the end of the period, once, would not, or were not asked."""
    until = askings.filter(_.on < window.until)
    times = until.filter(_.ended == "answered").group_by("person", "measure").aggregate(n=_.count()).group_by("person").aggregate(most=_.n.max())
    no = until.filter(_.ended != "answered").select("person", no=ibis.literal(True)).distinct()
    together = beside(beside(people_alongside(window), times), no)
    part = ibis.cases((_.most >= 2, "asked again"), (_.most == 1, "asked once"), (_.no.notnull(), "would not"), else_="not asked")
    return together.select("person", part=part)
