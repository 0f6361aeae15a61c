"""When the entries of a source meet, as the source tells it; where one of us said when, that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.trail.doing import action, leave_trace

from ..listing import Listing
from ..meeting import SessionTold
from ..models import Entry, Session, Source

_NAMES = tuple(one.name for one in fields(SessionTold))
_AS_TOLD = attrgetter(*_NAMES)


@action
def take_sessions(source: Source, listings: Iterable[Listing], *, by: Actor, at: datetime) -> int:
    """New ones begin, those that are not told any more end, and one that is as it was is not written; how many are new."""
    told = {one.source_key: set(one.meets) for one in listings}
    theirs = Entry.objects.filter(source=source, source_key__in=told).exclude(put_right__has_key="sessions")
    by_key: dict[UUID, str] = dict(theirs.exclude(sessions__in=Session.objects.filter(by__isnull=False, ended_at__isnull=True)).values_list("id", "source_key"))
    held: dict[UUID, set[Any]] = {key: set() for key in by_key}
    over = []
    for one in Session.objects.filter(entry__in=by_key, ended_at__isnull=True):
        said = SessionTold(*_AS_TOLD(one))
        held[one.entry_id].add(said)
        if said not in told[by_key[one.entry_id]]:
            over.append(one.id)
    new = [
        Session(entry_id=key, **dict(zip(_NAMES, _AS_TOLD(said), strict=True)), at=at)
        for key, source_key in by_key.items()
        for said in sorted(told[source_key] - held[key], key=str)
    ]
    if over:
        Session.objects.filter(id__in=over).update(ended_at=at)
    Session.objects.bulk_create(new, batch_size=2_000)
    leave_trace("took when entries meet", about=f"source {source.id} {len(new)} new {len(over)} over", at=at)
    return len(new)
