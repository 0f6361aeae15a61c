"""After a meeting: what became of what was agreed, and that the person was told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace

from .. import rules
from ..models import Agreed, Listed, Meeting, ToldBack
from ..permissions import may_keep_meeting
from ..words import SAY_WHAT_THEY_WERE_TOLD


@action
def answer(agreed_id: UUID, said: str, *, because_of: str = "", by: Actor, at: datetime) -> UUID | None:
    """Whoever took it on says what became of it: done, not yet, or cannot; None where it is not theirs, or no longer."""
    rules.an_answer(said, because_of)
    with connection.cursor() as cursor:
        cursor.execute("SELECT say_what_became(%s, %s, %s, %s)", [agreed_id, said, because_of.strip(), at])
        (person,) = cursor.fetchone() or (None,)
    leave_trace("said what became of it", *([person] if person else []), about=f"agreed {agreed_id}", outcome="done" if person else "refused", at=at)
    found: UUID | None = person
    return found


@action
def chase(agreed: Agreed, *, by: Actor, at: datetime) -> None:
    """They were asked again, kindly."""
    may_write(by)
    agreed.chased_at, agreed.times_chased = at, agreed.times_chased + 1
    agreed.save(update_fields=["chased_at", "times_chased"])
    leave_trace("asked again after what was agreed", agreed.person_id, about=f"agreed {agreed.id}", at=at)


@action
def chase_all(several: Iterable[Agreed], *, by: Actor, at: datetime) -> None:
    """One message asked after all of these."""
    for one in several:
        chase(one, by=by, at=at)


@action
def answer_for(agreed: Agreed, said: str, *, because_of: str = "", by: Actor, at: datetime) -> None:
    """What became of it, as one of the team heard it: what they said on the telephone, or that nobody has to do it any more."""
    may_write(by)
    rules.an_answer(said, because_of)
    agreed.answer, agreed.because_of, agreed.answered_at, agreed.answered_by_id = said, because_of.strip(), at, by.id
    agreed.save(update_fields=["answer", "because_of", "answered_at", "answered_by"])
    leave_trace("wrote down what became of it", agreed.person_id, about=f"agreed {agreed.id}", at=at)


@action
def take_minutes(meeting: Meeting, people: Iterable[UUID], *, by: Actor, at: datetime) -> None:
    """The minutes of a meeting leave as a file."""
    may_keep_meeting(by, meeting.series.team_id)
    leave_trace("took the minutes of a meeting away", *people, about=f"meeting {meeting.id}", at=at)


@action
def tell_back(listed: Listed, words: str, *, how: str, on: date, by: Actor, at: datetime) -> ToldBack:
    """The person was told what the meeting said and agreed, in plain words."""
    may_write(by)
    if not words.strip():
        raise Refused(SAY_WHAT_THEY_WERE_TOLD, field="words")
    made = ToldBack.objects.create(
        listed=listed, person_id=listed.person_id, on=min(on, timezone.localdate(at)), how=how, words=words.strip(), by_id=by.id, at=at
    )
    leave_trace("told them what a meeting said", listed.person_id, about=f"told back {made.id}", at=at)
    return made
