"""Who sees whom at a meeting, told a second time: part of the plain reference (policy.py)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

AT_WORK = ("coordinator", "support officer", "manager", "partner")


@dataclass(frozen=True)
class AtTable:
    """A seat at a series' table, from one day up to another; a colleague's who signs in, or whoever holds its link while that is open."""

    key: UUID
    series: UUID
    staff: UUID | None
    since: date
    until: date | None
    link_until: date
    link_ended: bool = False


@dataclass(frozen=True)
class Met:
    """A day of a series: whether its list went out, and whether it was closed."""

    key: UUID
    series: UUID
    on: date
    sent: bool = False
    closed: bool = False


@dataclass(frozen=True)
class OnList:
    """Somebody on a meeting's list, and on what ground."""

    key: UUID
    person: UUID
    meeting: UUID
    ground: str
    withdrawn: bool = False


@dataclass(frozen=True)
class Word:
    """What somebody said of one series, or of all meetings, in the order in which they said it."""

    person: UUID
    series: UUID | None
    answer: str
    on: date
    number: int
    until: date | None = None


def holds(since: date, until: date | None, today: date) -> bool:
    """Whether a day is within, from the first on and up to the last."""
    return since <= today and (until is None or today < until)


def places_shown(world: Any, actor: UUID, today: date) -> list[OnList]:
    """The places on lists that somebody sees because they sit at the table: while the meeting is open, and the person's word holds."""
    at_work = any(seat.role in AT_WORK for seat in world.seats_today(actor, today))
    tables = {
        seat.series
        for seat in world.tables
        if holds(seat.since, seat.until, today)
        and ((seat.staff == actor and at_work) or (seat.key == actor and not seat.link_ended and today < seat.link_until))
    }
    open_now = {met.key: met.series for met in world.meetings if met.sent and not met.closed and (today - met.on).days < 7 and met.series in tables}
    return [one for one in world.lists if one.meeting in open_now and not one.withdrawn and wordholds(world, one, open_now[one.meeting], today)]


def wordholds(world: Any, one: OnList, series: UUID, today: date) -> bool:
    """Whether what they said last lets this series know: a yes where their yes is asked for, no objection where it is their care."""

    word = the_word(world.words, one.person, series, today)
    if one.ground == "their yes":
        return word is not None and word.answer == "yes" and (word.until is None or today < word.until)
    return word is None or word.answer not in ("no", "withdrawn")


def the_word(said: set[Word], person: UUID, of: UUID, today: date) -> Word | None:
    """What counts of what they said: the newest of this one or of all, but a no to this one is overcome only by a word about this one."""

    def newest(subject: UUID | None) -> Word | None:
        words = [word for word in said if word.person == person and word.series == subject and word.on <= today]
        return max(words, key=lambda word: (word.on, word.number), default=None)

    this, of_all = newest(of), newest(None)
    if this and of_all and this.answer != "no" and (this.on, this.number) < (of_all.on, of_all.number):
        return of_all
    return this or of_all
