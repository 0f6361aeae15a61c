"""Somebody who was handed over once, and of whom a concern is with a partner, for the small world."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.access.handed import IN_A_HAND_OVER
from alongside.foundation.keys import new_key
from alongside.journeys.models import Alongside, HandOver
from tests import building
from tests.access import policy
from tests.access.hand_over_policy import Handed, open_to

from .planting import Garden
from .standing import HANDED_TO, WALKER


def hand_over(garden: Garden, person: UUID, giver: Any, taker: Any) -> tuple[HandOver, policy.Walk]:
    """The walk that ended, and the hand-over with a word to whoever goes on; gives it, and the walk as the reference knows it."""
    long_ago = garden.today - timedelta(days=30)
    walk = Alongside.objects.using("owner").create(person_id=person, coordinator=giver, since=long_ago, until=long_ago, by=giver, at=building.now())
    made = HandOver.objects.using("owner").create(giver=giver, taker=taker, since=long_ago, by=giver, at=building.now())
    garden.another("handedover", person, hand_over_id=made.id, ended_id=walk.id, began_id=None)
    return made, policy.Walk(person, giver.id, long_ago, long_ago)


def handed_to_a_partner(world: Any, person: UUID) -> dict[str, dict[str, Any]]:
    """A safeguarding concern, worked jointly: Gwen's with a partner who signs in, everybody else's with nobody who does."""
    partner, restricted = world.staff[HANDED_TO].id, {"part": "concern"}
    concern = {"kind": "safeguarding", "stage": "together", "ground": "safeguarding", "partner_id": partner if person == world.gwen else None}
    if person == world.gwen:
        until = world.today + timedelta(days=30)
        world.facts.handed.add(Handed(new_key(), person, new_key(), partner, world.staff[WALKER].id, "safeguarding", until, is_concern=True))
    return {"stepup": concern | restricted, "turn": {"by_id": None, **restricted}, "sharedpage": restricted, "ownnote": {"writer_id": partner}}


def is_theirs_in_a_hand_over(world: Any, actor: UUID, table: str, person: UUID) -> bool:
    """Whether a row of an exchange is open to the one who asks as the other side."""
    return table in IN_A_HAND_OVER and any(one.person == person and open_to(world.facts, one, actor, world.today) for one in world.facts.handed)
