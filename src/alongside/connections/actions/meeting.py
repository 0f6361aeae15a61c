"""People who give and people who would like it: said, withdrawn, asked on either side, agreed, ended, and met."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import connection as database
from django.utils import timezone

from alongside.directory.meanings import known_meanings
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.actions.gifts import would_like_to_be_asked
from alongside.people.models import KeptApart, LikesToBeAsked, Person, WouldLike
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.people.words import HOW_THEY_SAID_SO
from alongside.trail.doing import action, leave_trace

from ..meet_keys import Key, keys_of, keys_of_a_name
from ..models import Connection, MayMeet, MeetKey
from ..near import Near
from ..words import GONE_MEANWHILE, WHAT_WOULD_THEY_LIKE, WHO_IS_NOT_TO_MEET
from . import climb, connect


@action
def likes_to_be_asked(person: Person, words: str, *, how_they_said_so: str, by: Actor, at: datetime) -> LikesToBeAsked:
    """What they would like to be asked to help with, known by what it is about."""
    made = would_like_to_be_asked(person, words, how_they_said_so=how_they_said_so, by=by, at=at)
    _know(person, made.id, keys_of(made.words, gives=True, meanings=known_meanings()), gives=True)
    leave_trace("let somebody near be found", person.id, about=f"likes to be asked {made.id}", at=at)
    return made


@action
def would_like(person: Person, words: str, *, how_they_said_so: str, by: Actor, at: datetime) -> WouldLike:
    """What they would like a neighbour to do with them or for them; their own choice, until they withdraw it."""
    may_write(by)
    words = some_words(words, field="words", ask=WHAT_WOULD_THEY_LIKE)
    said = some_words(how_they_said_so, field="how_they_said_so", ask=HOW_THEY_SAID_SO)
    made = WouldLike.objects.create(person=person, words=words, how_they_said_so=said, since=timezone.localdate(at), by_id=by.id, at=at)
    _know(person, made.id, keys_of(words, gives=False, meanings=known_meanings()), gives=False)
    leave_trace("said what they would like of a neighbour", person.id, about=f"would like {made.id}", at=at)
    return made


@action
def would_rather_not(row: WouldLike, *, by: Actor, at: datetime) -> None:
    """They withdraw it; from this moment nobody is asked for it."""
    may_write(by)
    row.until = timezone.localdate(at)
    row.save(update_fields=["until"])
    leave_trace("withdrew what they would like of a neighbour", row.person_id, about=f"would like {row.id}", at=at)


@action
def keep_apart(person: Person, name: str, *, why: str = "", by: Actor, at: datetime) -> KeptApart:
    """They are never brought together with anybody of this name."""
    may_write(by)
    name = some_words(name, field="name", ask=WHO_IS_NOT_TO_MEET)
    keys = keys_of_a_name(name)
    if not keys:
        raise Refused(WHO_IS_NOT_TO_MEET, field="name")
    made = KeptApart.objects.create(person=person, name=name, why=why.strip(), since=timezone.localdate(at), by_id=by.id, at=at)
    _know(person, made.id, keys, gives=False)
    leave_trace("wrote down whom they must not meet", person.id, about=f"kept apart {made.id}", at=at)
    return made


@action
def no_longer_apart(row: KeptApart, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake, or holds no more; it stays in the record with its end."""
    may_write(by)
    row.until = timezone.localdate(at)
    row.save(update_fields=["until"])
    leave_trace("ended", row.person_id, about=f"kept apart {row.id}", at=at)


@action
def they_said(person: Person, pair: UUID, answer: str, *, how_they_said_so: str = "", by: Actor, at: datetime) -> str:
    """They were asked whether they would like to meet somebody near: `both` when both have said yes now, else `waiting` or `no`."""
    may_write(by)
    said = some_words(how_they_said_so, field="how_they_said_so", ask=HOW_THEY_SAID_SO) if answer == "yes" else how_they_said_so.strip()
    now: str = _ask_the_function("meet_answer(%s, %s, %s, %s, %s, %s, %s)", person.id, pair, answer, said, new_key(), timezone.localdate(at), at)
    if now == "gone":
        raise Refused(GONE_MEANWHILE)
    leave_trace("asked whether they would like to meet", person.id, about=f"pair {pair}", at=at)
    return now


@action
def take_back_what_they_said(person: Person, pair: UUID, *, by: Actor, at: datetime) -> None:
    """They think otherwise: before both agreed nothing stays of it, and afterwards it has ended, for both."""
    may_write(by)
    if not _ask_the_function("meet_end(%s, %s, %s)", person.id, pair, timezone.localdate(at)):
        raise Refused(Sentence("There is nothing to take back: it has ended already."))
    leave_trace("took back an answer about meeting", person.id, about=f"pair {pair}", at=at)


@action
def they_met(person: Person, near: Near, *, on: date, words: str = "", by: Actor, at: datetime) -> Connection:
    """It took place: from now on it is a connection like any other, on their page; on the other's their own coordinator makes it."""
    may_write(by)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    mine = MayMeet.objects.filter(person=person, pair=near.pair).first()
    if mine is None or near.state != "both":
        raise Refused(Sentence("Both say yes before they meet."))
    if mine.agreed_on and on < mine.agreed_on:
        raise Refused(Sentence("Both had said yes on %(day)s. Use that day or a later one."), day=mine.agreed_on, field="on")
    made = connect(person, near.called, kind="natural", why=mine.about, on=mine.agreed_on or on, by=by, at=at)
    climb(made, "went together", on=on, words=words, by=by, at=at)
    _ask_the_function("meet_met(%s, %s, %s)", person.id, near.pair, made.id)
    leave_trace("wrote down that two met", person.id, about=f"pair {near.pair}", at=at)
    return made


def _know(person: Person, row: UUID, keys: Iterable[Key], *, gives: bool) -> None:
    MeetKey.objects.bulk_create([MeetKey(person=person, row=row, gives=gives, kind=one.kind, key=one.key, said=one.said) for one in sorted(keys)])


def _ask_the_function(call: str, *given: object) -> str:
    with database.cursor() as cursor:
        cursor.execute(f"SELECT {call}", given)
        (answer,) = cursor.fetchone()
    return str(answer or "")
