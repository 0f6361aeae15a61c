"""What came onto the noticeboard since a wish was kept and would suit it, by the same finding as any search; for a whole page of wishes at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from .. import finding
from ..closeness.encoder import Floats
from ..in_step import OFFER, encoder_here, fetch, shelf
from ..looking import look
from ..meanings import known_meanings
from ..models import Entry
from ..offers import Found, Offer, Weighed
from ..queries import in_use, reading_of, sought_of, vocabulary_of
from ..wishing import stems_to_count
from .models import Gap

MOST, TOLD = 500, 3
"""Entries, the newest first, that are weighed for a page of wishes; and those told of each."""


def new_that_suit(gaps: Sequence[Gap], today: date) -> dict[UUID, list[Weighed]]:
    """By wish, the best of what was added after it; at most four queries, however many wishes.

    Keys hold the order in which things were written down (foundation/keys.py), so what came later has the greater key, whatever day was said.
    """
    if not gaps:
        return {}
    newest = list(in_use().filter(id__gt=min(gap.id for gap in gaps)).order_by("-id").values_list("id", flat=True)[:MOST])
    return _suiting(gaps, newest, today) if newest else {}


def answers(entry: Entry, gaps: Sequence[Gap], today: date) -> list[Gap]:
    """The wishes that one entry would suit, whenever it was added."""
    found = _suiting(gaps, [entry.id], today, whenever=True) if gaps else {}
    return [gap for gap in gaps if found.get(gap.id)]


Suits = Callable[[Gap, set[UUID]], Found]
"""Finding for one wish, among these entries."""


def _suiting(gaps: Sequence[Gap], keys: Sequence[UUID], today: date, *, whenever: bool = False) -> dict[UUID, list[Weighed]]:
    suits = _by_meaning(keys, today) if encoder_here() else _by_words(gaps, keys, today)
    told = {}
    for gap in gaps:
        later = {key for key in keys if whenever or key > gap.id}
        found = suits(gap, later) if later else Found()
        if best := [*found.near, *(found.apart if gap.latitude is None else ())]:
            told[gap.id] = best[:TOLD]
    return told


def _by_words(gaps: Sequence[Gap], keys: Sequence[UUID], today: date) -> Suits:
    meanings = known_meanings()
    readings = {gap.id: reading_of(gap.wish(), meanings) for gap in gaps}
    vocabulary = vocabulary_of({stem for one in readings.values() for stem in stems_to_count((*one.topics, *one.unwanted), meanings)})
    offers = [Offer(*row) for row in Entry.objects.filter(id__in=keys).values_list(*OFFER)]

    def suits(gap: Gap, among: set[UUID]) -> Found:
        sought = sought_of(replace(gap.wish(), today=today), readings[gap.id], meanings, vocabulary)
        if not sought.terms and not sought.anything:
            return Found()
        return finding.find(sought, (offer for offer in offers if offer.id in among), meanings)

    return suits


def _by_meaning(keys: Sequence[UUID], today: date) -> Suits:
    meanings, encoder, on = known_meanings(), encoder_here(), shelf()
    offers, vectors = fetch(keys)

    def suits(gap: Gap, among: set[UUID]) -> Found:
        wish = replace(gap.wish(), today=today)

        def these(likely: Sequence[UUID]) -> tuple[list[Offer], dict[UUID, Floats]]:
            here = among & set(likely)
            return [offer for offer in offers if offer.id in here], {key: vectors[key] for key in here & set(vectors)}

        return look(wish, reading_of(wish, meanings), meanings, on, encoder, these)

    return suits
