"""“Is this still right?”: asked of whoever runs it by a link that needs no account, answered by one press, and gone through by one of us."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..links import new_reference
from ..models import Entry, StillRight
from ..words import ANSWERS

LONGEST_OPEN = timedelta(days=60)
"""How long a link may be open."""
LONGEST_ANSWER = 2000
"""Letters."""


@action
def ask_still_right(entry: Entry, *, to: str, until: date, by: Actor, at: datetime) -> StillRight:
    """Make the link, open up to the day before `until`. It goes out on paper, in an e-mail or a text of one's own."""
    permissions.may_keep(by)
    today = timezone.localdate(at)
    if not today < until <= today + LONGEST_OPEN + timedelta(days=1):
        raise Refused(Sentence("Choose a day from today on, and within 60 days."), field="last_day")
    given = {"to": to.strip(), "reference": new_reference(), "until": until}
    made = StillRight.objects.create(entry=entry, team_id=by.team_id, by_id=by.id, at=at, **given)
    leave_trace("asked whether an entry is still right", about=f"entry {entry.id}", at=at)
    return made


@action
def end_asking(asked: StillRight, *, by: Actor, at: datetime) -> None:
    """The link opens nothing any more."""
    permissions.may_keep(by)
    if asked.ended_at is None:
        asked.ended_at = at
        asked.save(update_fields=["ended_at"])
    leave_trace("ended a link to an entry", about=f"entry {asked.entry_id}", at=at)


@action
def answer_still_right(reference: str, answer: str, words: str, *, by: Actor, at: datetime) -> bool:
    """Whoever has the link says how it is, whoever they are (`by` is nobody); said again while it is open, the last answer holds.

    False where the link is not open.
    """
    if answer not in {word.stored for word in ANSWERS}:
        raise Refused(Sentence("Choose one."), field="answer")
    if answer == "changed" and not words.strip():
        raise Refused(Sentence("Say what is different now."), field="words")
    with connection.cursor() as cursor:
        cursor.execute("SELECT answer_still_right(%s, %s, %s, %s)", [reference, answer, words.strip()[:LONGEST_ANSWER], timezone.localdate(at)])
        (entry,) = cursor.fetchone()
    leave_trace("answered whether an entry is still right", about=f"entry {entry}" if entry else "link", outcome="done" if entry else "refused", at=at)
    return entry is not None


@action
def settle_answer(asked: StillRight, *, by: Actor, at: datetime) -> None:
    """One of us has gone through the answer and done what it asks for."""
    permissions.may_keep(by)
    asked.settled_at, asked.settled_by_id = at, by.id
    asked.save(update_fields=["settled_at", "settled_by"])
    leave_trace("went through an answer about an entry", about=f"entry {asked.entry_id}", at=at)
