"""The other side of a hand-over, by an account or by its link: each through one function of the database, which asks again whether it is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace

from .. import rules
from ..models import OwnNote, StepUp
from ..words import NOT_YOURS_NOW, SAY_WHAT, SOMETHING_ON_THE_PAGE


@dataclass(frozen=True)
class Said:
    """What the other side says and does."""

    does: str
    words: str = ""
    avoided: str = ""
    writer: str = ""
    outcome: str = ""


def _told(sql: str, *values: object) -> UUID:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        (person,) = cursor.fetchone() or (None,)
    if person is None:
        raise Refused(NOT_YOURS_NOW)
    found: UUID = person
    return found


@action
def answer(of: UUID, said: Said, *, by: Actor, at: datetime) -> None:
    """They take it on, work jointly, ask, say that it is not theirs, or hand it back with what became of it."""
    rules.a_turn(said.does, said.words, outcome=said.outcome)
    values = (said.does, said.words.strip(), said.avoided.strip(), said.writer.strip(), said.outcome)
    person = _told("SELECT say_in_a_hand_over(%s, %s, %s, %s, %s, %s, %s, %s)", of, new_key(), *values, at)
    leave_trace("answered a hand-over", person, about=f"step up {of}", at=at)


@action
def write_their_part(of: UUID, *, agreed: str, who_does_what: str, comes_next: str, by: Actor, at: datetime) -> None:
    """The page that both share, as the other side leaves it."""
    if not (agreed.strip() or who_does_what.strip() or comes_next.strip()):
        raise Refused(SOMETHING_ON_THE_PAGE, field="agreed")
    person = _told("SELECT write_on_a_shared_page(%s, %s, %s, %s, %s, %s)", of, new_key(), agreed.strip(), who_does_what.strip(), comes_next.strip(), at)
    leave_trace("wrote on a shared page", person, about=f"step up {of}", at=at)


@action
def keep_own_note(of: StepUp, words: str, *, by: Actor, at: datetime) -> OwnNote:
    """A note for themselves; ours do not read it."""
    if not words.strip():
        raise Refused(SAY_WHAT, field="words")
    made = OwnNote.objects.create(id=new_key(), step_up=of, person_id=of.person_id, writer_id=by.id, words=words.strip(), at=at)
    leave_trace("kept a note of their own", of.person_id, about=f"own note {made.id}", at=at)
    return made
