"""What naming somebody to a partner asks for, and what covering for a colleague does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

LONGEST_NAMING = timedelta(days=366)
"""A yes is asked for again at least once a year."""
ONE_DAY = timedelta(days=1)
"""Between the last day that people say and the first day without, which is kept."""


def a_naming_is_agreed(extract: str, how_they_said_yes: str, since: date, until: date) -> None:
    """Naming somebody needs the words they agreed to, their yes, and an end."""
    if not extract.strip():
        raise Refused(Sentence("Write what they agreed may be known, and read it back to them."), field="extract")
    if not how_they_said_yes.strip():
        raise Refused(Sentence("Say how they said yes, such as “aloud, on the telephone”."), field="how_they_said_yes")
    if until <= since:
        raise Refused(Sentence("Choose a last day after today."), field="until")
    if until - since > LONGEST_NAMING + ONE_DAY:
        raise Refused(Sentence("Choose a last day within a year; a yes is asked for again after that."), field="until")


LONGEST_COVER = timedelta(days=366)
"""For longer than a year somebody is handed over for good."""


@dataclass(frozen=True)
class Days:
    """Days of an absence or a cover: `until` is the first day without."""

    since: date
    until: date

    def meet(self, other: Days) -> bool:
        """Whether they have a day in common."""
        return self.since < other.until and other.since < self.until


def days_of_cover(since: date, last_day: date, *, today: date) -> Days:
    """From the first day to the last, both with; or a sentence that says which of them cannot be."""
    if since < today:
        raise Refused(Sentence("This day has passed. Cover begins today or later."), field="since")
    if last_day < since:
        raise Refused(Sentence("The last day comes before the first. Check both."), field="last_day")
    if last_day - since >= LONGEST_COVER:
        raise Refused(Sentence("Choose a last day within a year. For longer, hand people over for good."), field="last_day")
    return Days(since, last_day + timedelta(days=1))


def another_last_day(since: date, last_day: date, *, today: date) -> Days:
    """A cover that began may end today or later; one to come not before it begins; and none lasts longer than a year."""
    if last_day < today:
        raise Refused(Sentence("This day has passed. Cover can end today, or on a day to come."), field="last_day")
    if last_day < since:
        raise Refused(Sentence("The last day comes before the first. Check both."), field="last_day")
    if last_day - since >= LONGEST_COVER:
        raise Refused(Sentence("Choose a last day within a year. For longer, hand people over for good."), field="last_day")
    return Days(since, last_day + timedelta(days=1))


def somebody_else_covers(away_id: UUID, covering_id: UUID | None) -> None:
    """Nobody covers for themselves."""
    if away_id == covering_id:
        raise Refused(Sentence("Nobody covers for themselves. Choose a colleague, or leave it open who covers."), field="covering")


def some_people(chosen: Collection[UUID], *, everybody: bool) -> None:
    """All of them, or those that are ticked: not none."""
    if not everybody and not chosen:
        raise Refused(Sentence("Tick those to be covered, or choose everybody."), field="people")


def sharing_without_a_yes_is_explained(extract: str, ground: str, reason: str, told: str, since: date, until: date) -> None:
    """Without a yes there is a ground that needs none, a reason, and whether they were told; and it ends."""
    if not extract.strip():
        raise Refused(Sentence("Write what the partner has to know, and no more."), field="extract")
    if ground not in ("direct care", "safeguarding", "legal duty"):
        raise Refused(Sentence("Say on what ground it is told."), field="ground")
    if not reason.strip():
        raise Refused(Sentence("Say why it has to be told without their yes."), field="reason")
    if not told:
        raise Refused(Sentence("Say whether they were told."), field="told")
    if not since < until <= since + LONGEST_NAMING + ONE_DAY:
        raise Refused(Sentence("Choose a last day after today and within a year."), field="until")


TO_BE_TYPED = "FORGET"
"""What a manager types to show that it is meant."""

A_MONTH = 1
"""Calendar months within which what somebody asked of us is answered (UK GDPR, article 12)."""


def answered_by(on: date) -> date:
    """The last day on which what was asked on a day is answered in time: the same day of the next month, or that month's last."""
    year, month = (on.year + 1, 1) if on.month == 12 else (on.year, on.month + 1)
    return next(day for less in range(4) if (day := _day(year, month, on.day - less)))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def what_to_put_right_is_said(for_what: str, words: str) -> None:
    """Whoever asks for something put right says what."""
    if for_what == "put right" and not words.strip():
        raise Refused(Sentence("Say what is wrong or missing, in their words."), field="words")


def an_answer_says_why(why: str) -> None:
    """Every answer has a reason that can be told to the person."""
    if not why.strip():
        raise Refused(Sentence("Say why, in words that can be read to them."), field="why")


def forgetting_is_meant(typed: str) -> None:
    """It cannot be undone, so a press is not enough."""
    if typed.strip().upper() != TO_BE_TYPED:
        raise Refused(Sentence("Type %(word)s in the box to show that you mean it. It cannot be undone."), field="typed", word=TO_BE_TYPED)
