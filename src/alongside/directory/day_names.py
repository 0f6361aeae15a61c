"""Days of the week out of what people write about opening times."""

from __future__ import annotations

import re
from functools import lru_cache

# Friends do not meet on Fridays only, and monthly is no Monday.
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|rs?|day|sday|rsday|nesday|urday)?(?:s|'s|’s)?"
_NUMBERS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), start=1)}
_SPAN = re.compile(rf"\b{_DAY}\.?\s*(?:-|–|—|to|until)\s*{_DAY}\b")
_ONE = re.compile(rf"\b{_DAY}\b")
UNSURE = re.compile(r"\b(except|excluding|not|closed|no longer|sometimes)\b")
_WORDS = (
    (re.compile(r"\b(daily|every day|7 days|seven days)\b"), range(1, 8)),
    (re.compile(r"\bweekdays?\b"), range(1, 6)),
    (re.compile(r"\bweekends?\b"), (6, 7)),
)


@lru_cache(4096)
def days_in(text: str) -> tuple[int, ...]:
    """Days named in the text, Monday is 1; none where it makes an exception, because a wrong day keeps people away."""
    said = text.casefold()
    if UNSURE.search(said):
        return ()
    found: set[int] = set()
    for first, last in _SPAN.findall(said):
        since, until = _NUMBERS[first], _NUMBERS[last]
        found.update(range(since, until + 1) if since <= until else (*range(since, 8), *range(1, until + 1)))
    found.update(_NUMBERS[name] for name in _ONE.findall(said))
    for pattern, days in _WORDS:
        if pattern.search(said):
            found.update(days)
    return tuple(sorted(found))
