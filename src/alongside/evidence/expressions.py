"""What each figure counts, as Ibis: the same expression runs on DuckDB here and on a cluster for pooled work.

An expression gives one row for every thing counted: the `person` behind it (a number that means nothing outside one
extract) and the `part` it is counted under. Counting the rows, and finding the people behind them, both begin from it.
"""

from __future__ import annotations

from collections.abc import Callable

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.connections.words import RUNGS

from . import around, asked, by_post, circle, coming, contacts, giving, handed, kinds, themselves, told, voices
from .cohorts import (
    changes,
    connections,
    introductions,
    levels,
    people,
    people_alongside,
    people_introduced,
    people_known,
    people_who_said_no,
    rungs,
    steps,
    waits,
)
from .periods import Window

NOT_FOR_ME = "not for me"
FOUR_WEEKS, TWELVE_WEEKS = 28, 84
"""Days."""
LADDER = tuple(rung.stored for rung in RUNGS if rung.stored != NOT_FOR_ME)


def people_by_level(window: Window) -> Table:
    """Everybody known, with the level they were at when the period's last day ended."""
    on_the_day = levels.filter(_.since <= window.day, _.until.isnull() | (_.until > window.day))
    return people_known(window).left_join(on_the_day, "person").select(_.person, part=_.level.fill_null("none recorded"))


def people_by_locality(window: Window) -> Table:
    """Everybody known, with the locality they live in today; where it is protected it is not shown."""
    return people.filter(_.known_on < window.until).select(_.person, part=_.locality)


def introductions_by_source(window: Window) -> Table:
    """Every introduction to the team on a day of the period, with its source."""
    return introductions.filter(_.on >= window.since, _.on < window.until).select(_.person, part=_.source)


def connections_by_kind(window: Window) -> Table:
    """Every connection made on a day of the period, with its kind."""
    return _connections_made(window).select(_.person, part=_.kind)


def connections_by_rung(window: Window) -> Table:
    """Every connection made in the period, with the highest rung it had reached when the period ended.

    One whose newest rung was then "not for me" is counted there, whatever it had reached before.
    """
    height = ibis.cases(*((_.rung == rung, number) for number, rung in enumerate(LADDER, start=1)), else_=0)
    reached = rungs.filter(_.on <= window.day).mutate(height=height).group_by("connection").aggregate(highest=_.height.max(), newest=_.rung.argmax(_.nth))
    stands = ibis.cases(
        (_.newest == NOT_FOR_ME, NOT_FOR_ME),
        *((_.highest == number, rung) for number, rung in enumerate(LADDER, start=1)),
        else_="none recorded",
    )
    return _connections_made(window).left_join(reached, "connection").select(_.person, part=stands)


def changes_by_direction(window: Window) -> Table:
    """Every change noticed on a day of the period: better, worse or different."""
    return _changes_noticed(window).select(_.person, part=_.direction)


def changes_by_others_share(window: Window) -> Table:
    """Every change noticed in the period, with how much of it was others' doing, or that nobody asked."""
    return _changes_noticed(window).select(_.person, part=_.others_share)


def changes_by_what_would_have_happened(window: Window) -> Table:
    """Every change noticed in the period, with how much would have happened anyway, or that nobody asked."""
    return _changes_noticed(window).select(_.person, part=_.would_have_happened)


def changes_by_how_long(window: Window) -> Table:
    """Every change noticed in the period, with how long the person thinks it lasts, or that nobody asked."""
    return _changes_noticed(window).select(_.person, part=_.lasts.fill_null("not asked"))


def changes_by_worth(window: Window) -> Table:
    """Every change noticed in the period, by the way in which the person last said what it is worth to them, if they were asked and would say."""
    return _changes_noticed(window).select(_.person, part=_.worth.fill_null("not asked"))


def people_by_change_noted(window: Window) -> Table:
    """Everybody at Level 1 or 2 on at least one day of the period, by whether a change of theirs was written down."""
    alongside = people_alongside(window)
    noted = _changes_noticed(window).select(noted_for=_.person).distinct()
    part = ibis.ifelse(_.noted_for.isnull(), "none noted", "noted")
    return alongside.left_join(noted, alongside.person == noted.noted_for).select(_.person, part=part)


def steps_by_who(window: Window) -> Table:
    """Every step written down on a day of the period, by who does it; one that a service was asked, by whether a reason was given."""
    return steps.filter(_.written_on >= window.since, _.written_on < window.until).select(_.person, part=_.who)


