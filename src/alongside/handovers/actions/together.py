"""The page that both sides write while they work jointly, as we leave it."""

from __future__ import annotations

from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import Refused
from alongside.trail.doing import action, leave_trace

from .. import permissions
from ..models import SharedPage, StepUp
from ..words import ONLY_TOGETHER, SOMETHING_ON_THE_PAGE


@action
def write_shared(of: StepUp, *, agreed: str, who_does_what: str, comes_next: str, by: Actor, at: datetime) -> SharedPage:
    """A new version; those before stay."""
    permissions.team_that_hands_over(by)
    if of.stage != "together":
        raise Refused(ONLY_TOGETHER)
    if not (agreed.strip() or who_does_what.strip() or comes_next.strip()):
        raise Refused(SOMETHING_ON_THE_PAGE, field="agreed")
    given = {"agreed": agreed.strip(), "who_does_what": who_does_what.strip(), "comes_next": comes_next.strip()}
    made = SharedPage.objects.create(id=new_key(), step_up=of, person_id=of.person_id, part=of.part, by_id=by.id, at=at, **given)
    leave_trace("wrote on a shared page", of.person_id, about=f"step up {of.id}", at=at)
    return made
