"""What somebody asks of us about what we keep of them: written down, answered, done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.access import permissions, rules
from alongside.access.models import Asked
from alongside.access.words import ANSWERED, HOW_GIVEN
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace, one_at_a_time

ALOUD, THEIR_OWN_LINK = HOW_GIVEN[0].stored, HOW_GIVEN[2].stored
YES, _NO = (word.stored for word in ANSWERED)


@action
def ask_of_us(person: Person, for_what: str, *, on: date | None = None, how: str = ALOUD, words: str = "", by: Actor, at: datetime) -> Asked:
    """They ask for everything about them, for something put right, or to be forgotten. From that day a month runs."""
    permissions.may_write_what_they_ask(by, person.id)
    one_at_a_time(person.id)
    asked_on = on or timezone.localdate(at)
    not_in_the_future(asked_on, today=timezone.localdate(at), field="on")
    rules.what_to_put_right_is_said(for_what, words)
    if for_what != "put right" and Asked.objects.filter(person=person, for_what=for_what, done_at__isnull=True).exists():
        raise Refused(Sentence("They have asked for this already, and it is not answered yet."), field="for_what")
    themselves = by.id == person.id
    made = Asked.objects.create(
        person=person,
        for_what=for_what,
        on=asked_on,
        how=THEIR_OWN_LINK if themselves else how,
        words=words.strip(),
        by_id=None if themselves else by.id,
        at=at,
    )
    leave_trace("wrote down what they asked of us", person.id, about=f"asked {made.id}", at=at)
    return made


@action
def answer_them(asked: Asked, answer: str, *, why: str, by: Actor, at: datetime) -> Asked:
    """Yes or no, with why. A wish to be forgotten that is granted waits for a second person; whatever else is answered is done."""
    permissions.may_answer(by)
    rules.an_answer_says_why(why)
    if asked.done_at is not None:
        raise Refused(Sentence("This is answered and done."))
    asked.answer, asked.why, asked.answered_by_id, asked.answered_at = answer, why.strip(), by.id, at
    asked.done_at = None if answer == YES and asked.for_what != "put right" else at
    asked.save(update_fields=["answer", "why", "answered_by", "answered_at", "done_at"])
    leave_trace("answered what they asked of us", asked.person_id, about=f"asked {asked.id}", at=at)
    return asked


@action
def forget(asked: Asked, *, typed: str, by: Actor, at: datetime) -> UUID:
    """Everything about them goes, for good, in every table (sql/forgetting.sql); gives the key of the certificate."""
    permissions.may_confirm_forgetting(by, asked.answered_by_id)
    rules.forgetting_is_meant(typed)
    if asked.for_what != "be forgotten" or asked.answer != YES or asked.done_at is not None:
        raise Refused(Sentence("Nobody is forgotten before the information governance lead has said yes to it."))
    made = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_somebody(%s, %s, %s)", [asked.id, made, at])
    leave_trace("forgot somebody", asked.person_id, about=f"forgotten {made}", at=at)
    return made
