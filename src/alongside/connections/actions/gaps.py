"""A wish that nothing suits, kept for somebody: with nothing of theirs in it, or on their page too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from alongside.directory.actions import change_gap, keep_gap
from alongside.directory.gaps.said import Said, checked
from alongside.directory.models import Gap
from alongside.foundation.actor import Actor
from alongside.journeys.models import Note
from alongside.people.models import LocationProtection, Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace

from ..models import Connection, GapOf


@action
def keep_gap_for(person: Person, said: Said, *, on_their_page: bool, out_of: Connection | Note | None = None, by: Actor, at: datetime) -> Gap:
    """Their wish for the team, in words without their name; on their page only where that was chosen.

    Where somebody is found is protected, no place is kept: a wish near a part of town would tell in which they are.
    What it was read `out_of`, in their record, knows it again; two neighbours who say the same are two who would come.
    """
    may_write(by)
    made = keep_gap(_of_nobody(said, person, timezone.localdate(at)), by=by, at=at)
    if out_of is not None:
        out_of.kept_as = made.id
        out_of.save(update_fields=["kept_as"])
    if on_their_page:
        put_on_their_page(person, made, by=by, at=at)
    return made


@action
def put_on_their_page(person: Person, gap: Gap, *, by: Actor, at: datetime) -> GapOf:
    """The wish is theirs, and they hear what comes of it."""
    may_write(by)
    made = GapOf.objects.create(person=person, gap=gap, words=gap.words, by_id=by.id, at=at)
    leave_trace("kept a wish of theirs", person.id, about=f"gap {gap.id}", at=at)
    return made


@action
def change_kept_wish(gap: Gap, said: Said, *, by: Actor, at: datetime) -> None:
    """It was meant otherwise; where it is somebody's, their name and where they are stay out of it as before."""
    their = GapOf.objects.filter(gap=gap).select_related("person").first()
    change_gap(gap, _of_nobody(said, their.person, timezone.localdate(at)) if their else said, by=by, at=at)
    if their:
        leave_trace("changed a kept wish", their.person_id, about=f"gap {gap.id}", at=at)


@action
def they_know(their: GapOf, *, on: date, by: Actor, at: datetime) -> None:
    """They were told that there is something now."""
    may_write(by)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    their.told_on = on
    their.save(update_fields=["told_on"])
    leave_trace("told them of an answer to their wish", their.person_id, about=f"gap {their.gap_id}", at=at)


@action
def not_told_yet(their: GapOf, *, by: Actor, at: datetime) -> None:
    """They do not know yet after all."""
    may_write(by)
    their.told_on = None
    their.save(update_fields=["told_on"])
    leave_trace("took back that they were told", their.person_id, about=f"gap {their.gap_id}", at=at)


@action
def they_heard(their: GapOf, news: UUID, *, on: date, by: Actor, at: datetime) -> None:
    """They were told what came of their wish: the idea of a group, a barrier that is cleared or stays."""
    may_write(by)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    their.told_of = {**their.told_of, str(news): on.isoformat()}
    their.save(update_fields=["told_of"])
    leave_trace("told them what came of their wish", their.person_id, about=f"gap {their.gap_id} {news}", at=at)


@action
def not_heard_yet(their: GapOf, news: UUID, *, by: Actor, at: datetime) -> None:
    """They do not know that yet after all."""
    may_write(by)
    their.told_of = {key: day for key, day in their.told_of.items() if key != str(news)}
    their.save(update_fields=["told_of"])
    leave_trace("took back that they were told", their.person_id, about=f"gap {their.gap_id} {news}", at=at)


@action
def take_off_their_page(their: GapOf, *, by: Actor, at: datetime) -> None:
    """The wish stays with the team, and nothing says whose it was; the history of their record keeps that it stood there."""
    may_write(by)
    leave_trace("took a kept wish off their page", their.person_id, about=f"gap {their.gap_id}", at=at)
    their.delete()


def _of_nobody(said: Said, person: Person, today: date) -> Said:
    checked(said, names=(person.name, person.likes_to_be_called))
    protected = LocationProtection.objects.filter(Q(until__isnull=True) | Q(until__gt=today), person=person).exists()
    return replace(said, near="", latitude=None, longitude=None, reach=None) if protected else said
