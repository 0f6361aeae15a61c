"""Introductions that come in: by a link, by an account, by e-mail or by telephone; taken up or not; each answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..models import BroughtIn, CameIn, Introducer, Introduction
from ..words import DECIDED_ALREADY


@dataclass(frozen=True)
class Brought:
    """Somebody whom another service introduces, in its words."""

    who: str
    why: str
    reach: str = ""
    knows: str = "not asked"
    mark: str = ""
    from_whom: str = ""


@action
def bring_in(
    given: Brought, *, team_id: UUID, way: str, introducer: Introducer | None = None, message_id: str | None = None, by: Actor, at: datetime
) -> BroughtIn:
    """It waits for the team. Of one e-mail once, however often its folder is read."""
    rules.somebody_brought(given.who, given.why)
    made = BroughtIn(
        id=new_key(),
        team_id=team_id,
        introducer=introducer,
        way=way,
        from_whom=given.from_whom.strip(),
        mark=given.mark.strip(),
        who=given.who.strip(),
        reach=given.reach.strip(),
        why=given.why.strip(),
        knows=given.knows,
        message_id=message_id,
        at=at,
    )
    made.save(force_insert=True)
    leave_trace("brought an introduction in", about=f"brought in {made.id}", at=at)
    return made


@action
def take_up(brought: BroughtIn, introduction: Introduction, *, by: Actor, at: datetime) -> CameIn:
    """They said yes, and are written down: the words go from the waiting list onto their record, and whoever brought them reads that it is with us."""
    found = _still_waiting(brought, by)
    made = CameIn.objects.create(
        id=new_key(), person_id=introduction.person_id, brought=found, introduction=introduction, why=found.why or "-", by_id=by.id, at=at
    )
    _decide(found, "taken up", "with us", by=by, at=at)
    leave_trace("took up an introduction", introduction.person_id, about=f"brought in {found.id}", at=at)
    return made


@action
def not_taken_up(brought: BroughtIn, *, answer: str, by: Actor, at: datetime) -> None:
    """They would rather not, or it is not for us: the words go, and the answer tells nothing of the person."""
    found = _still_waiting(brought, by)
    _decide(found, "not now", "not for us" if answer == "not for us" else "with us", by=by, at=at)
    leave_trace("did not take up an introduction", about=f"brought in {found.id}", at=at)


@action
def answer_back(came: CameIn, answer: str, words: str, how_they_agreed: str, *, by: Actor, at: datetime) -> None:
    """What whoever introduced them reads now: “we met; thank you”, if the person agreed that it is told."""
    permissions.may_keep_for(by, came.brought.team_id)
    rules.an_answer_back(answer, words, how_they_agreed)
    brought = came.brought
    brought.answer, brought.answer_words, brought.answered_at = answer, words.strip() if answer == "own words" else "", at
    brought.save(update_fields=["answer", "answer_words", "answered_at"])
    came.how_they_agreed = how_they_agreed.strip()
    came.save(update_fields=["how_they_agreed"])
    leave_trace("answered an introduction", came.person_id, about=f"brought in {brought.id}", at=at)


def empty_old_introductions() -> None:
    """The words of introductions go that nobody decided in time (sql/coming_in.sql); they are nobody's record, so the trail has no line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT introductions_empty_old()")


def _still_waiting(brought: BroughtIn, by: Actor) -> BroughtIn:
    permissions.may_keep_for(by, brought.team_id)
    one_at_a_time(brought.id)
    found = BroughtIn.objects.get(id=brought.id)
    if found.became:
        raise Refused(DECIDED_ALREADY)
    return found


def _decide(found: BroughtIn, became: str, answer: str, *, by: Actor, at: datetime) -> None:
    found.became, found.decided_by_id, found.decided_at = became, by.id, at
    found.answer, found.answered_at = answer, at
    found.who = found.reach = found.why = ""
    found.save()
