"""A life written by the actions that the pages use: slow, and right by definition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.connections import actions as connections
from alongside.foundation.actor import Actor
from alongside.introductions.rules import Introducing
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.outcomes import actions as outcomes
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.trail.doing import acting

from .lives import Deed, Life

_PLAIN = {
    name: getattr(room, name)
    for room, names in (
        (people, ("say_where", "say_good_to_know", "add_gift", "add_to_circle")),
        (journeys, ("set_level", "write_note", "tell_good_life", "agree")),
        (outcomes, ("tell_change",)),
    )
    for name in names
}
"""Actions that take what a deed gives, and nothing else."""


def write(life: Life, staff: Sequence[Actor]) -> None:
    """Do all that was done for somebody, as the one who walks alongside them."""
    by = staff[life.walker]
    with acting(by, purpose="bench"):
        welcome, *others = life.deeds
        person = journeys.welcome(Introducing(**life.who), by=by, at=welcome.at).person
        for deed in others:
            _do(deed, person, by)


def _do(deed: Deed, person: Person, by: Actor) -> None:
    given: dict[str, Any] = dict(deed.given)
    if deed.name in _PLAIN:
        _PLAIN[deed.name](person, **given, by=by, at=deed.at)
    elif deed.name == "add_step":
        ended_on = given.pop("ended_on")
        step = journeys.add_step(person, StepAsked(**given, staff_id=by.id), by=by, at=deed.at)
        if ended_on:
            journeys.end_step(step, how_it_went="It went well.", on=ended_on, by=by, at=deed.at)
    elif deed.name == "connect":
        climbed = given.pop("climbed")
        made = connections.connect(person, given.pop("to"), **given, by=by, at=deed.at)
        for rung, on in climbed:
            connections.climb(made, rung, on=on, by=by, at=deed.at)
    elif deed.name == "plan_visit":
        journeys.plan_visit(person, **given, staff_id=by.id, by=by, at=deed.at)
    else:
        raise KeyError(deed.name)
