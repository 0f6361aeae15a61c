"""Writing down what changed in somebody's life."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

from .models import LifeChange


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
    by: Actor,
    at: datetime,
) -> LifeChange:
    """What changed, in their words, good or bad, and how much of it was others' doing."""
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
        by_id=by.id,
        at=at,
    )
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
    change.save(update_fields=["words", "direction", "noticed_on", "others_share", "whose_doing", "would_have_happened", "amended_at"])
    leave_trace("amended a change", change.person_id, about=f"change {change.id}", at=at)
    return change
