"""What the figures of counted kinds count: people alongside, by the kinds of change that were told of them."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import kinds, people_alongside
from .giving import DAY_CARE
from .periods import Window

NONE = "no kind noted"


def people_by_counted_kind(window: Window) -> Table:
    """Everybody alongside, once under each kind by which a change of theirs in the period counts; whoever has none, once.

    An alternative to day care is a figure of its own (giving.py), and no number stands in two figures.
    """
    return _with_none(window, _told(window).filter(_.kind != "", _.kind != DAY_CARE).select("person", part=_.kind))


def people_by_own_kind(window: Window) -> Table:
    """Everybody alongside, once under each kind of the team's own list; whoever has none of them, once."""
    return _with_none(window, _told(window).filter(_.listed != "").select("person", part=_.listed))


def _told(window: Window) -> Table:
    """Kinds of changes noticed in the period, for the better or neither; one for the worse counts as none."""
    return kinds.filter(_.direction != "worse", _.noticed_on >= window.since, _.noticed_on < window.until)


def _with_none(window: Window, told: Table) -> Table:
    alongside = people_alongside(window)
    some = told.semi_join(alongside, "person").distinct()
    none = alongside.anti_join(told, "person").select("person", part=ibis.literal(NONE))
    return some.union(none)
