"""Who of our people is in a group, and what they give there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace, one_at_a_time

from .. import permissions
from ..models import Group, InGroup
from ..words import NOT_COME_YET


@action
def be_in_group(group: Group, person: Person, does: Iterable[str], *, since: date, by: Actor, at: datetime) -> InGroup:
    """Somebody is in a group and gives this there; said again, what they give is put right."""
    may_write(by)
    permissions.may_keep_group(by, group.team_id)
    if since > timezone.localdate(at):
        raise Refused(NOT_COME_YET, field="since")
    one_at_a_time(person.id)
    found = InGroup.objects.filter(group=group, person=person, until__isnull=True).first()
    kept = found or InGroup(group=group, person=person, since=since, by_id=by.id, at=at)
    kept.does = sorted(set(does))
    kept.save()
    leave_trace("said what somebody gives in a group", person.id, about=f"in group {kept.id}", at=at)
    return kept


@action
def leave_group(row: InGroup, *, by: Actor, at: datetime) -> None:
    """They come no more; that they did stays."""
    may_write(by)
    row.until = max(row.since, timezone.localdate(at))
    row.save(update_fields=["until"])
    leave_trace("said that somebody left a group", row.person_id, about=f"in group {row.id}", at=at)


@action
def be_in_group_after_all(row: InGroup, *, by: Actor, at: datetime) -> None:
    """They come after all; where they stand in it again already, nothing changes."""
    may_write(by)
    one_at_a_time(row.person_id)
    if not InGroup.objects.filter(group_id=row.group_id, person_id=row.person_id, until__isnull=True).exists():
        row.until = None
        row.save(update_fields=["until"])
    leave_trace("said that somebody is in a group after all", row.person_id, about=f"in group {row.id}", at=at)
