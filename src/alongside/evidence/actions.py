"""Making a team's figures anew, and giving an extract out."""

from __future__ import annotations

import hashlib
import json
import secrets
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.trail.doing import action, leave_trace

from . import permissions
from .models import Extract, GivenOut
from .queries import teams_counted
from .words import TOO_FEW_TO_GIVE


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


@action
def give_out(extract: Extract, *, given_to: str, purpose: str, by: Actor, at: datetime) -> tuple[GivenOut, bytes]:
    """An extract for evidence over many services, as a file (zip), and its receipt. The key of its numbers is drawn here and kept by nobody."""
    permissions.may_give_out(by, extract.team_id)
    # What writes Parquet is large, and few ever ask for it.
    from .pooling.coarse import made_coarse
    from .pooling.shelf import RECEIPT, as_one_file, files_of

    left = made_coarse(json.loads(bytes(extract.payload or b"{}")), secrets.token_bytes(32))
    if not left.people:
        raise Refused(TOO_FEW_TO_GIVE, enough=left.together)
    made_on = extract.made_on.isoformat()
    files = files_of(left, service=extract.team.name, given_to=given_to, purpose=purpose, made_on=made_on)
    receipt = json.loads(files[RECEIPT])
    given = GivenOut.objects.create(
        team=extract.team,
        given_to=given_to,
        purpose=purpose,
        at=at,
        by_id=by.id,
        made_on=extract.made_on,
        unit=left.unit,
        together=left.together,
        people=left.people,
        left_out=receipt["left_out"],
        digest=hashlib.sha256(files[RECEIPT]).hexdigest(),
    )
    leave_trace("gave an extract out", about=f"extract given out {given.id}", purpose="evidence over many services", at=at)
    return given, as_one_file(files, made_on)
