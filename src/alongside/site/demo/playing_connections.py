"""Living what somebody is connected to, and how far each connection gets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.connections.actions import climb, connect
from alongside.connections.rules import kind_of
from alongside.foundation.actor import Actor

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _connect(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    entry_id, name, kind = player.town.entries[given["connect"]]
    made = connect(player.of(deed), name, kind=kind_of(kind), entry_id=entry_id, why=given["why"], on=given["on"], by=by, at=at)
    player.connections[deed.person, given.get("as", given["connect"])] = made


def _connect_to(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    made = connect(player.of(deed), given["connect to"], kind=given["kind"], why=given["why"], on=given["on"], by=by, at=at)
    player.connections[deed.person, given["as"]] = made


def _climb(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    rung = deed.given
    climb(
        player.connections[deed.person, rung["climb"]],
        rung["rung"],
        on=rung["on"],
        words=rung.get("words", ""),
        because=rung.get("because", ""),
        by=by,
        at=at,
    )


CONNECTING: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"connect": _connect, "connect to": _connect_to, "climb": _climb}
"""Each verb and how it is played."""
