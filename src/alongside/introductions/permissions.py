"""Who may record an introduction."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

from .words import MANAGERS_KEEP_THE_LIST, TEAMS_RECORD


def team_to_record_for(actor: Actor) -> UUID:
    """The team an introduction is made to, or a refusal for whoever walks in none."""
    if not actor.is_a(*TEAM_ROLES) or actor.team_id is None:
        raise NotYours(TEAMS_RECORD)
    return actor.team_id


def may_take_back_message(kept_by: UUID, kept_on: date, *, by: Actor, today: date) -> None:
    """Whoever kept it, on the same day."""
    if kept_by != by.id or kept_on != today:
        raise NotYours(Sentence("A message is taken back by whoever kept it, on the same day. What was sent stays as it was sent."))


def may_keep_the_list(actor: Actor, team_id: UUID) -> None:
    """The manager of the team whose list it is."""
    if not any(seat.role == Role.MANAGER and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(MANAGERS_KEEP_THE_LIST)


def may_keep_for(actor: Actor, team_id: UUID) -> None:
    """Refuses whoever is not of the team to which people are introduced."""
    if not any(seat.role in TEAM_ROLES and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(TEAMS_RECORD)
