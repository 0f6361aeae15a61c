"""Who is in somebody's life: how close, at the start and on any day since. Plain rules, the same for the picture and the figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .words import RINGS

START = timedelta(weeks=6)
"""How long, from the day their circle was begun, what is told belongs to the start: nobody names everybody on the first visit."""

PAID = "paid"
"""The outermost ring: whoever is there because it is their job is no natural support."""


@dataclass(frozen=True)
class InCircle:
    """Somebody in their life, as they were told of: `there_before` when they were so all along and are only written down now."""

    name: str
    relation: str = ""
    ring: str = ""
    gives: str = ""
    receives: str = ""
    words: str = ""
    there_before: bool = False


@dataclass(frozen=True)
class Placed:
    """A ring, and the day since which somebody stands on it."""

    ring: str
    since: date


@dataclass(frozen=True)
class Held:
    """How long somebody was in their life, and on which ring since when (in the order of time)."""

    since: date
    until: date | None = None
    places: tuple[Placed, ...] = ()

    def on(self, day: date) -> bool:
        """Whether they were in their life on a day; the day it ended is the first without them."""
        return self.since <= day and (self.until is None or day < self.until)

    def at_start(self, begun: date) -> bool:
        """Whether they were in their life at some time in the first six weeks after the circle was begun."""
        return self.since < begun + START and (self.until is None or self.until > begun)

    @property
    def first_ring(self) -> str:
        """The ring that was said first; empty when none was."""
        return self.places[0].ring if self.places else ""

    def ring_on(self, day: date) -> str:
        """The ring on which they stood on a day."""
        return next((place.ring for place in reversed(self.places) if place.since <= day), self.first_ring)


@dataclass(frozen=True)
class Numbers:
    """How many people are in somebody's life unpaid, and how many because it is their job."""

    unpaid: int
    paid: int


def _counted(rings: Iterable[str]) -> Numbers:
    paid = [ring == PAID for ring in rings]
    return Numbers(paid.count(False), paid.count(True))


def numbers_at_start(circle: Sequence[Held], begun: date) -> Numbers:
    """How many there were at the start, by the ring that was said first. Whoever was put on no ring counts as unpaid."""
    return _counted(one.first_ring for one in circle if one.at_start(begun))


def numbers_on(circle: Sequence[Held], day: date) -> Numbers:
    """How many there were on a day, by the ring on which they stood."""
    return _counted(one.ring_on(day) for one in circle if one.on(day))


def start_is_over(begun: date | None, on: date) -> bool:
    """Whether there is something to lay the start beside."""
    return begun is not None and on >= begun + START


def a_ring(ring: str) -> str:
    """One of the rings, or none."""
    if ring and ring not in {word.stored for word in RINGS}:
        raise Refused(Sentence("Choose one of the rings, or leave it for later."), field="ring")
    return ring


def a_day_to_change_on(on: date, *, since: date, today: date) -> date:
    """What changed did so after it began, and not tomorrow."""
    if on > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")
    if on < since:
        raise Refused(Sentence("They are written down since %(since)s. Use that day or a later one, or put right what was written."), since=since, field="on")
    return on
