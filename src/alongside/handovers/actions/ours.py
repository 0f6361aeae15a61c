"""Our side of a hand-over: handing it over, saying more, taking it back, and that the person was told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.notices.actions import take_back_about
from alongside.people.models import Person
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..links import new_reference
from ..models import Receiver, StepUp, Turn
from ..rules import Given
from ..words import SAY_WHETHER_TOLD, SAY_WHY_NOT_TOLD

A_QUARTER = timedelta(days=91)
"""How long it is open to the other side, unless somebody says otherwise."""


@action
def hand_over(person: Person, receiver: Receiver, given: Given, *, by: Actor, at: datetime) -> StepUp:
    """Something is handed to a named professional; their own word opens it (access/actions/step_ups.py)."""
    permissions.team_that_hands_over(by)
    today = timezone.localdate(at)
    rules.can_be_handed_over(given, receiver.kind, at=at, today=today)
    made = StepUp(
        id=new_key(),
        person_id=person.id,
        part=rules.part_of(given.kind),
        kind=given.kind,
        receiver=receiver,
        partner_id=receiver.staff_id,
        to=str(receiver),
        audience=rules.audience_of(receiver.kind),
        words=given.words.strip(),
        asks=given.asks.strip(),
        ground=given.ground,
        how_they_agreed=given.how_they_agreed.strip(),
        told=given.told,
        why_not_told=given.why_not_told.strip() if given.told == "not told" else "",
        answer_by=given.answer_by if given.urgent else None,
        reach_now=given.reach_now.strip(),
        reference=new_reference(),
        until=given.until or today + A_QUARTER,
        stage="waits",
        by_id=by.id,
        at=at,
    )
    made.save(force_insert=True)
    _turn(made, "hands over", by=by, at=at)
    leave_trace("handed something over", person.id, about=f"step up {made.id}", at=at)
    return made


def _turn(of: StepUp, does: str, said: str = "", *, by: Actor, at: datetime) -> None:
    Turn.objects.create(id=new_key(), step_up=of, person_id=of.person_id, part=of.part, deed=does, words=said.strip(), by_id=by.id, at=at)


def _link_opens_nothing(of: StepUp, *, by: Actor, at: datetime) -> None:
    """What waits to go out with a link that is over does not go; a colleague of another team who covers leaves that to the team."""
    team = of.receiver.team_id
    if any(seat.team_id == team and seat.role in TEAM_ROLES for seat in by.seats):
        take_back_about(f"step up {of.id}", team_id=team, by=by, at=at)


@action
def say(of: StepUp, words: str, *, by: Actor, at: datetime) -> None:
    """A question, an answer, news: the other side reads it."""
    permissions.team_that_hands_over(by)
    rules.is_still_open(of.stage)
    rules.a_turn("says", words)
    _turn(of, "says", words, by=by, at=at)
    leave_trace("wrote in a hand-over", of.person_id, about=f"step up {of.id}", at=at)


@action
def take_back(of: StepUp, words: str, *, by: Actor, at: datetime) -> StepUp:
    """It is not needed any more, or we do it ourselves: from the next request the other side sees nothing of it."""
    permissions.team_that_hands_over(by)
    one_at_a_time(of.id)
    of.refresh_from_db()
    rules.is_still_open(of.stage)
    rules.a_turn("takes back", words)
    _turn(of, "takes back", words, by=by, at=at)
    of.stage, of.ended_at = "taken back", at
    of.save(update_fields=["stage", "ended_at"])
    _link_opens_nothing(of, by=by, at=at)
    leave_trace("took a hand-over back", of.person_id, about=f"step up {of.id}", at=at)
    return of


@action
def tell_them(of: StepUp, told: str, words: str, *, by: Actor, at: datetime) -> StepUp:
    """Whether the person was told, said later: also what became of it, once it has come back."""
    permissions.team_that_hands_over(by)
    if not told:
        raise Refused(SAY_WHETHER_TOLD, field="told")
    if told == "not told" and not words.strip():
        raise Refused(SAY_WHY_NOT_TOLD, field="words")
    of.told, of.why_not_told = told, words.strip() if told == "not told" else ""
    of.save(update_fields=["told", "why_not_told"])
    if told != "not told":
        _turn(of, "told them", words, by=by, at=at)
    leave_trace("wrote down whether they were told of a hand-over", of.person_id, about=f"step up {of.id}", at=at)
    return of


@action
def new_link(of: StepUp, *, until: date, by: Actor, at: datetime) -> StepUp:
    """Another link, and until when: the one before opens nothing any more."""
    permissions.team_that_hands_over(by)
    rules.is_still_open(of.stage)
    rules.a_link_ends(until, today=timezone.localdate(at))
    of.reference, of.until, of.link_ended_at = new_reference(), until, None
    of.save(update_fields=["reference", "until", "link_ended_at"])
    _link_opens_nothing(of, by=by, at=at)
    leave_trace("made a link to a hand-over", of.person_id, about=f"step up {of.id}", at=at)
    return of


@action
def end_link(of: StepUp, *, by: Actor, at: datetime) -> StepUp:
    """It went astray: nobody opens anything by it any more."""
    permissions.team_that_hands_over(by)
    of.link_ended_at = at
    of.save(update_fields=["link_ended_at"])
    _link_opens_nothing(of, by=by, at=at)
    leave_trace("ended a link to a hand-over", of.person_id, about=f"step up {of.id}", at=at)
    return of
