"""Levels: how close the relationship is, from a day on; and taking back one set by mistake."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.journeys import rules
from alongside.journeys.models import Level
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time


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
