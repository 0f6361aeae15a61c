"""What several found becomes what the entry says of getting in and about: one press, and said by one of us."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..lived.told import how_it_went
from ..lived.words import with_words
from ..models import Entry
from ..told import Told
from .keeping import put_right


@action
def say_what_they_found(entry_id: UUID, reason: str, *, by: Actor, at: datetime) -> Entry:
    """`Step-free, but a steep hill`: what stood in the way of somebody stands with what is there, for everybody."""
    permissions.may_keep(by)
    entry = Entry.objects.filter(id=entry_id).first()
    went = how_it_went([entry_id]).get(entry_id)
    if entry is None or went is None or not went.counts.get(reason):
        raise Refused(Sentence("Nobody has found that here."))
    said = with_words(entry.access_words, reason)
    if said == entry.access_words:
        raise Refused(Sentence("It says so already."))
    stands = {field.name: getattr(entry, field.name) for field in fields(Told)}
    kept: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in stands.items()}
    changed = put_right(entry_id, Told(**kept | {"access_words": said}), by=by, at=at)
    leave_trace("said what others found at an entry", about=f"entry {entry_id}", at=at)
    return changed
