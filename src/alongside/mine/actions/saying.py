"""What somebody says themselves: words of their own, that something is not right; and what we answer."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

from .. import rules
from .. import words as sentences
from ..models import NotRight, TheirWords
from ..permissions import may_say

BY_THEMSELVES = "by their link"


def _said(person_id: UUID, how: str, on: date | None, by: Actor, at: datetime) -> dict[str, object]:
    """Who said it, how and when; whoever reads by their own link says it now."""
    may_say(by, person_id)
    if by.id == person_id:
        lately = {"person_id": person_id, "by_id": None, "at__gt": at - timedelta(days=1)}
        rules.not_too_often(TheirWords.objects.filter(**lately).count() + NotRight.objects.filter(**lately).count())
        return {"person_id": person_id, "by_id": None, "how": BY_THEMSELVES, "on": timezone.localdate(at), "at": at}
    if how not in ("aloud", "on paper") or on is None:
        raise Refused(sentences.SAY_HOW, field="how")
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    return {"person_id": person_id, "by_id": by.id, "how": how, "on": on, "at": at}


@action
def say_own_words(person_id: UUID, words: str, *, how: str = BY_THEMSELVES, on: date | None = None, by: Actor, at: datetime) -> TheirWords:
    """Words of their own, for their record."""
    said = _said(person_id, how, on, by, at)
    made = TheirWords.objects.create(**said, words=some_words(words, field="words", ask=sentences.SAY_SOMETHING))
    leave_trace("wrote their own words", person_id, about=f"their words {made.id}", at=at)
    return made


@action
def take_back_own_words(said: TheirWords, *, by: Actor, at: datetime) -> None:
    """They do not want them there any more; nobody is shown them, and that they were there stays."""
    may_say(by, said.person_id)
    _still_there(said)
    said.taken_back_at = at
    said.save(update_fields=["taken_back_at"])
    leave_trace("took back their own words", said.person_id, about=f"their words {said.id}", at=at)


@action
def say_not_right(
    person_id: UUID, words: str, *, of: str, row: UUID, said: str, wish: str, how: str = BY_THEMSELVES, on: date | None = None, by: Actor, at: datetime
) -> NotRight:
    """One entry of their record is not right; `said` is what it says now."""
    given = _said(person_id, how, on, by, at)
    words = some_words(words, field="words", ask=sentences.SAY_WHAT_IS_RIGHT)
    made = NotRight.objects.create(**given, of=of, row=row, said=said, words=words, wish=wish)
    leave_trace("said it is not right", person_id, about=f"not right {made.id}", at=at)
    return made


@action
def take_back_not_right(said: NotRight, *, by: Actor, at: datetime) -> None:
    """They see it so no longer."""
    may_say(by, said.person_id)
    _still_there(said)
    said.taken_back_at = at
    said.save(update_fields=["taken_back_at"])
    leave_trace("took back that it is not right", said.person_id, about=f"not right {said.id}", at=at)


@action
def answer_not_right(said: NotRight, answer: str, words: str, *, by: Actor, at: datetime) -> None:
    """It is put right; or both stand, and their words stand beside it for as long as they wish."""
    may_write(by)
    _still_there(said)
    if said.answer:
        raise Refused(sentences.ANSWERED_ALREADY)
    said.answer, said.answered_at, said.answered_by_id = answer, at, by.id
    said.answer_words = some_words(words, field="words", ask=sentences.PUT_RIGHT_FIRST)
    said.save(update_fields=["answer", "answered_at", "answered_by", "answer_words"])
    leave_trace("answered what is not right", said.person_id, about=f"not right {said.id}", at=at)


def _still_there(said: TheirWords | NotRight) -> None:
    if said.taken_back_at is not None:
        raise Refused(sentences.TAKEN_BACK_ALREADY)
