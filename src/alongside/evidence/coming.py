"""What the figures of introductions count beyond their source: why people came, what came of it, and who came back."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import WALKED_ALONGSIDE, introductions, levels, people, people_introduced, reasons
from .extracted import NOT_SHOWN
from .periods import Window

NOTHING_SAID = "nothing said"
DECLINED = ("not for me", "not now")
ENDINGS_BUT_DEATH = ("not active", "not reached", "not now", "not for me", "moved on")


def people_by_area(window: Window) -> Table:
    """Everybody introduced in the period, once in each area in which they said why; whoever said nothing, once."""
    part = ibis.ifelse(_.area == "", "in words alone", _.area)
    return _with_nothing_said(window, _told(window).select("person", part=part))


def people_by_listed_reason(window: Window) -> Table:
    """Everybody introduced in the period, once under each word of the team's own list that is theirs; whoever said nothing, once."""
    part = ibis.ifelse(_.listed == "", "not on the list", _.listed)
    return _with_nothing_said(window, _told(window).select("person", part=part))


def people_by_age(window: Window) -> Table:
    """Everybody introduced in the period, by how old they were when they became known; of whom it is not known, apart."""
    aged = people.select("person", age=ibis.ifelse(_.age_band.fill_null("").isin(("", NOT_SHOWN)), "age not known", _.age_band))
    return people_introduced(window).join(aged, "person").select("person", part=_.age)


def _told(window: Window) -> Table:
    """Reasons told by the end of the period, at first or later; one that was taken back on its own day was a mistake."""
    return reasons.filter(_.on < window.until, _.until.isnull() | (_.until > _.on))


def _with_nothing_said(window: Window, told: Table) -> Table:
    came = people_introduced(window)
    some = told.semi_join(came, "person").distinct()
    none = came.anti_join(told, "person").select("person", part=ibis.literal(NOTHING_SAID))
    return some.union(none)


def introductions_by_ending(window: Window) -> Table:
    """Every introduction in the period, with the level on which they stood when it ended, or just before they were introduced again."""
    return _stood(window).select("person", part=_.level.fill_null("none recorded"))


def introductions_by_answer(window: Window) -> Table:
    """Every introduction in the period: taken up, if it was accepted or they were at Level 1 or 2 at some time since, else by how it stood in the end."""
    stood = _stood(window)
    walked = levels.filter(_.level.isin(WALKED_ALONGSIDE), _.until.isnull() | (_.until > _.since)).drop("level", "nth")
    then = stood.join(walked, "person").filter(_.since < _.again_on.fill_null(window.until), _.until.isnull() | (_.until > _.on))
    taken = then.select("introduction", taken=ibis.literal(True)).distinct()
    part = ibis.cases(
        (_.taken.notnull() | (_.accepted_on < window.until), "taken up"),
        (_.level.isin(DECLINED), "declined"),
        (_.level == "not reached", "not reached"),
        (_.level == "introduced", "not met yet"),
        (_.level.isnull(), "none recorded"),
        else_="ended before",
    )
    return stood.left_join(taken, "introduction").select("person", part=part)


def comebacks_by_ending(window: Window) -> Table:
    """Every time that somebody was back in the period, by the ending from which they came back."""
    held = levels.filter(_.until.isnull() | (_.until > _.since))
    turns = held.mutate(before=_.level.lag().over(ibis.window(group_by="person", order_by="nth")))
    back = turns.filter(_.since >= window.since, _.since < window.until, _.before.isin(ENDINGS_BUT_DEATH), ~_.level.isin((*ENDINGS_BUT_DEATH, "died")))
    return back.select("person", part=_.before)


def _stood(window: Window) -> Table:
    """Each introduction of the period under a number, the day they were next introduced, and the level on which they stood at the end."""
    days = introductions.filter(_.on < window.until).select("person", "on").distinct()
    days = days.mutate(again_on=_.on.lead().over(ibis.window(group_by="person", order_by="on")))
    came = introductions.filter(_.on >= window.since, _.on < window.until).join(days, ["person", "on"])
    came = came.mutate(introduction=ibis.row_number().over(ibis.window(order_by=["person", "on", "source", "accepted_on"])))
    last_day = ibis.ifelse(_.again_on.isnull(), _.since <= window.day, _.since < _.again_on)
    went_on = _.until.isnull() | ibis.ifelse(_.again_on.isnull(), _.until > window.day, _.until >= _.again_on)
    stood = came.join(levels, "person").filter(last_day, went_on).group_by("introduction").aggregate(level=_.level.argmax(_.nth))
    return came.left_join(stood, "introduction").drop("introduction_right")
