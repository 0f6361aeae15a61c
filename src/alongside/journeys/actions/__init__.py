"""Walking alongside somebody: what was done, said and agreed."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.introductions.actions import introduce
from alongside.introductions.models import Introduction
from alongside.introductions.rules import Introducing
from alongside.journeys.models import Alongside, Visit
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace

from .agreeing import agree, end_part, take_back_ended_part, tell_good_life
from .handing import hand_over, read_of_hand_over, take_back_hand_over
from .levels import bring_back_laid_aside, come_back, set_level, take_back_level
from .looking_back import end_look_back, look_back_after_all, plan_look_back, put_off_look_back
from .notes import (
    add_to_note,
    amend_note,
    bring_back_nameless,
    count_nameless,
    it_was,
    it_was_not,
    say_what_it_took,
    take_back_nameless,
    take_off_page,
    write_note,
    write_together,
)
from .papers import PaperAsked, add_paper, say_where_paper_is
from .rhythm import agree_rhythm
from .steps import add_step, amend_step, end_step, go_on, take_back_step, take_up_again
from .waiting import amend_waiting, begin_waiting, end_waiting, take_back_waiting, wait_on

__all__ = [
    "PaperAsked",
    "add_paper",
    "add_step",
    "add_to_note",
    "agree",
    "agree_rhythm",
    "amend_note",
    "amend_step",
    "amend_waiting",
    "begin_waiting",
    "bring_back_laid_aside",
    "bring_back_nameless",
    "come_back",
    "count_nameless",
    "end_look_back",
    "end_part",
    "end_step",
    "end_visit",
    "end_waiting",
    "go_on",
    "hand_over",
    "it_was",
    "it_was_not",
    "look_back_after_all",
    "move_visit",
    "plan_look_back",
    "plan_visit",
    "put_off_look_back",
    "read_of_hand_over",
    "say_what_it_took",
    "say_where_paper_is",
    "set_level",
    "stop_walking",
    "take_back_ended_part",
    "take_back_hand_over",
    "take_back_level",
    "take_back_nameless",
    "take_back_step",
    "take_back_waiting",
    "take_off_page",
    "take_up_again",
    "tell_good_life",
    "wait_on",
    "walk_alongside",
    "welcome",
    "write_note",
    "write_together",
]


@action
def welcome(given: Introducing, *, by: Actor, at: datetime) -> Introduction:
    """Somebody is introduced and a coordinator begins to walk alongside: whoever it is for, else whoever writes it down."""
    made = introduce(given, by=by, at=at)
    set_level(made.person, "introduced", since=given.on, by=by, at=at)
    walk_alongside(made.person, given.for_whom_id or by.id, since=given.on, by=by, at=at)
    return made


@action
def walk_alongside(person: Person, coordinator_id: UUID, *, since: date, by: Actor, at: datetime) -> Alongside:
    """From this day somebody walks alongside them; more than one may."""
    may_write(by)
    walk = Alongside.objects.filter(person=person, coordinator_id=coordinator_id, until__isnull=True).first()
    if walk is None:
        walk = Alongside.objects.create(person=person, coordinator_id=coordinator_id, since=since, by_id=by.id, at=at)
    leave_trace("began to walk alongside", person.id, about=f"alongside {walk.id}", at=at)
    return walk


@action
def stop_walking(person: Person, coordinator_id: UUID, *, until: date, by: Actor, at: datetime) -> None:
    """From this day they no longer walk alongside. The team keeps the record, and the door stays open."""
    may_write(by)
    Alongside.objects.filter(person=person, coordinator_id=coordinator_id, until__isnull=True).update(until=until)
    leave_trace("stopped walking alongside", person.id, about=f"person {person.id}", at=at)


@action
def plan_visit(person: Person, *, on: date, starts_at: time | None = None, where: str = "", words: str = "", staff_id: UUID, by: Actor, at: datetime) -> Visit:
    """Somebody here and they mean to meet."""
    may_write(by)
    if on < timezone.localdate(at):
        raise Refused(Sentence("This day has passed. If you met, write a note; if not, choose a day to come."), field="on")
    visit = Visit.objects.create(person=person, on=on, starts_at=starts_at, where=where.strip(), words=words.strip(), staff_id=staff_id, by_id=by.id, at=at)
    leave_trace("planned a visit", person.id, about=f"visit {visit.id}", at=at)
    return visit


@action
def move_visit(visit: Visit, *, on: date, starts_at: time | None, where: str, words: str, staff_id: UUID, by: Actor, at: datetime) -> Visit:
    """Another day, time or place for a visit that was planned."""
    may_write(by)
    if visit.ended:
        raise Refused(Sentence("This visit has ended. Plan another."))
    if on < timezone.localdate(at):
        raise Refused(Sentence("This day has passed. If you met, write a note; if not, choose a day to come."), field="on")
    visit.on, visit.starts_at, visit.where, visit.words, visit.staff_id = on, starts_at, where.strip(), words.strip(), staff_id
    visit.save(update_fields=["on", "starts_at", "where", "words", "staff"])
    leave_trace("moved a visit", visit.person_id, about=f"visit {visit.id}", at=at)
    return visit


@action
def end_visit(visit: Visit, how: str, *, by: Actor, at: datetime) -> Visit:
    """It took place, or it did not; a visit that did not take place is nobody's fault."""
    may_write(by)
    if how == "met" and visit.on > timezone.localdate(at):
        raise Refused(Sentence("This day has not come yet, so you have not met. If the day was put off, say so and plan another."), field="how")
    visit.ended, visit.ended_at = how, at
    visit.save(update_fields=["ended", "ended_at"])
    leave_trace("ended a visit", visit.person_id, about=f"visit {visit.id}", at=at)
    return visit
