"""Next steps, with who does each, and how they went."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.journeys import rules
from alongside.journeys.models import Step, Waiting
from alongside.journeys.permissions import may_take_back
from alongside.journeys.rules import StepAsked
from alongside.journeys.words import SOMETHING_IS_AWAITED, STEP_ENDED, STEP_TAKEN_BACK_BY
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future
from alongside.trail.doing import action, leave_trace


@action
def add_step(person: Person, step: StepAsked, *, by: Actor, at: datetime) -> Step:
    """A next step, with who does it."""
    may_write(by)
    made = Step.objects.create(person=person, **_judged(step, None, at=at), by_id=by.id, at=at)
    leave_trace("added a next step", person.id, about=f"step {made.id}", at=at)
    return made


def _judged(step: StepAsked, before: date | None, *, at: datetime) -> dict[str, Any]:
    """What a step is to hold, or a refusal. A day that stood there before may have passed meanwhile."""
    rules.a_step_says_who(step)
    if step.by_when != before:
        rules.a_day_to_come(step.by_when, today=timezone.localdate(at))
    return {
        "words": step.words.strip(),
        "who_kind": step.who_kind,
        "who": step.who.strip(),
        "staff_id": step.staff_id if step.who_kind == "us" else None,
        "why_a_service": step.why_a_service.strip() if step.who_kind == "service" else "",
        "by_when": step.by_when,
    }


@action
def amend_step(step: Step, given: StepAsked, *, by: Actor, at: datetime) -> Step:
    """Put a step right that goes on: what it is, who does it, why a service, by when. What it said before stays in the row's history."""
    may_write(by)
    if step.ended_on is not None:
        raise Refused(STEP_ENDED)
    held = _judged(given, step.by_when, at=at)
    for name, value in held.items():
        setattr(step, name, value)
    step.save(update_fields=["words", "who_kind", "who", "staff", "why_a_service", "by_when"])
    leave_trace("amended a step", step.person_id, about=f"step {step.id}", at=at)
    return step


@action
def take_back_step(step: Step, *, by: Actor, at: datetime) -> None:
    """Undo a step that one wrote down by mistake, on the day one did."""
    may_write(by)
    may_take_back(step.by_id, timezone.localdate(step.at), STEP_TAKEN_BACK_BY, by=by, today=timezone.localdate(at))
    if Waiting.objects.filter(step=step, ended_on__isnull=True).exists():
        raise Refused(SOMETHING_IS_AWAITED)
    Waiting.objects.filter(step=step).update(step=None)
    leave_trace("took back a step", step.person_id, about=f"step {step.id}", at=at)
    step.delete()


@action
def end_step(step: Step, *, as_: str = "done", how_it_went: str = "", on: date, by: Actor, at: datetime) -> Step:
    """A step is done, or is let go; how it went is theirs to say."""
    may_write(by)
    if step.ended_on is not None:
        raise Refused(STEP_ENDED)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    step.ended_as, step.ended_on, step.ended_at, step.ended_by_id = as_, on, at, by.id
    step.how_it_went = how_it_went.strip()
    step.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "how_it_went"])
    leave_trace("ended a step", step.person_id, about=f"step {step.id}", at=at)
    return step


@action
def go_on(step: Step, *, how_it_went: str = "", by_when: date | None, by: Actor, at: datetime) -> Step:
    """Not yet: the step goes on, until another day or until none; how it went so far is kept beside it."""
    may_write(by)
    if step.ended_on is not None:
        raise Refused(STEP_ENDED)
    if by_when != step.by_when:
        rules.a_day_to_come(by_when, today=timezone.localdate(at))
    step.by_when, step.how_it_went = by_when, how_it_went.strip()
    step.save(update_fields=["by_when", "how_it_went"])
    leave_trace("went on with a step", step.person_id, about=f"step {step.id}", at=at)
    return step


@action
def take_up_again(step: Step, *, by: Actor, at: datetime) -> Step:
    """A step that had ended goes on after all."""
    may_write(by)
    step.ended_as, step.ended_on, step.ended_at, step.ended_by_id, step.laid_aside_with = "", None, None, None, None
    step.save(update_fields=["ended_as", "ended_on", "ended_at", "ended_by", "laid_aside_with"])
    leave_trace("took up a step again", step.person_id, about=f"step {step.id}", at=at)
    return step
