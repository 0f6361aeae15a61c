"""Whether somebody said that an audience may know, on a day: one rule, and nothing of the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from .words import THE_WORDS_WOULD_BE_LATER


class Holds(StrEnum):
    """How what somebody said stands on a day. Only `YES` lets anything be told without asking now; `NO` lets nothing be told."""

    YES = "yes"
    NO = "no"
    ASK_ME = "ask me"
    NEVER_ASKED = "never asked"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"

    @property
    def must_be_asked(self) -> bool:
        """Whether they are asked before anything is told."""
        return self not in (Holds.YES, Holds.NO)


@dataclass(frozen=True)
class Said:
    """One answer: for whom (`subject` is which partner, meeting or group; None for all of that kind), what, on which day, and up to which day it holds."""

    audience: str
    subject: UUID | None
    answer: str
    on: date
    at: datetime
    until: date | None = None
    """The first day on which a yes holds no more."""


def holds(said: Iterable[Said], audience: str, on: date, subject: UUID | None = None) -> Holds:
    """How their choice for this audience stands on a day.

    The newest answer counts, be it about this one or about all of the kind; but a no to this very one is overcome only by
    an answer about this very one.
    """
    counts = that_counts(said, audience, on, subject)
    if counts is None:
        return Holds.NEVER_ASKED
    if counts.answer == Holds.YES and counts.until is not None and counts.until <= on:
        return Holds.LAPSED
    return Holds(counts.answer)


def that_counts(said: Iterable[Said], audience: str, on: date, subject: UUID | None = None) -> Said | None:
    """The answer that decides on a day, or None where nobody asked."""
    about = [one for one in said if one.audience == audience and one.on <= on]
    of_all = max((one for one in about if one.subject is None), key=_newest, default=None)
    of_this = max((one for one in about if subject is not None and one.subject == subject), key=_newest, default=None)
    if of_this is None or of_all is None:
        return of_this or of_all
    if of_this.answer == Holds.NO or _newest(of_this) >= _newest(of_all):
        return of_this
    return of_all


def _newest(one: Said) -> tuple[date, datetime]:
    return one.on, one.at


def an_answer_can_be_kept(answer: str, *, on: date, until: date | None, newest: date | None, today: date) -> None:
    """An answer has a day that has come and is no older than the newest; a yes ends after the day it was given, and nothing else ends."""
    if on > today:
        raise Refused(Sentence("Give the day on which they said it: it cannot be in the future."), field="on")
    if newest is not None and on < newest:
        raise Refused(THE_WORDS_WOULD_BE_LATER, field="on", day=newest)
    if until is not None and answer != Holds.YES:
        raise Refused(Sentence("Only a yes ends on a day. Leave the last day empty."), field="until")
    if until is not None and until <= today:
        raise Refused(Sentence("Choose a last day that is still to come."), field="until")
