"""What holds of a meeting, whoever calls it. No database and no clock: days are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from alongside.foundation.refusals import Refused

from . import words

LONGEST_LINK = timedelta(days=400)
"""How long a seat's link may be open."""
STAYS_OPEN = timedelta(days=7)
"""After its day a meeting that nobody closed shows its table nobody any more (the view `at_the_table` says the same)."""


@dataclass(frozen=True)
class Stands:
    """Where a meeting stands: its day, the day its list goes out, and what has happened to it."""

    on: date
    goes_out: date
    sent: bool = False
    closed: bool = False


def may_still_propose(meeting: Stands, *, today: date) -> None:
    """Refuses somebody proposed once the list is closed."""
    _is_not_closed(meeting)
    if meeting.sent or today >= meeting.goes_out:
        raise Refused(words.LIST_IS_CLOSED, day=meeting.on)


def may_put_on_list(meeting: Stands) -> None:
    """Refuses whoever comes after the list has gone out."""
    _is_not_closed(meeting)
    if meeting.sent:
        raise Refused(words.SENT_ALREADY)


def may_send(meeting: Stands, *, today: date) -> None:
    """Refuses a list that goes out too early, twice, or after all was said."""
    may_put_on_list(meeting)
    if today < meeting.goes_out:
        raise Refused(words.TOO_EARLY_TO_SEND, day=meeting.goes_out)


def may_take_notes(meeting: Stands) -> None:
    """Refuses notes of a meeting whose list nobody has, or that is over."""
    _is_not_closed(meeting)
    if not meeting.sent:
        raise Refused(words.NOT_SENT_YET)


def may_close(meeting: Stands, *, today: date) -> None:
    """Refuses the end of a meeting that has not been."""
    may_take_notes(meeting)
    if today < meeting.on:
        raise Refused(words.NOT_MET_YET)


def _is_not_closed(meeting: Stands) -> None:
    if meeting.closed:
        raise Refused(words.CLOSED_ALREADY)


def a_proposal(who: str, why: str) -> None:
    """Refuses a proposal of nobody, or for no reason."""
    if not who.strip():
        raise Refused(words.SAY_WHOM, field="who")
    if not why.strip():
        raise Refused(words.SAY_WHY, field="why")


def an_action(said: str, by_when: date | None, *, done_by_somebody: bool = True, today: date) -> None:
    """Refuses something agreed of which nobody knows what, that was due before it was said, or that is due and nobody does."""
    if not said.strip():
        raise Refused(words.SAY_WHAT_IS_AGREED, field="words")
    if by_when is not None and by_when < today:
        raise Refused(words.IN_THEIR_PLACE, field="by_when")
    if by_when is not None and not done_by_somebody:
        raise Refused(words.NOBODY_DOES_IT_BY_A_DAY, field="seat")


def an_answer(answer: str, said: str) -> None:
    """Refuses whatever is not *done* and does not say because of what."""
    if answer != "done" and not said.strip():
        raise Refused(words.SAY_BECAUSE, field="because_of")


def a_call(link: str) -> str:
    """The link of a call as it is kept; refuses whatever a browser could not follow."""
    said = link.strip()
    try:
        found = urlsplit(said)
        leads_somewhere = found.scheme in ("http", "https") and bool(found.hostname) and not any(letter.isspace() for letter in said)
    except ValueError:
        leads_somewhere = False
    if said and not leads_somewhere:
        raise Refused(words.A_CALL_IS_A_LINK, field="call_link", link=said)
    return said


def both(theirs: str, ours: str) -> str:
    """Two texts of one box, theirs first: sentences with which both begin stand once, and no word of either is lost."""
    if theirs in ours or ours in theirs:
        return max(theirs, ours, key=len)
    differs = next(place for place, (one, other) in enumerate(zip(theirs, ours, strict=False)) if one != other)
    begins = max((ours.rfind(end, 0, differs) + len(end) for end in ("\n", ". ") if end in ours[:differs]), default=0)
    return f"{theirs}\n{ours[begins:]}"
