"""Which measures a team may ask, and what somebody answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace

from ..answering import A_REFERENCE_FIRST, Given, answered, version_of
from ..measuring import read_measure
from ..models import Answer, Asking, MeasureFile, TeamMeasure
from ..permissions import may_answer, may_keep_lists

BY_THEMSELVES = "alone, on their page"
TAKEN_BACK_ALREADY = Sentence("This was taken back already.")


@action
def offer_measure(team_id: UUID, key: str, text: str, *, reference: str = "", by: Actor, at: datetime) -> TeamMeasure:
    """A measure that the team may ask from now on, by its file as it stands; whatever older version it asked before is asked no more."""
    may_keep_lists(by, team_id)
    measure = read_measure(text, key)
    if measure.needs_reference and not reference.strip():
        raise Refused(A_REFERENCE_FIRST, field="reference", measure=measure.short)
    file, _made = MeasureFile.objects.get_or_create(key=key, version=version_of(text), defaults={"text": text})
    TeamMeasure.objects.filter(team_id=team_id, file__key=key, retired_on__isnull=True).exclude(file=file).update(retired_on=timezone.localdate(at))
    offered = TeamMeasure.objects.filter(team_id=team_id, file=file).first() or TeamMeasure(team_id=team_id, file=file, since=timezone.localdate(at))
    offered.reference, offered.retired_on = reference.strip(), None
    offered.save()
    leave_trace("offered a measure", about=f"measure {offered.id}", at=at)
    return offered


@action
def retire_measure(offered: TeamMeasure, *, by: Actor, at: datetime) -> None:
    """Asked no more; what was answered stays."""
    may_keep_lists(by, offered.team_id)
    offered.retired_on = timezone.localdate(at)
    offered.save(update_fields=["retired_on"])
    leave_trace("retired a measure", about=f"measure {offered.id}", at=at)


@action
def answer_measure(person_id: UUID, file: MeasureFile, given: Sequence[Given], *, way: str, on: date, by: Actor, at: datetime) -> Asking:
    """What they answered, question by question; what was left out is not there, and is not nought."""
    said = answered(read_measure(file.text, file.key), given)
    made = _asked(person_id, file, "answered", way, on, by, at)
    for one in said:
        Answer.objects.create(
            asking=made, person_id=person_id, item=one.item, number=one.number, concern=one.concern.strip(), words=one.words.strip(), by_id=made.by_id, at=at
        )
    leave_trace("wrote down answers to a measure", person_id, about=f"asking {made.id}", at=at)
    return made


@action
def not_asked_now(person_id: UUID, file: MeasureFile, ended: str, *, way: str, by: Actor, at: datetime) -> Asking:
    """Not today, or rather not: kept, so that nobody asks again tomorrow, and so that nobody takes it for nothing."""
    made = _asked(person_id, file, ended, way, timezone.localdate(at), by, at)
    leave_trace("wrote down that a measure was not answered", person_id, about=f"asking {made.id}", at=at)
    return made


def _asked(person_id: UUID, file: MeasureFile, ended: str, way: str, on: date, by: Actor, at: datetime) -> Asking:
    may_answer(by, person_id)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    theirs = by.id == person_id
    return Asking.objects.create(
        person_id=person_id, file=file, on=on, way=BY_THEMSELVES if theirs else way, ended=ended, by_id=None if theirs else by.id, at=at
    )


@action
def take_back_answers(asking: Asking, *, by: Actor, at: datetime) -> None:
    """They were written down by mistake, or the person would rather have them gone: nobody is shown them, and no figure counts them."""
    may_answer(by, asking.person_id)
    if asking.taken_back_at is not None:
        raise Refused(TAKEN_BACK_ALREADY)
    asking.taken_back_at = at
    asking.save(update_fields=["taken_back_at"])
    leave_trace("took back answers to a measure", asking.person_id, about=f"asking {asking.id}", at=at)
