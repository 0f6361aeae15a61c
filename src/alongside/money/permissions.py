"""Who may write down posts and who pays for them, spend, approve and close a year: each with the sentence shown when it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from alongside.foundation.actor import TEAM_ROLES, Actor, Role
from alongside.foundation.refusals import NotYours

from . import words

KEEPS_POSTS = (Role.MANAGER,)
"""What a post costs is what somebody earns: managers alone see it."""


def may_keep_posts(actor: Actor, teams_of_the_organisation: Iterable[UUID]) -> None:
    """A manager of any team of the organisation."""
    if not actor.is_a(Role.MANAGER):
        raise NotYours(words.MANAGERS_KEEP)
    if not {seat.team_id for seat in actor.seats if seat.role == Role.MANAGER} & set(teams_of_the_organisation):
        raise NotYours(words.OF_ANOTHER)


def may_spend(actor: Actor, team: UUID) -> None:
    """Whoever works in the team asks to spend, and writes down what came in."""
    if not any(seat.role in TEAM_ROLES and seat.team_id == team for seat in actor.seats):
        raise NotYours(words.TEAMS_SPEND)


def may_give(actor: Actor, team: UUID) -> None:
    """A manager of the team gives money to its budgets, moves it, and closes years."""
    if not any(seat.role == Role.MANAGER and seat.team_id == team for seat in actor.seats):
        raise NotYours(words.MANAGERS_GIVE)


def may_answer(actor: Actor, asked_by: UUID, teams_of_the_organisation: Iterable[UUID]) -> None:
    """A manager of the organisation, and never whoever asked."""
    if actor.id == asked_by:
        raise NotYours(words.SOMEBODY_ELSE)
    if not {seat.team_id for seat in actor.seats if seat.role == Role.MANAGER} & set(teams_of_the_organisation):
        raise NotYours(words.MANAGERS_GIVE)


def may_write_of(actor: Actor, spender: UUID, team: UUID) -> None:
    """Whoever asked to spend it, or a manager of the team."""
    may_spend(actor, team)
    if actor.id != spender:
        may_give(actor, team)


def may_open_receipt(actor: Actor, spender: UUID, team: UUID) -> None:
    """Whoever spent it, and a manager of the team: nobody else."""
    if actor.id != spender and not any(seat.role == Role.MANAGER and seat.team_id == team for seat in actor.seats):
        raise NotYours(words.RECEIPTS_ARE_FOR)
