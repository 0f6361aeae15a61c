"""Asking about what is missing here: a few queries, however many wishes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, QuerySet, Sum
from django.utils import timezone

from alongside.directory.models import Gap
from alongside.groups.models import Group
from alongside.places.queries import DECIMALS

from .models import Barrier, BarrierStep, Bundle, Idea, Together
from .rules import Said, stands
from .trend import Trend, trend_of

ENOUGH_FOR_A_MAP = 2
"""Wishes that stand together before they are on a map: where one wish lies is nobody's business but the team's."""


@dataclass(frozen=True)
class Grown:
    """What is missing: its wishes, about where, since when and whether it grows; the group and the barriers that came of it."""

    bundle: Bundle
    wishes: Sequence[Gap]
    trend: Trend
    group: Group | None = None
    barriers: Sequence[Raised] = ()

    @property
    def would_come(self) -> int:
        """How many would come, by all of its wishes."""
        return sum(gap.how_many for gap in self.wishes)

    @property
    def near(self) -> list[str]:
        """The parts of town of which it was said."""
        return list(dict.fromkeys(gap.near for gap in self.wishes if gap.near))

    @property
    def place(self) -> tuple[float, float] | None:
        """The middle of its wishes, as rough as they are; of fewer than two with a place, none."""
        placed = [(gap.latitude, gap.longitude) for gap in self.wishes if gap.latitude is not None and gap.longitude is not None]
        if len(placed) < ENOUGH_FOR_A_MAP:
            return None
        return round(fmean(one for one, _ in placed), DECIMALS), round(fmean(one for _, one in placed), DECIMALS)


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


def standing() -> list[Together]:
    """Every wish that stands with others, as far as the one who asks may see; one query."""
    rows = Together.objects.filter(left_at__isnull=True, bundle__apart_at__isnull=True, gap__ended_at__isnull=True)
    return list(rows.select_related("gap").order_by("gap_id"))


def stands_in(rows: Iterable[Together]) -> dict[UUID, Bundle]:
    """What these stand in, each fetched once and not with every wish; one query."""
    return Bundle.objects.select_related("locality").in_bulk({one.bundle_id for one in rows})


def grown(bundles: Iterable[Bundle], rows: Iterable[Together], *, today: date) -> list[Grown]:
    """These, with those of `rows` that stand in them, and what came of them; two queries."""
    by_key = {bundle.id: bundle for bundle in bundles}
    wishes: dict[UUID, list[Gap]] = defaultdict(list)
    for one in rows:
        wishes[one.bundle_id].append(one.gap)
    groups = {one.bundle_id: one.group for one in Idea.objects.filter(bundle__in=by_key, taken_back_at__isnull=True).select_related("group")}
    barriers: dict[UUID, list[Raised]] = defaultdict(list)
    for raised in with_history(BarrierStep.objects.filter(barrier__bundle__in=by_key)):
        barriers[raised.barrier.bundle_id].append(raised)
    return [grown_to(bundle, wishes[key], groups.get(key), barriers[key], today=today) for key, bundle in by_key.items()]


def grown_to(bundle: Bundle, wishes: Sequence[Gap], group: Group | None, barriers: Sequence[Raised], *, today: date) -> Grown:
    """One of these, of rows that were found already."""
    return Grown(bundle, wishes, trend_of((_day(gap) for gap in wishes), today=today), group, barriers)


def grows_in(gaps: Iterable[UUID]) -> dict[UUID, Bundle]:
    """Of these wishes, with what each has grown together; one query."""
    return {one.gap_id: one.bundle for one in Together.objects.filter(gap__in=list(gaps), left_at__isnull=True).select_related("bundle")}


def _day(gap: Gap) -> date:
    return timezone.localdate(gap.at)


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


class Come(NamedTuple):
    """Of what is missing: how many wishes stand in it, and how many would come."""

    wishes: int
    would_come: int


def would_come() -> dict[UUID, Come]:
    """By what is missing, its wishes and how many would come; one query."""
    told = Together.objects.filter(left_at__isnull=True, gap__ended_at__isnull=True).values_list("bundle_id").order_by()
    return {key: Come(wishes, many) for key, wishes, many in told.annotate(wishes=Count("gap_id"), many=Sum("gap__how_many"))}


def all_raised(*, today: date) -> Trend:
    """Every wish that the one who asks may read, by month, whatever became of it."""
    since = today - timedelta(days=400)
    return trend_of((timezone.localdate(at) for at in Gap.objects.filter(at__date__gte=since).values_list("at", flat=True)), today=today)
