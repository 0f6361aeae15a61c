"""Who may work on a team's valuations, and who may read what was said."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

READ_VERSIONS = (Role.MANAGER, Role.COMMISSIONER)
MANAGERS_VALUE = Sentence("Only a manager of this team can work on what it was worth.")


def works_on(actor: Actor, team_id: UUID) -> bool:
    """Whether they answer for this team."""
    return any(seat.role == Role.MANAGER and seat.team_id == team_id for seat in actor.seats)


def may_work_on(actor: Actor, team_id: UUID) -> None:
    """Assumptions are set, and versions kept, by a manager of the team."""
    if not works_on(actor, team_id):
        raise NotYours(MANAGERS_VALUE)
