"""Who may write down posts and who pays for them, spend, approve and close a year: each with the sentence shown when it is refused."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from alongside.foundation.actor import Actor, Role
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
