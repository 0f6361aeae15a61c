"""What a sheet says of somebody, as it would be written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alongside.foundation.words import Sentence

ENDINGS = ("not active", "not reached", "not now", "not for me", "moved on", "died")


@dataclass(frozen=True)
class NoteIn:
    """What happened, on which day if the sheet gives one. Notes of several people that were typed once have one `number`."""

    text: str
    on: date | None = None
    how: str = "not said"
    by: str = ""
    number: int = 0
    lead: Sentence | None = None
    """What is said before its words."""


@dataclass(frozen=True)
class IntroductionIn:
    """How they came; `yes` is how the sheet says that they said yes, `vouched` that whoever brought it knows."""

    by: str = ""
    on: date | None = None
    why: str = ""
    yes: str = ""
    vouched: bool = False


@dataclass(frozen=True)
class LevelIn:
    """A level from a day, up to the day on which it ended."""

    level: str
    since: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True)
class StepIn:
    """A next step, and who does it."""

    words: str
    who: str = "themselves"


@dataclass(frozen=True)
class ConnectionIn:
    """A connection, and of which kind."""

    to: str
    kind: str = "community"


@dataclass(frozen=True)
class Incoming:
    """Somebody on their way in. `key` is the cell that first names them, and tells them apart from others of one cell."""

    key: str
    name: str
    called: str = ""
    born: date | None = None
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    how_to_reach: str = ""
    keep_in_mind: str = ""
    coordinator: str = ""
    good_life: str = ""
    last_contact: date | None = None
    introductions: tuple[IntroductionIn, ...] = ()
    levels: tuple[LevelIn, ...] = ()
    notes: tuple[NoteIn, ...] = ()
    gifts: tuple[str, ...] = ()
    circle: tuple[str, ...] = ()
    steps: tuple[StepIn, ...] = ()
    connections: tuple[ConnectionIn, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()

    @property
    def introduced(self) -> tuple[IntroductionIn, ...]:
        """Those introductions of which it is known that they said yes; of the others the words go into a note."""
        return tuple(one for one in self.introductions if one.yes or one.vouched)

    @property
    def began(self) -> date | None:
        """The first day the sheet gives for them."""
        days = [one.on for one in self.introductions] + [one.since for one in self.levels] + [one.on for one in self.notes] + [self.last_contact]
        return min((day for day in days if day), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day the sheet gives for them."""
        days = [one.on for one in self.introductions] + [one.since for one in self.levels] + [one.ended_on for one in self.levels]
        return max((day for day in [*days, *(one.on for one in self.notes), self.last_contact] if day), default=None)

    @property
    def ended_on(self) -> date | None:
        """The day from which nobody walks alongside any more, when the last level is an ending."""
        followed = self.levels_in_order(date.max)
        return followed[-1][1] if followed and followed[-1][0] in ENDINGS else None

    def levels_in_order(self, today: date) -> list[tuple[str, date]]:
        """Which level from which day: each begins on or after the one before. A level without a day begins when they first came."""
        first = min((one.on for one in self.introductions if one.on), default=None)
        found: list[tuple[str, date]] = []
        for one in sorted(self.levels, key=lambda level: (level.since is None, level.since or date.min)):
            ends_itself = one.level in ENDINGS
            day = (one.ended_on if ends_itself else None) or one.since or (self.last_day if ends_itself else self.began) or today
            found.append((one.level, day))
            if one.ended_on and not ends_itself:
                found.append(("not active", one.ended_on))
        if found and first and first < found[0][1] and found[0][0] != "introduced":
            found.insert(0, ("introduced", first))
        in_order: list[tuple[str, date]] = []
        for level, day in found:
            day = min(max(day, in_order[-1][1] if in_order else day), today)
            if in_order and in_order[-1][0] == level:
                continue
            in_order.append((level, day))
        return in_order
