"""Taster days: planned, called off, and what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Group, Guest, Taster
from ..words import MORE_THAN_CAME, NOT_COME_YET, NOT_THERE_YET, SAY_HOW_MANY_CAME


@dataclass(frozen=True)
class Planned:
    """A taster day as it is planned."""

    on: date
    place: str = ""
    times: str = ""
    told: tuple[str, ...] = ()
    bring: str = ""


@dataclass(frozen=True)
class Went:
    """What became of one: heads, those who want more, what was said, what it cost in pence."""

    came: int | None = None
    more: int | None = None
    words: str = ""
    cost_pence: int | None = None


@action
def plan_taster(group: Group, given: Planned, *, by: Actor, at: datetime) -> Taster:
    """A day on which people may try it."""
    permissions.may_keep_group(by, group.team_id)
    made = Taster(group=group, by_id=by.id, at=at)
    _say(made, given)
    made.save(force_insert=True)
    leave_trace("planned a taster day", about=f"taster {made.id}", at=at)
    return made


@action
def change_taster(taster: Taster, given: Planned, *, by: Actor, at: datetime) -> Taster:
    """Another day or place, or it is told otherwise."""
    permissions.may_keep_group(by, taster.group.team_id)
    _say(taster, given)
    taster.save()
    leave_trace("changed a taster day", about=f"taster {taster.id}", at=at)
    return taster


def _say(taster: Taster, given: Planned) -> None:
    taster.on, taster.place, taster.times = given.on, given.place.strip(), given.times.strip()
    taster.told, taster.bring = sorted(given.told), given.bring.strip()


@action
def call_off_taster(taster: Taster, *, by: Actor, at: datetime) -> None:
    """It does not take place; or it does after all, where it was called off."""
    permissions.may_keep_group(by, taster.group.team_id)
    taster.called_off_at = None if taster.called_off_at else at
    taster.save(update_fields=["called_off_at"])
    leave_trace("called a taster day off" if taster.called_off_at else "held a taster day after all", about=f"taster {taster.id}", at=at)


@action
def say_how_taster_went(taster: Taster, given: Went, *, by: Actor, at: datetime) -> Taster:
    """How many came, what was said, what it cost, how many want more."""
    permissions.may_keep_group(by, taster.group.team_id)
    if taster.on > timezone.localdate(at):
        raise Refused(NOT_THERE_YET)
    if given.came is None and (given.more is not None or given.cost_pence is not None):
        raise Refused(SAY_HOW_MANY_CAME, field="came")
    if given.more is not None and given.came is not None and given.more > given.came:
        raise Refused(MORE_THAN_CAME, field="more")
    said = replace(given, words=given.words.strip())
    taster.came, taster.more, taster.words, taster.cost_pence = said.came, said.more, said.words, said.cost_pence
    taster.save(update_fields=["came", "more", "words", "cost_pence"])
    leave_trace("said how a taster day went", about=f"taster {taster.id}", at=at)
    return taster


@action
def ask_to_taster(taster: Taster, person: Person, told: str, *, by: Actor, at: datetime) -> Guest:
    """Somebody we know is asked to it; asked again, only how they were told is another."""
    may_write(by)
    one_at_a_time(person.id)
    found = Guest.objects.filter(taster=taster, person=person).first() or Guest(taster=taster, person=person, by_id=by.id, at=at)
    found.told = told
    found.save()
    leave_trace("asked somebody to a taster day", person.id, about=f"guest {found.id}", at=at)
    return found


@action
def told_guests(guests: Iterable[Guest], *, on: date, by: Actor, at: datetime) -> None:
    """They were told of it on this day: the letter is out, the call made, the message sent."""
    may_write(by)
    if on > timezone.localdate(at):
        raise Refused(NOT_COME_YET)
    found = list(guests)
    for guest in found:
        guest.told_on = on
        guest.save(update_fields=["told_on"])
    leave_trace("told somebody of a taster day", *(guest.person_id for guest in found), about="taster", at=at)


@action
def say_how_it_was(guest: Guest, *, came: str, wants_more: bool, words: str, by: Actor, at: datetime) -> Guest:
    """Whether they came, and what they said of it."""
    may_write(by)
    guest.came, guest.wants_more, guest.words = came, wants_more and came == "came", words.strip()
    guest.save(update_fields=["came", "wants_more", "words"])
    leave_trace("said how a taster day was for them", guest.person_id, about=f"guest {guest.id}", at=at)
    return guest


@action
def not_asked_to_taster(guest: Guest, *, by: Actor, at: datetime) -> None:
    """They were put on the list by mistake; the record's history keeps that they stood there."""
    may_write(by)
    leave_trace("took somebody off the list of a taster day", guest.person_id, about=f"guest {guest.id}", at=at)
    guest.delete()
