"""Agreeing how often to be in touch."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.journeys.models import Rhythm
from alongside.journeys.rhythm import Agreed, an_agreed_rhythm
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace


@action
def agree_rhythm(person: Person, agreed: Agreed, *, words: str = "", by: Actor, at: datetime) -> Rhythm:
    """How often to be in touch, or that nobody is reminded before a day; what was agreed before stays."""
    may_write(by)
    an_agreed_rhythm(agreed, today=timezone.localdate(at))
    made = Rhythm.objects.create(
        person=person,
        kind=agreed.kind,
        every_days=agreed.every_days if agreed.kind == "every" else None,
        not_before=agreed.not_before,
        words=words.strip(),
        by_id=by.id,
        at=at,
    )
    leave_trace("agreed how often to be in touch", person.id, about=f"rhythm {made.id}", at=at)
    return made
