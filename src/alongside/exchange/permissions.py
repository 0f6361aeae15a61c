"""Who may bring a spreadsheet of people in, with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours

from .words import ADMINISTRATORS_CONNECT, MANAGERS_BRING_IN


def team_to_bring_into(actor: Actor) -> UUID:
    """The team they manage; a refusal for whoever manages none."""
    team = next((seat.team_id for seat in actor.seats if seat.role == Role.MANAGER), None)
    if team is None:
        raise NotYours(MANAGERS_BRING_IN)
    return team


READ_FEEDS = Actor(id=UUID("00000000-0000-4000-8000-00000000a010"), name="read-feed")
"""Whoever runs this machine, and the nightly reading: they hold no seat, so they see no person."""


def may_connect(actor: Actor) -> None:
    """Refuses whoever does not look after the organisation."""
    if actor != READ_FEEDS and not actor.is_a(Role.ADMINISTRATOR):
        raise NotYours(ADMINISTRATORS_CONNECT)
