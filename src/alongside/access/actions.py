"""Naming somebody to a partner, with their yes, and ending it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.foundation.actor import Actor
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.trail.doing import action, leave_trace

from . import rules
from .models import Naming


@action
def name_to_partner(person: Person, partner_id: UUID, *, extract: str, how_they_said_yes: str, until: date, by: Actor, at: datetime) -> Naming:
    """From now until a day this partner sees who they are and the words they agreed to, and nothing else."""
    may_write(by)
    today = timezone.localdate(at)
    rules.a_naming_is_agreed(extract, how_they_said_yes, today, until)
    naming = Naming.objects.create(
        person=person,
        partner_id=partner_id,
        extract=extract.strip(),
        how_they_said_yes=how_they_said_yes.strip(),
        since=today,
        until=until,
        by_id=by.id,
        at=at,
    )
    leave_trace("named to a partner", person.id, about=f"naming {naming.id}", at=at)
    return naming


@action
def end_naming(naming: Naming, *, by: Actor, at: datetime) -> Naming:
    """The partner sees them no more from the next page they open."""
    may_write(by)
    naming.until = timezone.localdate(at)
    naming.save(update_fields=["until"])
    leave_trace("ended a naming", naming.person_id, about=f"naming {naming.id}", at=at)
    return naming
