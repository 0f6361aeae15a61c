"""Living what was with several people at once, or with nobody by name; and what a manager arranged for a colleague's people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.access.actions import arrange_cover
from alongside.foundation.actor import Actor
from alongside.journeys.actions import count_nameless, hand_over, write_together

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _together(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    only = {player.known(key).id: words for key, words in given["only"].items()}
    write_together(given["note"], only, on=given["on"], how=given["how"], by=by, at=at)


def _nameless(_player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    count_nameless(given["note"], on=given["on"], how=given["how"], how_many=given["many"], by=by, at=at)


def _cover(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    away, covering = player.town.actors[given["away"]], player.town.actors[given["covering"]]
    arrange_cover(away.id, covering.id, since=given["on"], last_day=given["last day"], everybody=True, by=by, at=at)


def _hand_over(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    giver, taker = player.town.actors[given["giver"]], player.town.actors[given["taker"]]
    people = [player.known(key).id for key in given["people"]]
    hand_over(giver.id, taker.id, since=given["since"], people=people, words=given["words"], by=by, at=at)


TOGETHER: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {
    "together": _together,
    "nameless": _nameless,
    "cover": _cover,
    "hand over": _hand_over,
}
"""Each verb and how it is played."""
