"""Somebody who was handed over once, for the small world."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from alongside.journeys.models import Alongside, HandOver
from tests import building
from tests.access import policy

from .planting import Garden


def hand_over(garden: Garden, person: UUID, giver: Any, taker: Any) -> tuple[HandOver, policy.Walk]:
    """The walk that ended, and the hand-over with a word to whoever goes on; gives it, and the walk as the reference knows it."""
    long_ago = garden.today - timedelta(days=30)
    walk = Alongside.objects.using("owner").create(person_id=person, coordinator=giver, since=long_ago, until=long_ago, by=giver, at=building.now())
    made = HandOver.objects.using("owner").create(giver=giver, taker=taker, since=long_ago, by=giver, at=building.now())
    garden.another("handedover", person, hand_over_id=made.id, ended_id=walk.id, began_id=None)
    return made, policy.Walk(person, giver.id, long_ago, long_ago)
