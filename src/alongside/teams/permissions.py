"""Who may look after staff, teams and the organisation's look, each with the sentence shown when it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence

ON_THE_MACHINE = Actor(id=UUID("00000000-0000-7000-8000-000000000001"), name="a command on the machine itself")
"""Whoever runs commands on the machine holds all of it anyway; the trail says what was done that way."""

ADMINISTRATORS_DO = Sentence("Only an administrator of the organisation looks after its staff and its look. Ask yours.")
MANAGERS_DO = Sentence("Only a manager of the team chooses how it works. Ask yours.")
NOT_FOR_ONESELF = Sentence("Nobody gives themselves a seat or opens their own account: ask another administrator.")
NOT_ONES_OWN = Sentence("You cannot close your own account or end the seat by which you are an administrator: ask another administrator.")
SEAT_ELSEWHERE = Sentence("They have a seat in another organisation too, so their account is not yours alone to change. End their seats here instead.")


def may_run(actor: Actor, team: UUID) -> None:
    """Refuses whoever is not a manager of this team."""
    if not any(seat.role == Role.MANAGER and seat.team_id == team for seat in actor.seats):
        raise NotYours(MANAGERS_DO)


def may_look_after(actor: Actor, teams: Iterable[UUID]) -> None:
    """Refuses whoever is not an administrator in one of these teams, which are those of one organisation."""
    if actor != ON_THE_MACHINE and not {seat.team_id for seat in actor.seats if seat.role == Role.ADMINISTRATOR} & set(teams):
        raise NotYours(ADMINISTRATORS_DO)


def may_give_a_seat(actor: Actor, staff_id: UUID) -> None:
    """Refuses giving oneself a seat: an administrator sees nobody, and could otherwise choose to."""
    if actor.id == staff_id:
        raise NotYours(NOT_FOR_ONESELF)


def may_take_away(actor: Actor, staff_id: UUID) -> None:
    """Refuses locking oneself out."""
    if actor.id == staff_id:
        raise Refused(NOT_ONES_OWN)


def is_theirs_alone(teams_held: Iterable[UUID], teams: Iterable[UUID]) -> None:
    """Refuses changing the account of somebody who also works for another organisation."""
    if not set(teams_held) <= set(teams):
        raise Refused(SEAT_ELSEWHERE)
