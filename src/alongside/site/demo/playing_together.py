"""Living what was with several people at once, or with nobody by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.foundation.actor import Actor
from alongside.journeys.actions import count_nameless, write_together

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


TOGETHER: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"together": _together, "nameless": _nameless}
"""Each verb and how it is played."""
