"""What stands in the way is raised for the leadership group, owned, cleared or said to stay; each of it can be taken back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..models import Barrier, BarrierStep, Bundle
from ..rules import Said
from ..words import ONLY_THE_LAST, SAY_WHAT_STANDS, TAKEN_APART


@action
def raise_barrier(bundle: Bundle, kind: str, words: str, *, by: Actor, at: datetime) -> Barrier:
    """Something stands in the way of what is missing: it goes to the leadership group."""
    permissions.may_keep(by, bundle.team_id)
    if bundle.apart_at is not None:
        raise Refused(TAKEN_APART, name=bundle.name)
    made = Barrier.objects.create(bundle=bundle, kind=kind, words=_checked(words), by_id=by.id, at=at)
    leave_trace("raised a barrier", about=f"barrier {made.id}", at=at)
    say_of_barrier(made, Said(rules.FIRST, timezone.localdate(at)), by=by, at=at)
    return made


@action
def put_barrier_right(barrier: Barrier, kind: str, words: str, *, by: Actor, at: datetime) -> Barrier:
    """It was meant otherwise."""
    permissions.may_keep(by, barrier.bundle.team_id)
    barrier.kind, barrier.words = kind, _checked(words)
    barrier.save(update_fields=["kind", "words"])
    leave_trace("put a barrier right", about=f"barrier {barrier.id}", at=at)
    return barrier


def _checked(words: str) -> str:
    if not words.strip():
        raise Refused(SAY_WHAT_STANDS, field="words")
    return words.strip()


@action
def say_of_barrier(barrier: Barrier, said: Said, *, by: Actor, at: datetime) -> BarrierStep:
    """Somebody sees to it by a day, it is cleared, or it stays, because."""
    permissions.may_keep(by, barrier.bundle.team_id)
    one_at_a_time(barrier.id)
    ever = list(barrier.steps.order_by("number"))
    rules.a_step([one.said for one in ever if one.taken_back_at is None], said, today=timezone.localdate(at))
    owned = said.state == "owned"
    made = BarrierStep.objects.create(
        barrier=barrier,
        number=len(ever) + 1,
        state=said.state,
        on=said.on,
        words=said.words.strip(),
        owner=said.owner.strip() if owned else "",
        by_when=said.by_when if owned else None,
        by_id=by.id,
        at=at,
    )
    leave_trace("said how a barrier stands", about=f"barrier {barrier.id} {said.state}", at=at)
    return made


@action
def take_back_of_barrier(barrier: Barrier, key: UUID, *, by: Actor, at: datetime) -> BarrierStep:
    """What was said last of it was not so, or was too soon; that it was said stays in its history."""
    permissions.may_keep(by, barrier.bundle.team_id)
    one_at_a_time(barrier.id)
    last = barrier.steps.filter(taken_back_at__isnull=True).order_by("-number").first()
    if last is None or last.id != key:
        raise Refused(ONLY_THE_LAST)
    last.taken_back_at, last.taken_back_by_id = at, by.id
    last.save(update_fields=["taken_back_at", "taken_back_by"])
    leave_trace("took back how a barrier stands", about=f"barrier {barrier.id} {last.state}", at=at)
    return last
