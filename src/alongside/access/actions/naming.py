"""Naming somebody to a partner, with their yes, and ending it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.access import permissions, rules
from alongside.access.choosing import Holds
from alongside.access.models import Naming
from alongside.access.queries import choice_of
from alongside.access.words import THEY_OBJECT, THEY_SAID_NO
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.teams.queries import names_of
from alongside.trail.doing import action, leave_trace

from .choices import ALOUD, choose


@action
def name_to_partner(
    person: Person,
    partner_id: UUID,
    *,
    extract: str,
    how_they_said_yes: str,
    until: date,
    audience: str = "partner",
    how: str = ALOUD,
    by: Actor,
    at: datetime,
) -> Naming:
    """From now until a day this partner sees who they are and the words they agreed to, and nothing else. Their yes is kept as their choice.

    `audience` is what the partner is to them: their GP, their social worker, or another partner.
    """
    may_write(by)
    today = timezone.localdate(at)
    rules.a_naming_is_agreed(extract, how_they_said_yes, today, until)
    before = choice_of(person.id, audience, partner_id, on=today)
    if before.holds == Holds.NO and before.choice:
        raise Refused(THEY_SAID_NO, day=before.choice.on, field="partner")
    choose(person, audience, Holds.YES, subject=partner_id, called=_called(partner_id), how=how, words=how_they_said_yes, until=until, by=by, at=at)
    naming = Naming.objects.create(
        person=person,
        partner_id=partner_id,
        audience=audience,
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
def share_without_yes(
    person: Person, partner_id: UUID, *, extract: str, ground: str, reason: str, told: str, until: date, audience: str = "partner", by: Actor, at: datetime
) -> Naming:
    """A partner is told what they have to know though nobody said yes: on another ground, with a reason. It changes nothing of what they chose."""
    permissions.may_share_without_yes(by)
    today = timezone.localdate(at)
    rules.sharing_without_a_yes_is_explained(extract, ground, reason, told, today, until)
    before = choice_of(person.id, audience, partner_id, on=today)
    if ground == "direct care" and before.holds == Holds.NO and before.choice:
        raise Refused(THEY_OBJECT, day=before.choice.on, field="ground")
    naming = Naming.objects.create(
        person=person,
        partner_id=partner_id,
        audience=audience,
        extract=extract.strip(),
        ground=ground,
        reason=reason.strip(),
        told=told,
        since=today,
        until=until,
        by_id=by.id,
        at=at,
    )
    leave_trace("told a partner without their yes", person.id, about=f"naming {naming.id}", at=at)
    return naming


@action
def end_naming(naming: Naming, *, by: Actor, at: datetime) -> Naming:
    """The partner sees them no more from the next page they open."""
    may_write(by)
    naming.until = timezone.localdate(at)
    naming.save(update_fields=["until"])
    leave_trace("ended a naming", naming.person_id, about=f"naming {naming.id}", at=at)
    return naming


def _called(partner_id: UUID) -> str:
    return names_of({partner_id}).get(partner_id, "")