def waits_by_length(window: Window) -> Table:
    """Every wait that ended in the period by how many days it lasted, and every wait that went on when the period ended.

    One that was laid aside because somebody moved away or died is not counted once it was.
    """
    went_on = _.ended_on.isnull() | (_.ended_on >= window.until)
    there = waits.filter(_.since < window.until, went_on | ((_.ended_on >= window.since) & (_.ended_as != "laid aside")))
    lasted = ibis.cases((_.days <= FOUR_WEEKS, "four weeks"), (_.days <= TWELVE_WEEKS, "twelve weeks"), else_="longer")
    return there.select(_.person, part=ibis.ifelse(went_on, "still waiting", lasted))


def _connections_made(window: Window) -> Table:
    return connections.filter(_.made_on >= window.since, _.made_on < window.until)


def _changes_noticed(window: Window) -> Table:
    return changes.filter(_.noticed_on >= window.since, _.noticed_on < window.until)


Expression = Callable[[Window], Table]
EXPRESSIONS: dict[str, Expression] = {
    function.__name__: function
    for function in (
        people_known,
        people_introduced,
        people_alongside,
        people_who_said_no,
        people_by_level,
        people_by_locality,
        introductions_by_source,
        coming.introductions_by_ending,
        coming.introductions_by_answer,
        coming.comebacks_by_ending,
        coming.people_by_area,
        coming.people_by_listed_reason,
        coming.people_by_age,
        themselves.people_by_sex,
        themselves.people_by_ethnic_group,
        themselves.people_by_caring,
        themselves.people_by_street,
        around.groups_by_stage,
        around.barriers_by_state,
        around.wishes_by_answer,
        contacts.contacts_by_way,
        contacts.contacts_by_whom,
        contacts.attempts_by_answer,
        contacts.meetings_by_way,
        contacts.people_by_time,
        connections_by_kind,
        connections_by_rung,
        changes_by_direction,
        changes_by_others_share,
        changes_by_what_would_have_happened,
        changes_by_how_long,
        changes_by_worth,
        kinds.people_by_counted_kind,
        kinds.people_by_own_kind,
        asked.people_by_asked,
        people_by_change_noted,
        circle.people_by_circle,
        circle.supports_kept,
        giving.people_by_giving,
        giving.contributions_by_whom,
        giving.people_by_day_care,
        told.stories_by_where_they_stand,
        voices.asked_by_whom,
        voices.people_by_stars,
        voices.people_by_difference,
        voices.people_by_connected,
        voices.partners_by_valuable,
        voices.partners_by_rooted,
        handed.handed_by_whom,
        handed.handed_by_answer,
        handed.urgent_by_answer,
        handed.handed_by_end,
        handed.handed_by_avoided,
        steps_by_who,
        waits_by_length,
    )
}
"""Every expression by the name that a definition calls it."""


SUMS: dict[str, Expression] = {function.__name__: function for function in (giving.minutes_given, contacts.minutes_alongside, contacts.miles_gone)}
"""Those that add something up instead of counting: their rows have an `amount` besides, and the person behind it."""


def every() -> dict[str, Expression]:
    """Both."""
    return EXPRESSIONS | SUMS


def placed(expression: Expression, window: Window) -> Table:
    """What an expression gives, with the locality of the person, unless its rows have one of their own: the rows of which all below is asked."""
    rows = expression(window)
    if "locality" not in rows.columns:
        rows = rows.join(people.select("person", "locality"), "person")
    return rows.select(*(name for name in ("person", "part", "locality", "amount") if name in rows.columns))


def counted(rows: Table) -> Table:
    """How many rows there are of each locality and part."""
    return rows.group_by("locality", "part").aggregate(n=_.count())


def added_up(rows: Table) -> Table:
    """What each person's amounts come to, by locality and part."""
    return rows.group_by("locality", "part", "person").aggregate(amount=_.amount.sum())


def counted_by_post(rows: Table, window: Window) -> Table:
    """How many rows there are of each locality, post and part."""
    return by_post.with_posts(rows, window).group_by("locality", "post", "part").aggregate(n=_.count())


def behind(rows: Table, part: str = "", locality: str = "") -> Table:
    """The people behind a figure, each once; of one part and one locality where they are given. Behind what nobody was named in, there is nobody."""
    asked_for = [(ibis.literal(wanted) == "") | (rows[column] == wanted) for column, wanted in (("part", part), ("locality", locality))]
    return rows.filter(_.person.notnull(), *asked_for).select("person").distinct().order_by("person")


def by_person(rows: Table, part: str) -> Table:
    """How many rows of one part each person has, by person."""
    return rows.filter(rows.part == part, _.person.notnull()).group_by("person").aggregate(n=_.count()).order_by("person")
