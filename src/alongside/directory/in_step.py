"""The columns in memory, kept in step with the database: whatever process changed an entry, the next search of this one knows.

Each entry says in which transaction it was last written (Encoded). A search asks for what was written since the oldest transaction that was still under way
when it last asked, so that none is missed which was begun before and ended after; what is read twice does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any
from uuid import UUID

import numpy as np
from django.conf import settings
from django.db import connection
from django.utils import timezone

from .closeness.columns import Line
from .closeness.encoder import WIDTH, Encoder, Floats, known_encoder
from .closeness.shelf import Shelf, shelf_of
from .finding import POINTS, fresh_for
from .models import Entry
from .offers import Offer

OFFER = (
    "id", "name", "kind", "description", "organisation", "latitude", "longitude", "days", "cost", "access", "access_missing", "confirmed_on", "confirmed_how",
    "times", "tag_words",
)  # fmt: skip

WHOLE = WIDTH * 2
"""Bytes of the vector of the whole: half floats."""

_CHANGED = f"""
    SELECT pg_snapshot_xmin(now.snapshot)::text::bigint, e.id, e.stems || e.tag_stems, e.latitude, e.longitude, e.days,
        e.access_missing, e.cost, e.kind, e.confirmed_on, e.confirmed_how, e.withdrawn_on IS NOT NULL OR e.same_as_id IS NOT NULL,
        CASE WHEN c.of_text = c.text THEN substring(c.vectors FROM 1 FOR {WHOLE}) END
    FROM (SELECT pg_current_snapshot() AS snapshot) now
    LEFT JOIN directory_encoded c ON c.changed >= %s AND c.changed <= greatest(
        pg_snapshot_xmax(now.snapshot)::text::bigint - 1, coalesce(pg_current_xact_id_if_assigned()::text::bigint, 0))
    LEFT JOIN directory_entry e ON e.id = c.entry_id
"""


_BETWEEN = """c.changed >= %s AND c.changed <= greatest(
        pg_snapshot_xmax(now.snapshot)::text::bigint - 1, coalesce(pg_current_xact_id_if_assigned()::text::bigint, 0))"""
"""Up to this transaction: in a database that was restored, what was written elsewhere may bear a number that is not reached here yet."""

_EVERYTHING = _CHANGED.replace(_BETWEEN, "true")


@dataclass(frozen=True)
class _Kept:
    shelf: Shelf
    since: int


_kept: dict[str, _Kept] = {}
_lock = Lock()


def encoder_here() -> Encoder | None:
    """The encoder, where meaning is turned on and set up."""
    return known_encoder() if settings.MEANING else None


def shelf() -> Shelf:
    """All entries as they are now; one query."""
    name = str(connection.settings_dict["NAME"])
    with _lock:
        kept = _kept.get(name)
        with connection.cursor() as cursor:
            cursor.execute(_EVERYTHING if kept is None else _CHANGED, [] if kept is None else [kept.since])
            rows = cursor.fetchall()
        since, changed = rows[0][0], [row[1:] for row in rows if row[1] is not None]
        today = timezone.localdate()
        lines = [_line(row, today) for row in changed if not row[10]]
        held = shelf_of(lines) if kept is None else kept.shelf.changed(lines, [row[0] for row in changed if row[10]])
        _kept[name] = _Kept(held, since)
        return held


def forget() -> None:
    """Read everything anew the next time: for tests, whose transactions are taken back."""
    with _lock:
        _kept.clear()


def _line(row: Sequence[Any], today: date) -> Line:
    one, stems, latitude, longitude, days, missing, cost, kind, on, how, _, whole = row
    likely = POINTS["freshness"] * fresh_for(on, how, today) + POINTS["community first"] * (kind != "service") + POINTS["cost"] * (cost == "free")
    return Line(one, stems, latitude, longitude, days, missing, cost == "some", likely, rows_of(whole)[0] if whole else None)


def rows_of(kept: bytes | memoryview) -> Floats:
    """Vectors as they are kept, a row each."""
    return np.frombuffer(kept, np.float16).reshape(-1, WIDTH).astype(np.float32)


def fetch(ids: Iterable[UUID]) -> tuple[list[Offer], dict[UUID, Floats]]:
    """These entries as offers, and the vectors of those that are encoded as they now stand; one query."""
    offers, vectors = [], {}
    asked = Entry.objects.filter(id__in=list(ids), withdrawn_on__isnull=True, same_as__isnull=True)
    for *offer, text, of_text, kept in asked.values_list(*OFFER, "encoded__text", "encoded__of_text", "encoded__vectors"):
        offers.append(Offer(*offer))
        if kept and text == of_text:
            vectors[offer[0]] = rows_of(kept)
    return offers, vectors
