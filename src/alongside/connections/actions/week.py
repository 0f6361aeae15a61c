"""Writing down what fills somebody's week: what they do, on which days, and what it takes the place of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Min
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rings import a_day_to_change_on
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace

from .. import week
from ..models import Activity
from ..words import WHAT_DO_THEY_DO


@action
def write_week(person: Person, told: Sequence[week.Doing], *, since: date, by: Actor, at: datetime) -> list[Activity]:
    """Several things they do, in one go."""
    may_write(by)
    if not told:
        raise Refused(WHAT_DO_THEY_DO, field="words_1")
    not_in_the_future(since, today=timezone.localdate(at), field="since")
    begun = week_begun(person.id)
    return [_add(person, week.can_be_told(doing), begun=begun, since=since, by=by, at=at) for doing in told]


def _add(person: Person, doing: week.Doing, *, begun: date | None, since: date, by: Actor, at: datetime) -> Activity:
    # Nothing is put before the day the week was first written down: that day is where the start begins.
    told_on = max(since, begun) if begun else timezone.localdate(at)
    made = Activity.objects.create(
        person=person,
        words=doing.words,
        with_whom=doing.with_whom,
        days=list(doing.days),
        parts=list(doing.parts),
        what_it_is=doing.what_it_is,
        takes_place_of=doing.takes_place_of,
        since=week.since_when(begun, told_on, there_before=doing.there_before),
        by_id=by.id,
        at=at,
    )
    leave_trace("wrote down a part of their week", person.id, about=f"activity {made.id}", at=at)
    return made


@action
def put_week_right(row: Activity, doing: week.Doing, *, by: Actor, at: datetime) -> None:
    """What was written of it was not so; nothing counts as changed."""
    may_write(by)
    right = week.can_be_told(doing)
    row.words, row.with_whom, row.days, row.parts = right.words, right.with_whom, list(right.days), list(right.parts)
    row.what_it_is, row.takes_place_of = right.what_it_is, right.takes_place_of
    begun = week_begun(row.person_id)
    row.since = begun if begun and right.there_before else row.since
    row.save()
    leave_trace("put their week right", row.person_id, about=f"activity {row.id}", at=at)


@action
def no_longer_does(row: Activity, *, on: date, by: Actor, at: datetime) -> None:
    """They do it no longer, since a day; it stays in the record."""
    may_write(by)
    row.until = a_day_to_change_on(on, since=row.since, today=timezone.localdate(at))
    row.save(update_fields=["until"])
    leave_trace("ended", row.person_id, about=f"activity {row.id}", at=at)


@action
def does_after_all(row: Activity, *, by: Actor, at: datetime) -> None:
    """Undo `no_longer_does`."""
    may_write(by)
    row.until = None
    row.save(update_fields=["until"])
    leave_trace("brought back", row.person_id, about=f"activity {row.id}", at=at)


@action
def never_did(row: Activity, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake; the record's history keeps that it stood there."""
    may_write(by)
    leave_trace("took back a part of their week", row.person_id, about=f"activity {row.id}", at=at)
    row.delete()


def week_begun(person_id: UUID) -> date | None:
    """The day on which their week was first written down."""
    day: date | None = Activity.objects.filter(person_id=person_id).aggregate(day=Min("since"))["day"]
    return day
