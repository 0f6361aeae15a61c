"""What something brought in, beside what it cost."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.groups.models import Group
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.trail.doing import action, leave_trace

from .. import permissions, words
from ..models import Brought


@action
def write_brought(
    team: Team,
    kind: str,
    said: str,
    pence: int,
    on: date,
    *,
    how_valued: str = "",
    locality: Locality | None = None,
    group: Group | None = None,
    by: Actor,
    at: datetime,
) -> Brought:
    """Money in, something in kind with how it is valued, or money that came because this was there."""
    permissions.may_spend(by, team.id)
    if not said.strip():
        raise Refused(words.SAY_WHAT_CAME, field="words")
    if kind == "in kind" and not how_valued.strip():
        raise Refused(words.HOW_VALUED, field="how_valued")
    if on > timezone.localdate(at):
        raise Refused(words.YOUNGER_THAN_TODAY, field="on")
    made = Brought.objects.create(
        id=new_key(),
        team=team,
        locality=locality or (group.locality if group else None),
        kind=kind,
        words=said.strip(),
        pence=pence,
        how_valued=how_valued.strip(),
        on=on,
        group=group,
        by_id=by.id,
        at=at,
    )
    leave_trace("wrote what came in", about=f"brought {made.id}", at=at)
    return made


@action
def take_back_brought(brought: Brought, *, by: Actor, at: datetime) -> None:
    """It did not come, or stands there twice."""
    permissions.may_write_of(by, brought.by_id, brought.team_id)
    gone = Brought.objects.filter(id=brought.id, gone_at__isnull=True).update(gone_by_id=by.id, gone_at=at)
    if not gone:
        raise Refused(words.TAKEN_BACK_ALREADY)
    leave_trace("took back what came in", about=f"brought {brought.id}", at=at)
