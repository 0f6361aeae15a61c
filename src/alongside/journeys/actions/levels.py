"""Levels: how close the relationship is, from a day on; endings, and back again from any of them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.journeys import rules
from alongside.journeys.models import Alongside, Level, LookBack, Step, Visit, Waiting
from alongside.journeys.permissions import may_take_back
from alongside.journeys.words import NOT_ENDED
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def set_level(person: Person, level: str, *, since: date, words: str = "", by: Actor, at: datetime) -> Level:
    """The level from a day on. Levels move both ways and say nothing of how severe anything is.

    When somebody died or moved away, what was planned with them is laid aside, so that nobody is reminded of it.
    """
    may_write(by)
    one_at_a_time(person.id)
    before = Level.objects.filter(person=person, until__isnull=True).first()
    rules.a_level_begins_after_the_last(since, before.since if before else None, today=timezone.localdate(at))
    if before is not None:
        before.until = since
        before.save(update_fields=["until"])
    now = Level.objects.create(person=person, level=level, since=since, words=words.strip(), by_id=by.id, at=at)
    leave_trace("set the level", person.id, about=f"level {now.id}", at=at)
    if level in rules.LAYS_ASIDE:
        _lay_aside(now, by=by, at=at)
    return now


def _lay_aside(ending: Level, *, by: Actor, at: datetime) -> None:
    """Every open step, wait and look back, and every planned visit, ends together with this level."""
    today = timezone.localdate(at)
    ended = {"ended_as": rules.LAID_ASIDE, "ended_on": today, "ended_at": at, "ended_by_id": by.id, "laid_aside_with": ending}
    for model in (Step, Waiting, LookBack):
        model.objects.filter(person_id=ending.person_id, ended_as="").update(**ended)
    Visit.objects.filter(person_id=ending.person_id, ended="").update(ended=rules.LAID_ASIDE, ended_at=at, laid_aside_with=ending)


def _bring_back(**which: object) -> None:
    """Whatever was laid aside goes on as before; a look back only where no other is planned meanwhile."""
    goes_on = {"ended_as": "", "ended_on": None, "ended_at": None, "ended_by": None, "laid_aside_with": None}
    for model in (Step, Waiting):
        model.objects.filter(**which, laid_aside_with__isnull=False).update(**goes_on)
    for laid_aside in LookBack.objects.filter(**which, laid_aside_with__isnull=False).order_by("-at"):
        taken = LookBack.objects.filter(person_id=laid_aside.person_id, ended_as="").exists()
        LookBack.objects.filter(id=laid_aside.id).update(**({"laid_aside_with": None} if taken else goes_on))
    Visit.objects.filter(**which, laid_aside_with__isnull=False).update(ended="", ended_at=None, laid_aside_with=None)


@action
def bring_back_laid_aside(person: Person, *, by: Actor, at: datetime) -> None:
    """What was laid aside when they moved away goes on after all."""
    may_write(by)
    one_at_a_time(person.id)
    _bring_back(person=person)
    leave_trace("brought back what was laid aside", person.id, about=f"person {person.id}", at=at)


@action
def take_back_level(level: Level, *, by: Actor, at: datetime) -> None:
    """Undo a level that one set by mistake, on the day one set it: the one before holds again. Its history keeps that it was there."""
    may_write(by)
    may_take_back(
        level.by_id,
        timezone.localdate(level.at),
        Sentence("A level is taken back by whoever set it, on the same day. Set the one that is so instead."),
        by=by,
        today=timezone.localdate(at),
    )
    _undo(level)
    leave_trace("took back a level", level.person_id, about=f"level {level.id}", at=at)


def _undo(level: Level) -> None:
    """The level is gone, the one before holds again, and what was laid aside with it goes on."""
    one_at_a_time(level.person_id)
    before = Level.objects.filter(person_id=level.person_id, until=level.since).exclude(id=level.id).order_by("-since", "-at", "-id").first()
    if before is None or Level.objects.filter(id=level.id, until__isnull=False).exists():
        raise Refused(Sentence("Only the last level is taken back, and never the first. Set the one that is so instead."))
    _bring_back(laid_aside_with=level)
    Level.objects.filter(id=level.id).delete()
    before.until = None
    before.save(update_fields=["until"])


@action
def come_back(person: Person, *, by: Actor, at: datetime) -> Level:
    """They are back: on the level they had before the ending, from today, with nothing asked. Somebody walks alongside them again.

    When it was said that they had died, that was a mistake: it is taken off their record, which is as it was before.
    """
    may_write(by)
    one_at_a_time(person.id)
    held = Level.objects.filter(person=person, until__isnull=True).first()
    if held is None or held.level not in rules.ENDINGS:
        raise Refused(NOT_ENDED)
    today = timezone.localdate(at)
    if not Alongside.objects.filter(person=person, until__isnull=True).exists():
        Alongside.objects.create(person=person, coordinator_id=by.id, since=today, by_id=by.id, at=at)
    if held.level == "died":
        _undo(held)
        leave_trace("put right that they had died", person.id, about=f"level {held.id}", at=at)
        return Level.objects.get(person=person, until__isnull=True)
    earlier = Level.objects.filter(person=person, until__isnull=False).exclude(level__in=rules.ENDINGS).order_by("-since", "-at", "-id").first()
    held.until = today
    held.save(update_fields=["until"])
    now = Level.objects.create(person=person, level=earlier.level if earlier else "introduced", since=today, by_id=by.id, at=at)
    leave_trace("welcomed them back", person.id, about=f"level {now.id}", at=at)
    return now
