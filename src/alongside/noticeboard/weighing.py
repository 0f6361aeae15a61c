"""How much it matters to look at an entry again: answers first, then how many use it by how long nobody has confirmed it, and what is said to be wrong."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Q

from alongside.connections.models import Connection
from alongside.directory.complaints.queries import Said, said_by_entry
from alongside.directory.models import Entry, StillRight
from alongside.directory.queries import in_use
from alongside.directory.twins.family import STAYS

from .saying_wrong import said_wrong

USED_SINCE = timedelta(days=365)
"""How far back a connection counts as using it."""
LONG = timedelta(days=180)
"""After which nobody is sure any more."""
NEVER = 24
"""Months that count where nobody has ever confirmed it."""
SHOWN = 50
WRONG = NEVER
"""What one voice that something is wrong weighs: as much as somebody who goes there and nobody ever confirmed it. Three weigh no more than three times that."""
BY_VISITORS = 15
"""Places, beside the fifty, for what is on the list by visitors' words alone: a flood of them pushes nothing else out of sight."""


@dataclass(frozen=True)
class Line:
    """An entry to look at, and why."""

    entry: Entry
    answer: StillRight | None = None
    used: int = 0
    months: int | None = None
    """Whole months since it was confirmed; None when it never was."""
    disagrees: bool = False
    wrong: Said | None = None
    """What is said to be wrong."""

    @property
    def weight(self) -> tuple[int, int, str]:
        """The heaviest first; answers before all else, and of these those that say it is gone."""
        answered = {"gone": 3, "changed": 2}.get(self.answer.answer, 0) if self.answer else 1 if self.disagrees else 0
        unsure = self.used * (NEVER if self.months is None else self.months)
        return -answered, -(unsure + WRONG * (self.wrong.voices if self.wrong else 0)), self.entry.name

    @property
    def said_wrong(self) -> str:
        """The reason in words, where somebody said that something is wrong."""
        return said_wrong(self.wrong) if self.wrong else ""


def to_check(*, today: date) -> list[Line]:
    """The fifty that matter most, and a few of which only visitors speak, as far as the one who asks may see all that; at most six questions."""
    answered = StillRight.objects.filter(answer__in=("changed", "gone"), settled_at__isnull=True).annotate(stays=STAYS).order_by("at")
    answers = {one.stays: one for one in answered}
    used: dict[UUID, int] = dict(
        Connection.objects.filter(entry__isnull=False, made_on__gte=today - USED_SINCE).values_list(STAYS).annotate(many=Count("person_id", distinct=True))
    )
    unsure = in_use().filter(Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=today - LONG), id__in=used)
    known = {entry.id: entry for entry in (*Entry.objects.filter(id__in=answers), *in_use().exclude(source_says={})[:SHOWN], *unsure)}
    wrong = said_by_entry()
    ours, by_visitors = _by_words_alone(wrong, known)
    known |= {entry.id: entry for entry in Entry.objects.filter(id__in=(*ours, *by_visitors))}
    lines = sorted(
        (
            Line(entry, answers.get(entry.id), used.get(entry.id, 0), _months(entry.confirmed_on, today), bool(entry.source_says), wrong.get(entry.id))
            for entry in known.values()
        ),
        key=lambda line: line.weight,
    )
    besides = [line for line in lines if line.entry.id not in by_visitors][:SHOWN]
    return sorted([*besides, *(line for line in lines if line.entry.id in by_visitors)], key=lambda line: line.weight)


def _by_words_alone(wrong: dict[UUID, Said], known: Container[UUID]) -> tuple[list[UUID], set[UUID]]:
    """What is on the list for nothing else: all that one of us said; and of visitors' the most said, of these the first said."""
    heard = sorted((key for key in wrong if key not in known), key=lambda key: -wrong[key].voices)
    return [key for key in heard if wrong[key].ours], set([key for key in heard if not wrong[key].ours][:BY_VISITORS])


def _months(day: date | None, today: date) -> int | None:
    return (today - day).days // 30 if day else None
