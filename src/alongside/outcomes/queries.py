"""Which measures may be asked, and what was answered: as a page shows it, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from .measuring import Change, Item, Measure, Scored, changes, read_measure, scored
from .models import Answer, Asking, TeamMeasure


@lru_cache(maxsize=64)
def measure_of(key: str, text: str) -> Measure:
    """A measure as its file told it; no file that was kept is ever changed."""
    return read_measure(text, key)


def offered_by(team_id: UUID | None) -> QuerySet[TeamMeasure]:
    """What a team may ask now."""
    return TeamMeasure.objects.filter(team_id=team_id, retired_on__isnull=True).select_related("file").order_by("file__key")


@dataclass(frozen=True)
class Told:
    """One question as it was answered: in words, with the name of its band, and how it compares with the first time."""

    item: Item
    answer: Answer
    said: str
    band: str


@dataclass(frozen=True)
class Day:
    """One asking of a measure: what was told, every score that the measure has, and what is otherwise than at first."""

    asking: Asking
    measure: Measure
    told: tuple[Told, ...]
    scores: tuple[tuple[str, Scored], ...]
    since_first: tuple[tuple[str, Change], ...]


def days_of(person_id: UUID) -> list[Day]:
    """Every asking that stands, the newest first."""
    found = Asking.objects.filter(person_id=person_id, taken_back_at__isnull=True).select_related("file", "by").prefetch_related("answers").order_by("on", "at")
    first: dict[str, dict[str, int]] = {}
    days = []
    for asking in found:
        measure = measure_of(asking.file.key, asking.file.text)
        numbers = {one.item: one.number for one in asking.answers.all() if one.number is not None}
        compared = changes(measure, _alike(measure, first.get(measure.key, {})), numbers) if measure.key in first else ()
        names = {one.key: one.asks or one.key for one in measure.items} | {one.key: one.says or one.key for one in measure.scores}
        values = scored(measure, numbers)[len(measure.items) :] if asking.ended == "answered" else ()
        days.append(
            Day(
                asking,
                measure,
                tuple(_told(measure, asking)),
                tuple((names[one.key], one) for one in values),
                tuple((names[one.key], one) for one in compared if not _named(measure, one.key)),
            )
        )
        if numbers:
            first.setdefault(measure.key, numbers)
    return days[::-1]


def _alike(measure: Measure, numbers: dict[str, int]) -> dict[str, int]:
    """Of an older version's answers those that this one asks, too, within its numbers."""
    by_key = {item.key: item for item in measure.items}
    return {key: n for key, n in numbers.items() if key in by_key and by_key[key].least <= n <= by_key[key].most}


def _named(measure: Measure, key: str) -> bool:
    """Whether the person named what it is about: on another day it may be about something else."""
    return any(item.key == key and item.named for item in measure.items)


def _told(measure: Measure, asking: Asking) -> Iterator[Told]:
    answers = {one.item: one for one in asking.answers.all()}
    for item in measure.items:
        if item.key in answers:
            number = answers[item.key].number
            said = "" if number is None else item.answers.get(number, str(number))
            yield Told(item, answers[item.key], said, "" if number is None else item.band(number))
