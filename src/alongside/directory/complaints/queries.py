"""What is said to be wrong: of one entry, and of all that wait, as far as the one who asks may see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from ..twins.family import STAYS, of_it
from .models import Complaint

MOST_READ, MOST_SETTLED = 100, 5
"""Complaints that an entry's page reads, the open ones first; and settled ones that it shows, the newest."""
MOST_VOICES = 3
"""However often it is said: nobody makes an entry heavier by saying it a hundred times."""


@dataclass
class Said:
    """What is open of one entry, all of it together."""

    about: list[str] = field(default_factory=list)
    """Of what it is said, each once, in the order in which it came."""
    times: int = 0
    ours: int = 0
    """How many of these one of us said."""
    last: date | None = None
    words: str = ""
    """What was written last."""
    upto: UUID | None = None
    """The last that whoever looks at it sees: what comes meanwhile is not settled with it."""

    @property
    def voices(self) -> int:
        """How much it weighs: one of us as much as any number of visitors."""
        return MOST_VOICES if self.ours else min(self.times, MOST_VOICES)

    def hear(self, one: Complaint) -> None:
        """This one too; they come in the order in which they were said."""
        self.about += [] if one.about in self.about else [one.about]
        self.times += 1
        self.ours += one.by_id is not None
        self.last, self.upto, self.words = timezone.localdate(one.at), one.id, one.words or self.words


@dataclass
class OfAnEntry:
    """What stands on an entry's own page: what is open, each as it was said, and what was settled last."""

    said: Said = field(default_factory=Said)
    open: list[Complaint] = field(default_factory=list)
    settled: list[Complaint] = field(default_factory=list)


def still_open() -> QuerySet[Complaint]:
    """Complaints that nobody has gone through, in the order in which they came."""
    return Complaint.objects.filter(settled_at__isnull=True).order_by("id")


def said_by_entry() -> dict[UUID, Said]:
    """What is open, by the entry that stays; one question."""
    found: dict[UUID, Said] = {}
    for one in still_open().annotate(stays=STAYS):
        found.setdefault(one.stays, Said()).hear(one)
    return found


def of_an_entry(entry_id: UUID) -> OfAnEntry:
    """What is open and what was settled of it and of those put into it; one question."""
    open_first = F("settled_at").desc(nulls_first=True)
    rows = Complaint.objects.filter(of_it(entry_id)).select_related("by", "settled_by").order_by(open_first, "id")
    found = OfAnEntry()
    for one in rows[:MOST_READ]:
        if one.settled_at is None:
            found.open.append(one)
            found.said.hear(one)
        elif len(found.settled) < MOST_SETTLED:
            found.settled.append(one)
    return found
