"""Who introduces people to a team, and the link by which they do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..links import new_reference
from ..models import Introducer
from ..words import INTRODUCER_KNOWN, SAY_WHO_INTRODUCES

A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class From:
    """Somebody of another service who introduces people."""

    name: str
    source: str
    email: str = ""
    staff_id: UUID | None = None


@action
def keep_introducer(given: From, *, by: Actor, at: datetime) -> Introducer:
    """Somebody more who introduces people, with a link for a year."""
    team_id = permissions.team_to_record_for(by)
    if not given.name.strip():
        raise Refused(SAY_WHO_INTRODUCES, field="name")
    one_at_a_time(team_id)
    if Introducer.objects.filter(team_id=team_id, name=given.name.strip()).exists():
        raise Refused(INTRODUCER_KNOWN, field="name")
    made = Introducer(
        team_id=team_id,
        name=given.name.strip(),
        source=given.source,
        email=given.email.strip().casefold(),
        staff_id=given.staff_id,
        reference=new_reference(),
        link_until=timezone.localdate(at) + A_YEAR,
        by_id=by.id,
        at=at,
    )
    made.save(force_insert=True)
    leave_trace("wrote down who introduces people", about=f"introducer {made.id}", at=at)
    return made


@action
def new_introducers_link(introducer: Introducer, *, until: date, by: Actor, at: datetime) -> Introducer:
    """Another link: the one before opens nothing any more."""
    permissions.may_keep_for(by, introducer.team_id)
    rules.a_link_ends(until, today=timezone.localdate(at))
    introducer.reference, introducer.link_until, introducer.link_ended_at = new_reference(), until, None
    introducer.save(update_fields=["reference", "link_until", "link_ended_at"])
    leave_trace("made a link to introduce by", about=f"introducer {introducer.id}", at=at)
    return introducer


@action
def end_introducers_link(introducer: Introducer, *, by: Actor, at: datetime) -> Introducer:
    """Nobody introduces anybody by it any more."""
    permissions.may_keep_for(by, introducer.team_id)
    introducer.link_ended_at = at
    introducer.save(update_fields=["link_ended_at"])
    leave_trace("ended a link to introduce by", about=f"introducer {introducer.id}", at=at)
    return introducer
