"""Parts of the day, and hours, out of what people write about opening times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_NOON, _TEA, _LATE, _MIDNIGHT = 12.0, 17.0, 18.0, 24.0
_SPAN = re.compile(r"(\d{1,2})(?:[.:](\d\d))?\s*(?:am|pm)?\s*(?:to|-|–|until)\s*(\d{1,2})(?:[.:](\d\d))?")
_FIRST_MORNING_HOUR = 7
_WORDS = (
    (re.compile(r"\b(day and night|any time|24 hours)\b"), frozenset({"morning", "afternoon", "evening"})),
    (re.compile(r"\bdaylight\b"), frozenset({"morning", "afternoon"})),
    (re.compile(r"\bmornings?\b"), frozenset({"morning"})),
    (re.compile(r"\bafternoons?\b"), frozenset({"afternoon"})),
    (re.compile(r"\bevenings?\b"), frozenset({"evening"})),
)


@lru_cache(4096)
def parts_in(times: str) -> frozenset[str]:
    """`morning`, `afternoon`, `evening`: when something is on; none where that is not known, because a wrong time keeps people away."""
    found: set[str] = set()
    for since, until in _spans(times):
        found |= {
            part for part, after, before in (("morning", 0.0, _NOON), ("afternoon", _NOON, _TEA), ("evening", _LATE, 24.0)) if since < before and until > after
        }
    if found:
        return frozenset(found)
    return frozenset().union(*(parts for pattern, parts in _WORDS if pattern.search(times.casefold())))


def hours_in(times: str) -> tuple[int, int] | None:
    """From when to when something is on, in seconds of the day, where just one span is written; none where there is more to it, or less."""
    spans = list(_spans(times))
    return (round(spans[0][0] * 3600), round(spans[0][1] * 3600)) if len(spans) == 1 and spans[0][1] <= _MIDNIGHT else None


def _spans(times: str) -> Iterator[tuple[float, float]]:
    """From which hour to which, as they must be meant: a group that meets from 2 to 4 does so after noon."""
    said = times.casefold()
    for since_hour, since_minutes, until_hour, until_minutes in _SPAN.findall(said):
        since, until = (int(hour) + int(minutes or 0) / 60 for hour, minutes in ((since_hour, since_minutes), (until_hour, until_minutes)))
        if since < _FIRST_MORNING_HOUR or ("evening" in said and since + 1 <= until <= _NOON):
            since += 12 if since < _NOON else 0
        while until <= since:
            until += 12
        yield since, until
