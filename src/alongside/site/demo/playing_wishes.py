"""Living what nothing suited: a wish that is kept near where somebody lives, and what there is now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from alongside.connections.actions.gaps import keep_gap_for
from alongside.directory.actions import answer_gap
from alongside.directory.gaps.said import Said, said_of
from alongside.directory.models import Entry, Gap
from alongside.directory.wishing import Wish
from alongside.foundation.actor import Actor
from alongside.people.models import Whereabouts
from alongside.places.queries import Place, place_called

from .plan import Deed

if TYPE_CHECKING:
    from .playing import Player

_REACH = 3000
"""Metres that somebody of the demo can go."""


def _wish(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    person, given = player.of(deed), deed.given
    place = place_called(Whereabouts.objects.get(person=person).postcode)
    said = said_near(place, given["wish"], given.get("days", ()), given.get("how many", 1))
    keep_gap_for(person, said, on_their_page=given.get("on their page", False), by=by, at=at)


def said_near(place: Place | None, words: str, days: Iterable[int], how_many: int) -> Said:
    """A wish near some place, as it is kept."""
    wish = Wish(words, days=frozenset(days))
    if place:
        wish = replace(wish, latitude=place.latitude, longitude=place.longitude, reach=_REACH)
    return said_of(wish, place, how_many)


def _there_is_now(player: Player, deed: Deed, by: Actor, at: datetime) -> None:
    gap = Gap.objects.filter(of__person=player.of(deed), entry__isnull=True).earliest("id")
    answer_gap(gap, Entry.objects.get(id=player.town.entries[deed.given["there is now"]][0]), by=by, at=at)


WISHES: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {"wish": _wish, "there is now": _there_is_now}
"""Each verb and how it is played."""
