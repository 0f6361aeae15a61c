"""Which entries say otherwise than their source, of which source, and what was settled lately."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from ..models import Entry, Source
from ..queries import in_use
from .models import Settled

LATELY = timedelta(days=30)
DEGREES = ("latitude", "longitude")
PLACE = "latitude"
"""The field by which both degrees are settled as one."""


@dataclass(frozen=True)
class Disagreement:
    """One field of an entry: what we say, since when, and what its source says."""

    field: str
    ours: Any
    theirs: Any
    since: str

    @property
    def on(self) -> date | None:
        """The day on which it was put right."""
        return date.fromisoformat(self.since) if self.since else None

    @property
    def seen(self) -> str:
        """What somebody who settles it has seen: so that nothing else is taken than what stood there."""
        return hashlib.blake2b(json.dumps(self.theirs, sort_keys=True).encode(), digest_size=8).hexdigest()


def disagreements_of(entry: Entry) -> list[Disagreement]:
    """Field by field. Where its postcode is another anyway, its place on the map follows from that."""
    said, since = entry.source_says, entry.put_right
    found = [Disagreement(name, getattr(entry, name), theirs, since.get(name, "")) for name, theirs in said.items() if name not in DEGREES]
    if set(said) & set(DEGREES) and "postcode" not in said:
        ours = [getattr(entry, name) for name in DEGREES]
        found.append(Disagreement(PLACE, ours, [said.get(name, getattr(entry, name)) for name in DEGREES], since.get(PLACE, "")))
    return found


def disagreeing(source_id: UUID | None = None) -> QuerySet[Entry]:
    """Entries in use of which the source says otherwise than one of us."""
    found = in_use().exclude(source_says={}).select_related("source").order_by("name", "id")
    return found.filter(source=source_id) if source_id else found


def sources_that_disagree() -> QuerySet[Source]:
    """Sources that say otherwise of anything, each with of how many entries (`many`)."""
    open_now = Q(entries__withdrawn_on__isnull=True, entries__same_as__isnull=True) & ~Q(entries__source_says={})
    return Source.objects.filter(open_now).annotate(many=Count("entries")).order_by("name")


def settled_lately(now: datetime, most: int = 20) -> QuerySet[Settled]:
    """The newest that can be taken back."""
    return Settled.objects.filter(undone_at__isnull=True, at__gte=now - LATELY).select_related("entry__source", "by").order_by("-at", "id")[:most]
