"""Who may do what with somebody's page, each with the sentence shown when it is refused.

Rows are the database's business (`access/sql/may_see.sql`); these are the deeds.
"""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours

from .words import ASK_A_MANAGER_OF_BOTH, ASK_A_MANAGER_TO_PART, WALKING_ROLES_WRITE


def may_write(actor: Actor) -> None:
    """Refuses whoever does not walk alongside people."""
    if not actor.is_a(*TEAM_ROLES):
        raise NotYours(WALKING_ROLES_WRITE)


def may_join(actor: Actor, held_by: frozenset[UUID], other_held_by: frozenset[UUID]) -> None:
    """Refuses whoever would open one team's notes to another: that is for a manager who has a seat in every team that holds either."""
    may_write(actor)
    if not _stands_for_both(actor, held_by, other_held_by):
        raise NotYours(ASK_A_MANAGER_OF_BOTH)


def may_part(actor: Actor, held_by: frozenset[UUID], other_held_by: frozenset[UUID]) -> None:
    """Refuses whoever would take from one team what another has: whoever may join two records may part them, and nobody else."""
    may_write(actor)
    if not _stands_for_both(actor, held_by, other_held_by):
        raise NotYours(ASK_A_MANAGER_TO_PART)


def _stands_for_both(actor: Actor, held_by: frozenset[UUID], other_held_by: frozenset[UUID]) -> bool:
    if held_by == other_held_by:
        return True
    seats = {seat.team_id for seat in actor.seats if seat.role in TEAM_ROLES}
    manages = {seat.team_id for seat in actor.seats if seat.role == Role.MANAGER}
    return held_by | other_held_by <= seats and bool(manages & (held_by | other_held_by))
