"""Who does something: given to every action and rule, never looked up inside one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from .words import Vocabulary


class Role(StrEnum):
    """What somebody is to a team. One person may hold several, in several teams."""

    COORDINATOR = "coordinator"
    SUPPORT_OFFICER = "support officer"
    MANAGER = "manager"
    PARTNER = "partner"
    COMMISSIONER = "commissioner"
    INFORMATION_GOVERNANCE = "information governance lead"
    ADMINISTRATOR = "administrator"


TEAM_ROLES = frozenset({Role.COORDINATOR, Role.SUPPORT_OFFICER, Role.MANAGER})
"""The roles that walk alongside people, and so share a team's records."""


@dataclass(frozen=True)
class Seat:
    """One role in one team, as held today."""

    role: Role
    team_id: UUID


@dataclass(frozen=True)
class Actor:
    """Somebody who is signed in, or a command that names itself."""

    id: UUID
    name: str
    seats: tuple[Seat, ...] = ()
    vocabulary: Vocabulary = Vocabulary.LOCAL_AREA_COORDINATION

    def is_a(self, *roles: Role) -> bool:
        """Whether they hold any of these roles in any team."""
        return any(seat.role in roles for seat in self.seats)

    @property
    def team_id(self) -> UUID | None:
        """The team they write for: the first in which they walk alongside people."""
        return next((seat.team_id for seat in self.seats if seat.role in TEAM_ROLES), None)

    @property
    def role(self) -> str:
        """The role written to the trail."""
        return self.seats[0].role.value if self.seats else "none"


@dataclass(frozen=True)
class Themselves(Actor):
    """Somebody we walk alongside, reading their own copy by a link that was given to them: their key is the person's own."""

    @property
    def role(self) -> str:
        """As the trail names them."""
        return "themselves"


NOBODY = Actor(id=UUID(int=0), name="nobody")
"""A visitor who is not signed in: sees no person at all."""
