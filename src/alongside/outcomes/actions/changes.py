"""Writing down what changed in somebody's life, in which order it matters to them, and what it is worth to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

from .. import worth
from ..models import CountsAs, LifeChange, Worth
from ..words import OF_THE_TEAM

TELL_SOMETHING = Sentence("Write at least one thing that changed. If nothing did, leave it as it was.")
TWO_AT_ONE_PLACE = Sentence("Two changes have the number %(place)s. Give each a number of its own, or leave it empty.")


@action
def tell_change(
    person: Person,
    words: str,
    *,
    direction: str,
    noticed_on: date,
    others_share: str = "not asked",
    whose_doing: str = "",
    would_have_happened: str = "not asked",
    lasts: str = "not asked",
    kinds: Sequence[str] = (),
    listed: Sequence[UUID] = (),
    by: Actor,
    at: datetime,
) -> LifeChange:
    """What changed, in their words, good or bad, how much of it was others' doing, and as what it counts."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what changed, in their words."))
    not_in_the_future(noticed_on, today=timezone.localdate(at), field="noticed_on")
    told = LifeChange.objects.create(
        person=person,
        words=words,
        direction=direction,
        noticed_on=noticed_on,
        others_share=others_share,
        whose_doing=whose_doing.strip(),
        would_have_happened=would_have_happened,
        lasts=lasts,
        by_id=by.id,
        at=at,
    )
    _counts_as(told, kinds, listed, by, at)
    leave_trace("told a change", person.id, about=f"change {told.id}", at=at)
    return told


@action
def amend_change(
    change: LifeChange,
    words: str,
    *,
    direction: str,
    noticed_on: date,
    others_share: str,
    whose_doing: str,
    would_have_happened: str,
    lasts: str | None = None,
    kinds: Sequence[str] | None = None,
    listed: Sequence[UUID] | None = None,
    by: Actor,
    at: datetime,
) -> LifeChange:
    """Put right what one wrote down of a change; what it said before stays in the row's history."""
    may_write(by)
    if change.by_id != by.id:
        raise NotYours(Sentence("What somebody told is put right by whoever wrote it down. Write down what they say now."))
    change.words = some_words(words, field="words", ask=Sentence("Write what changed, in their words."))
    not_in_the_future(noticed_on, today=timezone.localdate(at), field="noticed_on")
    change.direction, change.noticed_on, change.others_share = direction, noticed_on, others_share
    change.whose_doing, change.would_have_happened, change.amended_at = whose_doing.strip(), would_have_happened, at
    change.lasts = change.lasts if lasts is None else lasts
    change.save(update_fields=["words", "direction", "noticed_on", "others_share", "whose_doing", "would_have_happened", "lasts", "amended_at"])
    if kinds is not None or listed is not None:
        _counts_as(change, kinds or (), listed or (), by, at)
    leave_trace("amended a change", change.person_id, about=f"change {change.id}", at=at)
    return change


@action
def tell_changes(person: Person, told: Sequence[Mapping[str, Any]], *, by: Actor, at: datetime) -> list[LifeChange]:
    """Several in one go, all of them or none: from the form that they filled in, or as they told them."""
    if not told:
        raise Refused(TELL_SOMETHING, field="words_1")
    return [tell_change(person, **one, by=by, at=at) for one in told]


def _counts_as(change: LifeChange, kinds: Sequence[str], listed: Sequence[UUID], by: Actor, at: datetime) -> None:
    """Exactly these; a kind that was there and still is keeps its row."""
    wanted = {(kind, None) for kind in kinds} | {(OF_THE_TEAM.stored, key) for key in listed}
    held = {(one.kind, one.listed_id): one for one in CountsAs.objects.filter(change=change)}
    for one in held.keys() - wanted:
        held[one].delete()
    for kind, key in sorted(wanted - held.keys(), key=str):
        CountsAs.objects.create(change=change, person_id=change.person_id, kind=kind, listed_id=key, by_id=by.id, at=at)


@action
def place_changes(person: Person, places: Mapping[UUID, int | None], *, by: Actor, at: datetime) -> None:
    """The order in which their changes matter to them, as they say it: 1 first. A change without a number has no place."""
    may_write(by)
    given = [place for place in places.values() if place is not None]
    for place in given:
        if given.count(place) > 1:
            raise Refused(TWO_AT_ONE_PLACE, place=place)
    # Gaps close: whoever writes 1, 2 and 4 means the first three.
    order = {place: number for number, place in enumerate(sorted(given), start=1)}
    for change in LifeChange.objects.filter(person=person, id__in=places):
        wanted = places[change.id]
        change.place = order[wanted] if wanted is not None else None
        change.save(update_fields=["place"])
    leave_trace("put changes in order", person.id, at=at)


@action
def say_worth(change: LifeChange, said: worth.Said, *, how: str, on: date, by: Actor, at: datetime) -> Worth:
    """What it is worth to them, or that they would rather not say; what they said before stays, and the newest counts."""
    may_write(by)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    made = Worth.objects.create(
        change=change, person_id=change.person_id, way=said.way, how=how, on=on, words=said.words.strip(), by_id=by.id, at=at, **worth.as_kept(said)
    )
    leave_trace("wrote down what a change is worth", change.person_id, about=f"worth {made.id}", at=at)
    return made


@action
def take_back_worth(said: Worth, *, by: Actor, at: datetime) -> None:
    """They never said so, or would rather have it gone; the record's history keeps that it stood there."""
    may_write(by)
    leave_trace("took back what a change is worth", said.person_id, about=f"worth {said.id}", at=at)
    said.delete()
