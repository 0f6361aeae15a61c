"""Who may keep pictures, each with the sentence shown when it is refused."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours

from .words import ADMINISTRATORS_CHOOSE, THEIRS_OR_OURS


def may_add_for(actor: Actor, person_id: UUID) -> None:
    """The person themself; or one of those who walk alongside people, with their yes."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES):
        raise NotYours(THEIRS_OR_OURS)


def may_choose_the_set(actor: Actor) -> None:
    """Refuses whoever is not an administrator."""
    if not actor.is_a(Role.ADMINISTRATOR):
        raise NotYours(ADMINISTRATORS_CHOOSE)
