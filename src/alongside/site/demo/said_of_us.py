"""What people and partners say of the town's teams: asked by a link and a sheet, answered without names."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from alongside.feedback import actions
from alongside.feedback.actions import Whom
from alongside.feedback.permissions import team_that_asks
from alongside.feedback.rules import SIX_WEEKS, Said
from alongside.places.models import Locality
from alongside.trail.doing import acting

from .neighbourhood import locality_names
from .reading import told
from .settling import Town


def something_is_said_of_us(town: Town, now: datetime) -> None:
    """Four times somebody asked, and what came back in the weeks after."""
    for one in told("said_of_us")["asked"]:
        by, since = town.actors[one["by"]], now - timedelta(days=one["ago"])
        with acting(by, purpose="demo", at=now):
            where = Locality.objects.get(name=locality_names()[one["locality"]]).id if "locality" in one else None
            asked = actions.ask(team_that_asks(by), Whom(one["of"], one["how_many"], (since + SIX_WEEKS).date(), where), by=by, at=since)
            for place, said in enumerate(_sheets(one)):
                actions.type_in(asked, ("paper", "paper", "aloud", "screen")[place % 4], said, by=by, at=since + timedelta(days=1 + place % 40))


def _sheets(one: dict[str, Any]) -> list[Said]:
    chosen = [Said(given) for times, given in one["sheets"] for _ in range(times)]
    for place, words in enumerate(one.get("words", ())):
        chosen[place] = Said(chosen[place].chosen, words)
    return chosen + [Said(would_rather_not=True)] * one.get("no", 0)
