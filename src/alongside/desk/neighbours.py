"""Neighbours who would like to be asked: matched to a wish as the directory is, among those whom the one who asks may see, and never public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.directory import finding, queries, reasons
from alongside.directory.meanings import known_meanings
from alongside.directory.offers import Offer
from alongside.directory.wishing import Wish
from alongside.journeys.models import Level
from alongside.people.models import LikesToBeAsked, LocationProtection, Whereabouts

GONE = ("moved on", "died")
"""Levels of those who can be asked for nothing here."""

SHOWN = 4
"""How many are shown: each of them is somebody to be asked, not an offer to be leafed through."""


@dataclass(frozen=True)
class Neighbour:
    """Somebody who would like to be asked for this, why it fits, and how far they are."""

    asked: LikesToBeAsked
    fits: list[str]
    in_the_way: list[str]


def neighbours(person_id: UUID, wish: Wish, today: date) -> list[Neighbour]:
    """Those in sight who would like to be asked for what was wished, the best first; at most five queries.

    Whoever's whereabouts are protected is not among them: who is offered near whom would tell where they are.
    """
    asked = {row.id: row for row in _would_like(person_id, today)}
    meanings = known_meanings()
    sought = queries.sought_by(wish, queries.reading_of(wish, meanings), meanings) if asked else None
    if sought is None or not sought.terms:
        return []
    homes = {home.person_id: home for home in Whereabouts.objects.filter(person_id__in={row.person_id for row in asked.values()})}
    offers = [
        Offer(row.id, row.words, "group", latitude=home.latitude if home else None, longitude=home.longitude if home else None)
        for row in asked.values()
        for home in [homes.get(row.person_id)]
    ]
    found = finding.find(sought, offers, meanings)
    best: dict[UUID, Neighbour] = {}
    for one in [*found.near, *found.apart]:
        row = asked[one.offer.id]
        near = [reasons.how_far(one.metres)] if one.metres is not None else []
        is_near = one.metres is not None and one.metres <= reasons.A_WALK
        # Somebody who would like to be asked for two things that fit is asked once.
        best.setdefault(row.person_id, Neighbour(row, reasons.mentions(one) + (near if is_near else []), [] if is_near else near))
    return list(best.values())[:SHOWN]


def _would_like(person_id: UUID, today: date) -> list[LikesToBeAsked]:
    holds = Q(until__isnull=True) | Q(until__gt=today)
    protected = LocationProtection.objects.filter(holds).values("person_id")
    gone = Level.objects.filter(until__isnull=True, level__in=GONE).values("person_id")
    rows = LikesToBeAsked.objects.filter(holds).exclude(person_id=person_id).exclude(person_id__in=protected).exclude(person_id__in=gone)
    return list(rows.select_related("person").order_by("at", "id"))
