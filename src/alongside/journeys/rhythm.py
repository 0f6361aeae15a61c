"""Who has gone quiet: by what was agreed with them, else by how often they and we usually speak, else by the team's number of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

SHORTEST, LONGEST = 7, 60
"""Days: a usual gap shorter or longer than this counts as this. Nobody is missed after two days, and everybody is after four months."""
PATIENCE = 2
"""Usual gaps that may pass before somebody has gone quiet."""
GAPS_NEEDED = 3
"""Fewer gaps are not a habit yet."""
LOOKED_AT = 12
"""Days of contact, the newest, from which a usual gap is worked out: how it was two years ago is not how it is."""
MOST_DAYS = 366

NOT_BEFORE = Sentence("You agreed that nobody is reminded before %(day)s.")
THEY_RING = Sentence("They ring us when they like, so nobody is reminded.")
YOU_MEET = Sentence("You meet on %(day)s.")
NEVER_YET = Sentence("Nobody has written down yet that they were in touch.")
AGREED_ON = Sentence("You agreed on about every %(days)s days; it has been %(passed)s.")
AGREED_AND_TODAY = Sentence("You agreed on about every %(days)s days, and were in touch today.")
USUALLY = Sentence("You usually speak about every %(days)s days; it has been %(passed)s.")
BY_THE_TEAM = Sentence("It has been %(passed)s days. With nothing agreed and no habit yet, the team looks after %(days)s.")
BY_THE_TEAM_TODAY = Sentence("You were in touch today. With nothing agreed and no habit yet, the team looks after %(days)s days.")
BY_THE_TEAM_ONE = Sentence("It has been one day. With nothing agreed and no habit yet, the team looks after %(days)s.")
USUALLY_AND_TODAY = Sentence("You usually speak about every %(days)s days, and were in touch today.")


@dataclass(frozen=True)
class Agreed:
    """What was agreed with somebody about being in touch: `kind` is one of `words.RHYTHMS`."""

    kind: str
    every_days: int | None = None
    not_before: date | None = None


@dataclass(frozen=True)
class Quiet:
    """Whether somebody has gone quiet, and the sentence that says why or why not. A reminder, never a measure of anyone."""

    is_quiet: bool
    because: Sentence
    parts: dict[str, object] = field(default_factory=dict)
    over: float = 0.0
    """How long it has been, as a share of what is usual: 2.0 is twice as long."""


def usual_gap(contacts: Iterable[date]) -> int | None:
    """The days between one contact and the next as they usually are: the middle one of the newest gaps, from 7 to 60; None before there are three."""
    days = sorted(set(contacts))[-LOOKED_AT:]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(gaps) < GAPS_NEEDED:
        return None
    return min(max(round(median(gaps)), SHORTEST), LONGEST)


def how_quiet(contacts: Iterable[date], agreed: Agreed | None, *, team_days: int, today: date, next_visit: date | None = None) -> Quiet:
    """Judged on a day: what is agreed wins, then their own usual gap, then the team's number."""
    days = sorted(day for day in set(contacts) if day <= today)
    passed = (today - days[-1]).days if days else None
    if agreed and agreed.not_before and agreed.not_before > today:
        return Quiet(False, NOT_BEFORE, {"day": agreed.not_before})
    if agreed and agreed.kind == "they ring":
        return Quiet(False, THEY_RING)
    if next_visit and next_visit >= today:
        return Quiet(False, YOU_MEET, {"day": next_visit})
    if passed is None:
        return Quiet(True, NEVER_YET, over=float("inf"))
    if agreed and agreed.kind == "every" and agreed.every_days:
        return Quiet(
            passed > agreed.every_days,
            AGREED_ON if passed else AGREED_AND_TODAY,
            {"days": agreed.every_days, "passed": passed},
            passed / agreed.every_days,
        )
    if usual := usual_gap(days):
        return Quiet(passed > PATIENCE * usual, USUALLY if passed else USUALLY_AND_TODAY, {"days": usual, "passed": passed}, passed / (PATIENCE * usual))
    said = BY_THE_TEAM if passed > 1 else BY_THE_TEAM_ONE if passed else BY_THE_TEAM_TODAY
    return Quiet(passed > team_days, said, {"days": team_days, "passed": passed}, passed / team_days)


def an_agreed_rhythm(agreed: Agreed, *, today: date) -> None:
    """A rhythm of so many days says how many; and nobody is left alone for more than a year by a date."""
    if agreed.kind == "every" and not (agreed.every_days and 1 <= agreed.every_days <= MOST_DAYS):
        raise Refused(Sentence("Say after how many days, from 1 to 366: 14 is every two weeks."), field="every_days")
    if agreed.not_before and agreed.not_before <= today:
        raise Refused(Sentence("This day has passed. Choose a day to come, or leave it empty."), field="not_before")
    if agreed.not_before and agreed.not_before - today > timedelta(days=MOST_DAYS):
        raise Refused(Sentence("Choose a day within a year."), field="not_before")
