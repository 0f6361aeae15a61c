"""How a group is going: each figure defined once, as a plain function of its sessions and of who holds what. For asking by, not for ranking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LAST_SESSIONS = 6
"""How many of the latest sessions one person must have led, all of them, before we ask who it would fall over without."""
MANY_THINGS = 2
"""Somebody who holds more of the five things than this carries much of the group."""


@dataclass(frozen=True)
class Was:
    """A session that was held: its day, who led it (`us`, `members`, `both`, or nobody said), and heads where they were told."""

    on: date
    led_by: str = ""
    came: int | None = None
    new: int | None = None
    helpers: int | None = None
    under_25: int | None = None
    over_60: int | None = None


@dataclass(frozen=True)
class Share:
    """So many of so many; of none there is no share."""

    some: int
    all: int

    @property
    def per_cent(self) -> int | None:
        """Whole per cent, a half rounded up; None of none."""
        return (200 * self.some + self.all) // (2 * self.all) if self.all else None


def weeks_since_we_led(sessions: Iterable[Was], *, today: date) -> int | None:
    """Whole weeks since the last session that one of us led, alone or with members; None where none is known."""
    days = [one.on for one in sessions if one.led_by in ("us", "both")]
    return (today - max(days)).days // 7 if days else None


def led_by_members(sessions: Iterable[Was]) -> Share:
    """Sessions that members led, alone or with one of us, of all of which somebody said who led them."""
    said = [one.led_by for one in sessions if one.led_by]
    return Share(sum(led != "us" for led in said), len(said))


def welcomed(sessions: Iterable[Was]) -> int:
    """Heads who came for the first time, over all sessions that tell it."""
    return sum(one.new or 0 for one in sessions)


def helped(sessions: Iterable[Was]) -> Share:
    """Heads who helped to run it, of heads who came, over the sessions that tell both; somebody who came twice counts twice."""
    both = [(one.helpers, one.came) for one in sessions if one.helpers is not None and one.came is not None]
    return Share(sum(helpers for helpers, _came in both), sum(came for _helpers, came in both))


def falls_over_without_us(sessions: Sequence[Was]) -> bool:
    """Whether one of us led every one of the latest sessions alone; False where fewer are known."""
    last = sorted(sessions, key=lambda one: one.on)[-LAST_SESSIONS:]
    return len(last) == LAST_SESSIONS and all(one.led_by == "us" for one in last)


def carries_much(held: Mapping[str, str]) -> list[str]:
    """Those who hold more than two of the five things, by name; `held` says of each thing who holds it, and of what nobody named it is not asked."""
    many = Counter(" ".join(name.split()).casefold() for name in held.values() if name.strip())
    spelt = {" ".join(name.split()).casefold(): name.strip() for name in held.values()}
    return sorted(spelt[key] for key, count in many.items() if count > MANY_THINGS)
