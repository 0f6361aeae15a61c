"""Who does what, as a team says it."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import WhoDoesWhat
from ..words import SOMETHING_OF_THE_BOUNDARY


@action
def say_who_does_what(kind: str, *, ours: str, theirs: str, together: str, by: Actor, at: datetime) -> WhoDoesWhat:
    """A new version of the boundary with one profession; those before stay."""
    team_id = permissions.team_that_hands_over(by)
    if not (ours.strip() or theirs.strip() or together.strip()):
        raise Refused(SOMETHING_OF_THE_BOUNDARY, field="ours")
    made = WhoDoesWhat.objects.create(
        id=new_key(), team_id=team_id, kind=kind, ours=ours.strip(), theirs=theirs.strip(), together=together.strip(), by_id=by.id, at=at
    )
    leave_trace("said who does what", about=f"who does what {made.id}", at=at)
    return made
