"""Living what a team's manager sets up, and what a visit took where the team asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.words import Vocabulary
from alongside.introductions.actions import add_to_list
from alongside.journeys.actions import say_what_it_took
from alongside.journeys.rules import Took
from alongside.teams.actions import choose_how_we_work
from alongside.teams.models import Team
from alongside.teams.rules import ASKED_OF_A_VISIT

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player

_SPEAKS = {"quay": Vocabulary.LOCAL_AREA_COORDINATION, "hill": Vocabulary.SOCIAL_PRESCRIBING}


def team_of(deed: Deed, by: Actor) -> Team:
    """The team of that name among those that the manager answers for."""
    return Team.objects.get(id__in=[seat.team_id for seat in by.seats], vocabulary=_SPEAKS[deed.given["team"]])


def _words(_player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    team = team_of(deed, by)
    for words, area in deed.given["words"]:
        add_to_list(team.id, words, area=area, by=by, at=at)


def _asks(_player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    team = team_of(deed, by)
    choose_how_we_work(team, quiet_after_days=team.quiet_after_days, left_out=team.left_out, asks=tuple(ASKED_OF_A_VISIT), by=by, at=at)


def took_time(visit: UUID, given: dict[str, Any], by: Actor, at: datetime) -> None:
    """Minutes and miles of a visit, where they were said."""
    if "took" in given:
        minutes, tenths = given["took"]
        say_what_it_took(visit, Took(minutes=minutes, miles=None if tenths is None else Decimal(tenths) / 10), on=given["on"], by=by, at=at)


TEAMS: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"team word": _words, "team asks": _asks}
"""Each verb and how it is played."""
