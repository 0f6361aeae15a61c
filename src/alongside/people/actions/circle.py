"""Everything that changes who is in somebody's life. A change has its day and stays beside what was; what was written wrongly is put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Min
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions, rings, rules
from ..models import CircleLook, Closeness, InTheirLife, Person
from ..words import WHO_IS_IT


@action
def write_circle(person: Person, told: Sequence[rings.InCircle], *, went_through_all: bool = False, by: Actor, at: datetime) -> list[InTheirLife]:
    """Several people in their life, in one go; the first to be written down begin the circle."""
    permissions.may_write(by)
    if not told and not went_through_all:
        raise Refused(WHO_IS_IT, field="name_1")
    begun = _begun(person.id)
    if begun is None or went_through_all:
        _look(person.id, by=by, at=at)
    added = [_add(person, one, begun=begun, by=by, at=at) for one in told]
    if went_through_all and not added:
        leave_trace("went through the circle", person.id, about=f"circle of {person.id}", at=at)
    return added


@action
def add_to_circle(person: Person, *, name: str, relation: str, words: str = "", ring: str = "", by: Actor, at: datetime) -> InTheirLife:
    """Somebody in their life."""
    (added,) = write_circle(person, [rings.InCircle(name=name, relation=relation, words=words, ring=ring)], by=by, at=at)
    return added


def _add(person: Person, told: rings.InCircle, *, begun: date | None, by: Actor, at: datetime) -> InTheirLife:
    today = timezone.localdate(at)
    since = begun if begun and told.there_before else today
    added = InTheirLife.objects.create(
        person=person,
        name=rules.some_words(told.name, field="name", ask=WHO_IS_IT),
        relation=told.relation.strip(),
        gives=told.gives.strip(),
        receives=told.receives.strip(),
        words=told.words.strip(),
        since=since,
        by_id=by.id,
        at=at,
    )
    if rings.a_ring(told.ring):
        Closeness.objects.create(person=person, one=added, ring=told.ring, since=since, by_id=by.id, at=at)
    leave_trace("added somebody in their life", person.id, about=f"in their life {added.id}", at=at)
    return added


@action
def put_right_in_circle(row: InTheirLife, told: rings.InCircle, *, known_here_id: UUID | None = None, by: Actor, at: datetime) -> None:
    """What was written of somebody was not so: it is put right from the first, and nothing counts as changed."""
    permissions.may_write(by)
    row.name = rules.some_words(told.name, field="name", ask=WHO_IS_IT)
    row.relation, row.gives, row.receives, row.words = (words.strip() for words in (told.relation, told.gives, told.receives, told.words))
    if known_here_id and (known_here_id == row.person_id or not Person.objects.filter(id=known_here_id).exists()):
        raise Refused(Sentence("Choose somebody whose page you may see."), field="known_here")
    row.known_here_id = known_here_id
    begun = _begun(row.person_id)
    if told.there_before and begun and row.since > begun:
        Closeness.objects.filter(one=row, since=row.since).update(since=begun)
        row.since = begun
    row.save(update_fields=["name", "relation", "gives", "receives", "words", "known_here", "since"])
    _put_ring_right(row, rings.a_ring(told.ring), by=by, at=at)
    leave_trace("put right who is in their life", row.person_id, about=f"in their life {row.id}", at=at)


def _put_ring_right(row: InTheirLife, ring: str, *, by: Actor, at: datetime) -> None:
    """The ring said last was the wrong one, or none was said yet."""
    last = Closeness.objects.filter(one=row).order_by("-since", "-at").first()
    if last and last.ring != ring:
        if ring:
            last.ring = ring
            last.save(update_fields=["ring"])
        else:
            last.delete()
    elif ring and not last:
        Closeness.objects.create(person_id=row.person_id, one=row, ring=ring, since=row.since, by_id=by.id, at=at)


@action
def move_in_circle(row: InTheirLife, ring: str, *, on: date, by: Actor, at: datetime) -> None:
    """They have come closer, or gone further out, since a day."""
    permissions.may_write(by)
    if not rings.a_ring(ring):
        raise Refused(Sentence("Choose where they stand now."), field="became")
    _still_there(row)
    last = Closeness.objects.filter(one=row).order_by("-since", "-at").first()
    rings.a_day_to_change_on(on, since=last.since if last else row.since, today=timezone.localdate(at))
    if last and last.ring == ring:
        raise Refused(Sentence("They stand there already. Choose where they stand now."), field="became")
    if last and last.since == on:
        last.ring = ring
        last.save(update_fields=["ring"])
    else:
        Closeness.objects.create(person_id=row.person_id, one=row, ring=ring, since=on, by_id=by.id, at=at)
    leave_trace("moved somebody in their life", row.person_id, about=f"in their life {row.id}", at=at)


@action
def left_their_life(row: InTheirLife, how: str, *, on: date, by: Actor, at: datetime) -> None:
    """Somebody is in their life no longer, since a day: they stay in the record, with how it came."""
    permissions.may_write(by)
    _still_there(row)
    last = Closeness.objects.filter(one=row).order_by("-since", "-at").first()
    row.until = rings.a_day_to_change_on(on, since=last.since if last else row.since, today=timezone.localdate(at))
    row.left_as = how
    row.save(update_fields=["until", "left_as"])
    leave_trace("ended", row.person_id, about=f"in their life {row.id}", at=at)


@action
def back_in_their_life(row: InTheirLife, *, by: Actor, at: datetime) -> None:
    """They are in their life after all, as if it had not ended."""
    permissions.may_write(by)
    row.until, row.left_as = None, ""
    row.save(update_fields=["until", "left_as"])
    leave_trace("brought back", row.person_id, about=f"in their life {row.id}", at=at)


@action
def never_in_their_life(row: InTheirLife, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake; the record's history keeps that it stood there."""
    permissions.may_write(by)
    leave_trace("took back who is in their life", row.person_id, about=f"in their life {row.id}", at=at)
    Closeness.objects.filter(one=row).delete()
    row.delete()


def _still_there(row: InTheirLife) -> None:
    if row.until is not None:
        raise Refused(Sentence("They are in their life no longer. Bring them back first."))


def _begun(person_id: UUID) -> date | None:
    day: date | None = CircleLook.objects.filter(person_id=person_id).aggregate(day=Min("on"))["day"]
    return day


def _look(person_id: UUID, *, by: Actor, at: datetime) -> None:
    """The circle was gone through as a whole on this day, which is what makes it comparable; once a day tells it."""
    CircleLook.objects.get_or_create(person_id=person_id, on=timezone.localdate(at), defaults={"by_id": by.id, "at": at})
