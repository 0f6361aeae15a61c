"""Whom a team hands to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Receiver
from ..words import KNOWN_ALREADY, SAY_HOW_TO_REACH, SAY_WHO_IT_IS


@dataclass(frozen=True)
class Known:
    """A person, a post or a duty of another service, and how to reach them."""

    name: str
    kind: str
    nature: str = "person"
    organisation: str = ""
    email: str = ""
    phone: str = ""
    now: str = ""
    staff_id: UUID | None = None


@action
def keep_receiver(known: Known, *, by: Actor, at: datetime) -> Receiver:
    """Somebody more to whom the team hands."""
    team_id = permissions.team_that_hands_over(by)
    one_at_a_time(team_id)
    made = Receiver(team_id=team_id, by_id=by.id, at=at, **_complete(known, team_id))
    made.save(force_insert=True)
    leave_trace("wrote down whom to hand to", about=f"receiver {made.id}", at=at)
    return made


@action
def change_receiver(receiver: Receiver, known: Known, *, by: Actor, at: datetime) -> Receiver:
    """Who it is and how to reach them, put right; what was handed over before stays with whoever had it."""
    permissions.may_keep(by, receiver.team_id)
    one_at_a_time(receiver.team_id)
    for name, value in _complete(known, receiver.team_id, but=receiver.id).items():
        setattr(receiver, name, value)
    receiver.retired_on = None
    receiver.save()
    leave_trace("put right whom to hand to", about=f"receiver {receiver.id}", at=at)
    return receiver


@action
def retire_receiver(receiver: Receiver, *, by: Actor, at: datetime) -> None:
    """Offered no more; what is with them stays with them."""
    permissions.may_keep(by, receiver.team_id)
    receiver.retired_on = timezone.localdate(at)
    receiver.save(update_fields=["retired_on"])
    leave_trace("retired whom to hand to", about=f"receiver {receiver.id}", at=at)


def _complete(known: Known, team_id: UUID, *, but: UUID | None = None) -> dict[str, object]:
    given = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(known).items()}
    if not given["name"]:
        raise Refused(SAY_WHO_IT_IS, field="name")
    if not (given["email"] or given["phone"] or given["staff_id"]):
        raise Refused(SAY_HOW_TO_REACH, field="email")
    if Receiver.objects.filter(team_id=team_id, kind=given["kind"], name=given["name"]).exclude(id=but).exists():
        raise Refused(KNOWN_ALREADY, field="name")
    return given
