"""Making a team's figures anew, and taking one away."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours
from alongside.trail.doing import action, leave_trace

from . import permissions
from .models import Extract
from .queries import teams_counted


@action
def make_extract(team_id: UUID, *, by: Actor, at: datetime) -> Extract:
    """A team's figures as its records stand now; they hold for everybody until somebody makes them anew."""
    permissions.may_make(by)
    if not teams_counted().filter(id=team_id).exists():
        raise NotYours(permissions.THEY_ARE_MADE_BY)
    made = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT make_evidence_extract(%s, %s, %s, %s)", [made, team_id, at, timezone.localdate(at)])
    leave_trace("made the figures", about=f"extract {made}", purpose="evidence", at=at)
    return Extract.objects.defer("payload").get(id=made)
