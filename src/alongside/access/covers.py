"""Who is away, who covers, and for whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.foundation.actor import TEAM_ROLES, Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.journeys.handing import kept_from
from alongside.journeys.models import Alongside
from alongside.people.models import Person
from alongside.teams.models import Staff, Team
from alongside.teams.queries import seats_on

from .models import Cover, Covered
from .rules import Days
from .words import NOT_IN_THEIR_ORGANISATION


def teams_walked_in(staff_id: UUID, *, on: date) -> list[UUID]:
    """The teams in which a colleague walks alongside people."""
    return list(seats_on(on).filter(staff_id=staff_id, role__in=TEAM_ROLES).values_list("team_id", flat=True))


def walked_with_by(staff_id: UUID, *, on: date) -> QuerySet[Alongside]:
    """Whom a colleague walks alongside, as far as the one who asks may see."""
    return Alongside.objects.filter(Q(until__isnull=True) | Q(until__gt=on), coordinator_id=staff_id, since__lte=on)


def people_of(staff_id: UUID, *, on: date) -> QuerySet[Person]:
    """The same, as people by name."""
    return Person.objects.filter(id__in=walked_with_by(staff_id, on=on).values("person_id")).order_by("name", "id")


def covers_on(day: date) -> QuerySet[Cover]:
    """Every cover that holds on a day or begins after it, the soonest first."""
    return Cover.objects.filter(ended_at__isnull=True, until__gt=day).select_related("away", "covering").order_by("since", "away__name", "at")


def covered_people(cover: Cover, *, on: date) -> list[UUID]:
    """Whom a cover is for, as far as the one who asks may see."""
    if cover.everybody:
        return sorted(walked_with_by(cover.away_id, on=on).values_list("person_id", flat=True))
    return sorted(Covered.objects.filter(cover=cover).values_list("person_id", flat=True))


def could_cover(actor: Actor, *, on: date) -> QuerySet[Staff]:
    """Everybody who walks alongside people in the organisations of the one who asks."""
    organisations = Team.objects.filter(id__in=[seat.team_id for seat in actor.seats if seat.role in TEAM_ROLES]).values("organisation_id")
    walking = seats_on(on).filter(team__organisation_id__in=organisations, role__in=TEAM_ROLES)
    return Staff.objects.filter(id__in=walking.values("staff_id"), is_active=True).order_by("name")


def can_stand_in(covering_id: UUID, away_id: UUID, days: Days) -> None:
    """Refuses whoever works elsewhere, or is away themselves on one of these days."""
    organisations = seats_on(days.since).filter(staff_id=away_id, role__in=TEAM_ROLES).values("team__organisation_id")
    covering = Staff.objects.get(id=covering_id)
    if not covering.is_active or not seats_on(days.since).filter(staff_id=covering_id, role__in=TEAM_ROLES, team__organisation_id__in=organisations).exists():
        raise Refused(NOT_IN_THEIR_ORGANISATION, name=covering.name, field="covering")
    away_too = Cover.objects.filter(away_id=covering_id, ended_at__isnull=True, since__lt=days.until, until__gt=days.since).first()
    if away_too is not None:
        raise Refused(
            Sentence("%(name)s is away from %(since)s, and cover is not passed on. Choose somebody else, or other days."),
            name=covering.name,
            since=away_too.since,
            field="covering",
        )


def covered_by_nobody_else(away_id: UUID, people: Collection[UUID], days: Days, *, everybody: bool) -> None:
    """Refuses a second cover of the same people on the same days, or nobody would know who goes."""
    there = Cover.objects.filter(away_id=away_id, ended_at__isnull=True, covering__isnull=False, since__lt=days.until, until__gt=days.since)
    same = Covered.objects.filter(cover=OuterRef("pk"), person_id__in=people)
    found = there.filter(Q(everybody=True) | Exists(same)).select_related("covering", "away").order_by("since").first()
    if found is None and everybody:
        found = there.select_related("covering", "away").order_by("since").first()
    if found is not None:
        raise Refused(
            Sentence("%(covering)s covers for %(away)s already, for some of these people, from %(since)s. End that first, or choose other people or days."),
            covering=found.covering.name if found.covering else "",
            away=found.away.name,
            since=found.since,
            field="since",
        )


def hidden_from_cover(cover: Cover, *, on: date) -> list[Person]:
    """Those of a cover whose whereabouts are protected and whom whoever covers sees without them, as far as the one who asks may see."""
    kept = kept_from(cover.covering_id, covered_people(cover, on=on), on=on) if cover.covering_id else set()
    return list(Person.objects.filter(id__in=kept).order_by("name", "id"))


def protected_of(staff_id: UUID, *, on: date) -> set[UUID]:
    """Those whom a colleague walks alongside and whose whereabouts are protected."""
    return kept_from(None, walked_with_by(staff_id, on=on).values_list("person_id", flat=True), on=on)
