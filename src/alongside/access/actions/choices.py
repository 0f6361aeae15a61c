"""What somebody chooses about who may know: written down, answered anew, taken back; never overwritten."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.access.choosing import Holds, an_answer_can_be_kept
from alongside.access.models import Choice, Naming
from alongside.access.permissions import may_write_choices
from alongside.access.words import HOW_GIVEN
from alongside.foundation.actor import Actor
from alongside.people.models import Person
from alongside.trail.doing import action, leave_trace, one_at_a_time

ENDED_BY_A_NO = ("their yes", "direct care")
"""Grounds that a no takes away. What safeguarding or a law demands is told all the same, and stands apart."""

ALOUD, _ON_PAPER, THEIR_OWN_LINK = (word.stored for word in HOW_GIVEN)


@action
def choose(
    person: Person,
    audience: str,
    answer: str,
    *,
    subject: UUID | None = None,
    called: str = "",
    on: date | None = None,
    how: str = ALOUD,
    words: str = "",
    until: date | None = None,
    by: Actor,
    at: datetime,
) -> Choice:
    """They said yes, no or ask me, for an audience: a new answer beside those before. A no ends at once what a yes had opened.

    `subject` is the key of one partner, meeting or group, and `called` what it is called; `until` is the first day on which a yes holds no more.
    """
    may_write_choices(by, person.id)
    one_at_a_time(person.id)
    today = timezone.localdate(at)
    told_on = on or today
    before = Choice.objects.filter(person=person, audience=audience, subject=subject).order_by("-on", "-at").first()
    an_answer_can_be_kept(answer, on=told_on, until=until, newest=before.on if before else None, today=today)
    themselves = by.id == person.id
    made = Choice.objects.create(
        person=person,
        audience=audience,
        subject=subject,
        called=called.strip() or (before.called if before else ""),
        answer=answer,
        on=told_on,
        how=THEIR_OWN_LINK if themselves else how,
        words=words.strip(),
        until=until,
        by_id=None if themselves else by.id,
        at=at,
    )
    leave_trace("took back a choice" if answer == Holds.WITHDRAWN else "wrote down a choice", person.id, about=f"choice {made.id}", at=at)
    if answer in (Holds.NO, Holds.WITHDRAWN):
        _end_what_is_open(person, audience, subject, today, at)
    return made


@action
def withdraw(choice: Choice, *, on: date | None = None, how: str = ALOUD, words: str = "", by: Actor, at: datetime) -> Choice:
    """They took back what they said: it stays readable, and holds no longer. What it had opened ends at once."""
    return choose(
        Person(id=choice.person_id), choice.audience, Holds.WITHDRAWN, subject=choice.subject, called=choice.called, on=on, how=how, words=words, by=by, at=at
    )


def _end_what_is_open(person: Person, audience: str, subject: UUID | None, today: date, at: datetime) -> None:
    """From the next page they open, nobody of this audience sees them any more. An answer about all of a kind ends it for each of them."""
    open_now = Naming.objects.filter(person=person, audience=audience, until__gt=today, ground__in=ENDED_BY_A_NO)
    for naming in open_now.filter(partner_id=subject) if subject else open_now:
        naming.until = today
        naming.save(update_fields=["until"])
        leave_trace("ended a naming", person.id, about=f"naming {naming.id}", at=at)
