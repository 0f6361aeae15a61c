"""The organisation, its teams and staff, and the postcodes in which everybody lives."""

from __future__ import annotations

from datetime import UTC, date, datetime

from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.places.models import Locality, Postcode
from alongside.teams.models import Membership, Organisation, Staff, Team
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import as_actor
from alongside.trail.doing import acting, leave_trace

SEATS = 10
"""Coordinators in a team."""
EACH = 100
"""People a coordinator has met, so that the whole is as many."""


def open_house(people: int, *, today: date) -> list[Actor]:
    """Make whoever works here, and give them as actors."""
    # Before anybody's life, for no line of the trail is dated before the one above it.
    with acting(ON_THE_MACHINE, purpose="bench", at=datetime(2020, 1, 6, 9, tzinfo=UTC)):
        staff = _made(people)
        leave_trace("made the house")
    return [as_actor(one, on=today) for one in staff]


def somebody_alone(*, today: date, role: Role = Role.COORDINATOR) -> Actor:
    """One coordinator of a team of their own, in which nobody is yet; or one manager."""
    team = Team.objects.create(organisation=Organisation.objects.create(name=f"Council {new_key()}"), name="A team of its own")
    one = Staff.objects.create(email=f"{new_key()}@example.org", name="A colleague alone")
    Membership.objects.create(staff=one, team=team, role=role, since=date(2020, 1, 6))
    return as_actor(one, on=today)


def _made(people: int) -> list[Staff]:
    organisation = Organisation.objects.create(name="Fernshire Council")
    north = Locality.objects.create(name="Fernbrook")
    Postcode.objects.bulk_create([Postcode(postcode=f"ZZ99 {n}AA", latitude=53 + n / 100, longitude=-2 - n / 100, locality=north) for n in range(1, 10)])
    staff: list[Staff] = []
    for number in range(max(2, people // EACH)):
        if number % SEATS == 0:
            team = Team.objects.create(organisation=organisation, name=f"Team {number // SEATS + 1}")
            team.localities.add(north)
        one = Staff.objects.create(email=f"colleague{number}@example.org", name=f"Colleague {number}")
        Membership.objects.create(staff=one, team=team, role=Role.COORDINATOR, since=date(2020, 1, 6))
        staff.append(one)
    return staff
