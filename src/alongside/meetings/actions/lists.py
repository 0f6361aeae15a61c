"""Before a meeting: somebody is proposed, the list goes out, somebody is taken off it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time
from alongside.web.vocabulary import say_word, word_for

from .. import permissions, rules
from ..days import meets_on, working_day_before
from ..models import Brought, Discussed, Listed, Meeting, Proposal, Seat, Series
from ..queries import agreed_of
from ..rules import Stands
from ..words import NOT_ITS_DAY, ON_IT_ALREADY, SAY_BECAUSE, SAY_HOW_THEY_AGREED, SAY_THE_EXTRACT, STILL_OPEN


@dataclass(frozen=True)
class Proposed:
    """Somebody whom the meeting might speak of, in the words of whoever proposes them."""

    who: str
    why: str
    asks: str = ""
    knows: str = "not asked"


@action
def propose(series: Series, on: date, given: Proposed, *, seat: Seat | None = None, by: Actor, at: datetime) -> Proposal:
    """Proposed to the meeting of a day: by whoever holds a seat there, or by one of the team."""
    rules.a_proposal(given.who, given.why)
    if seat is None:
        permissions.may_keep_meeting(by, series.team_id)
    rules.may_still_propose(meeting_stands(series, on), today=timezone.localdate(at))
    made = Proposal.objects.create(
        id=new_key(), series=series, on=on, seat=seat, who=given.who.strip(), why=given.why.strip(), asks=given.asks.strip(), knows=given.knows, at=at
    )
    leave_trace("proposed somebody to a meeting", about=f"proposal {made.id}", at=at)
    return made


def meeting_stands(series: Series, on: date) -> Stands:
    """Where the meeting of a day stands, whether or not anybody is on its list."""
    return stands_on(series, on, Meeting.objects.filter(series=series, on=on).first())


def stands_on(series: Series, on: date, found: Meeting | None) -> Stands:
    """The same, where its row was looked for already."""
    if found is None:
        if not meets_on(series.meets, series.nation, on):
            raise Refused(NOT_ITS_DAY, day=on)
        return Stands(on, working_day_before(on, series.nation))
    found.series = series
    return found.stands


def _meeting_of(series: Series, on: date) -> Meeting:
    """The meeting of one of its days, from now on with a row of its own."""
    one_at_a_time(series.id)
    found = Meeting.objects.filter(series=series, on=on).first()
    if found is None:
        if not meets_on(series.meets, series.nation, on):
            raise Refused(NOT_ITS_DAY, day=on)
        found = Meeting.objects.create(series=series, on=on)
    found.series = series
    return found


@dataclass(frozen=True)
class Told:
    """What a meeting may know of somebody, what it is asked, and how they agreed to that."""

    extract: str
    asks: str = ""
    how_they_agreed: str = ""
    how: str = "aloud"
    until: date | None = None
    matters: str = ""


@action
def put_down(
    person: Person, series: Series, on: date, given: Told, *, proposal: Proposal | None = None, carried_from: Listed | None = None, by: Actor, at: datetime
) -> Listed:
    """A place on the list of a day, which their own word opens to the table (access/actions/meetings.py)."""
    may_write(by)
    permissions.may_keep_meeting(by, series.team_id)
    if not given.extract.strip():
        raise Refused(SAY_THE_EXTRACT, field="extract")
    if not given.how_they_agreed.strip():
        raise Refused(SAY_HOW_THEY_AGREED, field="how_they_agreed")
    meeting = _meeting_of(series, on)
    rules.may_put_on_list(meeting.stands)
    if Listed.objects.filter(meeting=meeting, person=person, withdrawn_at__isnull=True).exists():
        raise Refused(ON_IT_ALREADY)
    made = Listed.objects.create(
        meeting=meeting,
        person=person,
        matters=given.matters.strip(),
        extract=given.extract.strip(),
        asks=given.asks.strip(),
        ground=series.basis,
        how_they_agreed=given.how_they_agreed.strip(),
        carried_from=carried_from,
        by_id=by.id,
        at=at,
    )
    if proposal is not None:
        Brought.objects.create(
            person=person, listed=made, seat_id=proposal.seat_id, why=proposal.why, asks=proposal.asks, knows=proposal.knows, by_id=by.id, at=at
        )
        _decide(proposal, "on the list", by=by, at=at)
    leave_trace("carried somebody to the next meeting" if carried_from else "put somebody on a meeting's list", person.id, about=f"listed {made.id}", at=at)
    return made


def _decide(proposal: Proposal, decided: str, reply: str = "", *, by: Actor, at: datetime) -> None:
    """What became of it; the words about the person go from it."""
    proposal.decided, proposal.reply, proposal.decided_by_id, proposal.decided_at = decided, reply.strip(), by.id, at
    proposal.who = proposal.why = proposal.asks = ""
    proposal.save()


@action
def not_this_time(proposal: Proposal, *, reply: str, by: Actor, at: datetime) -> None:
    """They are not on the list; whoever proposed them reads why, in words that tell nothing of the person."""
    permissions.may_keep_meeting(by, proposal.series.team_id)
    if not reply.strip():
        raise Refused(SAY_BECAUSE, field="reply")
    _decide(proposal, "not this time", reply, by=by, at=at)
    leave_trace("did not put somebody on a list", about=f"proposal {proposal.id}", at=at)


def empty_old_proposals() -> None:
    """The words of proposals go that nobody decided in time (sql/seats.sql); they are nobody's record, so the trail has no line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT meetings_empty_old_proposals()")


