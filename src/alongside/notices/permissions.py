"""Who sends for a team, and settles what became of it."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours
from alongside.teams.permissions import ON_THE_MACHINE

from .words import TEAMS_SEND


def may_send(actor: Actor, team_id: UUID) -> None:
    """Whoever works in the team; and the machine's own clock, by which letters are due."""
    if actor != ON_THE_MACHINE and not any(seat.role in TEAM_ROLES and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(TEAMS_SEND)
