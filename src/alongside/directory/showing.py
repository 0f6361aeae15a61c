"""Entries as a list shows them: each with why it fits, what might be in the way, and its score to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import reasons
from .coming import coming
from .holidays import in_holidays
from .models import Entry
from .offers import Weighed
from .queries import as_read, entries_by_key
from .wishing import Wish


@dataclass(frozen=True)
class Result:
    """One line of a list."""

    number: int
    entry: Entry
    fits: list[str]
    in_the_way: list[str]
    score: float
    parts: list[tuple[str, float, float]]

    @property
    def days(self) -> str:
        """The days it meets or opens, in words."""
        return reasons.days_said(self.entry.days)


def results(wish: Wish, weighed: Sequence[Weighed], *, start: int = 1) -> list[Result]:
    """These entries as lines, numbered from `start`; two queries, and two more where any goes by school terms."""
    wish, keys = as_read(wish), [one.offer.id for one in weighed]
    entries, sessions = entries_by_key(keys), coming(keys)
    return [
        Result(
            number=number,
            entry=(entry := entries[one.offer.id]),
            fits=reasons.why_it_fits(wish, one, entry),
            in_the_way=[*_said(in_holidays(sessions[entry.id], wish.days, wish.today)), *reasons.what_is_in_the_way(wish, one, entry)],
            score=one.score,
            parts=reasons.parts_said(one),
        )
        for number, one in enumerate(weighed, start=start)
        if one.offer.id in entries
    ]


def _said(words: str) -> list[str]:
    return [words] if words else []
