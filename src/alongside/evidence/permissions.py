"""Who may see which figures, and who may open them to people."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

SEE_FIGURES = (Role.MANAGER, Role.COMMISSIONER)
"""A manager sees the figures of their own team, a commissioner those of their organisation's teams with small numbers held back."""

MANAGERS_OPEN = Sentence("Only a manager of this team can open a figure to the people behind it.")
MANAGERS_GIVE = Sentence("Only a manager of this team can give an extract of it out.")
THEY_ARE_MADE_BY = Sentence("Figures are made by a manager of the team: whoever could make them at any moment could tell one person's coming or going.")


def sees_exact_numbers(actor: Actor, team_id: UUID) -> bool:
    """Whether they answer for this team, and so see its numbers as they are."""
    return any(seat.role == Role.MANAGER and seat.team_id == team_id for seat in actor.seats)


def may_open_to_people(actor: Actor, team_id: UUID) -> None:
    """A figure is opened to people by a manager of the team alone."""
    if not sees_exact_numbers(actor, team_id):
        raise NotYours(MANAGERS_OPEN)


def may_make(actor: Actor) -> None:
    """Figures are made by managers; the database asks for which team."""
    if not actor.is_a(Role.MANAGER):
        raise NotYours(THEY_ARE_MADE_BY)


def may_give_out(actor: Actor, team_id: UUID) -> None:
    """An extract for evidence over many services is given out by a manager of the team alone."""
    if not sees_exact_numbers(actor, team_id):
        raise NotYours(MANAGERS_GIVE)
