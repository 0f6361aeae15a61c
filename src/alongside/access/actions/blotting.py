"""Taking the name of somebody who asked to be forgotten out of others' records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from alongside.access import permissions
from alongside.access.blotting import DRAFT, Place
from alongside.access.models import Asked
from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.doing import action, leave_trace

GRANTED_FIRST = Sentence("Nobody’s record is changed before the wish is granted. Answer it first.")
SOMEBODY_ELSE_LOOKS = Sentence(
    "You wrote this wish down yourself, and nobody reads what others’ records say on their own word alone. Another information governance lead looks for it."
)
NOTHING_TICKED = Sentence("Tick where the name is to be taken out.")


@action
def take_name_out(asked: Asked, places: Sequence[Place], words: Iterable[str], *, by: Actor, at: datetime) -> int:
    """A mark stands where the name stood, also in what the rows said before; drafts are thrown away. Gives how many places."""
    permissions.may_answer(by)
    if asked.by_id == by.id:
        raise Refused(SOMEBODY_ELSE_LOOKS)
    if asked.answer != "yes":
        raise Refused(GRANTED_FIRST)
    if not places:
        raise Refused(NOTHING_TICKED)
    taken, looked_for = 0, list(words)
    with connection.cursor() as cursor:
        for place in places:
            given = [asked.id, looked_for, place.table, place.row, place.column, _("[name taken out]"), new_key(), at]
            cursor.execute("SELECT blot_name(%s, %s, %s, %s, %s, %s, %s, %s)", given)
            (found,) = cursor.fetchone()
            taken += found is not None
            if found is not None and place.table != DRAFT:
                leave_trace("took a name out", found, about=f"asked {asked.id}", at=at)
    leave_trace("took their name out of others’ records", asked.person_id, about=f"asked {asked.id}", at=at)
    return taken
