"""What holds of a barrier, whatever the order in which it is told. No database and no clock: days are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Word

from . import words

FIRST = "raised"
FOLLOWS = {
    "": ("raised",),
    "raised": ("owned", "cleared", "cannot"),
    "owned": ("owned", "cleared", "cannot"),
    "cleared": ("raised",),
    "cannot": ("raised", "owned"),
}
"""What may be said next. Somebody else may take it over, and what came back is raised again."""


@dataclass(frozen=True)
class Said:
    """What is said of a barrier: its state since a day, in words, with its owner and their day where it has one."""

    state: str
    on: date
    words: str = ""
    owner: str = ""
    by_when: date | None = None


def stands(said: Sequence[Said]) -> Said | None:
    """How it stands: what was said last. `said` are those not taken back, in their order."""
    return said[-1] if said else None


def may_follow(said: Sequence[Said]) -> tuple[str, ...]:
    """What could be said next."""
    now = stands(said)
    return FOLLOWS[now.state if now else ""]


def a_step(said: Sequence[Said], then: Said, *, today: date) -> None:
    """Refuses what does not follow, or does not say enough for somebody to be told."""
    now = stands(said)
    if then.state not in FOLLOWS[now.state if now else ""]:
        raise Refused(words.NOT_FROM_HERE, field="state", now=spoken(now.state if now else FIRST), then=spoken(then.state))
    if then.on > today:
        raise Refused(words.NOT_COME_YET, field="on")
    if now and then.on < now.on:
        raise Refused(words.BEFORE_THE_LAST, field="on", now=spoken(now.state), on=now.on)
    if then.state == "owned":
        if not then.owner.strip():
            raise Refused(words.SAY_WHO_OWNS_IT, field="owner")
        if then.by_when is None:
            raise Refused(words.SAY_BY_WHEN, field="by_when")
        if then.by_when < then.on:
            raise Refused(words.THAT_IS_BEFORE, field="by_when")
    if then.state == "cleared" and not then.words.strip():
        raise Refused(words.SAY_WHAT_WAS_DONE, field="words")
    if then.state == "cannot" and not then.words.strip():
        raise Refused(words.SAY_WHY_NOT, field="words")


def spoken(state: str) -> Word:
    """A state as it is said in a sentence."""
    return next(word for word in words.BARRIER_STATES if word.stored == state)
