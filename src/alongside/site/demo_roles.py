"""What the demo's first page offers: somebody to be, and what to try."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.teams.models import Membership

# One sentence a role on what to try, and where its day begins.
_TO_TRY = {
    Role.COORDINATOR: ("See your day, open somebody's page, write a note and find something good near them.", "desk:today"),
    Role.SUPPORT_OFFICER: ("Cover for a colleague and see what has been promised.", "desk:today"),
    Role.MANAGER: ("See the locality's figures and open one to the people behind it.", "evidence:locality"),
    Role.PARTNER: ("See only who was named to you, and only what they agreed.", "desk:named to me"),
    Role.COMMISSIONER: ("See figures with small numbers held back, and no person at all.", "evidence:locality"),
    Role.INFORMATION_GOVERNANCE: ("See who looked at somebody's record, when and why. Their notes stay closed.", "desk:who looked"),
    Role.ADMINISTRATOR: ("Add a colleague and choose the colours.", "teams:staff"),
}


@dataclass(frozen=True)
class RoleToTry:
    """One click: be this person, in this role, and try this."""

    staff_id: UUID
    name: str
    role: str
    team: str
    to_try: str
    begins_at: str


def roles_to_try() -> list[RoleToTry]:
    """The demo's staff, in the order of the day."""
    seats = Membership.objects.filter(staff__in_demo=True, until__isnull=True).select_related("staff", "team")
    order = list(_TO_TRY)
    found = [
        RoleToTry(seat.staff_id, seat.staff.name, seat.role, seat.team.name, _TO_TRY[Role(seat.role)][0], reverse(_TO_TRY[Role(seat.role)][1]))
        for seat in seats
    ]
    return sorted(found, key=lambda role: (order.index(Role(role.role)), role.team, role.name))
