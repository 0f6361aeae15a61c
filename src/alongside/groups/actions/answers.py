"""Still going? What whoever leads a group answers, and how it comes to be a stage of the group."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace

from .. import permissions, rules
from ..by_link import page_by_link
from ..models import Group, StillGoing
from ..queries import held_now, steps_of
from ..words import DEALT_WITH, NOT_DUE, SAY_WHY_IT_ENDED
from .life import step
from .sharing import Holder, hand_on


@dataclass(frozen=True)
class Answered:
    """An answer as it is given: whether it goes on, by thing which side holds it where that was said, what is needed, and a few words."""

    going: str
    held: Mapping[str, str] = field(default_factory=dict)
    needed: str = ""
    words: str = ""

    @property
    def kept(self) -> dict[str, object]:
        """As its row keeps it."""
        held = {thing: side for thing, side in self.held.items() if side}
        return {"going": self.going, "held": held, "needed": self.needed.strip(), "words": self.words.strip()}


@action
def tell_still_going(reference: str, given: Answered, *, by: Actor, at: datetime) -> UUID | None:
    """Whoever has the link answers (`by` is nobody); None where the link is not open. Told again, their last word holds until one of us dealt with it."""
    found = page_by_link(reference)
    months = rules.due(found.steps, today=timezone.localdate(at)) if found else None
    if found is not None and months is None:
        raise Refused(NOT_DUE)
    _says_why(given)
    group: UUID | None = None
    if months is not None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT tell_still_going(%s, %s, %s, %s::jsonb, %s)", [reference, new_key(), months, json.dumps(given.kept), at])
            group = cursor.fetchone()[0]
    leave_trace("answered by a link whether a group is still going", about=f"group {group}" if group else "link", outcome="done" if group else "refused", at=at)
    return group


@action
def keep_answer(group: Group, given: Answered, *, told_us: str, by: Actor, at: datetime) -> StillGoing:
    """One of us asked, and was told: the answer, and the stage it speaks of, at once."""
    permissions.may_keep_group(by, group.team_id)
    months = rules.due([one.reached for one in steps_of(group)], today=timezone.localdate(at))
    if months is None:
        raise Refused(NOT_DUE)
    made = StillGoing(group=group, months=months, told_us=told_us, by_id=by.id, at=at, **given.kept)
    _says_why(given)
    made.save(force_insert=True)
    leave_trace("kept whether a group is still going", about=f"group {group.id}", at=at)
    agree_with_answer(made, by=by, at=at)
    return made


@action
def agree_with_answer(answer: StillGoing, *, by: Actor, at: datetime) -> None:
    """It is so: the group comes to the stage it speaks of on the day it was told, and holds what it said. The stage is taken back like any other."""
    permissions.may_keep_group(by, answer.group.team_id)
    if answer.taken_back_at is not None or (answer.step is not None and answer.step.taken_back_at is None):
        raise Refused(DEALT_WITH)
    on = timezone.localdate(answer.at)
    answer.step = step(answer.group, rules.stage_of_answer(answer.months, answer.going), answer.words, on=on, by=by, at=at)
    answer.save(update_fields=["step"])
    now = {one.thing: one for one in held_now(answer.group)}
    # Somebody who is named already stays, where the answer says the same side.
    said = {thing: Holder(side) for thing, side in answer.held.items() if thing not in now or now[thing].side != side}
    if said:
        hand_on(answer.group, said, on=on, by=by, at=at)
    leave_trace("agreed with what a group answered", about=f"group {answer.group_id}", at=at)


@action
def lay_answer_aside(answer: StillGoing, *, by: Actor, at: datetime) -> None:
    """It is not so, or was dealt with otherwise; or it waits again, where it was laid aside by mistake."""
    permissions.may_keep_group(by, answer.group.team_id)
    answer.taken_back_at = None if answer.taken_back_at else at
    answer.save(update_fields=["taken_back_at"])
    leave_trace("laid an answer of a group aside" if answer.taken_back_at else "took up an answer of a group again", about=f"group {answer.group_id}", at=at)


def _says_why(given: Answered) -> None:
    if given.going == "ended" and not given.words.strip():
        raise Refused(SAY_WHY_IT_ENDED, field="words")
