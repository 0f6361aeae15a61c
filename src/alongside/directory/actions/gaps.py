"""Keeping a wish that nothing suits, and saying what became of it: changed, answered, ended, and each of it undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..gaps.models import Gap
from ..gaps.said import Said, checked
from ..models import Entry

MOST_A_DAY = 200
"""Wishes of visitors that are kept in a day, from the whole house."""


@action
def keep_gap(said: Said, *, by: Actor, at: datetime) -> Gap:
    """A wish, for the team of whoever heard it."""
    permissions.may_keep(by)
    made = Gap.objects.create(**checked(said).as_kept, team_id=by.team_id, by_id=by.id, at=at)
    leave_trace("kept a wish", about=f"gap {made.id}", at=at)
    return made


@action
def keep_open_gap(said: Said, *, by: Actor, at: datetime) -> None:
    """A visitor's wish, with nothing of the visitor; said again on the same day it is the same."""
    kept = checked(replace(said, how_many=1)).as_kept
    key = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT keep_open_gap(%s, %s, %s, %s)", [key, json.dumps(kept), at, MOST_A_DAY])
        (became,) = cursor.fetchone()
    if became == "full":
        raise Refused(
            Sentence(
                "So many wishes came in today that no more fit. Please try again tomorrow, or tell a coordinator.",
                sp="So many wishes came in today that no more fit. Please try again tomorrow, or tell a link worker.",
            )
        )
    leave_trace("kept a wish", about=f"gap {key}" if became == "kept" else "gap said again", at=at)


@action
def change_gap(gap: Gap, said: Said, *, by: Actor, at: datetime) -> Gap:
    """It was meant otherwise, or more would come."""
    permissions.may_keep(by)
    for name, value in checked(said).as_kept.items():
        setattr(gap, name, value)
    gap.save()
    leave_trace("changed a kept wish", about=f"gap {gap.id}", at=at)
    return gap


@action
def answer_gap(gap: Gap, entry: Entry, *, by: Actor, at: datetime) -> Gap:
    """There is something now."""
    permissions.may_keep(by)
    if gap.ended_at:
        raise Refused(Sentence("This wish was ended. Take it up again first."))
    if entry.withdrawn_on:
        raise Refused(Sentence("%(name)s is not there any more, so it answers nothing."), field="entry", name=entry.name)
    gap.entry, gap.answered_at, gap.answered_by_id = entry, at, by.id
    gap.save(update_fields=["entry", "answered_at", "answered_by"])
    leave_trace("answered a kept wish", about=f"gap {gap.id}", at=at)
    return gap


@action
def pass_on(gap: Gap, news: UUID, *, on: date, by: Actor, at: datetime) -> Gap:
    """Whoever wished, and whose name stands nowhere, heard what came of it."""
    permissions.may_keep(by)
    gap.told_of = {**gap.told_of, str(news): on.isoformat()}
    gap.save(update_fields=["told_of"])
    leave_trace("passed on what came of a kept wish", about=f"gap {gap.id} {news}", at=at)
    return gap


@action
def not_passed_on(gap: Gap, *, by: Actor, at: datetime) -> Gap:
    """They heard nothing yet after all."""
    permissions.may_keep(by)
    gap.told_of = {}
    gap.save(update_fields=["told_of"])
    leave_trace("took back that it was passed on", about=f"gap {gap.id}", at=at)
    return gap


@action
def open_gap_again(gap: Gap, *, by: Actor, at: datetime) -> Gap:
    """It is not answered after all, or was ended too soon."""
    permissions.may_keep(by)
    gap.entry = gap.answered_at = gap.answered_by = gap.ended_at = gap.ended_by = None
    gap.save(update_fields=["entry", "answered_at", "answered_by", "ended_at", "ended_by"])
    leave_trace("took up a kept wish again", about=f"gap {gap.id}", at=at)
    return gap


@action
def end_gap(gap: Gap, *, by: Actor, at: datetime) -> Gap:
    """Nobody wishes it any more."""
    permissions.may_keep(by)
    gap.ended_at, gap.ended_by_id = gap.ended_at or at, gap.ended_by_id or by.id
    gap.save(update_fields=["ended_at", "ended_by"])
    leave_trace("ended a kept wish", about=f"gap {gap.id}", at=at)
    return gap
