"""What the figures of the people in somebody's life count: at the start, and when everybody was gone through again.

Only whoever's circle was gone through again, after its start was over, has a second number; nobody else counts as unchanged.
"""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import beside, circles, looks, people, people_alongside, supports
from .periods import Window

UNPAID = "unpaid"


def people_by_circle(window: Window) -> Table:
    """Everybody alongside, by whether more people, as many or fewer were in their life unpaid than at the start."""
    paired = _looked_at_again(window)
    before = _counted(_at_start(paired)).select("person", before=_.n)
    after = _counted(_on_the_day(paired)).select("person", after=_.n)
    compared = beside(beside(paired.select("person", looked=ibis.literal(True)), before), after)
    outcome = ibis.cases(
        (_.after.fill_null(0) > _.before.fill_null(0), "more people"), (_.after.fill_null(0) < _.before.fill_null(0), "fewer people"), else_="as many people"
    )
    begun = circles.filter(_.begun_on < window.until).select("person", begun=ibis.literal(True))
    together = beside(beside(people_alongside(window), compared.select("person", outcome=outcome)), begun)
    none = ibis.ifelse(_.begun.isnull(), "not written down", "not looked at again")
    return together.select("person", part=_.outcome.fill_null(none))


def supports_kept(window: Window) -> Table:
    """Everybody who was in somebody's life unpaid at the start, or when it was gone through again: still there, new, or gone."""
    paired = _looked_at_again(window).semi_join(people_alongside(window), "person")
    at_start, later = _at_start(paired), _on_the_day(paired)
    both = at_start.semi_join(later, "support").mutate(part=ibis.literal("still there"))
    gone = at_start.anti_join(later, "support").mutate(part=ibis.literal("gone"))
    new = later.anti_join(at_start, "support").mutate(part=ibis.literal("new"))
    return both.union(gone).union(new).select("person", "part")


def circles_as_pairs(window: Window) -> Table:
    """Each circle that was begun before the period ended, of somebody alongside: how many at the start, and, where it is a pair, on the later day."""
    begun = circles.filter(_.begun_on < window.until).semi_join(people_alongside(window), "person")
    # Of a start that is not over, what there was by the end of the period.
    begun = begun.mutate(compared_from=ibis.least(_.compared_from, ibis.literal(window.until)))
    paired = _looked_at_again(window)
    again = looks.filter(_.on >= window.since, _.on < window.until).join(circles.select("person", "begun_on"), "person").filter(_.on > _.begun_on)
    together = beside(begun.select("person"), _counted(_at_start(begun)).select("person", before=_.n))
    together = beside(together, _counted(_on_the_day(paired)).select("person", later=_.n))
    together = beside(together, paired.select("person", pair=ibis.literal(True)))
    together = beside(together, again.select("person", again=ibis.literal(True)).distinct())
    known = people.select("person", "known_on", "locality")
    return together.join(known, "person").select(
        "person",
        "locality",
        "known_on",
        before=_.before.fill_null(0),
        after=ibis.ifelse(_.pair.notnull(), _.later.fill_null(0), ibis.null("int64")),
        again=_.again.notnull(),
    )


def _looked_at_again(window: Window) -> Table:
    """Whose circle was gone through again in the period, after its start was over, and when it last was."""
    last = looks.filter(_.on >= window.since, _.on < window.until).group_by("person").aggregate(looked_on=_.on.max())
    return last.join(circles, "person").filter(_.looked_on >= _.compared_from).select("person", "begun_on", "compared_from", "looked_on")


def _at_start(paired: Table) -> Table:
    """Who was there unpaid at some time in the start, by the ring that was said first."""
    left = supports.group_by("support").aggregate(gone_on=ibis.ifelse(_.until.isnull().any(), ibis.null("date"), _.until.max()))
    first = supports.filter(_.nth == 1, _.kind == UNPAID).join(left, "support").join(paired, "person")
    return first.filter(_.since < _.compared_from, _.gone_on.isnull() | (_.gone_on > _.begun_on)).select("person", "support")


def _on_the_day(paired: Table) -> Table:
    """Who was there unpaid on the day on which everybody was gone through again."""
    there = supports.filter(_.kind == UNPAID).join(paired, "person")
    return there.filter(_.since <= _.looked_on, _.until.isnull() | (_.until > _.looked_on)).select("person", "support")


def _counted(some: Table) -> Table:
    return some.group_by("person").aggregate(n=_.support.nunique())
