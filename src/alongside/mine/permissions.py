"""Who may make somebody's own copy, and who may speak in it, each with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import THEIRS_OR_OURS


def may_say(actor: Actor, person_id: UUID) -> None:
    """The person themselves says it; or one of those who walk alongside people writes it down for them."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES):
        raise NotYours(THEIRS_OR_OURS)
