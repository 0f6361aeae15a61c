"""Asking what came of wishes, with what each stands, and what stands in the way; how many there are is counted in grown.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from .models import Barrier, BarrierStep, Bundle, Together
from .rules import Said, stands


@dataclass(frozen=True)
class Raised:
    """A barrier, how it stands, and everything that was said of it."""

    barrier: Barrier
    now: Said | None
    history: Sequence[BarrierStep] = field(default=())

    @property
    def last(self) -> BarrierStep | None:
        """What can be taken back."""
        return next((one for one in reversed(self.history) if one.taken_back_at is None), None)


def bundles_there() -> QuerySet[Bundle]:
    """What is missing, as far as the one who asks may see, the newest first."""
    return Bundle.objects.select_related("locality").order_by("-id")


def grows_in(gaps: Iterable[UUID]) -> dict[UUID, Bundle]:
    """Of these wishes, with what each has grown together; one query."""
    return {one.gap_id: one.bundle for one in Together.objects.filter(gap__in=list(gaps), left_at__isnull=True).select_related("bundle")}


def with_history(steps: QuerySet[BarrierStep]) -> list[Raised]:
    """The barriers of which this was said, each with all of it; one query."""
    history: dict[UUID, list[BarrierStep]] = defaultdict(list)
    barriers: dict[UUID, Barrier] = {}
    for step in steps.select_related("by", "taken_back_by", "barrier__bundle__locality").order_by("barrier", "number"):
        history[step.barrier_id].append(step)
        barriers[step.barrier_id] = step.barrier
    return [Raised(one, stands([step.said for step in history[key] if step.taken_back_at is None]), history[key]) for key, one in barriers.items()]


@dataclass(frozen=True)
class News:
    """Something that came of a wish, that whoever wished is told (words.NEWS), in words that name it."""

    kind: str
    said: str
    on: date


def news_of(gap_id: UUID) -> list[News]:
    """What came of a wish with others, as far as the one who asks may see, in the order of days; one query (sql/news.sql)."""
    with connection.cursor() as cursor:
        cursor.execute('SELECT kind, said, "on" FROM gap_news(%s) ORDER BY "on", key', [gap_id])
        return [News(*row) for row in cursor.fetchall()]
