"""Who may write down what somebody chose and asked of us, who answers it, and who may arrange that a colleague covers."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours

from .words import A_MANAGER_CONFIRMS, ASKED_OF_US, GOVERNANCE_ANSWERS, SOMEBODY_ELSE_CONFIRMS, THEY_OR_THEIR_MANAGER, WITHOUT_A_YES_BY, WRITTEN_BY_US_OR_THEM


def may_write_choices(actor: Actor, person_id: UUID) -> None:
    """Those who walk alongside people write down what they said; and each person their own, by their link."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES):
        raise NotYours(WRITTEN_BY_US_OR_THEM)


def team_to_arrange_for(actor: Actor, away_id: UUID, their_teams: Iterable[UUID]) -> UUID | None:
    """None when it is one's own absence, with all of one's people; else the team that the one who asks manages, and no other's."""
    if actor.id == away_id and actor.is_a(*TEAM_ROLES):
        return None
    theirs = set(their_teams)
    for seat in actor.seats:
        if seat.role == Role.MANAGER and seat.team_id in theirs:
            return seat.team_id
    raise NotYours(THEY_OR_THEIR_MANAGER)


def may_change_cover(actor: Actor, away_id: UUID, arranged_in: UUID | None, their_teams: Iterable[UUID]) -> None:
    """Whoever is away; of what a manager arranged in a team, a manager of that team; of what whoever is away arranged, a manager of every team it reaches."""
    if actor.id == away_id and actor.is_a(*TEAM_ROLES):
        return
    managed = {seat.team_id for seat in actor.seats if seat.role == Role.MANAGER}
    reached = {arranged_in} if arranged_in else set(their_teams)
    if not reached or reached - managed:
        raise NotYours(THEY_OR_THEIR_MANAGER)


def may_share_without_yes(actor: Actor) -> None:
    """Coordinators and managers decide that something has to be told without a yes; each time it is written down who did."""
    if not actor.is_a(Role.COORDINATOR, Role.MANAGER):
        raise NotYours(WITHOUT_A_YES_BY)


def may_write_what_they_ask(actor: Actor, person_id: UUID) -> None:
    """Whoever hears it writes it down: those who walk alongside people, the information governance lead, and the person by their link."""
    if actor.id != person_id and not actor.is_a(*TEAM_ROLES, Role.INFORMATION_GOVERNANCE):
        raise NotYours(ASKED_OF_US)


def may_answer(actor: Actor) -> None:
    """Information governance leads answer what people ask of us, gather everything about them, and look through it."""
    if not actor.is_a(Role.INFORMATION_GOVERNANCE):
        raise NotYours(GOVERNANCE_ANSWERS)


def may_confirm_forgetting(actor: Actor, decided_by: UUID | None) -> None:
    """Nobody is forgotten by one alone: a manager of the team confirms what somebody else decided."""
    if not actor.is_a(Role.MANAGER):
        raise NotYours(A_MANAGER_CONFIRMS)
    if actor.id == decided_by:
        raise NotYours(SOMEBODY_ELSE_CONFIRMS)
