"""Who may do what with somebody's page, each with the sentence shown when it is refused.

Rows are the database's business (`access/sql/may_see.sql`); these are the deeds.
"""

from __future__ import annotations

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import NotYours

from .words import WALKING_ROLES_WRITE


def may_write(actor: Actor) -> None:
    """Refuses whoever does not walk alongside people."""
    if not actor.is_a(*TEAM_ROLES):
        raise NotYours(WALKING_ROLES_WRITE)
