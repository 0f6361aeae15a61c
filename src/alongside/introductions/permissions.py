"""Who may record an introduction."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import TEAMS_RECORD


def team_to_record_for(actor: Actor) -> UUID:
    """The team an introduction is made to, or a refusal for whoever walks in none."""
    if not actor.is_a(*TEAM_ROLES) or actor.team_id is None:
        raise NotYours(TEAMS_RECORD)
    return actor.team_id
