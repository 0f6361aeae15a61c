"""Gathering everything about somebody who asked for it, looking through it, and handing it over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from alongside.access import permissions
from alongside.access.models import Asked
from alongside.access.taking_away.looking_through import gathered_for, pack_of
from alongside.access.taking_away.packing import zipped
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

TO_LOOK_THROUGH = timedelta(days=14)
"""How long what was gathered waits to be looked through."""
TO_BE_TAKEN = timedelta(hours=24)
"""How long the file waits to be taken by whoever hands it over."""

GATHER_FIRST = Sentence("Nothing is gathered, or its time is over. Gather it first.")


@action
def gather(asked: Asked, *, by: Actor, at: datetime) -> None:
    """All that every table holds about them, as it stands now, for the information governance lead to look through."""
    permissions.may_answer(by)
    if asked.for_what != "everything" or (asked.done_at is not None and not gathered_for(asked.id)):
        raise Refused(Sentence("They did not ask for this, or it was handed over. Write down what they ask first."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT gather_everything(%s, %s, %s)", [asked.id, at, at + TO_LOOK_THROUGH])
    leave_trace("gathered everything about them", asked.person_id, about=f"asked {asked.id}", at=at)


@action
def look_through(asked: Asked, *, stay: Sequence[str], out: Sequence[str], besides: Sequence[str] = (), by: Actor, at: datetime) -> None:
    """Which names of others may stay in, which words go that are likely no names, and which passages are left out besides."""
    permissions.may_answer(by)
    if gathered_for(asked.id) is None:
        raise Refused(GATHER_FIRST)
    chosen = {"stay": sorted(set(stay)), "besides": sorted(set(besides)), "out": [words.strip() for words in out if words.strip()]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT keep_what_may_stay(%s, %s::jsonb)", [asked.id, json.dumps(chosen)])
    leave_trace("looked through what was gathered", asked.person_id, about=f"asked {asked.id}", at=at)


@action
def hand_over(asked: Asked, *, by: Actor, at: datetime, lasts: timedelta = TO_BE_TAKEN) -> None:
    """The file is made from what was looked through; what was gathered goes, and the file goes too when its time is over.

    What they asked for is done once the file is taken: if nobody takes it in time, it waits for an answer as before.
    """
    permissions.may_answer(by)
    gathered = gathered_for(asked.id)
    if gathered is None or gathered.may_stay is None:
        raise Refused(GATHER_FIRST)
    made = zipped(pack_of(gathered))
    with connection.cursor() as cursor:
        cursor.execute("SELECT keep_pack(%s, %s, %s)", [asked.id, made, at + lasts])
    asked.answer, asked.why, asked.answered_by_id, asked.answered_at = "yes", "They asked for it.", by.id, at
    asked.save(update_fields=["answer", "why", "answered_by", "answered_at"])
    leave_trace("handed everything over", asked.person_id, about=f"asked {asked.id}", at=at)


@action
def take_own_pack(person_id: UUID, *, by: Actor, at: datetime) -> bytes:
    """The same, taken by themselves from their own page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT my_pack(%s)", [at])
        row = cursor.fetchone()
    if by.id != person_id or row is None or row[0] is None:
        raise Refused(Sentence("The file is not there any more: it is kept for a day. Ask us again."))
    leave_trace("took the copy of everything", person_id, about=f"person {person_id}", at=at)
    return bytes(row[0])


def forget_old_packs() -> None:
    """Clear away whatever waited too long, whoever gathered it. Nothing of anybody's record goes, so the trail has no line."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT forget_old_packs()")


@action
def take_pack(asked: Asked, *, by: Actor, at: datetime) -> bytes:
    """The file itself, as long as it is there: each time it is taken is written down, and with the first what they asked for is done."""
    permissions.may_answer(by)
    gathered = gathered_for(asked.id)
    if gathered is None or gathered.pack is None or gathered.until <= at:
        raise Refused(Sentence("The file is not there any more: it is kept for a day. Gather it anew."))
    if asked.done_at is None:
        asked.done_at = at
        asked.save(update_fields=["done_at"])
    leave_trace("took the copy of everything", asked.person_id, about=f"asked {asked.id}", at=at)
    return bytes(gathered.pack)
