"""Recording how somebody came to us."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people.actions import meet
from alongside.people.models import Person
from alongside.people.rules import some_words
from alongside.teams.queries import team_in_common
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, rules
from ..models import Introduction, MessageBack, TeamReason, WhyTheyCame
from ..rules import Introducing, Reasons, WrittenBack
from ..words import NOT_ACCEPTED


@action
def introduce(given: Introducing, *, by: Actor, at: datetime) -> Introduction:
    """Somebody new is introduced, with their yes."""
    team_id = permissions.team_to_record_for(by)
    rules.complete(given, today=timezone.localdate(at))
    if given.for_whom_id:
        # Whoever writes for two teams writes for the one of whoever will walk alongside.
        team_id = team_in_common(by, given.for_whom_id, on=timezone.localdate(at)) or team_id
    person = meet(name=given.who, likes_to_be_called=given.likes_to_be_called, date_of_birth=given.date_of_birth, team_id=team_id, by=by, at=at)
    return _introduced(person, given, team_id, by=by, at=at)


@action
def introduce_again(person: Person, given: Introducing, *, by: Actor, at: datetime) -> Introduction:
    """Somebody we know is introduced once more: another line in the same story, and no intake."""
    team_id = permissions.team_to_record_for(by)
    rules.complete(given, today=timezone.localdate(at))
    return _introduced(person, given, team_id, by=by, at=at)


def _introduced(person: Person, given: Introducing, team_id: UUID, *, by: Actor, at: datetime) -> Introduction:
    made = Introduction.objects.create(
        person=person,
        team_id=team_id,
        introduced_by=given.introduced_by.strip(),
        source=given.source or rules.source_of(given.introduced_by),
        said_yes=given.said_yes,
        how_they_said_yes=given.how_they_said_yes.strip(),
        why=given.why.strip(),
        on=given.on,
        for_whom_id=given.for_whom_id,
        by_id=by.id,
        at=at,
    )
    leave_trace("recorded an introduction", person.id, about=f"introduction {made.id}", at=at)
    return made


@action
def amend_introduction(introduction: Introduction, given: Introducing, *, by: Actor, at: datetime) -> Introduction:
    """Put right how somebody came to us: anybody who may write in their record can; what it said before stays in the row's history."""
    permissions.team_to_record_for(by)
    rules.complete(given, today=timezone.localdate(at))
    introduction.introduced_by, introduction.why = given.introduced_by.strip(), given.why.strip()
    introduction.how_they_said_yes, introduction.on = given.how_they_said_yes.strip(), given.on
    introduction.source = given.source or rules.source_of(given.introduced_by)
    introduction.amended_at = at
    introduction.save(update_fields=["introduced_by", "why", "how_they_said_yes", "on", "source", "amended_at"])
    leave_trace("amended an introduction", introduction.person_id, about=f"introduction {introduction.id}", at=at)
    return introduction


@action
def accept(introduction: Introduction, *, on: date, by: Actor, at: datetime) -> Introduction:
    """We said yes to it, on a day; said again, the day is put right."""
    permissions.team_to_record_for(by)
    rules.an_acceptance(introduction.on, on, today=timezone.localdate(at))
    return _accepted(introduction, "accepted an introduction", on=on, by_id=by.id, at=at)


@action
def take_back_acceptance(introduction: Introduction, *, by: Actor, at: datetime) -> Introduction:
    """It was not accepted after all, or not yet. The row's history keeps that it was said."""
    permissions.team_to_record_for(by)
    if introduction.accepted_on is None:
        raise Refused(NOT_ACCEPTED)
    return _accepted(introduction, "took back an acceptance", on=None, by_id=None, at=at)


def _accepted(introduction: Introduction, verb: str, *, on: date | None, by_id: UUID | None, at: datetime) -> Introduction:
    introduction.accepted_on, introduction.accepted_by_id, introduction.accepted_at = on, by_id, at if on else None
    introduction.save(update_fields=["accepted_on", "accepted_at", "accepted_by"])
    leave_trace(verb, introduction.person_id, about=f"introduction {introduction.id}", at=at)
    return introduction


