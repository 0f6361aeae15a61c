"""Bringing grants in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.foundation.rows import Loaded
from alongside.teams.models import Organisation
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions, queries
from ..giving.reading import Grant as Read
from ..models import Grant

_KEPT = ("title", "recipient", "funder", "pence", "awarded_on", "said")


@action
def bring_grants(organisation: Organisation, grants: Sequence[Read], *, by: Actor, at: datetime) -> Loaded:
    """Those that are new are added and those that say something else are changed; the others are left alone, and so are those not in the file."""
    permissions.may_keep_posts(by, queries.teams_of(organisation.id))
    one_at_a_time(organisation.id)
    held = {one.key: one for one in Grant.objects.filter(organisation=organisation, key__in=[one.key for one in grants])}
    new = [_made(organisation, one) for one in grants if one.key not in held]
    other = [_changed(held[one.key], one) for one in grants if one.key in held and _differs(held[one.key], one)]
    Grant.objects.bulk_create(new)
    Grant.objects.bulk_update(other, _KEPT, batch_size=500)
    leave_trace("brought grants in", about=f"grants {len(new)} added {len(other)} changed", at=at)
    return Loaded(added=len(new), changed=len(other), unchanged=len(grants) - len(new) - len(other))


def _made(organisation: Organisation, read: Read) -> Grant:
    return Grant(id=new_key(), organisation=organisation, key=read.key, **{name: getattr(read, name) for name in _KEPT})


def _differs(held: Grant, read: Read) -> bool:
    return any(getattr(held, name) != getattr(read, name) for name in _KEPT)


def _changed(held: Grant, read: Read) -> Grant:
    for name in _KEPT:
        setattr(held, name, getattr(read, name))
    return held
