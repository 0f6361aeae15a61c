"""A good life in their words, and what we each do: every version stays."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.words import Sentence
from alongside.journeys.models import Agreement, GoodLife
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace, one_at_a_time


@action
def tell_good_life(person: Person, words: str, *, by: Actor, at: datetime) -> GoodLife:
    """A good life in their words, as they say it today; what they said before stays."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what they said, in their words."))
    told = GoodLife.objects.create(person=person, words=words, by_id=by.id, at=at)
    leave_trace("told their good life", person.id, about=f"good life {told.id}", at=at)
    return told


@action
def agree(person: Person, words: str, *, agreed_on: date, how_agreed: str, by: Actor, at: datetime) -> Agreement:
    """A new version of what we each do; the earlier ones stay."""
    may_write(by)
    words = some_words(words, field="words", ask=Sentence("Write what you agreed."))
    not_in_the_future(agreed_on, today=timezone.localdate(at), field="agreed_on")
    one_at_a_time(person.id)
    last = Agreement.objects.filter(person=person).aggregate(last=Max("version"))["last"] or 0
    made = Agreement.objects.create(person=person, version=last + 1, words=words, agreed_on=agreed_on, how_agreed=how_agreed, by_id=by.id, at=at)
    leave_trace("wrote the shared agreement", person.id, about=f"agreement {made.id}", at=at)
    return made
