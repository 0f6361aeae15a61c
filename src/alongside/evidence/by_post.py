"""By which post people are counted: the one whose coordinator walked alongside them last in the period."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from .cohorts import walks
from .payers import NO_POST
from .periods import Window


def people_by_post(window: Window) -> Table:
    """Everybody who was walked alongside in the period from a post, once: at the post that was there last; of two, that which began last."""
    there = walks.filter(_.since < window.until, _.until.isnull() | (_.until > window.since))
    ended = there.mutate(last=ibis.least(_.until.fill_null(ibis.literal(window.until)), ibis.literal(window.until)))
    order = ibis.window(group_by="person", order_by=[ibis.desc("last"), ibis.desc("since"), "post"])
    return ended.mutate(place=ibis.row_number().over(order)).filter(_.place == 0).select("person", "post")


def with_posts(rows: Table, window: Window) -> Table:
    """Each row with the post of the person behind it; what has nobody behind it has none."""
    theirs = people_by_post(window).select("post", posted=_.person)
    return rows.left_join(theirs, rows.person == theirs.posted).mutate(post=_.post.fill_null(NO_POST))
