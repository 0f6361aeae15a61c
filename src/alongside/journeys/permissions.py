"""Who may take back what was written down by mistake, and who may hand people over, with the sentence shown when it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence

from .words import A_MANAGER_HANDS_OVER


def may_take_back(written_by: UUID, written_on: date, said: Sentence, *, by: Actor, today: date) -> None:
    """Whoever wrote it down, on the same day; later it stays, and what is so is written beside it."""
    if written_by != by.id or written_on != today:
        raise NotYours(said)


def teams_to_hand_over_in(actor: Actor, their_teams: Iterable[UUID]) -> frozenset[UUID]:
    """The teams that the one who asks manages and in which this colleague works or worked; nobody else hands people over."""
    managed = {seat.team_id for seat in actor.seats if seat.role == Role.MANAGER}
    if not (both := managed & set(their_teams)):
        raise NotYours(A_MANAGER_HANDS_OVER)
    return frozenset(both)
