"""“Something here is not right”: said by anybody, gone through by one of us with one press, and taken up again. It changes nothing of an entry by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..complaints.models import LONGEST, Complaint
from ..complaints.queries import still_open
from ..models import Entry
from ..twins.family import of_it
from ..words import BECAME_OF_IT, COMPLAINED_OF
from .keeping import say_gone, say_there_after_all

MOST_A_DAY, MOST_OF_ONE = 200, 10
"""Complaints of visitors that are kept in a day: of the whole house, and of one entry."""
_FULL = Sentence(
    "So much came in today that no more fits. Please try again tomorrow, or tell a coordinator.",
    sp="So much came in today that no more fits. Please try again tomorrow, or tell a link worker.",
)
NOTHING_OPEN = Sentence("Somebody has gone through this already.")


@action
def complain_openly(entry: Entry, about: str, words: str, *, by: Actor, at: datetime) -> None:
    """A visitor says what is wrong, and nothing of themselves; said again on the same day it is the same."""
    about, words = _checked(about, words)
    if not words:
        raise Refused(Sentence("Say in a few words what is not right."), field="words")
    key = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT complain_openly(%s, %s, %s, %s, %s, %s, %s)", [key, entry.id, about, words, at, MOST_OF_ONE, MOST_A_DAY])
        (became,) = cursor.fetchone()
    if became == "full":
        raise Refused(_FULL)
    leave_trace("said that something is not right", about=f"entry {entry.id} {became}", at=at)


@action
def complain(entry: Entry, about: str, words: str = "", *, by: Actor, at: datetime) -> Complaint:
    """One of us heard or saw that something is not right, and cannot put it right now."""
    permissions.may_keep(by)
    about, words = _checked(about, words)
    made = Complaint.objects.create(entry=entry, about=about, words=words, team_id=by.team_id, by_id=by.id, at=at)
    leave_trace("said that something is not right", about=f"entry {entry.id} {about}", at=at)
    return made


@action
def settle_complaints(entry: Entry, became: str, *, upto: UUID, by: Actor, at: datetime) -> int:
    """One of us has gone through all that was said up to this one. Where it is not there any more, nobody is offered it from now on."""
    permissions.may_keep(by)
    if became not in {word.stored for word in BECAME_OF_IT}:
        raise Refused(Sentence("Choose one."))
    many = still_open().filter(of_it(entry.id), id__lte=upto).update(became=became, settled_at=at, settled_by=by.id)
    if not many:
        raise Refused(NOTHING_OPEN)
    if became == "gone" and entry.withdrawn_on is None:
        say_gone(entry.id, by=by, at=at)
    leave_trace("said what became of what is not right", about=f"entry {entry.id} {became}", at=at)
    return many


@action
def take_up_complaints(settled: Complaint, *, by: Actor, at: datetime) -> int:
    """It was gone through too soon: all that was settled with that press is open again, and the entry is there again where that press took it away."""
    permissions.may_keep(by)
    became, when = settled.became, settled.settled_at
    same_press = Complaint.objects.filter(of_it(settled.entry.same_as_id or settled.entry_id), settled_at=when, settled_by=settled.settled_by_id)
    many = same_press.update(became="", settled_at=None, settled_by=None) if when else 0
    if not many or when is None:
        raise Refused(Sentence("This is open already."))
    entry = settled.entry.same_as or settled.entry
    if became == "gone" and entry.withdrawn_on == timezone.localdate(when) and not entry.withdrawn_by_source:
        say_there_after_all(entry.id, by=by, at=at)
    leave_trace("took up again what is not right", about=f"entry {entry.id} {became}", at=at)
    return many


def _checked(about: str, words: str) -> tuple[str, str]:
    if about not in {word.stored for word in COMPLAINED_OF}:
        raise Refused(Sentence("Choose one."), field="about")
    words = words.strip()
    if len(words) > LONGEST:
        raise Refused(Sentence("This is long. Say it in at most %(most)s letters."), field="words", most=LONGEST)
    return about, words
