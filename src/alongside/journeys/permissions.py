"""Who may take back what was written down by mistake, with the sentence shown when it is refused."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours
from alongside.foundation.words import Sentence


def may_take_back(written_by: UUID, written_on: date, said: Sentence, *, by: Actor, today: date) -> None:
    """Whoever wrote it down, on the same day; later it stays, and what is so is written beside it."""
    if written_by != by.id or written_on != today:
        raise NotYours(said)
