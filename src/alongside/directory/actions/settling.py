"""Where one of us and a source say different things: ours is kept, theirs is taken, and either is taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..disagreeing.models import Settled
from ..disagreeing.queries import DEGREES, PLACE, Disagreement, disagreements_of
from ..models import Entry
from .keeping import held, place, plain, say

NOTHING_ELSE = Sentence("Its source says nothing else of this.")
SAYS_ANOTHER = Sentence("Its source says something else again by now. Look at both once more.")
TAKEN_BACK = Sentence("This was taken back already.")
PUT_RIGHT_SINCE = Sentence("Somebody has put this right again since, so it cannot be taken back. Put it right on its own page.")


@action
def keep_ours(entry_id: UUID, field: str, *, seen: str = "", by: Actor, at: datetime) -> Settled:
    """We know better: ours stands, and what the source says now is not asked again until it says something else."""
    permissions.may_settle(by)
    entry = held(entry_id)
    made = _settled(entry, _asked(entry, field, seen), "ours", by, at)
    entry.source_says = _less(entry.source_says, field)
    entry.save(update_fields=["source_says"])
    leave_trace("kept ours against a source", about=f"entry {entry.id} {field}", at=at)
    return made


@action
def take_sources_word(entry_id: UUID, field: str, *, seen: str = "", by: Actor, at: datetime) -> Entry:
    """The source was right after all: its word stands again, and it may change it."""
    permissions.may_settle(by)
    entry = held(entry_id)
    one = _asked(entry, field, seen)
    _settled(entry, one, "theirs", by, at)
    say(entry, _each(field, one.theirs))
    if field == "postcode":
        _placed(entry, entry.source_says)
    entry.put_right, entry.source_says = _less(entry.put_right, field), _less(entry.source_says, field)
    entry.save()
    leave_trace("took a source's word", about=f"entry {entry.id} {field}", at=at)
    return entry


@action
def unsettle(settled_id: UUID, *, by: Actor, at: datetime) -> Entry:
    """It is open again: what we said stands, and what its source says stands beside it."""
    permissions.may_settle(by)
    one = Settled.objects.select_for_update().filter(id=settled_id, undone_at__isnull=True).first()
    if one is None:
        raise Refused(TAKEN_BACK)
    entry = held(one.entry_id)
    if one.took == "theirs":
        _ours_again(entry, one)
    elif one.field in entry.put_right and one.field not in entry.source_says and _stands(entry, one.field) != one.theirs:
        entry.source_says = {**entry.source_says, **_each(one.field, one.theirs)}
    entry.save()
    one.undone_at = at
    one.save(update_fields=["undone_at"])
    leave_trace("opened a disagreement again", about=f"entry {entry.id} {one.field}", at=at)
    return entry


def _ours_again(entry: Entry, one: Settled) -> None:
    if one.field in entry.put_right:
        raise Refused(PUT_RIGHT_SINCE)
    theirs = {name: plain(getattr(entry, name)) for name in _fields(one.field)}
    say(entry, _each(one.field, one.ours))
    if one.field == "postcode":
        place(entry)
    entry.put_right = {**entry.put_right, **dict.fromkeys(_fields(one.field), one.since)}
    entry.source_says = {**entry.source_says, **{name: said for name, said in theirs.items() if said != plain(getattr(entry, name))}}


def _asked(entry: Entry, field: str, seen: str) -> Disagreement:
    """What is to be settled, if it is still what was seen."""
    one = next((one for one in disagreements_of(entry) if one.field == field), None)
    if one is None:
        raise Refused(NOTHING_ELSE)
    if seen and seen != one.seen:
        raise Refused(SAYS_ANOTHER)
    return one


def _settled(entry: Entry, one: Disagreement, took: str, by: Actor, at: datetime) -> Settled:
    return Settled.objects.create(entry=entry, field=one.field, took=took, ours=plain(one.ours), theirs=one.theirs, since=one.since, by_id=by.id, at=at)


def _fields(field: str) -> tuple[str, ...]:
    """A field, with those that are settled with it."""
    return DEGREES if field == PLACE else (field, *DEGREES) if field == "postcode" else (field,)


def _less(by_field: dict[str, Any], field: str) -> dict[str, Any]:
    return {name: value for name, value in by_field.items() if name not in _fields(field)}


def _each(field: str, said: Any) -> dict[str, Any]:
    return dict(zip(DEGREES, said, strict=True)) if field == PLACE else {field: said}


def _stands(entry: Entry, field: str) -> Any:
    return [getattr(entry, name) for name in DEGREES] if field == PLACE else plain(getattr(entry, field))


def _placed(entry: Entry, said: dict[str, Any]) -> None:
    """Where its source puts it, or else its postcode."""
    if set(DEGREES) <= set(said):
        say(entry, {name: said[name] for name in DEGREES})
    else:
        place(entry)
