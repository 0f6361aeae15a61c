"""What the directory has already that may do: looked for by what a group is called, near where it would be, on our own page and in no address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from alongside.directory.forms import USUAL_REACH
from alongside.directory.queries import find
from alongside.directory.showing import Result, results
from alongside.directory.wishing import Wish
from alongside.foundation.words import Vocabulary
from alongside.places.queries import place_called
from alongside.web.vocabulary import say

from .models import Group
from .words import ANYWHERE, FOUND_FIRST, FOUND_NOTHING

SHOWN = 6
"""Entries that are shown, and named beside the reason why none of them will do."""


@dataclass(frozen=True)
class LookedFor:
    """What was looked for, near where (empty: no place is known), and what was found first of how many."""

    words: str
    near: str
    found: Sequence[Result]
    many: int

    def as_kept(self, vocabulary: Vocabulary) -> str:
        """What the search found, to be kept with what somebody says of it."""
        near = self.near or say(ANYWHERE, vocabulary)
        names = "; ".join(one.entry.name for one in self.found)
        return say(FOUND_FIRST if names else FOUND_NOTHING, vocabulary, words=self.words, near=near, names=names)


def looked_for(group: Group, *, today: date) -> LookedFor:
    """Entries that may do, the best first, and not the group itself; at most nine queries, whatever there is."""
    near = group.postcode or (group.locality.name if group.locality else "")
    place = place_called(near) if near else None
    wish = Wish(words=group.name, today=today)
    if place:
        wish = replace(wish, latitude=place.latitude, longitude=place.longitude, reach=int(USUAL_REACH))
    others = [one for one in find(wish).near if one.offer.id != group.entry_id]
    return LookedFor(group.name, place.said if place else "", results(wish, others[:SHOWN]), len(others))
