"""A dry run that is kept: cut into the pages that are shown, each a row, so that a page costs the same however long the sheet is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language

from alongside.foundation.actor import Actor

from . import showing
from .caseload.telling import Fate
from .models import MovingIn, PlannedPage
from .reading import DryRun, names_of_colleagues

_FORM = 1
"""How entries are written down; another number makes all of them anew."""


@dataclass(frozen=True)
class Part:
    """What one page shows: its entries, and whether there are more."""

    entries: list[dict[str, Any]]
    after: int | None


def made_of(moving: MovingIn, *, by: Actor, on: date) -> str:
    """All that a dry run depends on, in short: the same words, the same dry run. Of one that was loaded nothing changes any more."""
    if moving.loaded_at and moving.plan:
        return moving.plan
    asked = [_FORM, moving.mapping, moving.settled, moving.known, names_of_colleagues(by, on), on.isoformat(), str(by.vocabulary), get_language()]
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def pages_of(run: DryRun, moving: MovingIn, *, by: Actor, on: date) -> Iterator[PlannedPage]:
    """Every part, a page at a time: what nobody has settled first."""
    mine = by.vocabulary
    parts = {
        Fate.UNDERSTOOD: showing.people(run, mine, today=on),
        Fate.DOUBTED: showing.doubts(run, mine),
        Fate.REFUSED: showing.cells(run, Fate.REFUSED, mine),
        Fate.LEFT_OUT: showing.cells(run, Fate.LEFT_OUT, mine),
    }
    for show, entries in parts.items():
        for number, start in enumerate(range(0, len(entries), showing.A_PAGE)):
            yield PlannedPage(by_id=by.id, moving_id=moving.id, show=show.value, number=number, entries=entries[start : start + showing.A_PAGE])


def counted(run: DryRun) -> dict[str, Any]:
    """What the numbers beside a dry run say."""
    return {
        "people": len(run.decided.coming),
        "staying out": len(run.decided.staying_out),
        "doubts": len(run.doubts),
        "open": run.open_doubts,
        "cells": run.understood.many_cells,
        "mapping": run.mapping.name,
        **run.understood.fates,
    }


def part_of(moving: MovingIn, show: str, start: int) -> Part:
    """The entries from one on, and where the next page begins."""
    number = start // showing.A_PAGE
    found = {one.number: one for one in PlannedPage.objects.filter(moving_id=moving.id, show=show, number__in=(number, number + 1))}
    here = found.get(number)
    return Part(here.entries if here else [], (number + 1) * showing.A_PAGE if number + 1 in found else None)
