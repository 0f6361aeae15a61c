"""Walking alongside somebody: what was done, said and agreed."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.introductions.actions import introduce
from alongside.introductions.models import Introduction
from alongside.introductions.rules import Introducing
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace, one_at_a_time

from . import rules
from .models import Agreement, Alongside, GoodLife, Level, Note, Step, Visit
from .rules import StepAsked
from .words import STEP_ENDED


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
def set_level(person: Person, level: str, *, since: date, words: str = "", by: Actor, at: datetime) -> Level:
    """The level from a day on. Levels move both ways and say nothing of how severe anything is."""
    may_write(by)
    one_at_a_time(person.id)
    before = Level.objects.filter(person=person, until__isnull=True).first()
    rules.a_level_begins_after_the_last(since, before.since if before else None, today=timezone.localdate(at))
    if before is not None:
        before.until = since
        before.save(update_fields=["until"])
    now = Level.objects.create(person=person, level=level, since=since, words=words.strip(), by_id=by.id, at=at)
    leave_trace("set the level", person.id, about=f"level {now.id}", at=at)
    return now


@action
def take_back_level(level: Level, *, by: Actor, at: datetime) -> None:
    """Undo a level that one set by mistake, on the day one set it: the one before holds again. Its history keeps that it was there."""
    may_write(by)
    one_at_a_time(level.person_id)
    if level.by_id != by.id or timezone.localdate(level.at) != timezone.localdate(at):
        raise NotYours(Sentence("A level is taken back by whoever set it, on the same day. Set the one that is so instead."))
    before = Level.objects.filter(person_id=level.person_id, until=level.since).exclude(id=level.id).order_by("-at").first()
    if before is None or level.until is not None:
        raise Refused(Sentence("Only the last level is taken back, and never the first. Set the one that is so instead."))
    leave_trace("took back a level", level.person_id, about=f"level {level.id}", at=at)
    level.delete()
    before.until = None
    before.save(update_fields=["until"])


@action
def write_note(person: Person, text: str, *, on: date, how: str, by: Actor, at: datetime) -> Note:
    """What happened, in a few words or many."""
    may_write(by)
    text = some_words(text, field="text", ask=Sentence("Write a few words first."))
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    note = Note.objects.create(person=person, text=text, on=on, how=how, by_id=by.id, at=at)
    leave_trace("wrote a note", person.id, about=f"note {note.id}", at=at)
    return note


@action
def amend_note(note: Note, text: str, *, on: date, how: str, by: Actor, at: datetime) -> Note:
    """Put a note of one's own right. What it said before stays in the row's history."""
    may_write(by)
    if note.by_id != by.id:
        raise NotYours(Sentence("A note is put right by whoever wrote it. Write one of your own that says what is so."))
    note.text = some_words(text, field="text", ask=Sentence("A note keeps a few words at least."))
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    note.on, note.how, note.amended_at = on, how, at
    note.save(update_fields=["text", "on", "how", "amended_at"])
    leave_trace("amended a note", note.person_id, about=f"note {note.id}", at=at)
    return note


@action
def tell_good_life(person: Person, words: str, *, by: Actor, at: datetime) -> GoodLife:
    """A good life in their words, as they say it today; what they said before stays."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what they said, in their words."))
    told = GoodLife.objects.create(person=person, words=words, by_id=by.id, at=at)
    leave_trace("told their good life", person.id, about=f"good life {told.id}", at=at)
    return told


@action
def agree(person: Person, words: str, *, agreed_on: date, how_agreed: str, by: Actor, at: datetime) -> Agreement:
    """A new version of what we each do; the earlier ones stay."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what you agreed."))
    not_in_the_future(agreed_on, today=timezone.localdate(at), field="agreed_on")
    one_at_a_time(person.id)
    last = Agreement.objects.filter(person=person).aggregate(last=Max("version"))["last"] or 0
    made = Agreement.objects.create(person=person, version=last + 1, words=words, agreed_on=agreed_on, how_agreed=how_agreed, by_id=by.id, at=at)
    leave_trace("wrote the shared agreement", person.id, about=f"agreement {made.id}", at=at)
    return made


@action
def add_step(person: Person, step: StepAsked, *, by: Actor, at: datetime) -> Step:
    """A next step, with who does it."""
    may_write(by)
    rules.a_step_says_who(step)
    rules.a_day_to_come(step.by_when, today=timezone.localdate(at))
    made = Step.objects.create(
        person=person,
        words=step.words.strip(),
        who_kind=step.who_kind,
        who=step.who.strip(),
        staff_id=step.staff_id if step.who_kind == "us" else None,
        why_a_service=step.why_a_service.strip() if step.who_kind == "service" else "",
        by_when=step.by_when,
        by_id=by.id,
        at=at,
    )
    leave_trace("added a next step", person.id, about=f"step {made.id}", at=at)
    return made


@action
def end_step(step: Step, *, as_: str = "done", how_it_went: str = "", on: date, by: Actor, at: datetime) -> Step:
    """A step is done, or is let go; how it went is theirs to say."""
    may_write(by)
    if step.ended_on is not None:
        raise Refused(STEP_ENDED)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    step.ended_as, step.ended_on, step.ended_at, step.ended_by_id = as_, on, at, by.id
    step.how_it_went = how_it_went.strip()
    step.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "how_it_went"])
    leave_trace("ended a step", step.person_id, about=f"step {step.id}", at=at)
    return step


@action
def go_on(step: Step, *, how_it_went: str = "", by_when: date | None, by: Actor, at: datetime) -> Step:
    """Not yet: the step goes on, until another day or until none; how it went so far is kept beside it."""
    may_write(by)
    if step.ended_on is not None:
        raise Refused(Sentence("This step has ended already."))
    if by_when != step.by_when:
        rules.a_day_to_come(by_when, today=timezone.localdate(at))
    step.by_when, step.how_it_went = by_when, how_it_went.strip()
    step.save(update_fields=["by_when", "how_it_went"])
    leave_trace("went on with a step", step.person_id, about=f"step {step.id}", at=at)
    return step


@action
def take_up_again(step: Step, *, by: Actor, at: datetime) -> Step:
    """A step that had ended goes on after all."""
    may_write(by)
    step.ended_as, step.ended_on, step.ended_at, step.ended_by_id = "", None, None, None
    step.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by"])
    leave_trace("took up a step again", step.person_id, about=f"step {step.id}", at=at)
    return step


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
