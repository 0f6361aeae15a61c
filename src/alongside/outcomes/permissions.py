"""Who keeps a team's lists of how life is going."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

MANAGERS_KEEP_THE_LIST = Sentence("Only a manager of the team keeps its lists. Ask yours.")
THEIRS_OR_OURS = Sentence(
    "Only they themselves answer, or one of those who walk alongside people writes it down for them.",
    sp="Only they themselves answer, or one of those who support people writes it down for them.",
)


def may_answer(actor: Actor, person_id: UUID) -> None:
    """The person themselves; or one of those who walk alongside people, who writes it down for them."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES):
        raise NotYours(THEIRS_OR_OURS)


def may_keep_lists(actor: Actor, team_id: UUID) -> None:
    """Refuses whoever does not manage that team."""
    if not any(seat.role == Role.MANAGER and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(MANAGERS_KEEP_THE_LIST)
