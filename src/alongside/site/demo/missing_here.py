"""What is missing in the town: wishes that somebody put together, and what stands in the way of one of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from alongside.directory.actions import keep_gap
from alongside.directory.gaps.said import Said as Wished
from alongside.foundation.actor import Actor
from alongside.gaps import actions
from alongside.gaps.models import Bundle
from alongside.gaps.rules import Said
from alongside.places.models import Locality
from alongside.places.queries import place_called
from alongside.trail.doing import acting

from .neighbourhood import locality_names
from .playing_wishes import said_near
from .reading import told
from .settling import Town


def something_is_missing(town: Town, now: datetime) -> None:
    """Wishes of some months, put together this week."""
    for one in told("missing")["missing"]:
        by = town.actors[one["by"]]
        with acting(by, purpose="demo", at=now):
            where = Locality.objects.get(name=locality_names()[one["locality"]])
            wishes = [keep_gap(_said(given), by=by, at=now - timedelta(days=given["ago"])) for given in one["wishes"]]
            bundle = actions.grow_together(wishes, name=one["name"], locality=where, by=by, at=now)
            if "barrier" in one:
                _stands_in_the_way(bundle, one["barrier"], by, now)


def _said(given: dict[str, Any]) -> Wished:
    return said_near(place_called(given["near"]), given["words"], given.get("days", ()), given.get("how_many", 1))


def _stands_in_the_way(bundle: Bundle, given: dict[str, Any], by: Actor, now: datetime) -> None:
    raised = now - timedelta(days=given["since"])
    barrier = actions.raise_barrier(bundle, given["kind"], given["words"], by=by, at=raised)
    by_when = timezone.localdate(now) + timedelta(days=given["in"])
    actions.say_of_barrier(barrier, Said("owned", timezone.localdate(now), owner=given["owner"], by_when=by_when), by=by, at=now)
