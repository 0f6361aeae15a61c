"""A note that is sent twice is kept once, and settles the meeting that was planned: one press, one deed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from alongside.access.opening import Opened
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.journeys.actions import end_visit
from alongside.journeys.models import Nameless, Note, Visit
from alongside.journeys.words import NO_ANSWER
from alongside.trail.doing import one_at_a_time

from . import words

MET = "met"
"""The name of the ticks that say which planned meeting a note is about."""


def key_of(mark: UUID | None, writer: Actor) -> UUID | None:
    """The key of the note that a form will make: its writer's own, so that nobody's mark is another's note."""
    return uuid5(writer.id, str(mark)) if mark else None


def kept_before(key: UUID, said: Mapping[str, Any], people: Collection[UUID]) -> bool:
    """Whether this very form was kept already; refused when it says something else now. Two at once follow one another."""
    one_at_a_time(key)
    note = Note.objects.filter(id=key).first()
    kept: Note | Nameless | None = note or Nameless.objects.filter(id=key).first()
    if kept is None:
        return False
    on_pages = {note.person_id} if note else set()
    if note and note.together:
        on_pages = set(Note.objects.filter(together=note.together).values_list("person_id", flat=True))
    if (kept.text, kept.on, kept.how, on_pages) != (said["text"].strip(), said["on"], said["how"], set(people)):
        raise Refused(words.KEPT_ALREADY)
    return True


def met_as_planned(people: Iterable[Opened], ticked: Iterable[str], how: str, *, by: Actor, at: datetime) -> None:
    """The meetings that are ticked took place, with these people and nobody else; where the note says that nobody answered, they were not in."""
    chosen = set(ticked)
    for visit in Visit.objects.filter(person_id__in=[one.id for one in people], ended=""):
        if str(visit.id) in chosen:
            end_visit(visit, "not in" if how == NO_ANSWER.stored else "met", by=by, at=at)