@action
def write_back(person: Person, given: WrittenBack, *, introduction: Introduction | None = None, by: Actor, at: datetime) -> MessageBack:
    """Keep what was told to the GP or whoever introduced them, as it was sent, to whom and when. Nothing is sent by us."""
    permissions.team_to_record_for(by)
    rules.a_message_is_agreed(given, today=timezone.localdate(at))
    made = MessageBack.objects.create(
        person=person,
        introduction=introduction,
        to_whom=given.to_whom.strip(),
        words=given.words.strip(),
        how_they_said_yes=given.how_they_said_yes.strip(),
        how_sent=given.how_sent,
        sent_on=given.sent_on,
        by_id=by.id,
        at=at,
    )
    leave_trace("wrote back", person.id, about=f"message back {made.id}", at=at)
    return made


@action
def take_back_message(message: MessageBack, *, by: Actor, at: datetime) -> None:
    """It was not sent after all: taken back by whoever kept it, on the same day. What was sent stays."""
    permissions.team_to_record_for(by)
    permissions.may_take_back_message(message.by_id, timezone.localdate(message.at), by=by, today=timezone.localdate(at))
    leave_trace("took back a message back", message.person_id, about=f"message back {message.id}", at=at)
    message.delete()


@action
def say_why(person: Person, given: Reasons, *, by: Actor, at: datetime) -> list[WhyTheyCame]:
    """Why somebody came, as they tell it now. What was told before stays; what is told already is not written twice."""
    permissions.team_to_record_for(by)
    rules.some_reason(given, today=timezone.localdate(at))
    one_at_a_time(person.id)
    held = set(WhyTheyCame.objects.filter(person=person, until__isnull=True).values_list("area", "listed_id", "words"))
    asked = (
        [(area, None, "") for area in given.areas]
        + [("", key, "") for key in given.listed]
        + ([("", None, given.words.strip())] if given.words.strip() else [])
    )
    made = [
        WhyTheyCame(person=person, area=area, listed_id=listed, words=words, told=given.told, on=given.on, by_id=by.id, at=at)
        for area, listed, words in asked
        if (area, listed, words) not in held
    ]
    WhyTheyCame.objects.bulk_create(made)
    leave_trace("said why they came", person.id, about=f"person {person.id}", at=at)
    return made


@action
def end_reason(reason: WhyTheyCame, *, by: Actor, at: datetime) -> None:
    """It holds no longer; that it did stays."""
    permissions.team_to_record_for(by)
    reason.until = max(reason.on, timezone.localdate(at))
    reason.save(update_fields=["until"])
    leave_trace("ended a reason", reason.person_id, about=f"reason {reason.id}", at=at)


@action
def bring_back_reason(reason: WhyTheyCame, *, by: Actor, at: datetime) -> None:
    """It holds after all."""
    permissions.team_to_record_for(by)
    reason.until = None
    reason.save(update_fields=["until"])
    leave_trace("brought back a reason", reason.person_id, about=f"reason {reason.id}", at=at)


@action
def never_told(reason: WhyTheyCame, *, by: Actor, at: datetime) -> None:
    """It was written down by mistake; the record's history keeps that it stood there."""
    permissions.team_to_record_for(by)
    leave_trace("took back a reason", reason.person_id, about=f"reason {reason.id}", at=at)
    reason.delete()


@action
def add_to_list(team_id: UUID, words: str, *, area: str = "", by: Actor, at: datetime) -> TeamReason:
    """A word of the team's own for why people come; one that was retired comes back."""
    permissions.may_keep_the_list(by, team_id)
    words = " ".join(some_words(words, field="words", ask=Sentence("Write the word or words.")).split())
    found = TeamReason.objects.filter(team_id=team_id, words__iexact=words).first() or TeamReason(team_id=team_id, words=words)
    found.area, found.retired_on = area, None
    found.save()
    leave_trace("added to the list of reasons", about=f"reason {found.id}", at=at)
    return found


@action
def retire_from_list(reason: TeamReason, *, by: Actor, at: datetime) -> None:
    """Offered no more; where it was used, it stays."""
    permissions.may_keep_the_list(by, reason.team_id)
    reason.retired_on = timezone.localdate(at)
    reason.save(update_fields=["retired_on"])
    leave_trace("retired from the list of reasons", about=f"reason {reason.id}", at=at)


@action
def offer_again(reason: TeamReason, *, by: Actor, at: datetime) -> None:
    """A word that was retired is offered again."""
    permissions.may_keep_the_list(by, reason.team_id)
    reason.retired_on = None
    reason.save(update_fields=["retired_on"])
    leave_trace("added to the list of reasons", about=f"reason {reason.id}", at=at)
