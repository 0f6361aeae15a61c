"""Who may do what with meetings, each with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import TEAMS_KEEP_MEETINGS


def team_that_calls(actor: Actor) -> UUID:
    """The team for which they call a meeting, or a refusal for whoever walks in none."""
    if not actor.is_a(*TEAM_ROLES) or actor.team_id is None:
        raise NotYours(TEAMS_KEEP_MEETINGS)
    return actor.team_id


def keeps_meeting(actor: Actor, team_id: UUID) -> bool:
    """Whether they are of the team that calls it."""
    return any(seat.role in TEAM_ROLES and seat.team_id == team_id for seat in actor.seats)


def may_keep_meeting(actor: Actor, team_id: UUID) -> None:
    """Refuses whoever is not of the team that calls it."""
    if not keeps_meeting(actor, team_id):
        raise NotYours(TEAMS_KEEP_MEETINGS)
