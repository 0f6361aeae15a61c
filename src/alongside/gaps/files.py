"""What is missing here, and what stands in its way, as files that may leave the team: small numbers held back, others to the nearest 5."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from alongside.foundation.cells import inert
from alongside.foundation.small_numbers import rounded
from alongside.foundation.words import Vocabulary
from alongside.web.vocabulary import say_word, word_for

from .grown import Grown
from .queries import Raised


def missing_as_csv(found: Iterable[Grown], vocabulary: Vocabulary) -> str:
    """A line for each thing that is missing, and how many were left out because one person alone wishes for them."""
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
    listed = list(found)
    rows = [_line(one, vocabulary) for one in listed if one.of_two]
    alone = len(listed) - len(rows)
    if alone:
        rows.append([_("Left out, each wished for by one person alone: %(many)s") % {"many": as_it_leaves(alone)}])
    return _sheet(heading, rows)


def _line(one: Grown, vocabulary: Vocabulary) -> list[str]:
    """What leaves of it: about where, when and whether it grows only where so many would come that it points at nobody."""
    many = rounded(one.would_come) is not None
    return [
        one.name,
        one.locality,
        ", ".join(one.near) if many else "",
        as_it_leaves(one.wishes),
        as_it_leaves(one.would_come),
        _month(one.first) if many else "",
        _month(one.last) if many else "",
        say_word(word_for(one.trend.way, "gaps.TRENDS"), vocabulary) if many else "",
        one.group.name if one.group else "",
    ]


def barriers_as_csv(found: Iterable[Raised], grown: Iterable[Grown], vocabulary: Vocabulary) -> str:
    """A line for each barrier that stands, or stood; what one person alone wishes for is not named."""
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
    by_key = {one.id: one for one in grown}
    rows = []
    for one in found:
        now, bundle = one.now, one.barrier.bundle
        of_it = by_key.get(bundle.id)
        if now is None:
            continue
        rows.append(
            [
                bundle.locality.name if bundle.locality else "",
                one.barrier.words,
                say_word(word_for(one.barrier.kind, "gaps.BARRIERS"), vocabulary),
                name_as_it_leaves(bundle.name, of_it) or _("One person’s wish, not named here"),
                as_it_leaves(of_it.would_come if of_it else 0),
                say_word(word_for(now.state, "gaps.BARRIER_STATES"), vocabulary),
                now.on.isoformat(),
                now.owner,
                now.by_when.isoformat() if now.by_when else "",
                now.words,
            ]
        )
    return _sheet(heading, rows)


def name_as_it_leaves(name: str, of_it: Grown | None) -> str:
    """What is missing, by its name where two different people wish for it; else nothing, for it is called by somebody's very words."""
    return name if of_it and of_it.of_two else ""


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
