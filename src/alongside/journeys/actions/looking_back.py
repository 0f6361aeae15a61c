"""A look back on a day that they want: planned, put off, held, or not wanted."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.journeys.models import LookBack
from alongside.journeys.rules import a_day_to_come
from alongside.journeys.words import LOOK_BACK_AHEAD, LOOK_BACK_ENDED
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def plan_look_back(person: Person, *, on: date, by: Actor, at: datetime) -> LookBack:
    """A day on which to look at what has changed; one at a time."""
    may_write(by)
    a_day_to_come(on, today=timezone.localdate(at), field="on")
    one_at_a_time(person.id)
    if LookBack.objects.filter(person=person, ended_as="").exists():
        raise Refused(LOOK_BACK_AHEAD)
    made = LookBack.objects.create(person=person, on=on, by_id=by.id, at=at)
    leave_trace("planned a look back", person.id, about=f"look back {made.id}", at=at)
    return made


@action
def put_off_look_back(look_back: LookBack, *, on: date, by: Actor, at: datetime) -> LookBack:
    """Another day suits them better."""
    may_write(by)
    if look_back.ended_as:
        raise Refused(LOOK_BACK_ENDED)
    a_day_to_come(on, today=timezone.localdate(at), field="on")
    look_back.on = on
    look_back.save(update_fields=["on"])
    leave_trace("put off a look back", look_back.person_id, about=f"look back {look_back.id}", at=at)
    return look_back


@action
def end_look_back(look_back: LookBack, *, as_: str, words: str = "", on: date, by: Actor, at: datetime) -> LookBack:
    """It took place, with what was said; or they would rather not."""
    may_write(by)
    if look_back.ended_as:
        raise Refused(LOOK_BACK_ENDED)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    look_back.ended_as, look_back.ended_on, look_back.ended_at, look_back.ended_by_id = as_, on, at, by.id
    look_back.words = words.strip()
    look_back.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "words"])
    leave_trace("ended a look back", look_back.person_id, about=f"look back {look_back.id}", at=at)
    return look_back


@action
def look_back_after_all(look_back: LookBack, *, by: Actor, at: datetime) -> LookBack:
    """It is still to come after all; what was said stays in the row's history."""
    may_write(by)
    one_at_a_time(look_back.person_id)
    if LookBack.objects.filter(person_id=look_back.person_id, ended_as="").exclude(id=look_back.id).exists():
        raise Refused(LOOK_BACK_AHEAD)
    look_back.ended_as, look_back.ended_on, look_back.ended_at, look_back.ended_by_id = "", None, None, None
    look_back.words, look_back.laid_aside_with = "", None
    look_back.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "words", "laid_aside_with"])
    leave_trace("took up a look back again", look_back.person_id, about=f"look back {look_back.id}", at=at)
    return look_back
