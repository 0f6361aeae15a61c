"""In the meeting: notes of each person, what is agreed, who was there; and its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import islice

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time
from alongside.web.writing import version_of

from .. import permissions, rules
from ..days import days_of
from ..models import Agreed, Discussed, Listed, Meeting, Present, Seat
from ..queries import agreed_of
from ..words import SAY_WHO_DOES_IT, STILL_OPEN
from .lists import Told, put_down

NOTES = ("situation", "so_far", "update")
"""The boxes of a person's notes, in their order."""


def mark_of(words: str) -> str:
    """A short mark of what a box was opened with: another, as soon as it says something else."""
    return version_of({"words": words})


@action
def keep_notes(listed: Listed, given: Mapping[str, str], stood: Mapping[str, str], *, both: bool = False, by: Actor, at: datetime) -> dict[str, str]:
    """What is said of somebody, box by box, kept again and again while it is typed; gives the boxes that were not, with what stands there.

    `stood` is the mark of what each box was opened with. Where somebody else wrote meanwhile, theirs stays, and is put before these words if `both`.
    """
    may_write(by)
    rules.may_take_notes(listed.meeting.stands)
    one_at_a_time(listed.id)
    kept = Discussed.objects.filter(listed=listed).first() or Discussed(listed=listed, meeting_id=listed.meeting_id, person_id=listed.person_id)
    clashing = {}
    for name in NOTES:
        if name not in given:
            continue
        theirs, ours = getattr(kept, name), given[name].strip()
        # Words that stand whole in ours lose nothing by ours: so nobody meets their own as somebody else's, where an answer was lost on the way.
        if theirs == ours or (theirs and theirs in ours) or stood.get(name, mark_of("")) == mark_of(theirs):
            setattr(kept, name, ours)
        elif both:
            setattr(kept, name, rules.both(theirs, ours))
        else:
            clashing[name] = theirs
    if len(clashing) < len(given):
        kept.by_id, kept.at = by.id, at
        kept.save()
    leave_trace("took notes at a meeting", listed.person_id, about=f"listed {listed.id}", outcome="done" if len(clashing) < len(given) else "refused", at=at)
    return clashing


@action
def agree(listed: Listed, words: str, *, seat: Seat | None, by_when: date | None, by: Actor, at: datetime) -> Agreed:
    """Something is agreed: what, who of the table does it, and by when; with nobody who does it, a decision that all at the table read."""
    may_write(by)
    rules.may_take_notes(listed.meeting.stands)
    rules.an_action(words, by_when, done_by_somebody=seat is not None, today=timezone.localdate(at))
    if seat is not None and seat.series_id != listed.meeting.series_id:
        raise Refused(SAY_WHO_DOES_IT, field="seat")
    made = Agreed.objects.create(
        listed=listed, meeting_id=listed.meeting_id, person_id=listed.person_id, seat=seat, words=words.strip(), by_when=by_when, by_id=by.id, at=at
    )
    leave_trace("wrote down what a meeting agreed", listed.person_id, about=f"agreed {made.id}", at=at)
    return made


@action
def take_back_agreed(agreed: Agreed, *, by: Actor, at: datetime) -> None:
    """It was not agreed so; while the meeting is open it goes again, and stays in the history."""
    may_write(by)
    rules.may_take_notes(agreed.meeting.stands)
    key, person = agreed.id, agreed.person_id
    agreed.delete()
    leave_trace("took back what a meeting agreed", person, about=f"agreed {key}", at=at)


@action
def mark_present(meeting: Meeting, came: Iterable[Seat], stayed_away: Iterable[Seat] = (), *, by: Actor, at: datetime) -> None:
    """Who was there, and who was not after all; of others it stays as it was said, so that two who write it down at once undo nothing of each other."""
    permissions.may_keep_meeting(by, meeting.series.team_id)
    rules.may_take_notes(meeting.stands)
    one_at_a_time(meeting.id)
    Present.objects.filter(meeting=meeting, seat_id__in=[seat.id for seat in stayed_away]).delete()
    for seat in came:
        Present.objects.get_or_create(meeting=meeting, seat=seat)
    leave_trace("wrote down who was at a meeting", about=f"meeting {meeting.id}", at=at)


@action
def close(meeting: Meeting, *, by: Actor, at: datetime) -> Meeting:
    """The meeting is over: the table sees nobody any more, each keeps what they took on, and what is still open goes on the next list."""
    permissions.may_keep_meeting(by, meeting.series.team_id)
    today = timezone.localdate(at)
    one_at_a_time(meeting.id)
    rules.may_close(meeting.stands, today=today)
    meeting.closed_at, meeting.closed_by_id = at, by.id
    meeting.save(update_fields=["closed_at", "closed_by"])
    listed = list(Listed.objects.filter(meeting=meeting, withdrawn_at__isnull=True))
    leave_trace("closed a meeting", *(one.person_id for one in listed), about=f"meeting {meeting.id}", at=at)
    ever = agreed_of(meeting.series, [one.person_id for one in listed])
    still_open = set(ever.filter(answer__in=STILL_OPEN, seat__isnull=False).values_list("person_id", flat=True))
    _carry([one for one in listed if one.person_id in still_open], meeting, by=by, at=at)
    return meeting


def _carry(listed: list[Listed], meeting: Meeting, *, by: Actor, at: datetime) -> None:
    """On the list of the next meeting, with the words they agreed to before; their word of this series still decides who sees it."""
    series = meeting.series
    taken = set(Meeting.objects.filter(series=series, sent_at__isnull=False).values_list("on", flat=True))
    coming = (day.on for day in days_of(series.meets, series.nation, meeting.on) if day.on > meeting.on and not day.left_out and day.on not in taken)
    following = next(islice(coming, 1), None)
    if following is None or not listed:
        return
    there = set(Listed.objects.filter(meeting__series=series, meeting__on=following, withdrawn_at__isnull=True).values_list("person_id", flat=True))
    for one in listed:
        if one.person_id not in there:
            told = Told(one.extract, one.asks, one.how_they_agreed, matters=one.matters)
            put_down(Person(id=one.person_id), series, following, told, carried_from=one, by=by, at=at)
