"""What a board asks about a group: questions for whoever knows it, and never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from .rules import BY_THEMSELVES, LED_BY_US, MARKS, STOPPED, Reached, due, stands_at

LONG_LED = 12
"""Weeks of leading after which we ask ourselves whether it is time; nothing happens by itself."""
SOON = 26
"""Weeks after members took it over within which an end makes us ask whether we left too soon, and for how many weeks we ask it."""
HELD_FIRST = ("keys", "money")
"""What somebody else should hold before we go."""


@dataclass(frozen=True)
class Asked:
    """A question about a group: `led by us` with weeks, `left too soon` with what nobody else holds, `stopped soon` with weeks, `still going` with months."""

    what: str
    number: int = 0
    things: tuple[str, ...] = ()


def questions(steps: Sequence[Reached], held: Mapping[str, str], last_by_members: date | None, *, today: date) -> list[Asked]:
    """What to ask about it today. `held`: by thing, which side holds it; `last_by_members`: the last day on which members led a session."""
    now = stands_at(steps)
    if now is None:
        return []
    if now.stage in LED_BY_US:
        weeks = weeks_led_by_us(steps, last_by_members, today=today)
        return [Asked("led by us", weeks)] if weeks >= LONG_LED else []
    if now.stage in BY_THEMSELVES:
        loose = tuple(thing for thing in HELD_FIRST if held.get(thing) not in ("member", "body"))
        months = due(steps, today=today)
        return [*([Asked("left too soon", things=loose)] if loose else []), *([Asked("still going", months)] if months else [])]
    within = stopped_within(steps, today=today)
    return [Asked("stopped soon", within)] if within else []


def stopped_within(steps: Sequence[Reached], *, today: date) -> int | None:
    """Within how many weeks of members taking it over it came to rest or to an end, where that was soon and not long ago."""
    now = stands_at(steps)
    # One of us who came back to lead had seen to it: what ends then was not left by itself.
    before = next((step for step in reversed(steps) if step.stage == "self-managing" or step.stage in LED_BY_US), None)
    if now is None or now.stage not in STOPPED or before is None or before.stage in LED_BY_US:
        return None
    days, since = (now.on - before.on).days, (today - now.on).days
    return max(1, -(-days // 7)) if max(days, since) <= 7 * SOON else None


def weeks_led_by_us(steps: Sequence[Reached], last_by_members: date | None, *, today: date) -> int:
    """Whole weeks since it came to be led by us, the last time it did, or since members last led a session of it, whichever came later."""
    stages = [step for step in steps if step.stage not in MARKS]
    led = list(takewhile(lambda step: step.stage in LED_BY_US, reversed(stages)))
    since = led[-1].on if led else today
    return (today - max(since, last_by_members or since)).days // 7
