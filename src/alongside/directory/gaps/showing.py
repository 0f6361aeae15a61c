"""Kept wishes as a list shows them, each with what came meanwhile that would suit it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.places.distance import metres_between

from ..languages import BY_CODE
from ..models import Entry
from ..offers import Weighed
from ..reasons import access_said, days_said, distance_said
from .models import Gap
from .suiting import answers, new_that_suit

STATES = {
    "open": Q(answered_at__isnull=True, ended_at__isnull=True),
    "answered": Q(answered_at__isnull=False, ended_at__isnull=True),
    "ended": Q(ended_at__isnull=False),
}
WEIGHED = 40
"""Open wishes, the newest, that one entry is weighed for."""


@dataclass
class Line:
    """One wish, what came since it was kept, whose it is where whoever asks may know, and with what it has grown together."""

    gap: Gap
    suits: Sequence[Weighed] = ()
    of: object = None
    grows_in: object = None

    @property
    def needs(self) -> list[str]:
        """When and with what, in words."""
        said = [days_said(self.gap.days)] if self.gap.days else []
        spoken = [BY_CODE[self.gap.spoken].name] if self.gap.spoken in BY_CODE else []
        return [*said, *(access_said(feature) for feature in self.gap.access), *spoken]

    @property
    def far(self) -> str:
        """How far they can go."""
        return distance_said(self.gap.reach) if self.gap.reach else ""


@dataclass(frozen=True)
class Shown:
    """A page of wishes, the key before which the next page begins, and how many there are of each state."""

    lines: list[Line]
    older: str = ""
    counts: dict[str, int] = field(default_factory=dict)


def gaps_in(state: str) -> QuerySet[Gap]:
    """Wishes in this state that the one who asks may see, the newest first."""
    return Gap.objects.filter(STATES[state]).order_by("-id")


def shown(state: str, *, before: UUID | None, many: int, today: date) -> Shown:
    """A page of them; at most five queries."""
    rows = gaps_in(state).select_related("entry", "by")
    found = list((rows.filter(id__lt=before) if before else rows)[: many + 1])
    lines = [Line(gap) for gap in found[:many]]
    if state == "open":
        suits = new_that_suit([line.gap for line in lines], today)
        for line in lines:
            line.suits = suits.get(line.gap.id, ())
    counts = Gap.objects.aggregate(**{name: Count("id", filter=asked) for name, asked in STATES.items()})
    return Shown(lines, str(found[many - 1].id) if len(found) > many else "", counts)


def it_may_answer(entry: Entry, today: date) -> list[Gap]:
    """Of the newest open wishes, those kept before this entry came, in whose reach it is, and that it would suit."""
    before = gaps_in("open").filter(id__lt=entry.id)[:WEIGHED]
    return answers(entry, [gap for gap in before if _in_reach(gap, entry)], today)


def _in_reach(gap: Gap, entry: Entry) -> bool:
    if gap.latitude is None or gap.longitude is None or entry.latitude is None or entry.longitude is None or gap.reach is None:
        return True
    return metres_between(gap.latitude, gap.longitude, entry.latitude, entry.longitude) <= gap.reach