@action
def send_list(series: Series, on: date, *, by: Actor, at: datetime) -> Meeting:
    """The list is closed and goes out: from now on those at the table see who is on it, and what each agreed to."""
    permissions.may_keep_meeting(by, series.team_id)
    meeting = _meeting_of(series, on)
    rules.may_send(meeting.stands, today=timezone.localdate(at))
    meeting.sent_at, meeting.sent_by_id = at, by.id
    meeting.save(update_fields=["sent_at", "sent_by"])
    listed = list(Listed.objects.filter(meeting=meeting, withdrawn_at__isnull=True))
    _say_what_was_done([one for one in listed if one.carried_from_id], meeting, by=by, at=at)
    leave_trace("sent a meeting's list out", *(one.person_id for one in listed), about=f"meeting {meeting.id}", at=at)
    return meeting


def _say_what_was_done(carried: list[Listed], meeting: Meeting, *, by: Actor, at: datetime) -> None:
    """Of whoever is carried: what this table agreed last time, and whatever is open from before, with what became of it: as what was done so far."""
    said: dict[UUID, list[str]] = {one.person_id: [] for one in carried}
    told = Q(answer__in=STILL_OPEN, seat__isnull=False) | Q(listed__in=[one.carried_from_id for one in carried])
    for one in agreed_of(meeting.series, said).filter(told).select_related("seat").order_by("at", "id"):
        if one.seat is None:
            said[one.person_id].append(one.words)
            continue
        became = say_word(word_for(one.answer, "meetings.TEAM_ANSWERS")) if one.answer else gettext("not answered yet")
        because = f" ({one.because_of})" if one.because_of else ""
        said[one.person_id].append(f"{one.seat}: {one.words}: {became}{because}")
    for one in carried:
        if said[one.person_id] and not Discussed.objects.filter(listed=one).exists():
            Discussed.objects.create(listed=one, meeting=meeting, person_id=one.person_id, so_far="\n".join(said[one.person_id]), by_id=by.id, at=at)


@action
def take_off_list(listed: Listed, *, by: Actor, at: datetime) -> None:
    """Whoever was on it is not any more: at the next request nobody at the table sees them."""
    may_write(by)
    if listed.withdrawn_at is None:
        listed.withdrawn_at, listed.withdrawn_by_id = at, by.id
        listed.save(update_fields=["withdrawn_at", "withdrawn_by"])
    leave_trace("took somebody off a meeting's list", listed.person_id, about=f"listed {listed.id}", at=at)
