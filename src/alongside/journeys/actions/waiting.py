"""Safe waiting: what is awaited, who keeps them company meanwhile, and how it ended."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.journeys.models import Step, Waiting
from alongside.journeys.permissions import may_take_back
from alongside.journeys.rules import Awaited, a_day_to_come, an_end_follows_its_beginning
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

WAIT_ENDED = Sentence("This wait has ended already.")


def _judged(given: Awaited, before: date | None, *, at: datetime) -> dict[str, object]:
    """What a wait is to hold, or a refusal. A day to look again that stood there before may have passed meanwhile."""
    today = timezone.localdate(at)
    awaited = some_words(given.awaited, field="awaited", ask=Sentence("Say what they wait for."))
    not_in_the_future(given.since, today=today, field="since")
    if given.look_again_on != before:
        a_day_to_come(given.look_again_on, today=today, field="look_again_on")
    return asdict(given) | {"awaited": awaited, "of_whom": given.of_whom.strip(), "company": given.company.strip()}


@action
def begin_waiting(person: Person, given: Awaited, *, step: Step | None = None, by: Actor, at: datetime) -> Waiting:
    """They wait for something; it may have grown out of a step that a service was asked."""
    may_write(by)
    made = Waiting.objects.create(person=person, step=step, **_judged(given, None, at=at), by_id=by.id, at=at)
    leave_trace("began safe waiting", person.id, about=f"waiting {made.id}", at=at)
    return made


@action
def amend_waiting(waiting: Waiting, given: Awaited, *, by: Actor, at: datetime) -> Waiting:
    """They wait on: another day to look again, somebody else who keeps them company, or words put right."""
    may_write(by)
    if waiting.ended_on is not None:
        raise Refused(WAIT_ENDED)
    for name, value in _judged(given, waiting.look_again_on, at=at).items():
        setattr(waiting, name, value)
    waiting.save(update_fields=list(asdict(given)))
    leave_trace("amended safe waiting", waiting.person_id, about=f"waiting {waiting.id}", at=at)
    return waiting


@action
def end_waiting(waiting: Waiting, *, as_: str, how_it_went: str = "", on: date, by: Actor, at: datetime) -> Waiting:
    """It came, it did not, or it is not needed any more."""
    may_write(by)
    if waiting.ended_on is not None:
        raise Refused(WAIT_ENDED)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    an_end_follows_its_beginning(on, waiting.since)
    waiting.ended_as, waiting.ended_on, waiting.ended_at, waiting.ended_by_id = as_, on, at, by.id
    waiting.how_it_went = how_it_went.strip()
    waiting.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "how_it_went"])
    leave_trace("ended safe waiting", waiting.person_id, about=f"waiting {waiting.id}", at=at)
    return waiting


@action
def wait_on(waiting: Waiting, *, by: Actor, at: datetime) -> Waiting:
    """They wait on after all; what was said when it ended goes with it, and stays in the row's history."""
    may_write(by)
    waiting.ended_as, waiting.ended_on, waiting.ended_at, waiting.ended_by_id = "", None, None, None
    waiting.how_it_went, waiting.laid_aside_with = "", None
    waiting.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "how_it_went", "laid_aside_with"])
    leave_trace("went on with safe waiting", waiting.person_id, about=f"waiting {waiting.id}", at=at)
    return waiting


@action
def take_back_waiting(waiting: Waiting, *, by: Actor, at: datetime) -> None:
    """Undo a wait that one wrote down by mistake, on the day one did."""
    may_write(by)
    said = Sentence("A wait is taken back by whoever wrote it down, on the same day. Say that it is not needed any more instead.")
    may_take_back(waiting.by_id, timezone.localdate(waiting.at), said, by=by, today=timezone.localdate(at))
    leave_trace("took back safe waiting", waiting.person_id, about=f"waiting {waiting.id}", at=at)
    waiting.delete()
