"""Everything that changes who somebody is to us and where they are; beside it, what they bring and who is in their life."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.places.models import Postcode
from alongside.trail.doing import action, leave_trace
from alongside.web.actions import forget_drafts_of_where

from .. import permissions, rules
from ..models import GoodToKnow, Holding, LocationListed, LocationProtection, MatchKey, OfThemselves, Person, Whereabouts
from .circle import add_to_circle as add_to_circle
from .gifts import add_gift as add_gift


@action
def meet(*, name: str, likes_to_be_called: str = "", date_of_birth: date | None = None, team_id: UUID, by: Actor, at: datetime) -> Person:
    """A new person: any words will do for who they are. Their team holds the record from now on."""
    permissions.may_write(by)
    name = rules.some_words(name, field="who", ask=Sentence("Say who this is. Any words will do, such as “lady at number 9”."))
    rules.a_possible_birthday(date_of_birth, today=timezone.localdate(at))
    person = Person(id=new_key(), name=name, likes_to_be_called=likes_to_be_called.strip(), date_of_birth=date_of_birth)
    # The holding first: it is what lets the team write the rest (access/sql/new_people.sql).
    Holding.objects.create(person=person, team_id=team_id, by_id=by.id, at=at)
    person.save(force_insert=True)
    Whereabouts.objects.create(person=person)
    _remember_who(person)
    leave_trace("met", person.id, about=f"person {person.id}", at=at)
    return person


@action
def say_who(person: Person, *, name: str, likes_to_be_called: str, date_of_birth: date | None, by: Actor, at: datetime) -> None:
    """Put right what they are called and when they were born."""
    permissions.may_write(by)
    person.name = rules.some_words(name, field="name", ask=Sentence("Say who this is. Any words will do."))
    rules.a_possible_birthday(date_of_birth, today=timezone.localdate(at))
    person.likes_to_be_called = likes_to_be_called.strip()
    person.date_of_birth = date_of_birth
    person.save(force_update=True, update_fields=["name", "likes_to_be_called", "date_of_birth"])
    _remember_who(person)
    leave_trace("said who they are", person.id, about=f"person {person.id}", at=at)


@action
def say_where(person: Person, *, address: str, postcode: str, phone: str, email: str, usual_places: str = "", by: Actor, at: datetime) -> Whereabouts:
    """Where they live and how they are reached; a known postcode puts them in its locality and gives finding a place to start from."""
    permissions.may_write(by)
    where = Whereabouts.objects.filter(person=person).first()
    if where is None:
        raise NotYours(Sentence("Where they live is protected. Ask one of those who are listed on their page."))
    where.address, where.phone, where.email = address.strip(), phone.strip(), email.strip()
    where.usual_places = usual_places.strip()
    where.postcode = rules.a_real_postcode(postcode)
    known = Postcode.objects.filter(postcode=where.postcode).first() if where.postcode else None
    where.latitude, where.longitude = (known.latitude, known.longitude) if known else (None, None)
    where.locality_id = known.locality_id if known else None
    where.save()
    _remember_where(person, where)
    leave_trace("said where they are", person.id, about=f"whereabouts {person.id}", at=at)
    return where


@action
def remember_again(person: Person, *, by: Actor, at: datetime) -> None:
    """Renew all that the duplicate check knows of them, after a joining was undone."""
    permissions.may_write(by)
    _remember_who(person)
    if where := Whereabouts.objects.filter(person=person).first():
        _remember_where(person, where)
    leave_trace("said who they are", person.id, about=f"person {person.id}", at=at)


def _remember_where(person: Person, where: Whereabouts) -> None:
    _remember(person, ("postcode", "phone"), rules.pieces("", postcode=where.postcode, phone=where.phone))


def _remember_who(person: Person) -> None:
    found = rules.pieces(person.name, person.likes_to_be_called, person.date_of_birth)
    _remember(person, ("name", "sounds like", "form of name", "name part", "part sounds like", "born"), found)


def _remember(person: Person, kinds: tuple[str, ...], found: set[rules.Piece]) -> None:
    """Renew what the duplicate check, its only reader, knows of them in these kinds."""
    MatchKey.objects.filter(person=person, kind__in=kinds).delete()
    MatchKey.objects.bulk_create([MatchKey(person=person, kind=piece.kind, key=piece.key) for piece in sorted(found, key=str)])


@action
def say_good_to_know(person: Person, *, how_to_reach: str, keep_in_mind: str, access: str, likes_to_be_told: str = "", by: Actor, at: datetime) -> None:
    """What must be known before a knock on the door, and how they prefer to be told things."""
    permissions.may_write(by)
    said = {"how_to_reach": how_to_reach.strip(), "keep_in_mind": keep_in_mind.strip(), "access": access.strip(), "likes_to_be_told": likes_to_be_told}
    GoodToKnow.objects.update_or_create(person=person, defaults={**said, "by_id": by.id, "at": at})
    leave_trace("said what is good to know", person.id, about=f"good to know {person.id}", at=at)


@action
def say_of_themselves(person: Person, said: dict[str, str], *, by: Actor, at: datetime) -> None:
    """What they chose to say of themselves: `sex`, `ethnic_group` with their own `ethnic_words`, `caring`; what is not named stays as it was."""
    permissions.may_write(by)
    OfThemselves.objects.update_or_create(person=person, defaults={**{name: words.strip() for name, words in said.items()}, "by_id": by.id, "at": at})
    leave_trace("said of themselves", person.id, about=f"of themselves {person.id}", at=at)


@action
def protect_location(person: Person, *, why: str, listed: list[UUID], by: Actor, at: datetime) -> LocationProtection:
    """From now on only those listed see where they are; whoever sets it is always on the list."""
    permissions.may_write(by)
    why = rules.some_words(why, field="why", ask=Sentence("Say why, in words that may be read by those who see their name."))
    if LocationProtection.objects.filter(person=person, until__isnull=True).exists():
        raise Refused(Sentence("Their location is protected already."))
    LocationListed.objects.filter(person=person).delete()
    _list(person, {by.id, *listed}, by=by, at=at)
    protection = LocationProtection.objects.create(person=person, why=why, by_id=by.id, at=at)
    forget_drafts_of_where(person.id)
    leave_trace("protected their location", person.id, about=f"location protection {protection.id}", at=at)
    return protection


@action
def change_who_is_listed(person: Person, *, listed: list[UUID], by: Actor, at: datetime) -> None:
    """Somebody on the list chooses who else is; nobody takes themselves off, so that it is never empty."""
    _must_be_listed(person, by)
    wanted = {by.id, *listed}
    LocationListed.objects.filter(person=person).exclude(staff_id__in=wanted).delete()
    _list(person, wanted, by=by, at=at)
    forget_drafts_of_where(person.id)
    leave_trace("changed who sees their location", person.id, about=f"location {person.id}", at=at)


@action
def end_protection(person: Person, *, by: Actor, at: datetime) -> None:
    """Their whereabouts are like anybody's again; only somebody on the list may say so."""
    _must_be_listed(person, by)
    LocationProtection.objects.filter(person=person, until__isnull=True).update(until=timezone.localdate(at))
    # Whoever protects them again begins with an empty list.
    LocationListed.objects.filter(person=person).delete()
    leave_trace("ended protection of their location", person.id, about=f"location {person.id}", at=at)


def _must_be_listed(person: Person, by: Actor) -> None:
    permissions.may_write(by)
    if not LocationListed.objects.filter(person=person, staff_id=by.id).exists():
        raise NotYours(Sentence("Only those who may see where they are can change who else may. They are named on this page."))


def _list(person: Person, staff: set[UUID], *, by: Actor, at: datetime) -> None:
    there: set[Any] = set(LocationListed.objects.filter(person=person).values_list("staff_id", flat=True))
    LocationListed.objects.bulk_create([LocationListed(person=person, staff_id=key, by_id=by.id, at=at) for key in sorted(staff - there)])
