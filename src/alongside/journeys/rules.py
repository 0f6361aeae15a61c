"""What walking alongside somebody asks for, and nothing more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .words import LAST_LEVEL_BEGAN, SAY_WHAT_THE_STEP_IS

ENDINGS = ("not reached", "not now", "not for me", "not active", "moved on", "died")
"""Levels with which it ends for now. The door stays open after each; that somebody died is only ever taken back as a mistake."""
LAYS_ASIDE = ("moved on", "died")
"""Endings after which nobody is reminded of what was planned."""
LAID_ASIDE = "laid aside"


@dataclass(frozen=True)
class Parts:
    """A shared agreement in parts, none of which must be written."""

    they_do: str = ""
    we_do: str = ""
    others_do: str = ""
    how_we_meet: str = ""
    not_do: str = ""


@dataclass(frozen=True)
class Awaited:
    """What somebody waits for: of whom, since when, who keeps them company, and when to look again."""

    awaited: str
    since: date
    of_whom: str = ""
    company: str = ""
    staff_id: UUID | None = None
    look_again_on: date | None = None


@dataclass(frozen=True)
class StepAsked:
    """A next step as it is written down: what, and who does it."""

    words: str
    who_kind: str
    who: str = ""
    staff_id: UUID | None = None
    why_a_service: str = ""
    by_when: date | None = None


@dataclass(frozen=True)
class Took:
    """What a visit took, as far as somebody said: minutes together, minutes on the way, miles to a tenth."""

    minutes: int | None = None
    travel_minutes: int | None = None
    miles: Decimal | None = None

    @property
    def tenths_of_miles(self) -> int | None:
        """Miles as they are kept."""
        return None if self.miles is None else int(self.miles * 10)

    @property
    def nothing(self) -> bool:
        """Whether nobody said anything."""
        return self.minutes is None and self.travel_minutes is None and self.miles is None


def a_few_words(text: str) -> str:
    """A note says something, however little."""
    words = text.strip()
    if not words:
        raise Refused(Sentence("Write a few words first."), field="text")
    return words


def a_step_says_who(step: StepAsked) -> None:
    """A step has words and somebody who does it. A service is asked why, and may be asked without an answer."""
    if not step.words.strip():
        raise Refused(SAY_WHAT_THE_STEP_IS, field="words")
    if not step.who_kind:
        raise Refused(Sentence("Say who does it."), field="who_kind")
    if step.who_kind == "us" and step.staff_id is None:
        raise Refused(Sentence("Say which of us promised it."), field="staff")


def a_day_to_come(by_when: date | None, *, today: date, field: str = "by_when") -> None:
    """Nothing is agreed for a day that has passed."""
    if by_when is not None and by_when < today:
        raise Refused(Sentence("This day has passed. Choose today or a day to come, or leave it empty."), field=field)


def an_end_follows_its_beginning(on: date, since: date) -> None:
    """Nothing ends before it began."""
    if on < since:
        raise Refused(Sentence("This began on %(since)s. Use that day or a later one."), since=since, field="on")


def a_level_begins_after_the_last(since: date, last: date | None, *, today: date) -> None:
    """Levels follow one another and none begins tomorrow."""
    if since > today:
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="since")
    if last is not None and since < last:
        raise Refused(LAST_LEVEL_BEGAN, last=last, field="since")


LONGEST_AHEAD = timedelta(days=366)
"""Nobody knows further ahead who will be there."""


def a_hand_over(giver_id: UUID, taker_id: UUID, since: date, chosen: Collection[UUID], *, today: date) -> None:
    """To somebody else, from today or a day within a year, and with at least one person."""
    if giver_id == taker_id:
        raise Refused(Sentence("Choose a colleague: these people are theirs already."), field="taker")
    if since < today:
        raise Refused(Sentence("This day has passed. People are handed over from today or from a day to come."), field="since")
    if since - today > LONGEST_AHEAD:
        raise Refused(Sentence("Choose a day within a year."), field="since")
    if not chosen:
        raise Refused(Sentence("Tick those to be handed over, or choose everybody."), field="people")
