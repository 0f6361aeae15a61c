"""Who may hand something over, and keep a team's pages about it, each with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import TEAMS_HAND_OVER


def team_that_hands_over(actor: Actor) -> UUID:
    """The team for which they write, or a refusal for whoever walks in none."""
    if not actor.is_a(*TEAM_ROLES) or actor.team_id is None:
        raise NotYours(TEAMS_HAND_OVER)
    return actor.team_id


def may_keep(actor: Actor, team_id: UUID) -> None:
    """Refuses whoever is not of the team whose page it is."""
    if not any(seat.role in TEAM_ROLES and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(TEAMS_HAND_OVER)
