"""Wishes grow together because somebody said that they are one; each press is taken back with one press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations
from uuid import UUID

from alongside.directory.models import Gap
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.places.models import Locality
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Barrier, Bundle, Different, Idea, Together
from ..where import two_say_a_place, where_most_lie
from ..words import DIFFERENT_ALREADY, IN_ANOTHER, NOT_DIFFERENT_ANY_MORE, SAY_ITS_NAME, STANDS_FOR_SOMETHING, TAKEN_APART, TICK_TWO

LONGEST_NAME = 120
"""Letters of what it is called; what is longer is a story."""


@action
def grow_together(
    gaps: Sequence[Gap],
    *,
    into: Bundle | None = None,
    name: str = "",
    locality: Locality | None = None,
    because: Mapping[UUID, str] | None = None,
    alone: bool = False,
    by: Actor,
    at: datetime,
) -> Bundle:
    """These wishes are one, beside those `into` which they are put; `alone`, one wish goes its way by itself.

    Where no locality was said, it is that in which most of them lie, once two different people say where.
    """
    team_id = permissions.team_that_keeps(by)
    one_at_a_time(team_id)
    if into is not None:
        permissions.may_keep(by, into.team_id)
        _stands_together(into)
    elif len(gaps) < (1 if alone else 2):
        raise Refused(TICK_TWO)
    held = Together.objects.filter(team_id=team_id, gap__in=gaps, left_at__isnull=True).select_related("bundle").first()
    if held is not None:
        raise Refused(IN_ANOTHER, name=held.bundle.name)
    bundle = into or _begun(team_id, name or _called(gaps[0].words), locality, by=by, at=at)
    for gap in gaps:
        Together.objects.create(bundle=bundle, team_id=bundle.team_id, gap=gap, because=(because or {}).get(gap.id, ""), by_id=by.id, at=at)
        leave_trace("put a kept wish with others", about=f"gap {gap.id} in {bundle.id}", at=at)
    if bundle.locality_id is None and two_say_a_place(bundle):
        bundle.locality = where_most_lie(bundle)
        bundle.save(update_fields=["locality"])
    return bundle


def _begun(team_id: UUID, name: str, locality: Locality | None, *, by: Actor, at: datetime) -> Bundle:
    made = Bundle.objects.create(team_id=team_id, locality=locality, name=_checked(name), by_id=by.id, at=at)
    leave_trace("wrote down what is missing", about=f"missing {made.id}", at=at)
    return made


def _called(words: str) -> str:
    """What it is called at first: the words of the first wish, or their beginning."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_NAME else one_line[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def _checked(name: str) -> str:
    if not name.strip():
        raise Refused(SAY_ITS_NAME, field="name")
    return _called(name)


def _stands_together(bundle: Bundle) -> None:
    if bundle.apart_at is not None:
        raise Refused(TAKEN_APART, name=bundle.name)


@action
def rename(bundle: Bundle, name: str, locality: Locality | None, *, by: Actor, at: datetime) -> Bundle:
    """What is missing, in other words, or in another neighbourhood."""
    permissions.may_keep(by, bundle.team_id)
    bundle.name, bundle.locality = _checked(name), locality
    bundle.save(update_fields=["name", "locality"])
    leave_trace("put right what is missing", about=f"missing {bundle.id}", at=at)
    return bundle


@action
def take_out(one: Together, *, by: Actor, at: datetime) -> Together:
    """This wish is another after all. It stays kept, and can be put in again."""
    permissions.may_keep(by, one.team_id)
    one.left_at, one.left_by_id = one.left_at or at, one.left_by_id or by.id
    one.save(update_fields=["left_at", "left_by"])
    leave_trace("took a kept wish out", about=f"gap {one.gap_id} of {one.bundle_id}", at=at)
    return one


@action
def take_apart(bundle: Bundle, *, by: Actor, at: datetime) -> Bundle:
    """They are not one after all: each wish stands by itself again."""
    permissions.may_keep(by, bundle.team_id)
    one_at_a_time(bundle.team_id)
    if Idea.objects.filter(bundle=bundle, taken_back_at__isnull=True).exists() or _barriers_that_stand(bundle):
        raise Refused(STANDS_FOR_SOMETHING)
    bundle.apart_at, bundle.apart_by_id = at, by.id
    bundle.save(update_fields=["apart_at", "apart_by"])
    Together.objects.filter(bundle=bundle, left_at__isnull=True).update(left_at=at, left_by_id=by.id)
    leave_trace("took wishes apart", about=f"missing {bundle.id}", at=at)
    return bundle


def _barriers_that_stand(bundle: Bundle) -> bool:
    return Barrier.objects.filter(bundle=bundle, steps__taken_back_at__isnull=True).exists()


@action
def put_together_again(bundle: Bundle, *, by: Actor, at: datetime) -> Bundle:
    """They are one after all: those that left when it was taken apart, and went nowhere else since."""
    permissions.may_keep(by, bundle.team_id)
    one_at_a_time(bundle.team_id)
    if bundle.apart_at is None:
        return bundle
    elsewhere = Together.objects.filter(team_id=bundle.team_id, left_at__isnull=True).values("gap_id")
    Together.objects.filter(bundle=bundle, left_at=bundle.apart_at).exclude(gap_id__in=list(elsewhere)).update(left_at=None, left_by_id=None)
    bundle.apart_at = bundle.apart_by = None
    bundle.save(update_fields=["apart_at", "apart_by"])
    leave_trace("put wishes together again", about=f"missing {bundle.id}", at=at)
    return bundle


@action
def say_different(gaps: Sequence[Gap], beside: Sequence[Gap] = (), *, by: Actor, at: datetime) -> None:
    """These wishes only look alike, among themselves or beside those that stand together: nobody is asked again."""
    team_id = permissions.team_that_keeps(by)
    one_at_a_time(team_id)
    two = [(one.id, other.id) for one in gaps for other in beside] if beside else [(one.id, other.id) for one, other in combinations(gaps, 2)]
    if not two:
        raise Refused(TICK_TWO)
    new = [
        (first, second)
        for first, second in (sorted(pair) for pair in two)
        if not Different.objects.filter(team_id=team_id, one_id=first, other_id=second, taken_back_at__isnull=True).exists()
    ]
    if not new:
        raise Refused(DIFFERENT_ALREADY)
    for first, second in new:
        Different.objects.create(team_id=team_id, one_id=first, other_id=second, by_id=by.id, at=at)
        leave_trace("said that two wishes are different", about=f"gaps {first} {second}", at=at)


@action
def take_back_different(at_once: datetime, *, by: Actor, at: datetime) -> int:
    """What they said last of wishes that look alike, in one press, was not so; how many that is."""
    said = list(Different.objects.filter(team_id=permissions.team_that_keeps(by), by_id=by.id, at=at_once, taken_back_at__isnull=True))
    if not said:
        raise Refused(NOT_DIFFERENT_ANY_MORE)
    for one in said:
        one.taken_back_at, one.taken_back_by_id = at, by.id
        one.save(update_fields=["taken_back_at", "taken_back_by"])
        leave_trace("took back that two wishes are different", about=f"gaps {one.one_id} {one.other_id}", at=at)
    return len(said)
