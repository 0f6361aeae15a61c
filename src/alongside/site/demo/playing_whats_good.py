"""Living what is done with the directory: an entry confirmed, what it is really like, when it meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from alongside.directory.actions import SessionTold, add_session, confirm, say_what_it_is_like
from alongside.directory.meeting import rule_of
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player


def _entry(player: Player, deed: Deed) -> Entry:
    return Entry.objects.get(id=player.town.entries[deed.given["entry"]][0])


def _confirm(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    confirm(player.town.entries[deed.given["entry"]][0], how=deed.given["how"], on=deed.given["on"], by=by, at=at)


def _like(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    say_what_it_is_like(_entry(player, deed), deed.given["words"], private=deed.given["private"], by=by, at=at)


def _meets(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    """On the first of its days from then on: `weekly 14:00 16:00`, `monthly first 19:00 21:00`, `weekly 15:30 17:00 in terms`."""
    entry = _entry(player, deed)
    meets, in_terms, _nothing = deed.given["meets"].partition(" in terms")
    how, *which, since, until = meets.split()
    first = next(day for day in (deed.given["on"] + timedelta(days=days) for days in range(7)) if day.isoweekday() in entry.days)
    told = SessionTold(first, rule_of(how, first, " ".join(which)), time.fromisoformat(since), time.fromisoformat(until), term_time=bool(in_terms))
    add_session(entry, told, by=by, at=at)


WHATS_GOOD: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"confirm": _confirm, "like": _like, "meets": _meets}
"""Each verb and how it is played."""
