"""What a board asks about a group: questions for whoever knows it, and never a score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .rules import AFTER_MONTHS, BY_THEMSELVES, LED_BY_US, Reached, months_after, stands_at, taken_over_on

LONG_LED = 12
"""Weeks of leading after which we ask ourselves whether it is time; nothing happens by itself."""
HELD_FIRST = ("keys", "money")
"""What somebody else should hold before we go."""


@dataclass(frozen=True)
class Asked:
    """A question about a group: `led by us` with weeks, `left too soon` with what nobody else holds, `still going` with months."""

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
        return [*([Asked("left too soon", things=loose)] if loose else []), *_due(steps, today)]
    return []


def weeks_led_by_us(steps: Sequence[Reached], last_by_members: date | None, *, today: date) -> int:
    """Whole weeks since it started, or since members last led a session of it, whichever came later."""
    started = next((step.on for step in steps if step.stage == "started"), today)
    return (today - max(started, last_by_members or started)).days // 7


def _due(steps: Sequence[Reached], today: date) -> list[Asked]:
    since, asked = taken_over_on(steps), {step.stage for step in steps if step.stage in AFTER_MONTHS}
    if since is None:
        return []
    said_since = {step.stage for step in steps if step.on >= since} & asked
    due = [months for stage, months in AFTER_MONTHS.items() if stage not in said_since and months_after(since, months) <= today]
    return [Asked("still going", due[-1])] if due and "twelve months" not in said_since else []
