"""How a group goes, from its sessions and from who holds what: the same figures wherever they stand (going_well.py defines them)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from . import going_well
from .across_ages import together
from .going_well import Was
from .models import Gathering, Group, Held


def sessions_of(group: Group) -> list[Gathering]:
    """Its sessions that stand, the newest first."""
    return list(Gathering.objects.filter(group=group, taken_back_at__isnull=True).order_by("-on").select_related("by", "seen_by"))


def held_sessions(sessions: Iterable[Gathering]) -> list[Was]:
    """Those at which it met, as the definitions take them."""
    return [Was(one.on, one.led_by, one.came, one.new, one.helpers, one.under_25, one.over_60) for one in sessions if one.met]


def last_by_members(was: Iterable[Was]) -> date | None:
    """The last day on which members led."""
    return max((one.on for one in was if one.led_by in ("members", "both")), default=None)


def how_it_goes(was: Sequence[Was], held: Mapping[str, Held], today: date) -> dict[str, Any]:
    """The figures of a group that has met, each from its own definition; nothing of one that has not."""
    names = {thing: one.who for thing, one in held.items() if one.side != "body"}
    return {
        "sessions": len(was),
        "weeks": going_well.weeks_since_we_led(was, today=today),
        "by_members": going_well.led_by_members(was),
        "welcomed": going_well.welcomed(was) if any(one.new is not None for one in was) else None,
        "helped": going_well.helped(was),
        "without_us": going_well.falls_over_without_us(was),
        "carries": going_well.carries_much(names),
        "together": len(together(was)),
    }
