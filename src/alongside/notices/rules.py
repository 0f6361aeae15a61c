"""When something is tried again, what a server's answer means, and which address is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from alongside.foundation.refusals import Refused

from .words import NEEDS_A_LINK, NO_ADDRESS, NO_NUMBER, NOWHERE, SAYINGS

GIVE_UP_AFTER = timedelta(days=2)
"""From when it was put into the outbox; a mail server that is away is mostly back by then."""
KEPT_FOR = timedelta(days=90)
"""After something is settled, its address and its words go."""
_FIRST_REST, _LONGEST_REST = timedelta(minutes=1), timedelta(hours=4)
_AN_ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")


class Came(StrEnum):
    """What an attempt came to."""

    TAKEN = "taken"
    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Answer:
    """What whoever was to take it answered: `reply` as it was said, `why` one of `words.WHY_NOT` where it was refused."""

    came: Came
    reply: str = ""
    why: str = ""


@dataclass(frozen=True)
class Sending:
    """What is to go, to whom and how: a kind of `words.KINDS`, and what stands in its gaps.

    `called` says for whom a letter or a call is, and stands in no subject and no text. `until` is the first day on which the link opens
    nothing. `about` is a key for the trail (`"group 0192…"`). Two sendings with the same `once` are one. `counts` are whole numbers under
    headings of ours, and `also` another page, for the weekly letter.
    """

    kind: str
    way: str
    to: str
    called: str = ""
    link: str = ""
    until: date | None = None
    about: str = ""
    once: str = ""
    also: str = ""
    counts: tuple[tuple[str, int], ...] = ()


def can_go(given: Sending) -> None:
    """Refuses what could reach nobody."""
    to = given.to.strip()
    if given.way == "e-mail" and not (to.isascii() and _AN_ADDRESS.fullmatch(to)):
        raise Refused(NO_ADDRESS, to=to, field="to")
    if given.way in ("text", "telephone") and not 9 <= sum(one.isdigit() for one in to) <= 15:
        raise Refused(NO_NUMBER, to=to, field="to")
    if given.way == "letter" and len([line for line in to.splitlines() if line.strip()]) < 2:
        raise Refused(NOWHERE, field="to")
    if not given.link and any("%(link)s" in line.lac for line in SAYINGS[given.kind].lines):
        raise Refused(NEEDS_A_LINK)


def rest_after(tries: int) -> timedelta:
    """One minute after the first try, then double, up to four hours: 1 min, 2 min, 4 min … 4 h."""
    doubled: int = 2 ** min(tries - 1, 20)
    return min(_FIRST_REST * doubled, _LONGEST_REST)


def is_given_up(posted_at: datetime, at: datetime) -> bool:
    """Whether nobody answered for two days."""
    return at - posted_at >= GIVE_UP_AFTER


def of_reply(code: int, reply: str) -> Answer:
    """What a mail server's answer means (RFC 5321, 4.2; RFC 3463 for what it is about): 2xx taken, 4xx later, 5xx refused."""
    said = f"{code} {reply}".strip()
    if 200 <= code < 300:
        return Answer(Came.TAKEN, said)
    if code < 500:
        return Answer(Came.LATER, said)
    detail = re.search(r"\b5\.(\d+)\.(\d+)\b", reply)
    about = (detail[1], detail[2]) if detail else ("", "")
    if about[0] == "2" or code == 552:
        return Answer(Came.REFUSED, said, "full")
    if about[0] == "1" or (not detail and code in (550, 551, 553)):
        return Answer(Came.REFUSED, said, "no such address")
    if about[0] == "7" or code == 554:
        return Answer(Came.REFUSED, said, "unwanted")
    return Answer(Came.REFUSED, said, "refused")


def of_status(code: int, reply: str) -> Answer:
    """What GOV.UK Notify's answer means, by its number in HTTP: too many (429) or a key that is not right (401, 403) later, what it does not want (4xx)
    refused; of all others (5xx, and 503 for none at all) nobody knows whether it was taken."""
    said = f"{code} {reply}"[:500]
    if code in (401, 403, 429):
        return Answer(Came.LATER, said)
    return Answer(Came.REFUSED, said, "told no") if 400 <= code < 500 else Answer(Came.UNCERTAIN, said)
