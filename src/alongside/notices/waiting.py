"""What of the outbox is for our own hands: what no machine carries here, what did not go, and what nobody can know."""

from __future__ import annotations

from django.db.models import Q

from .models import Notice
from .out import ways_by_machine


def how_many_need_us() -> int:
    """Of what the one who asks may see."""
    by_hand = Q(state="waiting") & ~Q(way__in=ways_by_machine())
    return Notice.objects.filter(Q(state__in=["may have gone", "not gone"]) | by_hand).count()
