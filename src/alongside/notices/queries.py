"""What waits, what became of it, and who carries it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet

from .models import Notice
from .rules import KEPT_FOR

WORKERS = 0x616C
"""The number under which every worker that lives holds a lock of the database's: it is free as soon as its connection is gone, whatever ended it."""


def notices_there() -> QuerySet[Notice]:
    """All that row security shows: a team's own."""
    return Notice.objects.select_related("by")


def next_due(ways: Iterable[str], at: datetime) -> Notice | None:
    """The one that has waited longest and that nobody else is taking this moment."""
    due = Notice.objects.select_for_update(skip_locked=True).filter(state="waiting", next_try_at__lte=at, way__in=list(ways))
    return due.order_by("next_try_at", "id").first()


def had_their_time(at: datetime) -> QuerySet[Notice]:
    """What was settled ninety days ago, or what nobody asked about for as long."""
    return Notice.objects.filter(Q(settled_at__lt=at - KEPT_FOR) | Q(state="may have gone", begun_at__lt=at - KEPT_FOR))


def living_workers() -> set[int]:
    """The numbers of all workers whose connection stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2 AND granted "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            [WORKERS],
        )
        return {number for (number,) in cursor.fetchall()}


def left_behind() -> list[Notice]:
    """What workers hold that live no more. Asked in this order, so that what is taken meanwhile is not among them."""
    held = list(Notice.objects.filter(state="handing over"))
    living = living_workers() if held else set()
    return [one for one in held if one.taker not in living]
