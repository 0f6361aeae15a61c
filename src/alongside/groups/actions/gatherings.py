"""Sessions: written down by one of us, by name or by heads, or told by the link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.directory.actions import confirm, say_room
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.notices.actions import take_back_about
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..links import new_reference
from ..models import Attendance, Gathering, Group, RegisterLink
from ..rules import LONGEST_LINK, Heads, heads_are_said, heads_of, of_a_session
from ..words import LINK_TOO_LONG, NOT_STARTED_YET, THERE_ALREADY


@dataclass(frozen=True)
class SessionSaid:
    """A session as it is told: heads, and no names."""

    on: date
    met: bool = True
    led_by: str = ""
    came: int | None = None
    new: int | None = None
    helpers: int | None = None
    under_25: int | None = None
    over_60: int | None = None
    room: str = ""
    needed: str = ""

    @property
    def heads(self) -> Heads:
        """As the rules take them."""
        return Heads(self.came, self.new, self.helpers, self.under_25, self.over_60)


@action
def keep_session(group: Group, given: SessionSaid, *, told_us: str, by: Actor, at: datetime) -> Gathering:
    """One of us was there, read the paper, or was told. A session that was held confirms the group's entry."""
    permissions.may_keep_group(by, group.team_id)
    of_a_session(given.on, given.met, given.heads, today=timezone.localdate(at))
    one_at_a_time(group.id)
    if group.entry is None:
        raise Refused(NOT_STARTED_YET)
    if Gathering.objects.filter(group=group, on=given.on, taken_back_at__isnull=True).exists():
        raise Refused(THERE_ALREADY, field="on", on=given.on)
    made = Gathering.objects.create(group=group, **asdict(given), told_us=told_us, by_id=by.id, at=at, stood=_entry_stands(group))
    leave_trace("kept a session of a group", about=f"session {made.id}", at=at)
    if given.met:
        confirm(group.entry.id, how="visit" if told_us == "there" else "call", on=given.on, by=by, at=at)
        if given.room:
            say_room(group.entry.id, given.room, on=given.on, by=by, at=at)
    return made


def _entry_stands(group: Group) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT group_entry_stands(%s)", [group.id])
        (found,) = cursor.fetchone()
    return json.loads(found)


@action
def take_back_session(session: Gathering, *, by: Actor, at: datetime) -> None:
    """It was not so; that it was said stays. What the group's entry said of itself because of it, it says no more."""
    permissions.may_keep_group(by, session.group.team_id)
    one_at_a_time(session.group_id)
    session.taken_back_at = at
    session.save(update_fields=["taken_back_at"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT unsay_group_session(%s)", [session.id])
    leave_trace("took back a session of a group", about=f"session {session.id}", at=at)


@action
def see_to_session(session: Gathering, *, by: Actor, at: datetime) -> None:
    """What was needed is seen to, or somebody knows why it did not meet; or it waits again, where that was said by mistake."""
    permissions.may_keep_group(by, session.group.team_id)
    one_at_a_time(session.group_id)
    session.seen_at, session.seen_by_id = (None, None) if session.seen_at else (at, by.id)
    session.save(update_fields=["seen_at", "seen_by"])
    leave_trace("saw to what a group needed" if session.seen_at else "said that what a group needed waits again", about=f"session {session.id}", at=at)


@action
def mark_register(session: Gathering, marks: Mapping[Person, bool], *, came: int | None = None, by: Actor, at: datetime) -> None:
    """Who was there and who was not, of those on the register, and how many in all where that is said; whoever was absent stays on it."""
    may_write(by)
    permissions.may_keep_group(by, session.group.team_id)
    one_at_a_time(session.id)
    marked = {row.person_id: row for row in Attendance.objects.filter(gathering=session)}
    there = {key for key, row in marked.items() if row.came}
    named = there - {one.id for one in marks} | {one.id for one, was_there in marks.items() if was_there}
    session.came = heads_of(came, session.came, len(named), len(there))
    of_a_session(session.on, session.met, session.heads, today=session.on)
    session.save(update_fields=["came"])
    for person, was_there in marks.items():
        row = marked.get(person.id)
        if row is None:
            Attendance.objects.create(gathering=session, person=person, came=was_there, by_id=by.id, at=at)
        elif row.came != was_there:
            row.came = was_there
            row.save(update_fields=["came"])
    leave_trace("marked a register", *(person.id for person in marks), about=f"session {session.id}", at=at)


@action
def make_register_link(group: Group, *, to: str, until: date, by: Actor, at: datetime) -> RegisterLink:
    """A link for whoever leads it, open up to the day before `until`."""
    permissions.may_keep_group(by, group.team_id)
    today = timezone.localdate(at)
    if not today < until <= today + LONGEST_LINK:
        raise Refused(LINK_TOO_LONG, field="last_day")
    made = RegisterLink.objects.create(group=group, to=to.strip(), reference=new_reference(), until=until, by_id=by.id, at=at)
    leave_trace("made a link to a register", about=f"group {group.id}", at=at)
    return made


@action
def end_register_link(link: RegisterLink, *, by: Actor, at: datetime) -> None:
    """The link opens nothing any more."""
    permissions.may_keep_group(by, link.group.team_id)
    link.ended_at = link.ended_at or at
    link.save(update_fields=["ended_at"])
    take_back_about(f"register link {link.id}", team_id=link.group.team_id, by=by, at=at)
    leave_trace("ended a link to a register", about=f"group {link.group_id}", at=at)


@action
def tell_by_link(reference: str, given: SessionSaid, *, by: Actor, at: datetime) -> UUID | None:
    """Whoever has the link tells of a session (`by` is nobody); None where the link is not open."""
    of_a_session(given.on, given.met, given.heads, today=timezone.localdate(at))
    heads_are_said(given.met, given.heads)
    with connection.cursor() as cursor:
        said = json.dumps(asdict(given), default=str)
        cursor.execute("SELECT group_id, done FROM tell_group_register(%s, %s, %s::jsonb, %s)", [reference, new_key(), said, at])
        group, done = cursor.fetchone() or (None, "")
    if done == "there already":
        raise Refused(THERE_ALREADY, field="on", on=given.on)
    leave_trace("told of a session by a link", about=f"group {group}" if group else "link", outcome="done" if group else "refused", at=at)
    return group
