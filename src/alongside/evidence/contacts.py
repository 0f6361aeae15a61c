"""What the figures of contacts, time and miles count: a visit with several people once as a contact, and once for each of them where that is asked."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.journeys.words import NO_ANSWER

from .cohorts import beside, introductions, light, notes, people, people_alongside
from .periods import Window

TWO_HOURS, TEN_HOURS = 120, 600
"""Minutes."""


def contacts_by_way(window: Window) -> Table:
    """Every contact on a day of the period, once however many people it was with, by the way it came about; also with nobody named."""
    return _contacts(window).select("person", "locality", part=_.how)


def contacts_by_whom(window: Window) -> Table:
    """The same contacts, by whether somebody was named: one person, several together, or nobody."""
    return _contacts(window).select("person", "locality", part=_.with_whom)


def meetings_by_way(window: Window) -> Table:
    """Every time that somebody by name was met, so that a visit with three people counts three times; by the way it came about."""
    return _noted(window).select("person", part=_.how)


def people_by_time(window: Window) -> Table:
    """Everybody alongside, by the minutes that were written down of all that was with them; of whom nothing was measured is apart."""
    told = _noted(window).filter(_.minutes.notnull()).group_by("person").aggregate(minutes=_.minutes.sum())
    part = ibis.cases(
        (_.minutes.isnull(), "not measured"), (_.minutes <= TWO_HOURS, "two hours"), (_.minutes <= TEN_HOURS, "ten hours"), else_="more than ten hours"
    )
    return beside(people_alongside(window), told).select("person", part=part)


def minutes_alongside(window: Window) -> Table:
    """Minutes that were written down of contacts with somebody by name, once however many it was with."""
    return _noted(window).filter(_.counts == 1, _.minutes.notnull()).select("person", part=_.how, amount=_.minutes)


def miles_gone(window: Window) -> Table:
    """Tenths of miles that were written down of the same contacts."""
    return _noted(window).filter(_.counts == 1, _.tenths_of_miles.notnull()).select("person", part=_.how, amount=_.tenths_of_miles)


def attempts_by_answer(window: Window) -> Table:
    """Every attempt on a day of the period that nobody answered, once however many it was meant for, by whether they were in touch by its end."""
    touched = _noted(window).group_by("person").aggregate(last=_.on.max())
    tried = _on_a_day(window).filter(_.how == NO_ANSWER.stored, _.counts == 1)
    return beside(tried, touched).select("person", part=ibis.ifelse(_.last.isnull() | (_.last < _.on), "no answer yet", "in touch since"))


def contacts_as_it_goes_on(window: Window) -> Table:
    """Each person introduced a year before the period ended, or earlier: their contacts in the first six months from then, and in the next six."""
    first = introductions.group_by("person").aggregate(came=_.on.min())
    halves = first.mutate(half=_.came + ibis.interval(months=6), year=_.came + ibis.interval(months=12)).filter(_.year <= window.until)
    met = notes.filter(_.how != NO_ANSWER.stored).join(halves, "person").filter(_.on >= _.came, _.on < _.year)
    by_half = met.group_by("person").aggregate(
        before=ibis.ifelse(_.on < _.half, 1, 0).sum().cast("int64"), after=ibis.ifelse(_.on >= _.half, 1, 0).sum().cast("int64")
    )
    together = beside(halves.select("person"), by_half).join(people.select("person", "locality"), "person")
    return together.select("person", "locality", before=_.before.fill_null(0), after=_.after.fill_null(0))


def _on_a_day(window: Window) -> Table:
    return notes.filter(_.on >= window.since, _.on < window.until)


def _noted(window: Window) -> Table:
    """Contacts alone: an attempt is none."""
    return _on_a_day(window).filter(_.how != NO_ANSWER.stored)


def _contacts(window: Window) -> Table:
    """Whose page a contact stands on first; for those with nobody named, no one, and the locality in which they were."""
    named = _noted(window).filter(_.counts == 1).join(people.select("person", "locality"), "person").select("person", "locality", "how", "with_whom")
    nobody = light.filter(_.on >= window.since, _.on < window.until)
    return named.union(nobody.select("locality", "how", person=ibis.null("int64"), with_whom=ibis.literal("nobody"))[named.columns])
