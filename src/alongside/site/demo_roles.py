"""What the demo's first page offers: somebody to be, and what to try."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.actor import Role
from alongside.teams.models import Membership

from .demo.reading import told

# Sentences a role on what to try (where the invented town is settled, and elsewhere), and where its day begins.
_TO_TRY = {
    Role.COORDINATOR: (
        gettext_lazy("Walk alongside %(walks)s: see your day, open a page, write a note and find something good nearby."),
        gettext_lazy("See your day, open somebody’s page, write a note and find something good near them."),
        "desk:today",
    ),
    Role.SUPPORT_OFFICER: (
        gettext_lazy("Cover for a colleague: open %(opens)s’s page and see what was promised. Try finding Gwilym: he is another team’s, so you cannot."),
        gettext_lazy("Cover for a colleague and see what has been promised."),
        "desk:today",
    ),
    Role.MANAGER: (
        gettext_lazy("See each team’s figures, open one to its definition, and to the people behind it."),
        gettext_lazy("See the locality’s figures and open one to the people behind it."),
        "evidence:locality",
    ),
    Role.PARTNER: (
        gettext_lazy("See only who was named to you, and only what they agreed: %(opens)s is one of them."),
        gettext_lazy("See only who was named to you, and only what they agreed."),
        "desk:named to me",
    ),
    Role.COMMISSIONER: (
        gettext_lazy("See figures with small numbers held back, and no person at all."),
        gettext_lazy("See figures with small numbers held back, and no person at all."),
        "evidence:locality",
    ),
    Role.INFORMATION_GOVERNANCE: (
        gettext_lazy("See who looked at %(opens)s’s record, when and why. The notes stay closed to you."),
        gettext_lazy("See who looked at somebody’s record, when and why. Their notes stay closed."),
        "desk:who looked",
    ),
    Role.ADMINISTRATOR: (
        gettext_lazy("Add a colleague and choose the colours. People’s pages are not yours to see."),
        gettext_lazy("Add a colleague and choose the colours."),
        "teams:staff",
    ),
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
    """The demo's staff, in the order of the day; somebody with two seats of one role stands there once."""
    seats = list(Membership.objects.filter(staff__in_demo=True, until__isnull=True).select_related("staff", "team").order_by("team__name", "staff__name"))
    found: dict[tuple[UUID, str], RoleToTry] = {}
    for seat in seats:
        key = (seat.staff_id, seat.role)
        teams = f"{found[key].team}, {seat.team.name}" if key in found else seat.team.name
        begins_at = reverse(_TO_TRY[Role(seat.role)][2])
        found[key] = RoleToTry(seat.staff_id, seat.staff.name, seat.role, teams, _to_try(seat, seats), begins_at)
    order = list(_TO_TRY)
    return sorted(found.values(), key=lambda role: order.index(Role(role.role)))


def _to_try(seat: Membership, seats: Iterable[Membership]) -> str:
    """What to try in this role, with the names of whom to open as far as they are the invented town's."""
    opens = _opens()
    ours, elsewhere, _begins_at = _TO_TRY[Role(seat.role)]
    if seat.staff.email not in opens:
        return str(elsewhere)
    walks = [
        _("%(name)s as %(coordinator)s") % {"name": opens[one.staff.email], "coordinator": one.staff.name.split()[0]}
        for one in seats
        if one.role == Role.COORDINATOR and one.staff.email in opens
    ]
    return str(ours) % {"opens": opens[seat.staff.email], "walks": ", ".join(walks)}


def _opens() -> dict[str, str]:
    """By e-mail address, whose page each of the invented staff could open first."""
    return {f"{one['key']}@example.org": one["opens"] for one in told("staff")["staff"]}
