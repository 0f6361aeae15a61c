"""What is true of a place, said of everything there with one press, and taken back with one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..here import is_here, others, would_say
from ..models import Entry
from .keeping import WHAT_WE_KNOW, held, plain

Before = dict[str, dict[str, Any]]
"""By entry: what it said of the fields that were changed, what it says now, and how they were marked."""


@action
def say_of_all_here(entry_id: UUID, *, by: Actor, at: datetime) -> Before:
    """Everything else at its place says of the place what this one says; what each said before is given, so that it can be taken back."""
    permissions.may_keep(by)
    entry, on, before = held(entry_id), timezone.localdate(at).isoformat(), {}
    for key in sorted(one.id for one in others(entry).all_here):
        other = held(key)
        if not is_here(entry, other) or not (said := would_say(entry, other)):
            continue
        before[str(other.id)] = {
            "said": {name: plain(getattr(other, name)) for name in said},
            "says": said,
            "put_right": {name: other.put_right.get(name) for name in said},
            "source_says": {name: other.source_says[name] for name in said if name in other.source_says},
        }
        if other.source.name != WHAT_WE_KNOW:
            fresh = {name: plain(getattr(other, name)) for name in said if name not in other.put_right}
            theirs = {**other.source_says, **fresh}
            other.source_says = {name: value for name, value in theirs.items() if name not in said or value != said[name]}
            other.put_right = {**other.put_right, **dict.fromkeys(said, on)}
        _set(other, said)
        leave_trace("put an entry right", about=f"entry {other.id} {' '.join(said)}, as at its place", at=at)
    if not before:
        raise Refused(Sentence("Everything here says the same of the place already."))
    return before


@action
def take_back_of_all_here(before: Mapping[str, Mapping[str, Any]], *, by: Actor, at: datetime) -> int:
    """Each says again what it said, where nobody has put it right since; how many do."""
    permissions.may_keep(by)
    many = 0
    # Also of one that was put together with another since, so that it is as it was when the two are taken apart.
    for entry in Entry.objects.select_for_update().filter(id__in=[UUID(key) for key in before]).order_by("id"):
        then = before[str(entry.id)]
        names = [name for name, value in then["says"].items() if plain(getattr(entry, name)) == value]
        marks = {name: then["put_right"][name] for name in names if then["put_right"][name]}
        entry.put_right = {name: day for name, day in entry.put_right.items() if name not in names} | marks
        kept = {name: then["source_says"][name] for name in names if name in then["source_says"]}
        entry.source_says = {name: value for name, value in entry.source_says.items() if name not in names} | kept
        _set(entry, {name: then["said"][name] for name in names})
        many += bool(names)
        leave_trace("put an entry right", about=f"entry {entry.id} {' '.join(names) or 'as it was'}, taken back", at=at)
    if not before:
        raise Refused(Sentence("There is nothing to take back."))
    return many


def _set(entry: Entry, said: Mapping[str, Any]) -> None:
    for name, value in said.items():
        setattr(entry, name, value)
    entry.save(update_fields=[*said, "put_right", "source_says"])
