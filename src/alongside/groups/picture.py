"""The stages of a group as a picture: a way from the first to the last, with what was reached and where it stands; rest, end and copies beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .rules import MARKS, Reached, stands_at
from .words import STAGES

WAY = tuple(word.stored for word in STAGES if word.stored not in MARKS | {"resting", "ended"})
"""The stages that follow one another in the life of most groups."""
APART = 54
"""Pixels from one stage to the next."""


@dataclass(frozen=True)
class Spot:
    """One stage of the way: when it was first reached, and whether the group stands there."""

    stage: str
    y: int
    on: date | None
    here: bool

    @property
    def words_y(self) -> int:
        """Where its name stands."""
        return self.y - 3 if self.on else self.y + 6

    @property
    def date_y(self) -> int:
        """Where its date stands, beneath."""
        return self.y + 17


@dataclass(frozen=True)
class Drawn:
    """The whole way, and how far down it the group has come."""

    spots: tuple[Spot, ...]
    height: int
    last_y: int
    reached_y: int
    aside: tuple[Spot, ...]
    """What is beside the way, beneath it: resting or ended, where it stands there; and that it was copied elsewhere, since the first time."""


def drawn(steps: Sequence[Reached]) -> Drawn:
    """The picture of these stages, which stand in their order."""
    now = stands_at(steps)
    first: dict[str, date] = {}
    for step in steps:
        first.setdefault(step.stage, step.on)
    spots = tuple(Spot(stage, 24 + APART * place, first.get(stage), now is not None and now.stage == stage) for place, stage in enumerate(WAY))
    reached = [spot.y for spot in spots if spot.on]
    beside = [(now.stage, now.on, True)] if now and now.stage not in WAY else []
    beside += [(mark, first[mark], False) for mark in sorted(MARKS) if mark in first]
    aside = tuple(Spot(stage, spots[-1].y + APART * place, on, here) for place, (stage, on, here) in enumerate(beside, 1))
    return Drawn(spots, 48 + APART * (len(WAY) - 1 + len(aside)), spots[-1].y, max(reached, default=24), aside)
