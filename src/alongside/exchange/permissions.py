"""Who may bring a spreadsheet of people in, with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours

from .words import MANAGERS_BRING_IN


def team_to_bring_into(actor: Actor) -> UUID:
    """The team they manage; a refusal for whoever manages none."""
    team = next((seat.team_id for seat in actor.seats if seat.role == Role.MANAGER), None)
    if team is None:
        raise NotYours(MANAGERS_BRING_IN)
    return team
