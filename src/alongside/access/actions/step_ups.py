"""Handing something of somebody to another profession, with their word: what they said of it decides, now and at each request."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.access.choosing import Holds
from alongside.access.queries import choice_of
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.handovers.actions import hand_over
from alongside.handovers.models import Receiver, StepUp
from alongside.handovers.rules import WITHOUT_A_YES, Given, audience_of
from alongside.handovers.words import SAID_NO
from alongside.people.models import Person
from alongside.trail.doing import action, leave_trace

from .choices import choose


@action
def step_up(person: Person, receiver: Receiver, given: Given, *, by: Actor, at: datetime) -> StepUp:
    """It is handed over. Their yes is kept as their choice for whoever receives it; a no stops it, except for safeguarding or a duty in law."""
    audience = audience_of(receiver.kind)
    before = choice_of(person.id, audience, receiver.id, on=timezone.localdate(at))
    if given.ground not in WITHOUT_A_YES and before.holds == Holds.NO and before.choice:
        raise Refused(SAID_NO, day=before.choice.on)
    made = hand_over(person, receiver, given, by=by, at=at)
    if given.ground == "their yes":
        words = given.how_they_agreed.strip()
        choose(person, audience, Holds.YES, subject=receiver.id, called=str(receiver), how=given.how, words=words, by=by, at=at)
    leave_trace("named somebody in a hand-over", person.id, about=f"step up {made.id}", at=at)
    return made
