"""A group begins as something that somebody wished for; each stage it comes to is said, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.directory.actions import keep_entry, say_gone, say_there_after_all
from alongside.directory.told import Told
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..models import Group, Step
from ..queries import steps_of
from ..rules import Reached
from ..words import ONLY_THE_LAST, SAY_WHAT_WAS_HEARD


@dataclass(frozen=True)
class Described:
    """What a group is, as somebody writes it down; all but its name may be empty."""

    name: str
    what_happens: str = ""
    times: str = ""
    address: str = ""
    postcode: str = ""
    locality_id: UUID | None = None
    across_ages: bool = False
    standing: str = "informal"
    standing_words: str = ""


@action
def hear(
    given: Described,
    heard: str,
    *,
    on: date,
    many: int | None = None,
    copied_from: Group | None = None,
    gap: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Group:
    """Somebody would come to it, if only there were one: the idea of a group, with what was heard. What it is a copy of has been copied, since that day."""
    team_id = permissions.team_that_keeps(by)
    if not heard.strip():
        raise Refused(SAY_WHAT_WAS_HEARD, field="words")
    made = Group(team_id=team_id, copied_from=copied_from, gap=gap, by_id=by.id, at=at)
    _say(made, given)
    made.save(force_insert=True)
    leave_trace("heard of a group", about=f"group {made.id}", at=at)
    step(made, rules.FIRST, heard, on=on, many=many, by=by, at=at)
    if copied_from is not None:
        # Said when it is written down: of a day before the last of the source's stages nothing can be said any more.
        last = steps_of(copied_from).last()
        step(copied_from, "copied", made.name, on=max(on, last.on) if last else on, by=by, at=at)
    return made


@action
def describe(group: Group, given: Described, *, by: Actor, at: datetime) -> Group:
    """Put right what a group is. What everybody reads is put right on its own page on the noticeboard."""
    permissions.may_keep_group(by, group.team_id)
    _say(group, given)
    group.save()
    leave_trace("put a group right", about=f"group {group.id}", at=at)
    return group


def _say(group: Group, given: Described) -> None:
    told = Told(name=rules.a_name(given.name), kind="group", postcode=given.postcode).as_kept
    group.name, group.postcode = told["name"], told["postcode"]
    group.what_happens, group.times, group.address = given.what_happens.strip(), given.times.strip(), given.address.strip()
    group.locality_id, group.across_ages = given.locality_id, given.across_ages
    group.standing, group.standing_words = given.standing, given.standing_words.strip()


@action
def step(group: Group, stage: str, words: str, *, on: date, many: int | None = None, by: Actor, at: datetime) -> Step:
    """It came to a stage, on a day. From its first open day it is in the directory; while it rests or once it has ended, nobody is offered it."""
    permissions.may_keep_group(by, group.team_id)
    one_at_a_time(group.id)
    said = list(group.steps.order_by("number"))
    standing = [one.reached for one in said if one.taken_back_at is None]
    rules.a_step(standing, Reached(stage, on), words, today=timezone.localdate(at))
    made = Step.objects.create(group=group, number=len(said) + 1, stage=stage, on=on, words=words.strip(), many=many, by_id=by.id, at=at)
    leave_trace("said that a group came to a stage", about=f"group {group.id} {stage}", at=at)
    _keep_offered(group, [*standing, made.reached], by=by, at=at)
    return made


@action
def take_back_step(group: Group, key: UUID, *, by: Actor, at: datetime) -> None:
    """It did not come to that stage, or not yet. That it was said stays in its history."""
    permissions.may_keep_group(by, group.team_id)
    one_at_a_time(group.id)
    standing = list(steps_of(group))
    if len(standing) < 2 or standing[-1].id != key:
        raise Refused(ONLY_THE_LAST)
    last = standing.pop()
    last.taken_back_at, last.taken_back_by_id = at, by.id
    last.save(update_fields=["taken_back_at", "taken_back_by"])
    leave_trace("took back a stage of a group", about=f"group {group.id} {last.stage}", at=at)
    _keep_offered(group, [one.reached for one in standing], by=by, at=at)


def _keep_offered(group: Group, standing: list[Reached], *, by: Actor, at: datetime) -> None:
    """In the directory while it meets, and only then."""
    now = rules.stands_at(standing)
    meets = now is not None and now.stage in rules.OPEN
    if meets and group.entry is None:
        told = Told(
            name=group.name,
            kind="group",
            description=group.what_happens,
            times=group.times,
            address=group.address,
            postcode=group.postcode,
        )
        group.entry = keep_entry(told, by=by, at=at)
        group.save(update_fields=["entry"])
    elif group.entry is not None and meets != (group.entry.withdrawn_on is None):
        group.entry = (say_there_after_all if meets else say_gone)(group.entry.id, by=by, at=at)
