"""Asking about meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Q, QuerySet

from alongside.foundation.actor import Actor

from .days import Day, next_days
from .models import Agreed, Meeting, Present, Proposal, Seat, Series
from .rules import STAYS_OPEN

SOON = 6
"""Days to come among which somebody who was proposed too late may be put on a list."""

A_WHILE = timedelta(days=28)
"""How long a meeting that nobody closed is shown as open on the page of all, and how far ahead a list may have begun."""


@dataclass(frozen=True)
class Guest(Actor):
    """Somebody who sits at a table by a link of their own: their key is their seat's."""

    @property
    def role(self) -> str:
        """As the trail names them."""
        return "guest of a meeting"


@dataclass(frozen=True)
class AtTable:
    """Somebody at the table, as the others there know them."""

    id: UUID
    name: str
    profession: str
    organisation: str


@dataclass(frozen=True)
class TookOn:
    """Something that a seat took on, and still has to answer."""

    id: UUID
    series: str
    meeting_id: UUID
    met_on: date
    ground: str
    person_id: UUID
    called: str
    words: str
    by_when: date | None
    answer: str
    because_of: str


@dataclass(frozen=True)
class Decided:
    """Something that a table decided of somebody, and that nobody has to do."""

    id: UUID
    series: str
    meeting_id: UUID
    met_on: date
    ground: str
    person_id: UUID
    called: str
    words: str


@dataclass(frozen=True)
class OnThePage:
    """A series as a list shows it: its next day, what waits there, a meeting that is open still, and one whose list was to be out by now."""

    series: Series
    next: Day | None
    waiting: int
    open: Meeting | None
    due: Meeting | None


@dataclass(frozen=True)
class Waits:
    """A proposal that nobody has decided, and the day on whose list they can still be put; none where the series has no day to come."""

    proposal: Proposal
    day: date | None

    @property
    def late(self) -> bool:
        """Whether the list it was for is out, its day was, or it meets then no more."""
        return self.day != self.proposal.on


def series_there() -> QuerySet[Series]:
    """The series that the one who asks may see."""
    return Series.objects.select_related("locality", "team").order_by("name")


def seats_of(series: Series, *, on: date) -> QuerySet[Seat]:
    """Who sits at its table on a day."""
    return Seat.objects.filter(Q(until__isnull=True) | Q(until__gt=on), series=series, since__lte=on).select_related("staff").order_by("profession", "name")


def present_at(meeting: Meeting | None) -> set[UUID]:
    """The seats of those who were there."""
    return set(Present.objects.filter(meeting=meeting).values_list("seat_id", flat=True)) if meeting else set()


def guest_by(reference: str) -> Guest | None:
    """Whose seat an open link is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM seat_of_a_link(%s)", [reference])
        row = cursor.fetchone()
    return Guest(id=row[0], name=row[1]) if row else None


def at_the_table_with_me(series: Series) -> list[AtTable]:
    """Who sits there beside the one who asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM who_sits_with_me(%s)", [series.id])
        return [AtTable(*row) for row in cursor.fetchall()]


def what_i_took_on() -> list[TookOn]:
    """What the one who asks still has to answer, of all their tables."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM what_i_took_on()")
        return [TookOn(*row) for row in cursor.fetchall()]


def what_my_tables_decided() -> list[Decided]:
    """What the tables of the one who asks decided lately."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM what_my_tables_decided()")
        return [Decided(*row) for row in cursor.fetchall()]


def places_open(meeting_id: UUID) -> set[UUID]:
    """Which places on a list its table may see now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT places_open_at(%s)", [meeting_id])
        return {row[0] for row in cursor.fetchall()}


def names_of_seats(keys: Iterable[UUID]) -> dict[UUID, str]:
    """What those at tables are called, whatever table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM names_of_seats(%s::uuid[])", [list(keys)])
        return dict(cursor.fetchall())


def names_of_meetings(keys: Iterable[UUID]) -> dict[UUID, tuple[str, date]]:
    """What meetings are called and when they were, whosever they are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name, met_on FROM names_of_meetings(%s::uuid[])", [list(keys)])
        return {key: (name, on) for key, name, on in cursor.fetchall()}


def agreed_of(series: Series, people: Iterable[UUID]) -> QuerySet[Agreed]:
    """What this series agreed of them, at whatever meeting, as far as the one who asks may see."""
    return Agreed.objects.filter(meeting__series=series, person__in=list(people), listed__withdrawn_at__isnull=True)


def undecided(series: Series, *, today: date, until: date | None = None) -> list[Waits]:
    """What was proposed and nobody has decided, for any day or up to one, each with the next day on whose list they can be put; one query."""
    coming = Meeting.objects.filter(series=series, on__gte=today)
    found = Proposal.objects.filter(series=series, decided="").select_related("seat").order_by("on", "at")
    rows = (found.filter(on__lte=until) if until else found).annotate(
        out=ArraySubquery(coming.filter(sent_at__isnull=False).values("on")), begun=ArraySubquery(coming.filter(sent_at__isnull=True).values("on"))
    )
    rhythm = {day.on for day in next_days(series.meets, series.nation, today, SOON) if not day.left_out}
    return [Waits(one, _day_for(one.on, sorted(rhythm.union(one.begun).difference(one.out)))) for one in rows]


def _day_for(proposed: date, days: list[date]) -> date | None:
    """The day they were proposed for while its list is not out, or the next one; further ahead than these few days, their own."""
    if days and proposed > days[-1]:
        return proposed
    return next((day for day in days if day >= proposed), None)


def as_listed(found: Iterable[Series], *, today: date) -> list[OnThePage]:
    """Each series with its next day and with what waits; three queries, however many there are."""
    series = list(found)
    keys = [one.id for one in series]
    waiting = Counter(Proposal.objects.filter(decided="").values_list("series_id", flat=True))
    begun = Meeting.objects.filter(series__in=keys, closed_at__isnull=True, on__gt=today - A_WHILE, on__lte=today + A_WHILE).order_by("-on")
    by_key = {one.id: one for one in series}
    open_ones: dict[UUID, Meeting] = {}
    due: dict[UUID, Meeting] = {}
    for one in begun:
        one.series = by_key[one.series_id]
        if one.sent_at:
            open_ones[one.series_id] = one
        elif one.on + STAYS_OPEN > today >= one.stands.goes_out:
            due[one.series_id] = one
    return [
        OnThePage(
            one,
            next((day for day in next_days(one.meets, one.nation, today, 1) if not day.left_out), None),
            waiting[one.id],
            open_ones.get(one.id),
            due.get(one.id),
        )
        for one in series
    ]
