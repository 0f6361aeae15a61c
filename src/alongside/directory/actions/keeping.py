"""What one of us knows: added, put right, confirmed, gone, there after all. Nothing of it is lost when a source is loaded again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.places.queries import places_of
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Entry, Source
from ..stemming import stems_in, telling
from ..told import Told
from ..twins.family import staying

WHAT_WE_KNOW = "What we know ourselves"
"""The source of what one of us wrote down."""
_SAID_IN = ("name", "organisation", "description")
_COUNT = """
    INSERT INTO directory_knownword AS k (stem, entries) SELECT stem, 1 FROM unnest(%s::text[]) AS stem
    ON CONFLICT (stem) DO UPDATE SET entries = k.entries + 1
"""
_NOT_THERE = Sentence("This entry is not in the directory any more.")
_TOGETHER = Sentence("This was put together with “%(name)s” meanwhile. Look at that one.")


@action
def keep_entry(told: Told, *, by: Actor, at: datetime) -> Entry:
    """Something good that no source has. Whoever writes it down knows it: it is confirmed by them."""
    permissions.may_keep(by)
    kept = told.as_kept
    source, _ = Source.objects.get_or_create(name=WHAT_WE_KNOW)
    key = new_key()
    made = Entry(id=key, source=source, source_key=str(key), confirmed_on=timezone.localdate(at), confirmed_how="visit", confirmed_by_id=by.id)
    say(made, kept)
    made.room_on = timezone.localdate(at) if made.room else None
    place(made)
    made.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [made.stems])
    leave_trace("added an entry", about=f"entry {made.id}", at=at)
    return made


@action
def put_right(entry_id: UUID, told: Told, *, by: Actor, at: datetime) -> Entry:
    """What it says is put right: from now on no source writes over it, and what the source said is kept beside it."""
    permissions.may_keep(by)
    entry, kept = held(entry_id), told.as_kept
    changed = [name for name, value in kept.items() if plain(getattr(entry, name)) != value]
    on = timezone.localdate(at).isoformat()
    for name in changed:
        if name not in entry.put_right:
            entry.source_says = {**entry.source_says, name: plain(getattr(entry, name))}
    say(entry, {name: kept[name] for name in changed})
    if "room" in changed:
        entry.room_on = timezone.localdate(at) if entry.room else None
    ours = [*changed, *(("latitude", "longitude") if set(changed) & {"postcode"} else ())]
    if "postcode" in changed:
        place(entry)
    entry.source_says = {name: theirs for name, theirs in entry.source_says.items() if name not in kept or theirs != kept[name]}
    if entry.source.name != WHAT_WE_KNOW:
        entry.put_right = {**entry.put_right, **dict.fromkeys(ours, on)}
    else:
        entry.source_says = {}
    if changed:
        entry.save()
    leave_trace("put an entry right", about=f"entry {entry.id} {' '.join(changed) or 'as it was'}", at=at)
    return entry


@action
def confirm(entry_id: UUID, *, how: str, on: date, by: Actor, at: datetime) -> Entry:
    """One of us was there, or called: it still holds."""
    permissions.may_confirm(by)
    if on > timezone.localdate(at):
        raise Refused(Sentence("This date has not come yet. Use today or a day before it."), field="on")
    if how not in ("visit", "call"):
        raise Refused(Sentence("Say whether you were there or called."), field="how")
    entry = held(next(iter(staying([entry_id]))))
    if entry.confirmed_on is None or on >= entry.confirmed_on:
        entry.confirmed_on, entry.confirmed_how, entry.confirmed_by_id = on, how, by.id
        entry.save(update_fields=["confirmed_on", "confirmed_how", "confirmed_by"])
    leave_trace("confirmed an entry", about=f"entry {entry.id}", at=at)
    return entry


@action
def say_room(entry_id: UUID, room: str, *, on: date, by: Actor, at: datetime) -> Entry:
    """Whether somebody new can come, as whoever was there on that day knows it; what was said of a later day stands."""
    permissions.may_keep(by)
    entry = held(next(iter(staying([entry_id]))))
    if entry.room_on is None or on >= entry.room_on:
        entry.room, entry.room_on = room, on
        entry.save(update_fields=["room", "room_on"])
    leave_trace("said whether there is room", about=f"entry {entry.id}", at=at)
    return entry


@action
def say_gone(entry_id: UUID, *, by: Actor, at: datetime) -> Entry:
    """It is not there any more: nobody is offered it, and its page says so. Nothing of it is deleted."""
    permissions.may_keep(by)
    entry = held(entry_id)
    if entry.withdrawn_on is None:
        entry.withdrawn_on = timezone.localdate(at)
        entry.save(update_fields=["withdrawn_on"])
    leave_trace("said that an entry is gone", about=f"entry {entry.id}", at=at)
    return entry


@action
def say_there_after_all(entry_id: UUID, *, by: Actor, at: datetime) -> Entry:
    """It is there after all."""
    permissions.may_keep(by)
    entry = held(entry_id)
    if entry.withdrawn_by_source:
        # What one of us saw: its source does not take it away again until it has said otherwise itself.
        entry.put_right = {**entry.put_right, "withdrawn_on": timezone.localdate(at).isoformat()}
    entry.withdrawn_on, entry.withdrawn_by_source = None, False
    entry.save(update_fields=["withdrawn_on", "withdrawn_by_source", "put_right"])
    leave_trace("said that an entry is there after all", about=f"entry {entry.id}", at=at)
    return entry


def held(entry_id: UUID) -> Entry:
    """The entry, for as long as this deed lasts nobody else's to change; refused where it is not there."""
    entry = Entry.objects.select_for_update(of=("self",)).select_related("source", "same_as").filter(id=entry_id).first()
    if entry is None:
        raise Refused(_NOT_THERE)
    if entry.same_as is not None:
        raise Refused(_TOGETHER, name=entry.same_as.name)
    return entry


def plain(value: Any) -> Any:
    """A field as it stands beside what a source says."""
    return sorted(value) if isinstance(value, (list, tuple)) else value


def say(entry: Entry, said: dict[str, Any]) -> None:
    """It says this, and is found by its words."""
    for name, value in said.items():
        setattr(entry, name, value)
    if set(said) & set(_SAID_IN):
        entry.stems = telling(stems_in(f"{entry.name} {entry.organisation} {entry.description}"))


def place(entry: Entry) -> None:
    """It lies where its postcode is, if we know it; else its place is not known, which is said."""
    entry.latitude, entry.longitude = places_of([entry.postcode]).get(entry.postcode, (None, None)) if entry.postcode else (None, None)
