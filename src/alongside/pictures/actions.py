"""Everything that keeps a picture, or takes one away for good."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.journeys.models import Paper
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace, one_at_a_time

from . import rules, words
from .models import PaperPicture, PhotographsYes, SetPicture, TheirPicture
from .permissions import may_add_for, may_choose_the_set
from .queries import yes_to_photographs
from .redrawing import redrawn

BY_THEMSELVES = "by their link"


@action
def say_yes_to_photographs(person_id: UUID, *, how: str, on: date, by: Actor, at: datetime) -> PhotographsYes:
    """They wish that photographs of their papers are kept."""
    may_write(by)
    if how not in ("aloud", "on paper"):
        raise Refused(words.NEEDS_A_YES, field="how")
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    made = PhotographsYes.objects.create(person_id=person_id, on=on, how=how, by_id=by.id, at=at)
    leave_trace("wrote down a yes to photographs", person_id, about=f"yes to photographs {made.id}", at=at)
    return made


@action
def keep_photograph(paper: Paper, sent: bytes, *, says: str, how: str = "", on: date | None = None, by: Actor, at: datetime) -> PaperPicture:
    """A photograph of a paper, drawn anew; with their yes, which is written down now if it was not before."""
    may_write(by)
    one_at_a_time(paper.person_id)
    rules.not_too_many(PaperPicture.objects.filter(person_id=paper.person_id).count())
    told = some_words(says, field="words", ask=words.SAY_WHAT_IT_SHOWS)
    if yes_to_photographs(paper.person_id) is None:
        if not how or on is None:
            raise Refused(words.NEEDS_A_YES, field="how")
        say_yes_to_photographs(paper.person_id, how=how, on=on, by=by, at=at)
    made = PaperPicture.objects.create(person_id=paper.person_id, paper=paper, words=told, drawn=redrawn(sent), by_id=by.id, at=at)
    leave_trace("kept a photograph of a paper", paper.person_id, about=f"photograph {made.id}", at=at)
    return made


@action
def take_away_photograph(picture: PaperPicture, *, by: Actor, at: datetime) -> None:
    """It is gone, here and everywhere but in backups."""
    may_write(by)
    key = picture.id
    PaperPicture.objects.filter(id=key).delete()
    leave_trace("took away a photograph of a paper", picture.person_id, about=f"photograph {key}", at=at)


@action
def take_back_yes_to_photographs(person_id: UUID, *, how: str, by: Actor, at: datetime) -> int:
    """They wish it no longer: every photograph of a paper is gone at once. Answers how many there were."""
    may_write(by)
    one_at_a_time(person_id)
    if how not in ("aloud", "on paper"):
        raise Refused(words.NEEDS_A_YES, field="how")
    held = PhotographsYes.objects.filter(person_id=person_id, taken_back_at__isnull=True)
    if not held.update(taken_back_at=at, taken_back_how=how, taken_back_by_id=by.id):
        raise Refused(words.NO_YES_TO_TAKE_BACK)
    many, _each = PaperPicture.objects.filter(Q(person_id=person_id) | Q(paper__person_id=person_id)).delete()
    leave_trace("took away every photograph of a paper", person_id, about=f"yes to photographs {person_id}", at=at)
    return many


@action
def add_picture(person_id: UUID, sent: bytes, *, says: str, how: str = BY_THEMSELVES, on: date | None = None, by: Actor, at: datetime) -> TheirPicture:
    """A picture for their own copy: by themselves, or by one of us with their yes."""
    may_add_for(by, person_id)
    one_at_a_time(person_id)
    rules.not_too_many(TheirPicture.objects.filter(person_id=person_id).count())
    told = some_words(says, field="words", ask=words.SAY_WHAT_IT_SHOWS)
    today = timezone.localdate(at)
    if by.id == person_id:
        how, on, writer = BY_THEMSELVES, today, None
    else:
        if how not in ("aloud", "on paper") or on is None:
            raise Refused(words.NEEDS_A_YES, field="how")
        not_in_the_future(on, today=today, field="on")
        writer = by.id
    made = TheirPicture.objects.create(person_id=person_id, words=told, drawn=redrawn(sent), how=how, on=on, by_id=writer, at=at)
    leave_trace("added a picture to their own copy", person_id, about=f"picture {made.id}", at=at)
    return made


@action
def take_away_picture(picture: TheirPicture, *, by: Actor, at: datetime) -> None:
    """It is gone, here and everywhere but in backups."""
    may_add_for(by, picture.person_id)
    key = picture.id
    TheirPicture.objects.filter(id=key).delete()
    leave_trace("took away a picture of theirs", picture.person_id, about=f"picture {key}", at=at)


@action
def add_to_set(organisation_id: UUID, sent: bytes, *, name: str, source: str, by: Actor, at: datetime) -> SetPicture:
    """One more picture that the organisation's teams can choose for Easy Read, with where it is from."""
    may_choose_the_set(by)
    named = some_words(name, field="name", ask=words.SAY_THE_NAME)
    from_where = some_words(source, field="source", ask=words.SAY_THE_SOURCE)
    drawn = redrawn(sent, longest=rules.LONG_SIDE_OF_A_SET)
    made = SetPicture.objects.create(organisation_id=organisation_id, name=named, source=from_where, drawn=drawn, by_id=by.id, at=at)
    leave_trace("added a picture for Easy Read", about=f"picture of the set {made.id}", at=at)
    return made


@action
def offer(picture: SetPicture, offered: bool, *, by: Actor, at: datetime) -> None:
    """Whether it can be chosen from now on; where it was chosen already it stays."""
    may_choose_the_set(by)
    picture.left_out_at = None if offered else at
    picture.save(update_fields=["left_out_at"])
    leave_trace("offered a picture for Easy Read" if offered else "left out a picture for Easy Read", about=f"picture of the set {picture.id}", at=at)
