"""Living a meeting: called, its list sent out, held and closed, told back and answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from alongside.access.actions import put_on_list
from alongside.foundation.actor import Actor
from alongside.meetings import actions
from alongside.meetings.actions import Told
from alongside.meetings.actions.lists import Proposed
from alongside.meetings.actions.series import Called, Sitting
from alongside.meetings.models import Listed, Meeting, Seat, Series
from alongside.meetings.queries import what_i_took_on
from alongside.places.models import Locality

from .neighbourhood import locality_names
from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _series(player: Player) -> Series:
    return Series.objects.get(id=player.made["", "meeting", "series"])


def _called(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given = deed.given
    where = Locality.objects.get(name=locality_names()[given["locality"]])
    plain = {name: given[name] for name in ("name", "starts_on", "minutes", "place", "chair", "may_tell")}
    made = actions.call_series(Called(**plain, starts_at=time.fromisoformat(given["starts_at"]), locality_id=where.id), by=by, at=at)
    player.made["", "meeting", "series"] = made.id
    for one in given["seats"]:
        staff = player.town.actors[one["staff"]].id if "staff" in one else None
        seat = actions.give_seat(made, Sitting(one["name"], one["profession"], one["organisation"], one.get("email", ""), staff), by=by, at=at)
        player.made["", "seat", one["key"]] = seat.id


def _list(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """Those who agreed are put on it the first time; whoever has something open is carried by itself the second. It goes out."""
    given, series = deed.given, _series(player)
    if given["first"]:
        for one in given["people"]:
            put_on_list(
                player.known(one["key"]), series, given["on"], Told(one["extract"], one["asks"], one["agreed"], matters=one.get("matters", "")), by=by, at=at
            )
    actions.send_list(series, given["on"], by=by, at=at)


def _listed(player: Player, on: date) -> dict[str, Listed]:
    rows = Listed.objects.filter(meeting__series=_series(player), meeting__on=on).select_related("meeting__series")
    return {str(row.person_id): row for row in rows}


def _held(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    on, rows = deed.given["last"], _listed(player, deed.given["last"])
    for one in deed.given["people"]:
        row = rows[str(player.known(one["key"]).id)]
        actions.keep_notes(row, {name: one[name] for name in ("situation", "update")}, {}, by=by, at=at)
        for step in one["steps"]:
            seat = Seat.objects.get(id=player.made["", "seat", step["seat"]])
            made = actions.agree(row, step["words"], seat=seat, by_when=on + timedelta(days=step["days"]), by=by, at=at)
            player.made["", "agreed", step["words"]] = made.id
    meeting = Meeting.objects.select_related("series").get(series=_series(player), on=on)
    there = [Seat.objects.get(id=player.made["", "seat", key]) for key in ("gp", "nurse", "housing")]
    actions.mark_present(meeting, there, by=by, at=at)
    actions.close(meeting, by=by, at=at)


def _told(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """Whoever is told; and what the nurse said on the telephone of what she took on."""
    rows = _listed(player, deed.given["last"])
    for one in deed.given["people"]:
        row = rows[str(player.known(one["key"]).id)]
        if "told" in one:
            actions.tell_back(row, one["told"], how=one["how"], on=deed.on, by=by, at=at)
        for step in one["steps"]:
            if step.get("answered") == "done":
                actions.answer_for(row.agreed.get(words=step["words"]), "done", by=by, at=at)


def _answered(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    said = {step["words"]: step for one in deed.given["people"] for step in one["steps"] if step.get("because")}
    for one in what_i_took_on():
        if one.words in said:
            actions.answer(one.id, said[one.words]["answered"], because_of=said[one.words]["because"], by=by, at=at)


def _proposed(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    given, seat = deed.given, Seat.objects.get(id=player.made["", "seat", "gp"])
    actions.propose(_series(player), given["on"], Proposed(given["who"], given["why"], given["asks"], given["knows"]), seat=seat, by=by, at=at)


MEETINGS: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {
    "meeting called": _called,
    "meeting list": _list,
    "meeting held": _held,
    "meeting told": _told,
    "meeting answered": _answered,
    "meeting proposed": _proposed,
}
"""Each verb and how it is played."""
