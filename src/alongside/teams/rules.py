"""What an account, a seat and a logo must be like, and when a letter is due."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date, timedelta

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

MOST_BYTES = 200_000
MOST_WIDE, MOST_HIGH = 1200, 600
"""Pixels: twice what the widest page shows."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND")
"""The pieces that make the picture. Everything else (who made it, where, with what) is left out."""

ASKED_OF_A_VISIT = ("minutes", "travel_minutes", "miles")
"""What a team may ask of a visit, if it wants to."""

ASKED_OF_PEOPLE = ("sex", "ethnic_group", "caring")
"""What a team may ask people to say of themselves, if it has to tell whom it reaches; nothing, until it chooses."""


def an_address(email: str) -> str:
    """An e-mail address as it is kept, in small letters, so that nobody has two accounts by accident."""
    found = email.strip().lower()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", found):
        raise Refused(Sentence("Write the whole e-mail address, such as sam@example.org."), field="email")
    return found


def a_name(name: str, *, field: str = "name") -> str:
    """A name with something in it."""
    if not name.strip():
        raise Refused(Sentence("Write a name."), field=field)
    return " ".join(name.split())


LONGEST_QUIET = 365
"""Days."""


def days_of_quiet(days: int) -> int:
    """After how many days without contact the team wants to be reminded: from one day to a year."""
    if not 1 <= days <= LONGEST_QUIET:
        raise Refused(Sentence("Write a number of days from 1 to %(most)s."), most=LONGEST_QUIET, field="quiet_after_days")
    return days


def last_day(since: date, today: date) -> date:
    """A seat that is taken away ends today, and one that has not begun never does."""
    return max(since, today)


def a_small_png(data: bytes) -> bytes:
    """A logo as it is served: a PNG of bearable size with nothing in it but the picture."""
    if b"<svg" in data[:1000].lower() or data[:5] == b"<?xml":
        raise Refused(Sentence("An SVG can carry a program, so it is not taken. Save the logo as a PNG."))
    if not data.startswith(_SIGNATURE):
        raise Refused(Sentence("This is not a PNG, whatever its name says. Save the logo as a PNG."))
    if len(data) > MOST_BYTES:
        raise Refused(Sentence("The logo has %(has)s kB and may have %(most)s. Save it smaller."), has=len(data) // 1000, most=MOST_BYTES // 1000)
    kept = [(kind, body) for kind, body in _pieces(data) if kind in _DRAWN]
    if not kept or kept[0][0] != b"IHDR" or kept[-1][0] != b"IEND" or not any(kind == b"IDAT" for kind, _ in kept):
        raise Refused(Sentence("This PNG is not whole. Save the logo again."))
    wide, high = int.from_bytes(kept[0][1][:4]), int.from_bytes(kept[0][1][4:8])
    if not 0 < wide <= MOST_WIDE or not 0 < high <= MOST_HIGH:
        too_large = Sentence("The logo is %(wide)s by %(high)s pixels and may be %(most_wide)s by %(most_high)s. Save it smaller.")
        raise Refused(too_large, wide=wide, high=high, most_wide=MOST_WIDE, most_high=MOST_HIGH)
    return _SIGNATURE + b"".join(len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4) for kind, body in kept)


def _pieces(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if len(body) != length or int.from_bytes(data[at + 8 + length : at + 12 + length]) != zlib.crc32(kind + body):
            return
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length


A_LETTER_APART = timedelta(days=4)
"""Days between two letters at the least, also for whoever chooses another weekday."""


def letter_is_due(wanted: bool, weekday: int, done_on: date | None, *, today: date) -> bool:
    """Once in each week that begins on the weekday they chose; late where nobody sent it on the day. A first letter waits for the day."""
    if not wanted:
        return False
    if done_on is None:
        return today.weekday() == weekday
    begins = today - timedelta(days=(today.weekday() - weekday) % 7)
    return done_on < begins and today - done_on >= A_LETTER_APART
