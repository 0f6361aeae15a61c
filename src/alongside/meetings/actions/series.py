"""A series is called, and seats at its table are given and left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from alongside.directory.meeting import Meets, rule_of
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..links import new_reference
from ..models import OwnCalendar, Seat, Series
from ..rules import LONGEST_LINK
from ..words import LINK_TOO_LONG, NAME_TAKEN, SAY_ITS_NAME, SAY_THE_BASIS, SAY_THEIR_NAME, SAY_WHAT_THEY_ARE, WHOLE_TABLE_OR_NOTHING
from .telling import nothing_waits_for

A_YEAR = timedelta(days=365)
"""How long a seat's link is open unless somebody ends it."""


@dataclass(frozen=True)
class Called:
    """A series as somebody writes it down."""

    name: str
    starts_on: date
    starts_at: time
    may_tell: str
    rhythm: str = "fortnightly"
    which: str = ""
    kind: str = "locality"
    locality_id: UUID | None = None
    nation: str = "ENG"
    minutes: int = 60
    place: str = ""
    call_link: str = ""
    chair: str = ""
    basis: str = "their yes"
    last_day: date | None = None

    @property
    def meets(self) -> Meets:
        """Its rhythm."""
        return Meets(self.starts_on, rule_of(self.rhythm, self.starts_on, self.which), self.last_day)


@dataclass(frozen=True)
class Sitting:
    """Somebody at a table, with a login or without."""

    name: str
    profession: str
    organisation: str = ""
    email: str = ""
    staff_id: UUID | None = None


@action
def call_series(given: Called, *, by: Actor, at: datetime) -> Series:
    """A meeting that comes again, for the team of whoever calls it."""
    team_id = permissions.team_that_calls(by)
    made = Series.objects.create(team_id=team_id, by_id=by.id, at=at, **_columns(given, team_id))
    leave_trace("called a meeting", about=f"series {made.id}", at=at)
    return made


@action
def call_many(given: Sequence[tuple[Called | None, Sequence[Sitting]]], *, by: Actor, at: datetime) -> list[Series]:
    """Every meeting of a table with who sits there, or none of them: a row that says nothing whole keeps them all out."""
    wrong = sum(1 for called, _seats in given if called is None)
    if wrong or not given:
        raise Refused(WHOLE_TABLE_OR_NOTHING, many=wrong)
    made = []
    for called, seats in given:
        if called is not None:
            made.append(call_series(called, by=by, at=at))
            for seat in seats:
                give_seat(made[-1], seat, by=by, at=at)
    leave_trace("called meetings from a table", at=at)
    return made


@action
def change_series(series: Series, given: Called, *, by: Actor, at: datetime) -> Series:
    """Its rhythm, its place or what may be told there are otherwise from now on; meetings that have a list stay on their days."""
    permissions.may_keep_meeting(by, series.team_id)
    for name, value in _columns(given, series.team_id, but=series.id).items():
        setattr(series, name, value)
    series.save()
    leave_trace("changed a meeting", about=f"series {series.id}", at=at)
    return series


def _columns(given: Called, team_id: UUID, but: UUID | None = None) -> dict[str, object]:
    said = asdict(given)
    said["name"] = " ".join(given.name.split())
    if not said["name"]:
        raise Refused(SAY_ITS_NAME, field="name")
    if not given.may_tell.strip():
        raise Refused(SAY_THE_BASIS, field="may_tell")
    said["call_link"] = rules.a_call(given.call_link)
    one_at_a_time(team_id)
    if Series.objects.filter(team_id=team_id, name=said["name"]).exclude(id=but).exists():
        raise Refused(NAME_TAKEN, field="name")
    said["rule"] = rule_of(said.pop("rhythm"), given.starts_on, said.pop("which"))
    return said


@action
def give_seat(series: Series, given: Sitting, *, since: date | None = None, by: Actor, at: datetime) -> Seat:
    """Somebody sits at the table from a day on, with a link of their own."""
    permissions.may_keep_meeting(by, series.team_id)
    if not given.name.strip():
        raise Refused(SAY_THEIR_NAME, field="name")
    if not given.profession.strip():
        raise Refused(SAY_WHAT_THEY_ARE, field="profession")
    today = timezone.localdate(at)
    made = Seat.objects.create(
        series=series,
        **{name: " ".join(value.split()) if isinstance(value, str) else value for name, value in asdict(given).items()},
        since=since or today,
        reference=new_reference(),
        link_until=today + A_YEAR,
        by_id=by.id,
        at=at,
    )
    leave_trace("gave a seat at a meeting", about=f"seat {made.id}", at=at)
    return made


@action
def leave_seat(seat: Seat, *, by: Actor, at: datetime) -> None:
    """They sit there no more, and see nothing from the next page they open."""
    permissions.may_keep_meeting(by, seat.series.team_id)
    seat.until = max(timezone.localdate(at), seat.since)
    seat.link_ended_at = seat.link_ended_at or at
    seat.save(update_fields=["until", "link_ended_at"])
    nothing_waits_for(seat, by=by, at=at)
    leave_trace("ended a seat at a meeting", about=f"seat {seat.id}", at=at)


@action
def new_seat_link(seat: Seat, *, until: date, by: Actor, at: datetime) -> Seat:
    """Another link for the same seat; the one before opens nothing any more."""
    permissions.may_keep_meeting(by, seat.series.team_id)
    today = timezone.localdate(at)
    if not today < until <= today + LONGEST_LINK:
        raise Refused(LINK_TOO_LONG, field="last_day")
    seat.reference, seat.link_until, seat.link_ended_at = new_reference(), until, None
    seat.save(update_fields=["reference", "link_until", "link_ended_at"])
    nothing_waits_for(seat, by=by, at=at)
    leave_trace("made a link to a seat", about=f"seat {seat.id}", at=at)
    return seat


@action
def end_seat_link(seat: Seat, *, by: Actor, at: datetime) -> None:
    """The link opens nothing any more; the seat stays theirs."""
    permissions.may_keep_meeting(by, seat.series.team_id)
    seat.link_ended_at = seat.link_ended_at or at
    seat.save(update_fields=["link_ended_at"])
    nothing_waits_for(seat, by=by, at=at)
    leave_trace("ended a link to a seat", about=f"seat {seat.id}", at=at)


@action
def make_own_calendar(*, by: Actor, at: datetime) -> OwnCalendar:
    """An address by which one's own calendar reads when meetings are; one that was made before is read no more."""
    made, _new = OwnCalendar.objects.update_or_create(staff_id=by.id, defaults={"reference": new_reference(), "at": at})
    leave_trace("made an address for a calendar", about=f"own calendar {made.id}", at=at)
    return made
