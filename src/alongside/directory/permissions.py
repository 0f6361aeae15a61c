"""Who may do what with the directory, each with the sentence shown when it is refused."""

from __future__ import annotations

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours

from .words import SETTLE, TEAMS_CONFIRM, TEAMS_KEEP


def may_confirm(actor: Actor) -> None:
    """Refuses whoever does not walk in the neighbourhood."""
    if not actor.is_a(*TEAM_ROLES):
        raise NotYours(TEAMS_CONFIRM)


def may_keep(actor: Actor) -> None:
    """Refuses whoever does not keep the directory true: the same people."""
    if not actor.is_a(*TEAM_ROLES):
        raise NotYours(TEAMS_KEEP)


def may_settle(actor: Actor) -> None:
    """Refuses whoever neither keeps the directory true nor connects what it is read from."""
    if not actor.is_a(*TEAM_ROLES, Role.ADMINISTRATOR):
        raise NotYours(SETTLE)
