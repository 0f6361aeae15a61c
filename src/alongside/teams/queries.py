"""Who works where."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.foundation.actor import Actor, Role, Seat
from alongside.foundation.words import Vocabulary

from .models import Membership, Staff, Team


def seats_on(day: date) -> QuerySet[Membership]:
    """Every seat held on a day."""
    return Membership.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


def as_actor(staff: Staff, *, on: date) -> Actor:
    """Somebody with the seats they hold on a day; one query."""
    rows = seats_on(on).filter(staff=staff).order_by("since", "id").values_list("role", "team_id", "team__vocabulary")
    held = list(rows)
    vocabulary = Vocabulary(held[0][2]) if held else Vocabulary.LOCAL_AREA_COORDINATION
    return Actor(staff.id, staff.name, tuple(Seat(Role(role), team) for role, team, _ in held), vocabulary)


def colleagues(actor: Actor, *, on: date) -> QuerySet[Staff]:
    """Who walks alongside people in the same teams, the one who asks among them."""
    teams = [seat.team_id for seat in actor.seats]
    walking = seats_on(on).filter(team_id__in=teams, role__in=[Role.COORDINATOR, Role.SUPPORT_OFFICER, Role.MANAGER])
    return Staff.objects.filter(id__in=walking.values("staff_id"), is_active=True).order_by("name")


def partners(*, on: date) -> QuerySet[Staff]:
    """Partners who could be told of somebody."""
    return Staff.objects.filter(id__in=seats_on(on).filter(role=Role.PARTNER).values("staff_id"), is_active=True).order_by("name")


def team_of(actor: Actor) -> Team | None:
    """The team they write for."""
    return Team.objects.select_related("organisation").filter(id=actor.team_id).first() if actor.team_id else None


def names_of(keys: set[UUID]) -> dict[UUID, str]:
    """Names of staff by key, for pages that show who wrote what."""
    return dict(Staff.objects.filter(id__in=keys).values_list("id", "name"))
