"""The same counts as some figures by a plain query of the ORM, as a peer to hold the figures' pages and their counting against."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any


def seconds(do: Callable[[], Any]) -> float:
    """How long it takes, on the clock."""
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def by_the_orm(visitor: Any, rounds: int, period: str) -> dict[str, dict[str, float]]:
    """The same counts by a plain query of the ORM as the owner, whom no row security stops: seconds, ours, and ours as a share."""
    from django.db.models import Count
    from django.utils import timezone

    from alongside.connections.models import Connection
    from alongside.evidence.periods import named
    from alongside.introductions.models import Introduction
    from alongside.journeys.models import Note

    over = named(period, on=timezone.localdate())
    days = {"since": over.since, "until": over.until}
    plain = {
        "introductions": lambda: list(
            Introduction.objects.using("owner").filter(on__gte=days["since"], on__lt=days["until"]).values_list("source").annotate(n=Count("id"))
        ),
        "connections": lambda: list(
            Connection.objects.using("owner").filter(made_on__gte=days["since"], made_on__lt=days["until"]).values_list("kind").annotate(n=Count("id"))
        ),
        "met": lambda: list(
            Note.objects.using("owner").filter(on__gte=days["since"], on__lt=days["until"]).exclude(how="no answer").values_list("how").annotate(n=Count("id"))
        ),
    }
    found = {}
    for key, ask in plain.items():
        orm = median(seconds(ask) for _ in range(rounds))
        page = median(seconds(lambda key=key: visitor.get(f"/figures/{key}/?period={period}")) for _ in range(rounds))
        counting = median(_counted_alone(key, over) for _ in range(rounds))
        found[key] = {"orm s": orm, "page s": page, "counted s": counting, "counted / orm": counting / orm, "page / orm": page / orm}
    return found


def _counted_alone(key: str, over: Any) -> float:
    """Seconds of the count itself, of an extract that is open."""
    from alongside.evidence.counting import opened
    from alongside.evidence.figures import every_figure
    from alongside.evidence.models import Extract
    from alongside.evidence.periods import window

    extract = Extract.objects.using("owner").get(payload__isnull=False)
    with opened(bytes(extract.payload or b"")) as counting:
        return seconds(lambda: counting.counts(every_figure()[key].expression, window(over, extracted_on=extract.made_on)))
