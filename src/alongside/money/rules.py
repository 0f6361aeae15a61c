"""What a post, a share and a cost must be like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import words
from .posts import WHOLE, Paid, Stretch, last_day, over_the_whole

MOST_MINUTES, LEAST_MINUTES = 60 * 60, 60


def a_stretch(since: date, last_day: date | None, *, field: str = "last_day") -> Stretch:
    """Days as people write them, the last one with them, as they are kept."""
    if last_day is not None and last_day < since:
        raise Refused(words.ENDS_BEFORE, field=field)
    return Stretch(since, last_day + timedelta(days=1) if last_day else None)


def minutes_a_week(hours: Decimal) -> int:
    """18.5 hours → 1110 minutes."""
    minutes = int(hours * 60)
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused(words.HOURS, field="hours")
    return minutes


def parts_of(percent: Decimal) -> int:
    """33.33 per cent → 3,333 parts."""
    parts = int(percent * 100)
    if not 1 <= parts <= WHOLE:
        raise Refused(words.PERCENT, field="percent")
    return parts


def in_per_cent(parts: int) -> str:
    """3,333 parts → `33.33`, 4,000 → `40`."""
    return f"{parts / 100:.2f}".rstrip("0").rstrip(".")


def some_name(name: str, *, ask: Sentence, field: str) -> str:
    """A name with something in it."""
    if not name.strip():
        raise Refused(ask, field=field)
    return " ".join(name.split())


def fits(post: Stretch, share: Paid, others: Sequence[Paid]) -> None:
    """A share lies within its post, and with the others never makes more than the whole of it on any day."""
    if post.until is not None and (share.over.since < post.since or share.over.until is None or share.over.until > post.until):
        raise Refused(words.OUTSIDE_THE_POST, since=post.since, last=last_day(post), field="since")
    if share.over.since < post.since:
        raise Refused(words.BEFORE_THE_POST, since=post.since, field="since")
    if (piece := over_the_whole(share.over, [*others, share])) is not None:
        total = WHOLE - piece.gap
        left = max(0, WHOLE - (total - share.parts))
        raise Refused(words.MORE_THAN_THE_WHOLE, since=piece.over.since, sum=in_per_cent(total), left=in_per_cent(left), field="percent")
