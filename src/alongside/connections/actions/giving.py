"""Writing down what somebody gave, and what they received; between two people whom we know it stands on both pages."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

from ..giving import Told
from ..models import Contribution

_WHAT = Sentence("Say what it was, in their words.")
_OTHER_SIDE = {"gave": "received", "received": "gave"}


@action
def contribute(person: Person, told: Told, *, by: Actor, at: datetime) -> Contribution:
    """Something they gave or received on a day."""
    may_write(by)
    words = some_words(told.words, field="words", ask=_WHAT)
    not_in_the_future(told.on, today=timezone.localdate(at), field="on")
    if told.other_id and (told.other_id == person.id or not Person.objects.filter(id=told.other_id).exists()):
        raise Refused(Sentence("Choose somebody whose page you may see."), field="whom")
    shared = {"words": words, "on": told.on, "minutes": told.minutes, "by_id": by.id, "at": at, "exchange": new_key() if told.other_id else None}
    made = Contribution.objects.create(
        person=person, way=told.way, kind=told.kind, whom=told.whom.strip(), other_id=told.other_id, entry_id=told.entry_id, **shared
    )
    leave_trace("wrote down what was given", person.id, about=f"contribution {made.id}", at=at)
    if told.other_id:
        mirrored = Contribution.objects.create(person_id=told.other_id, way=_OTHER_SIDE[told.way], kind="a person", other=person, **shared)
        leave_trace("wrote down what was given", told.other_id, about=f"contribution {mirrored.id}", at=at)
    return made


@action
def amend_contribution(row: Contribution, told: Told, *, by: Actor, at: datetime) -> None:
    """Put right what, when, how long or with whom; on the other's page too, as far as one may see it."""
    may_write(by)
    words = some_words(told.words, field="words", ask=_WHAT)
    not_in_the_future(told.on, today=timezone.localdate(at), field="on")
    if not row.exchange:
        row.whom, row.kind = told.whom.strip(), told.kind
    for side in _both_sides(row):
        side.words, side.on, side.minutes, side.amended_at = words, told.on, told.minutes, at
        side.save(update_fields=["words", "on", "minutes", "whom", "kind", "amended_at"])
        leave_trace("amended what was given", side.person_id, about=f"contribution {side.id}", at=at)


@action
def never_given(row: Contribution, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake; whoever wrote it takes it back, and the record's history keeps that it stood there."""
    may_write(by)
    if row.by_id != by.id:
        raise NotYours(Sentence("It is taken back by whoever wrote it down. You can put it right."))
    for side in _both_sides(row):
        leave_trace("took back what was given", side.person_id, about=f"contribution {side.id}", at=at)
        side.delete()


def _both_sides(row: Contribution) -> list[Contribution]:
    if not row.exchange:
        return [row]
    return [row, *Contribution.objects.filter(exchange=row.exchange).exclude(id=row.id)]
