"""What it is really like, in the words of somebody who was there: for anybody to read, or for the team alone."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import Entry, Impression
from ..words import SAID_BY_ANOTHER

LONGEST = 2000
"""Letters."""


@action
def say_what_it_is_like(entry: Entry, words: str, *, private: bool, by: Actor, at: datetime) -> Impression:
    """A few words by whoever went there."""
    permissions.may_keep(by)
    words = words.strip()
    if not words:
        raise Refused(Sentence("Write a few words first."), field="words")
    if len(words) > LONGEST:
        raise Refused(Sentence("This is very long. Say what somebody needs to know before they go."), field="words")
    made = Impression.objects.create(entry=entry, words=words, private=private, team_id=by.team_id, by_id=by.id, at=at)
    leave_trace("said what an entry is like", about=f"entry {entry.id}", at=at)
    return made


@action
def take_back_what_it_is_like(said: Impression, *, by: Actor, at: datetime) -> None:
    """It is not so any more, or was not meant so."""
    permissions.may_keep(by)
    if said.by_id != by.id:
        raise NotYours(SAID_BY_ANOTHER)
    said.taken_back_at = at
    said.save(update_fields=["taken_back_at"])
    leave_trace("took back what an entry is like", about=f"entry {said.entry_id}", at=at)
