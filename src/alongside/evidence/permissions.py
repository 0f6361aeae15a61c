"""Who may see which figures, and who may open them to people."""

from __future__ import annotations

from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

from .figures import Figure

SEE_FIGURES = (Role.MANAGER, Role.COMMISSIONER)
"""A manager sees the figures of their own team, a commissioner those of their organisation's teams with small numbers held back."""

NOT_SEEN = Sentence("This figure is not for your role. Its definition says whom it is for.")
OPENS_TO_NOBODY = Sentence("Nobody is behind this figure: it counts no people.")
MANAGERS_OPEN = Sentence("Only a manager of this team can open a figure to the people behind it.")
MANAGERS_GIVE = Sentence("Only a manager of this team can give an extract of it out.")
MANAGERS_SET = Sentence("Only a manager of this team sets what stands beside its figures.")
THEY_ARE_MADE_BY = Sentence("Figures are made by a manager of the team: whoever could make them at any moment could tell one person's coming or going.")


def sees_exact_numbers(actor: Actor, team_id: UUID) -> bool:
    """Whether they answer for this team, and so see its numbers as they are."""
    return any(seat.role == Role.MANAGER and seat.team_id == team_id for seat in actor.seats)


def may_see(actor: Actor, figure: Figure) -> None:
    """Each figure says which roles see it at all."""
    if not is_seen_by(actor, figure):
        raise NotYours(NOT_SEEN)


def is_seen_by(actor: Actor, figure: Figure) -> bool:
    """Whether they hold one of the roles that a figure names."""
    return any(seat.role.value in figure.seen_by for seat in actor.seats)


def may_open_to_people(actor: Actor, team_id: UUID, figure: Figure) -> None:
    """A figure is opened to people by the roles it names, in their own team: a manager, or nobody."""
    if not figure.opens_to:
        raise NotYours(OPENS_TO_NOBODY)
    if not any(seat.role.value in figure.opens_to and seat.team_id == team_id for seat in actor.seats):
        raise NotYours(MANAGERS_OPEN)


def may_make(actor: Actor) -> None:
    """Figures are made by managers; the database asks for which team."""
    if not actor.is_a(Role.MANAGER):
        raise NotYours(THEY_ARE_MADE_BY)


def may_give_out(actor: Actor, team_id: UUID) -> None:
    """An extract for evidence over many services is given out by a manager of the team alone."""
    if not sees_exact_numbers(actor, team_id):
        raise NotYours(MANAGERS_GIVE)
