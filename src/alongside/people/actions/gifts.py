"""Everything that changes what somebody brings, and what they would like to be asked to help with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace

from .. import permissions, rules
from ..models import Gift, LikesToBeAsked, Person
from ..words import HELP_WITH_WHAT, HOW_THEY_SAID_SO, WHAT_DO_THEY_BRING


@action
def add_gift(person: Person, words: str, *, by: Actor, at: datetime) -> Gift:
    """Something they bring."""
    permissions.may_write(by)
    words = rules.some_words(words, field="words", ask=WHAT_DO_THEY_BRING)
    gift = Gift.objects.create(person=person, words=words, since=timezone.localdate(at), by_id=by.id, at=at)
    leave_trace("added a gift", person.id, about=f"gift {gift.id}", at=at)
    return gift


@action
def write_gifts(person: Person, told: Sequence[str], *, by: Actor, at: datetime) -> list[Gift]:
    """Several things they bring, in one go."""
    if not told:
        raise Refused(WHAT_DO_THEY_BRING, field="words_1")
    return [add_gift(person, words, by=by, at=at) for words in told]


@action
def put_gift_right(gift: Gift, words: str, *, by: Actor, at: datetime) -> None:
    """Say it better; nothing counts as changed."""
    permissions.may_write(by)
    gift.words = rules.some_words(words, field="words", ask=WHAT_DO_THEY_BRING)
    gift.save(update_fields=["words"])
    leave_trace("put a gift right", gift.person_id, about=f"gift {gift.id}", at=at)


@action
def no_longer(row: Gift, *, by: Actor, at: datetime) -> None:
    """A gift is so no longer; it stays in the record with its end."""
    permissions.may_write(by)
    row.until = timezone.localdate(at)
    row.save(update_fields=["until"])
    leave_trace("ended", row.person_id, about=f"gift {row.id}", at=at)


@action
def after_all(row: Gift, *, by: Actor, at: datetime) -> None:
    """Undo `no_longer`."""
    permissions.may_write(by)
    row.until = None
    row.save(update_fields=["until"])
    leave_trace("brought back", row.person_id, about=f"gift {row.id}", at=at)


@action
def would_like_to_be_asked(person: Person, words: str, *, how_they_said_so: str, by: Actor, at: datetime) -> LikesToBeAsked:
    """Their own choice, from today until they withdraw it: whoever finds something for a neighbour may see it."""
    permissions.may_write(by)
    words = rules.some_words(words, field="words", ask=HELP_WITH_WHAT)
    said = rules.some_words(how_they_said_so, field="how_they_said_so", ask=HOW_THEY_SAID_SO)
    made = LikesToBeAsked.objects.create(person=person, words=words, how_they_said_so=said, since=timezone.localdate(at), by_id=by.id, at=at)
    leave_trace("said what they would like to be asked", person.id, about=f"likes to be asked {made.id}", at=at)
    return made


@action
def would_rather_not_be_asked(row: LikesToBeAsked, *, by: Actor, at: datetime) -> None:
    """They withdraw it; from this moment nobody is offered it."""
    permissions.may_write(by)
    row.until = timezone.localdate(at)
    row.save(update_fields=["until"])
    leave_trace("withdrew what they would like to be asked", row.person_id, about=f"likes to be asked {row.id}", at=at)
