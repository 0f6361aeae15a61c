"""Who asks what is said of a team, and reads it, with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import TEAMS_ASK


def team_that_asks(actor: Actor) -> UUID:
    """The team for which they ask, or a refusal for whoever walks in none."""
    if not actor.is_a(*TEAM_ROLES) or actor.team_id is None:
        raise NotYours(TEAMS_ASK)
    return actor.team_id


def may_ask(actor: Actor, team_id: UUID) -> None:
    """Refuses whoever is not of the team."""
    if not any(seat.role in TEAM_ROLES and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(TEAMS_ASK)
