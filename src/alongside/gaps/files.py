"""What is missing here, and what stands in its way, as files that may leave the team: small numbers held back, others to the nearest 5."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.foundation.cells import inert
from alongside.foundation.small_numbers import rounded
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say_word, word_for

from .queries import Grown, Raised


def missing_as_csv(found: Iterable[Grown], vocabulary: Vocabulary) -> str:
    """A line for each thing that is missing."""
    heading = [
        _("What is missing"),
        _("Neighbourhood"),
        _("Near"),
        _("Wishes"),
        _("Would come"),
        _("First raised"),
        _("Last raised"),
        _("Trend"),
        _("What came of it"),
    ]
    rows = (
        [
            one.bundle.name,
            one.bundle.locality.name if one.bundle.locality else "",
            ", ".join(one.near),
            as_it_leaves(len(one.wishes)),
            as_it_leaves(one.would_come),
            _month(min(gap.at for gap in one.wishes).date()),
            _month(max(gap.at for gap in one.wishes).date()),
            say_word(word_for(one.trend.way, "gaps.TRENDS"), vocabulary),
            one.group.name if one.group else "",
        ]
        for one in found
    )
    return _sheet(heading, rows)


def barriers_as_csv(found: Iterable[Raised], come: Mapping[UUID, int], vocabulary: Vocabulary) -> str:
    """A line for each barrier that stands, or stood."""
    heading = [
        _("Neighbourhood"),
        _("What stands in the way"),
        _("Kind"),
        _("What is missing"),
        _("Would come"),
        _("State"),
        _("Since"),
        _("Owner"),
        _("By when"),
        _("Words"),
    ]
    rows = []
    for one in found:
        now, bundle = one.now, one.barrier.bundle
        if now is None:
            continue
        rows.append(
            [
                bundle.locality.name if bundle.locality else "",
                one.barrier.words,
                say_word(word_for(one.barrier.kind, "gaps.BARRIERS"), vocabulary),
                bundle.name,
                as_it_leaves(come.get(bundle.id, 0)),
                say_word(word_for(now.state, "gaps.BARRIER_STATES"), vocabulary),
                now.on.isoformat(),
                now.owner,
                now.by_when.isoformat() if now.by_when else "",
                now.words,
            ]
        )
    return _sheet(heading, rows)


def as_it_leaves(many: int) -> str:
    """A number as it may leave: `fewer than 8` where it is small."""
    shown = rounded(many)
    return _("fewer than 8") if shown is None else str(shown)


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _sheet(heading: list[str], rows: Iterable[list[str]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return sheet.getvalue()
