"""How much it matters to look at an entry again: answers first, then how many use it by how long nobody has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q

from alongside.connections.models import Connection
from alongside.directory.models import Entry, StillRight
from alongside.directory.queries import in_use
from alongside.directory.twins.family import STAYS

USED_SINCE = timedelta(days=365)
"""How far back a connection counts as using it."""
LONG = timedelta(days=180)
"""After which nobody is sure any more."""
NEVER = 24
"""Months that count where nobody has ever confirmed it."""
SHOWN = 50


@dataclass(frozen=True)
class Line:
    """An entry to look at, and why."""

    entry: Entry
    answer: StillRight | None = None
    used: int = 0
    months: int | None = None
    """Whole months since it was confirmed; None when it never was."""
    disagrees: bool = False

    @property
    def weight(self) -> tuple[int, int, str]:
        """The heaviest first; answers before all else, and of these those that say it is gone."""
        answered = {"gone": 3, "changed": 2}.get(self.answer.answer, 0) if self.answer else 1 if self.disagrees else 0
        return -answered, -self.used * (NEVER if self.months is None else self.months), self.entry.name


def to_check(*, today: date) -> list[Line]:
    """The fifty that matter most, as far as the one who asks may see who goes where; four questions."""
    answered = StillRight.objects.filter(answer__in=("changed", "gone"), settled_at__isnull=True).annotate(stays=STAYS).order_by("at")
    answers = {one.stays: one for one in answered}
    used: dict[UUID, int] = dict(
        Connection.objects.filter(entry__isnull=False, made_on__gte=today - USED_SINCE).values_list(STAYS).annotate(many=Count("person_id", distinct=True))
    )
    unsure = in_use().filter(Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=today - LONG), id__in=used)
    known = {entry.id: entry for entry in (*Entry.objects.filter(id__in=answers), *in_use().exclude(source_says={})[:SHOWN], *unsure)}
    lines = [Line(entry, answers.get(entry.id), used.get(entry.id, 0), _months(entry.confirmed_on, today), bool(entry.source_says)) for entry in known.values()]
    return sorted(lines, key=lambda line: line.weight)[:SHOWN]


def _months(day: date | None, today: date) -> int | None:
    return (today - day).days // 30 if day else None
