"""Asking how it was; what comes back; and dealing with what was written besides. Nothing here says whose an answer is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.places.models import Locality
from alongside.teams.models import Team
from alongside.trail.doing import action, leave_trace

from . import permissions, rules
from .links import new_reference
from .models import Asked, Words
from .rules import Said
from .words import ALL_ANSWERED, LINK_IS_OVER, NOT_OF_THE_TEAM, TOO_LATE_TO_TAKE_BACK


@dataclass(frozen=True)
class Whom:
    """How many are asked, of people or of partners, in which neighbourhood if that is said; and the first day on which the link opens nothing."""

    people_or_partners: str
    how_many: int
    until: date
    locality_id: UUID | None = None


@dataclass(frozen=True)
class Typed:
    """A sheet that was just typed in: its key, and that of the words that came with it, so that whoever typed it can take it back at once."""

    sheet: UUID
    besides: UUID | None


@action
def ask(team_id: UUID, whom: Whom, *, by: Actor, at: datetime) -> Asked:
    """So many are asked: one link and one sheet for all of them, which say nothing of who they are."""
    permissions.may_ask(by, team_id)
    today = timezone.localdate(at)
    rules.may_be_asked(whom.how_many, whom.until, today)
    if whom.locality_id and not Locality.objects.filter(id=whom.locality_id, teams__in=Team.objects.filter(id=team_id)).exists():
        raise Refused(NOT_OF_THE_TEAM, field="locality")
    made = Asked.objects.create(
        team_id=team_id,
        people_or_partners=whom.people_or_partners,
        how_many=whom.how_many,
        locality_id=whom.locality_id,
        on=today,
        reference=new_reference(),
        until=whom.until,
        by_id=by.id,
        at=at,
    )
    leave_trace("asked how it was", about=f"asked {made.id}", at=at)
    return made


@action
def say_how_it_was(reference: str, said: Said, *, by: Actor, at: datetime) -> None:
    """Whoever has the link answers (`by` is nobody). The trail says that somebody did, and not by which link."""
    _take(reference, "link", said, at)
    leave_trace("said by a link how it was", about="link", at=at)


@action
def type_in(asked: Asked, way: str, said: Said, *, by: Actor, at: datetime) -> Typed:
    """One of us types in a sheet, hands over a screen, or writes down what was said aloud."""
    permissions.may_ask(by, asked.team_id)
    sheet, besides = _take(asked.reference, way, said, at)
    if sheet is None:
        raise Refused(LINK_IS_OVER)
    leave_trace("typed in how it was", about=f"team {asked.team_id}", at=at)
    return Typed(sheet, besides)


@action
def take_back(asked: Asked, typed: Typed, *, by: Actor, at: datetime) -> None:
    """What was mistyped goes, and the sheet can be typed in again: on the day it came, and never an answer by a link."""
    permissions.may_ask(by, asked.team_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT feedback_take_back(%s, %s, %s)", [asked.reference, typed.sheet, typed.besides])
        if not cursor.fetchone()[0]:
            raise Refused(TOO_LATE_TO_TAKE_BACK)
    leave_trace("took back a sheet of how it was", about=f"team {asked.team_id}", at=at)


@action
def end_link(asked: Asked, *, by: Actor, at: datetime) -> None:
    """Nobody answers by it any more; sheets on paper are still typed in."""
    permissions.may_ask(by, asked.team_id)
    if asked.ended_at is None:
        asked.ended_at = at
        asked.save(update_fields=["ended_at"])
    leave_trace("ended a link that asks how it was", about=f"asked {asked.id}", at=at)


@action
def deal_with(words: Words, *, by: Actor, at: datetime) -> None:
    """The team has dealt with what somebody wrote: the words are gone."""
    permissions.may_ask(by, words.team_id)
    team_id = words.team_id
    words.delete()
    leave_trace("dealt with words to the team", about=f"team {team_id}", at=at)


def _take(reference: str, way: str, said: Said, at: datetime) -> tuple[UUID | None, UUID | None]:
    rules.is_an_answer(said)
    given = {} if said.would_rather_not else {"words": said.words.strip(), **{key: chosen for key, chosen in said.chosen.items() if chosen}}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT came, sheet, besides FROM feedback_take(%s, %s, %s::jsonb, %s)",
            [reference, way, json.dumps(given | {"ended": said.ended}), timezone.localdate(at)],
        )
        came, sheet, besides = cursor.fetchone()
    if came == "full":
        raise Refused(ALL_ANSWERED)
    if came != "taken":
        raise Refused(LINK_IS_OVER)
    return sheet, besides
