"""What the figures of giving, and of what took the place of day care, count."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import beside, given, kinds, people_alongside, week
from .periods import Window

DAY_CARE = "day care"


def people_by_giving(window: Window) -> Table:
    """Everybody alongside, by whether anything that they gave in the period was written down."""
    gave = _given(window).select("person", gave=ibis.literal(True)).distinct()
    part = ibis.ifelse(_.gave.isnull(), "no giving noted", "gave something")
    return beside(people_alongside(window), gave).select("person", part=part)


def contributions_by_whom(window: Window) -> Table:
    """Every contribution given on a day of the period, by whom it was for."""
    return _given(window).select("person", part=_.kind)


def minutes_given(window: Window) -> Table:
    """Minutes given in the period where somebody said how long, by whom they were for."""
    return _given(window).filter(_.minutes.notnull()).select("person", part=_.kind, amount=_.minutes)


def people_by_day_care(window: Window) -> Table:
    """Everybody alongside, by whether something took the place of day care in the period, or they went to it."""
    yes = ibis.literal(True)
    started = found_an_alternative(window).mutate(found=yes)
    goes = week.filter(_.what_it_is == DAY_CARE, _.since <= window.day, _.until.isnull() | (_.until > window.day)).select("person", goes=yes).distinct()
    told = week.filter(_.since < window.until).select("person", told=yes).distinct()
    together = beside(beside(beside(people_alongside(window), started), goes), told)
    part = ibis.cases(
        (_.found.notnull(), "found an alternative"), (_.goes.notnull(), "goes to day care"), (_.told.notnull(), "no day care"), else_="week not written down"
    )
    return together.select("person", part=part)


def found_an_alternative(window: Window) -> Table:
    """For whom something took the place of day care in the period: in their week, or by a change that counts as that. Each once."""
    in_their_week = week.filter(_.takes_place_of == DAY_CARE, _.since >= window.since, _.since < window.until).select("person")
    as_told = kinds.filter(_.kind == DAY_CARE, _.direction != "worse", _.noticed_on >= window.since, _.noticed_on < window.until).select("person")
    return in_their_week.union(as_told).distinct()


def _given(window: Window) -> Table:
    return given.filter(_.way == "gave", _.on >= window.since, _.on < window.until)
