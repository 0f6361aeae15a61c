"""A version as it may leave: worked out of the numbers that have left of its year, and of no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alongside.evidence.figures import every_figure
from alongside.evidence.periods import is_over, year_named
from alongside.evidence.periods import named as period_named
from alongside.evidence.queries import had_left
from alongside.foundation.actor import Role
from alongside.foundation.words import Sentence
from alongside.value.models import Version
from alongside.value.sheet import Sheet, as_answers_leave, read_sheet

from .words import NOTHING_LEFT, YEAR_NOT_OVER

if TYPE_CHECKING:
    from alongside.value.telling import Told


@dataclass(frozen=True)
class Leaves:
    """What leaves of a version: its sheet without the outcomes that are held back, what comes of the rest, and why nothing does where nothing may."""

    sheet: Sheet
    told: Told | None
    held_back: tuple[str, ...]
    why_not: Sentence | None = None


def as_it_leaves(version: Version) -> Leaves:
    """Every count is the one that the figures' own page prints of that year, so two versions a day apart tell nobody of one person."""
    from alongside.value.telling import tell_counts

    sheet, year = read_sheet(version.sheet), period_named(year_named(version.of.year), on=version.extract_made_on)
    if not is_over(year, on=version.extract_made_on):
        return Leaves(replace(sheet, outcomes=()), None, (), YEAR_NOT_OVER)
    left = had_left(version.team_id, year, at=version.at)
    counts = {one.counted: n for one in sheet.outcomes if (n := _number(left, one.counted)) is not None}
    told = tuple(
        replace(one, parts={part: as_answers_leave(estimate) for part, estimate in one.parts.items()}) for one in sheet.outcomes if one.counted in counts
    )
    held_back = tuple(one.name for one in sheet.outcomes if one.counted not in counts)
    shown = replace(sheet, outcomes=told)
    if not told:
        return Leaves(shown, None, held_back, NOTHING_LEFT)
    return Leaves(shown, tell_counts(shown, counts, seed=version.seed, draws=version.draws), held_back)


def _number(left: Mapping[str, Mapping[str, int | None]], counted: str) -> int | None:
    """How many left of a part of a figure; None where it is held back, or no commissioner sees it."""
    key, _slash, part = counted.partition("/")
    figure = every_figure().get(key)
    return left.get(key, {}).get(part) if figure and Role.COMMISSIONER in figure.seen_by else None
