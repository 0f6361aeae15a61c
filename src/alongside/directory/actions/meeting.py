"""When something meets: a session added, left out on a day, ended, taken up again. Its days of the week follow from all of them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..meeting import SessionTold, checked
from ..models import Entry, Session


@action
def add_session(entry: Entry, told: SessionTold, *, by: Actor, at: datetime) -> Session:
    """It meets then."""
    permissions.may_keep(by)
    if told.ends_at and (not told.starts_at or told.ends_at <= told.starts_at):
        raise Refused(Sentence("It ends before it begins. Write both times, such as 14:00 and 16:00."), field="ends_at")
    if told.last_day and told.last_day < told.starts_on:
        raise Refused(Sentence("The last day is before the first."), field="last_day")
    given = {"starts_on": told.starts_on, "rule": checked(told.rule, told.starts_on), "starts_at": told.starts_at, "ends_at": told.ends_at}
    more = {"last_day": told.last_day, "term_time": told.term_time, "words": told.words.strip()}
    made = Session.objects.create(entry=entry, **given, **more, by_id=by.id, at=at)
    if not made.meets.next_days(told.starts_on, 1):
        raise Refused(Sentence("There is no day on which it would meet."), field="starts_on")
    _days_follow(entry, at)
    leave_trace("said when an entry meets", about=f"entry {entry.id}", at=at)
    return made


@action
def not_on(session: Session, day: date, *, by: Actor, at: datetime) -> Session:
    """Not on this one day; said again, it meets then after all."""
    permissions.may_keep(by)
    session = Session.objects.select_for_update().get(id=session.id)
    if day in session.not_on:
        session.not_on = [one for one in session.not_on if one != day]
    elif day in session.meets.next_days(day, 1):
        session.not_on = sorted([*session.not_on, day])
    else:
        raise Refused(Sentence("It does not meet on that day."), field="day")
    session.save(update_fields=["not_on"])
    _said_by_us(session.entry_id, at)
    leave_trace("said when an entry does not meet", about=f"entry {session.entry_id}", at=at)
    return session


@action
def end_session(session: Session, *, by: Actor, at: datetime) -> None:
    """It does not meet then any more."""
    permissions.may_keep(by)
    session.ended_at = at
    session.save(update_fields=["ended_at"])
    _days_follow(session.entry, at)
    leave_trace("said when an entry meets", about=f"entry {session.entry_id}", at=at)


@action
def take_up_session(session: Session, *, by: Actor, at: datetime) -> None:
    """It meets then after all."""
    permissions.may_keep(by)
    session.ended_at = None
    session.save(update_fields=["ended_at"])
    _days_follow(session.entry, at)
    leave_trace("said when an entry meets", about=f"entry {session.entry_id}", at=at)


def _said_by_us(entry_id: UUID, at: datetime) -> Entry:
    """From now on its source does not say when it meets: one of us did."""
    entry = Entry.objects.select_for_update().get(id=entry_id)
    entry.put_right = {**entry.put_right, "sessions": timezone.localdate(at).isoformat()}
    entry.save(update_fields=["put_right"])
    return entry


def _days_follow(entry: Entry, at: datetime) -> None:
    """The days by which it is found are those on which it meets; without a session they are what was written."""
    held = Session.objects.filter(entry=entry, ended_at__isnull=True)
    entry = _said_by_us(entry.id, at)
    days = sorted(set().union(*(one.meets.weekdays for one in held)))
    if days and days != list(entry.days):
        on = timezone.localdate(at).isoformat()
        if "days" not in entry.put_right:
            entry.source_says = {**entry.source_says, "days": list(entry.days)}
        entry.put_right = {**entry.put_right, "days": on}
        entry.days = days
        entry.save(update_fields=["days", "put_right", "source_says"])
