"""Who may write down what somebody chose."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import WRITTEN_BY_US_OR_THEM


def may_write_choices(actor: Actor, person_id: UUID) -> None:
    """Those who walk alongside people write down what they said; and each person their own, by their link."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES):
        raise NotYours(WRITTEN_BY_US_OR_THEM)
