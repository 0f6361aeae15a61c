"""Living what is said of groups: the wish, the stages, a taster day, who holds what, each session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.foundation.actor import Actor
from alongside.groups import actions
from alongside.groups.actions.gatherings import SessionSaid
from alongside.groups.actions.life import Described
from alongside.groups.actions.sharing import Holder
from alongside.groups.actions.tasters import Planned, Went
from alongside.groups.models import Group
from alongside.groups.words import THINGS
from alongside.places.models import Locality

from .neighbourhood import locality_names
from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _group(player: Player, deed: Deed) -> Group:
    return Group.objects.select_related("entry").get(id=player.made["", "group", deed.given["group"]])


def _heard(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    locality = Locality.objects.get(name=locality_names()[given["locality"]])
    made = actions.hear(Described(**given["described"], locality_id=locality.id), given["words"], on=given["on"], many=given["many"], by=by, at=at)
    player.made["", "group", given["group"]] = made.id


def _stage(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    actions.step(_group(player, deed), deed.given["stage"], deed.given["words"], on=deed.given["on"], by=by, at=at)


def _taster(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    planned = Planned(given["on"], given["place"], given["times"], tuple(given["told"]), given.get("bring", ""))
    made = actions.plan_taster(_group(player, deed), planned, by=by, at=at)
    actions.say_how_taster_went(made, Went(given["came"], given["more"], given["words"], given["cost_pence"]), by=by, at=at)


def _holders(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    held = {}
    for thing in THINGS:
        side, _space, who = deed.given[thing.stored].partition(" ")
        held[thing.stored] = Holder(side, who)
    actions.hand_on(_group(player, deed), held, on=deed.given["on"], by=by, at=at)


def _session(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    said = SessionSaid(**{name: deed.given[name] for name in ("on", "led_by", "came", "new", "helpers", "under_25", "over_60") if name in deed.given})
    actions.keep_session(_group(player, deed), said, told_us="call" if said.led_by == "members" else "there", by=by, at=at)


GROUPS: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {
    "group heard": _heard,
    "group stage": _stage,
    "group taster": _taster,
    "group holders": _holders,
    "group session": _session,
}
"""Each verb and how it is played."""
