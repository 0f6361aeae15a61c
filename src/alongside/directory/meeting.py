"""When something meets: a rule as calendars write it (RFC 5545), made from a plain choice, and the days that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrule, rrulestr

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKLY, FORTNIGHTLY, MONTHLY, ONCE = "weekly", "fortnightly", "monthly", "once"
WHICH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
"""Which one of a month, as RFC 5545 numbers it."""
LONGEST_LOOK = timedelta(days=5 * 366)
"""How far ahead a next day is looked for: a rule that has none by then has none."""


@dataclass(frozen=True)
class Meets:
    """When it meets: from `starts_on`, by the rule (none is once), up to and with `last_day`, and not on some days.

    `terms`: only between these days, the last one with them, where it meets in school terms and those are known.
    """

    starts_on: date
    rule: str = ""
    last_day: date | None = None
    not_on: tuple[date, ...] = ()
    terms: tuple[tuple[date, date], ...] | None = None

    @property
    def until(self) -> date | None:
        """The last day on which it may meet; None when there is no such day."""
        ends = [self.last_day, max((last for _first, last in self.terms), default=date.min) if self.terms is not None else None]
        return min((end for end in ends if end is not None), default=None)

    def days(self, after: date) -> Iterator[date]:
        """Every day on which it meets, from this one on, in order."""
        if not self.rule:
            given: Iterable[datetime] = [datetime.combine(self.starts_on, time.min)]
        else:
            given = _made(self.rule, self.starts_on).xafter(datetime.combine(after, time.min), inc=True)
        until = self.until
        for moment in given:
            day = moment.date()
            if day > after + LONGEST_LOOK or (until is not None and day > until):
                return
            if day >= after and day not in self.not_on and self._in_term(day):
                yield day

    def _in_term(self, day: date) -> bool:
        return self.terms is None or any(first <= day <= last for first, last in self.terms)

    def next_days(self, after: date, many: int = 5) -> list[date]:
        """The next few of them."""
        return [day for day, _ in zip(self.days(after), range(many), strict=False)]

    @property
    def weekdays(self) -> set[int]:
        """Days of the week on which it meets, Monday is 1."""
        if not self.rule:
            return {self.starts_on.isoweekday()}
        return {day.isoweekday() for day in self.next_days(self.starts_on, 60)}


@dataclass(frozen=True)
class SessionTold:
    """A session as somebody writes it down."""

    starts_on: date
    rule: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    last_day: date | None = None
    term_time: bool = False
    words: str = ""

    @property
    def meets(self) -> Meets:
        """Its days."""
        return Meets(self.starts_on, self.rule, self.last_day)


def rule_of(how: str, starts_on: date, which: str = "") -> str:
    """The rule of a plain choice: every week or second week on that day, or the first, second … last such day of a month."""
    code = DAY_CODES[starts_on.weekday()]
    if how == ONCE:
        return ""
    if how == WEEKLY:
        return f"FREQ=WEEKLY;BYDAY={code}"
    if how == FORTNIGHTLY:
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}"
    if how == MONTHLY and which in WHICH:
        return f"FREQ=MONTHLY;BYDAY={WHICH[which]}{code}"
    raise Refused(Sentence("Say which one of the month: the first, the second, the last."), field="which")


def how_often(rule: str) -> tuple[str, str]:
    """The plain choice of a rule of ours, with which one of the month; nothing where it was written otherwise."""
    if not rule:
        return ONCE, ""
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if set(parts) == {"FREQ", "BYDAY"} and parts["FREQ"] == "WEEKLY" and parts["BYDAY"] in DAY_CODES:
        return WEEKLY, ""
    if parts.get("FREQ") == "WEEKLY" and parts.get("INTERVAL") == "2" and parts.get("BYDAY") in DAY_CODES and len(parts) == 3:
        return FORTNIGHTLY, ""
    if parts.get("FREQ") == "MONTHLY" and len(parts) == 2:
        for which, number in WHICH.items():
            if parts.get("BYDAY", "")[:-2] == str(number):
                return MONTHLY, which
    return "", ""


def checked(rule: str, starts_on: date) -> str:
    """The rule, if it can be read; a calendar's own rule may be anything."""
    if rule:
        try:
            _made(rule, starts_on)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            raise Refused(Sentence("This is no rule that a calendar can read (RFC 5545), such as FREQ=WEEKLY;BYDAY=TU."), field="rule") from None
    return rule


def _made(rule: str, starts_on: date) -> rrule:
    made = rrulestr(rule, dtstart=datetime.combine(starts_on, time.min), ignoretz=True)
    if not isinstance(made, rrule):
        raise TypeError(rule)
    return made
