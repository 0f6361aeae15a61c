"""What holds of a hand-over, whoever makes it. No database and no clock: moments are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from alongside.foundation.keeping import Part
from alongside.foundation.refusals import Refused

from . import words

LONGEST_LINK = timedelta(days=400)
"""How long a hand-over may be open to the other side."""
AUDIENCES = {"social worker": "social worker", "safeguarding lead": "social worker", "gp": "gp"}
"""Whose choice of theirs decides, by the kind of whoever receives it; for any other it is said which one."""
WITHOUT_A_YES = ("safeguarding", "legal duty")
"""Grounds that a no does not take away."""
ENDS = {"not theirs": "not theirs", "hands back": "back", "takes back": "taken back"}
"""Turns that end a hand-over, and how it stands then."""
GOES_ON = {"takes on": "taken on", "together": "together"}


@dataclass(frozen=True)
class Given:
    """What is handed over, on what ground, and whether the person knows."""

    kind: str
    words: str
    asks: str
    ground: str
    told: str
    how_they_agreed: str = ""
    how: str = "aloud"
    why_not_told: str = ""
    urgent: bool = False
    answer_by: datetime | None = None
    reach_now: str = ""
    until: date | None = None


def audience_of(kind_of_receiver: str) -> str:
    """Whose choice decides."""
    return AUDIENCES.get(kind_of_receiver, "somebody else")


def part_of(kind: str) -> str:
    """Which part of the record it is: a safeguarding concern is for fewer."""
    return (Part.CONCERN if kind == "safeguarding" else Part.RECORD).value


def can_be_handed_over(given: Given, kind_of_receiver: str, *, at: datetime, today: date) -> None:
    """Refuses what says nothing, has no ground, or could not be answered in time."""
    _says_what(given)
    _has_a_ground(given, kind_of_receiver)
    if not given.told:
        raise Refused(words.SAY_WHETHER_TOLD, field="told")
    if given.told == "not told" and not given.why_not_told.strip():
        raise Refused(words.SAY_WHY_NOT_TOLD, field="why_not_told")
    if given.urgent:
        _can_be_answered_in_time(given, at)
    if given.until is not None:
        a_link_ends(given.until, today=today)


def _says_what(given: Given) -> None:
    if not given.words.strip():
        raise Refused(words.SAY_WHAT_IT_IS, field="words")
    if not given.asks.strip():
        raise Refused(words.SAY_WHAT_YOU_ASK, field="asks")


def _has_a_ground(given: Given, kind_of_receiver: str) -> None:
    is_safeguarding = given.kind == "safeguarding"
    if is_safeguarding and kind_of_receiver != "safeguarding lead":
        raise Refused(words.TO_A_LEAD, field="kind")
    if is_safeguarding and given.ground not in WITHOUT_A_YES:
        raise Refused(words.NEEDS_ANOTHER_GROUND, field="ground")
    if given.ground == "safeguarding" and not is_safeguarding:
        raise Refused(words.NOT_SAFEGUARDING, field="ground")
    if given.ground == "their yes" and not given.how_they_agreed.strip():
        raise Refused(words.SAY_HOW_THEY_AGREED, field="how_they_agreed")


def _can_be_answered_in_time(given: Given, at: datetime) -> None:
    if given.answer_by is None:
        raise Refused(words.SAY_BY_WHEN, field="answer_on")
    if given.answer_by <= at:
        raise Refused(words.STILL_TO_COME, field="answer_on")
    if not given.reach_now.strip():
        raise Refused(words.SAY_HOW_TO_REACH_NOW, field="reach_now")


def a_link_ends(until: date, *, today: date) -> None:
    """Refuses a day that has passed, or is too far away."""
    if not today < until <= today + LONGEST_LINK:
        raise Refused(words.LINK_TOO_LONG, field="until")


def a_turn(does: str, said: str, *, outcome: str = "") -> None:
    """Refuses a turn that leaves the others to guess."""
    if does == "says" and not said.strip():
        raise Refused(words.SAY_WHAT, field="words")
    if does in ("not theirs", "takes back") and not said.strip():
        raise Refused(words.SAY_BECAUSE, field="words")
    if does == "hands back" and not outcome:
        raise Refused(words.CHOOSE_WHAT_BECAME, field="outcome")
    if does == "hands back" and not said.strip():
        raise Refused(words.SAY_WHAT_BECAME, field="words")


def is_still_open(stands: str) -> None:
    """Refuses more of what is over."""
    if stands not in ("waits", "taken on", "together"):
        raise Refused(words.IT_IS_OVER)


def waits_too_long(stands: str, answer_by: datetime | None, *, now: datetime) -> bool:
    """Whether an urgent one still waits past the moment by which it needed an answer."""
    return stands == "waits" and answer_by is not None and answer_by < now
