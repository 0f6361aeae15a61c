"""Who holds what: handed on from one to another, and what was before stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Group, Held
from ..queries import held_now
from ..words import NOT_COME_YET


@dataclass(frozen=True)
class Holder:
    """One side that holds something, and who of it, if that is said; no side where nobody does."""

    side: str = ""
    who: str = ""


@action
def hand_on(group: Group, given: Mapping[str, Holder], *, on: date, by: Actor, at: datetime) -> None:
    """From this day these hold these things. What is as it was stays; what somebody held before stays in its history."""
    permissions.may_keep_group(by, group.team_id)
    if on > timezone.localdate(at):
        raise Refused(NOT_COME_YET, field="on")
    one_at_a_time(group.id)
    before = {held.thing: held for held in held_now(group)}
    for thing, holder in given.items():
        was = before.get(thing)
        if was is not None:
            if (was.side, was.who) == (holder.side, holder.who.strip()):
                continue
            was.until = max(on, was.since)
            was.save(update_fields=["until"])
        if holder.side:
            Held.objects.create(group=group, thing=thing, side=holder.side, who=holder.who.strip(), since=on, by_id=by.id, at=at)
    leave_trace("said who holds what in a group", about=f"group {group.id}", at=at)
