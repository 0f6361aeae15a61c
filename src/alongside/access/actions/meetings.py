"""Putting somebody on a meeting's list, with their word: what it may know of them, and how they agreed."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from alongside.access.choosing import Holds
from alongside.access.queries import choice_of
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.meetings.actions import Told, put_down
from alongside.meetings.models import Listed, Proposal, Series
from alongside.meetings.words import SAID_NO
from alongside.people.models import Person
from alongside.trail.doing import action, leave_trace

from .choices import choose


@action
def put_on_list(person: Person, series: Series, on: date, given: Told, *, proposal: Proposal | None = None, by: Actor, at: datetime) -> Listed:
    """They are on the list of this day, with the words they agreed to. Their yes is kept as their choice for this series."""
    before = choice_of(person.id, "meeting", series.id, on=timezone.localdate(at))
    if before.holds == Holds.NO and before.choice:
        raise Refused(SAID_NO, day=before.choice.on)
    made = put_down(person, series, on, given, proposal=proposal, by=by, at=at)
    if series.basis == "their yes":
        words = given.how_they_agreed.strip()
        choose(person, "meeting", Holds.YES, subject=series.id, called=series.name, how=given.how, words=words, until=given.until, by=by, at=at)
    leave_trace("opened their words to a meeting", person.id, about=f"listed {made.id}", at=at)
    return made
