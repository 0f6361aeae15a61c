"""The organisation, its teams and staff, and the postcodes in which everybody lives."""

from __future__ import annotations

from datetime import date

from alongside.foundation.actor import Actor, Role
from alongside.places.models import Locality, Postcode
from alongside.teams.models import Membership, Organisation, Staff, Team
from alongside.teams.queries import as_actor

SEATS = 10
"""Coordinators in a team."""
EACH = 100
"""People a coordinator has met, so that the whole is as many."""


def open_house(people: int, *, today: date) -> list[Actor]:
    """Make whoever works here, and give them as actors."""
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
    return [as_actor(one, on=today) for one in staff]
