"""When the entries of a source meet, as the source tells it; where one of us said when, that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.collecting import without_collecting
from alongside.foundation.keys import new_key
from alongside.places.copying import copy_aside
from alongside.trail.doing import action, leave_trace

from ..listing import Listing
from ..meeting import SessionTold
from ..models import Entry, Session, Source

_TOLD = tuple(one.name for one in fields(SessionTold))
_AS_TOLD = attrgetter(*_TOLD)
_COLUMNS = {
    "id": "uuid", "entry_id": "uuid", "starts_on": "date", "rule": "text", "starts_at": "time", "ends_at": "time", "last_day": "date", "term_time": "boolean",
    "words": "text", "not_on": "date[]", "at": "timestamptz",
}  # fmt: skip
_NAMES = ", ".join(_COLUMNS)
_TAKE = f"INSERT INTO directory_session ({_NAMES}) SELECT {_NAMES} FROM loading_sessions"


@action
def take_sessions(source: Source, listings: Iterable[Listing], *, by: Actor, at: datetime) -> int:
    """New ones begin, those that are not told any more end, and one that is as it was is not written; how many are new."""
    told = {one.source_key: set(one.meets) for one in listings}
    running = Session.objects.filter(entry__source=source, ended_at__isnull=True)
    ours = running.filter(by__isnull=False)
    theirs = Entry.objects.filter(source=source).exclude(put_right__has_key="sessions").exclude(id__in=ours.values("entry_id"))
    by_key: dict[UUID, set[SessionTold]] = {key: told[source_key] for key, source_key in theirs.values_list("id", "source_key") if source_key in told}
    held: dict[UUID, set[SessionTold]] = {}
    over = []
    for one, entry, *said in running.values_list("id", "entry_id", *_TOLD):
        if entry not in by_key:
            continue
        held.setdefault(entry, set()).add(session := SessionTold(*said))
        if session not in by_key[entry]:
            over.append(one)
    if over:
        Session.objects.filter(id__in=over).update(ended_at=at)
    with without_collecting():
        new = copy_aside("loading_sessions", _COLUMNS, _rows(by_key, held, at))
    if new:
        with connection.cursor() as cursor:
            cursor.execute(_TAKE)
    leave_trace("took when entries meet", about=f"source {source.id} {new} new {len(over)} over", at=at)
    return new


def _rows(told: dict[UUID, set[SessionTold]], held: dict[UUID, set[SessionTold]], at: datetime) -> Iterator[tuple[Any, ...]]:
    """A row each session that is told and not held yet."""
    for entry, sessions in told.items():
        for one in sorted(sessions - held.get(entry, set()), key=str):
            yield new_key(), entry, *_AS_TOLD(one), "{}", at
