"""Who somebody is to whom they ask about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

WALKER, COLLEAGUE, FROM_ELSEWHERE, OTHER_TEAM = "walks alongside", "same team", "walks alongside from another team", "another team"
PARTNER, PARTNER_ONCE, OTHER_PARTNER = "partner named to", "partner named to once", "another partner"
GOVERNANCE, OTHER_GOVERNANCE = "information governance lead", "information governance lead elsewhere"
OFFICER = "support officer"
COVERS, COVERED_ONCE = "covers from another team", "covered from another team once"
THEMSELVES = "themselves, by their link"
VISITOR, LEFT, ONE_FACTOR, CLOSED = "visitor", "left the team", "one factor only", "account closed"


@dataclass(frozen=True)
class Standing:
    """Somebody who asks, whom they ask about, and what they are to each other."""

    name: str
    staff: UUID | None
    about: UUID
    roles: frozenset[str]
    """The roles they hold today; empty for whoever counts as a visitor."""
    rows_of: UUID | None = None
    """Somebody else, whose rows are asked for on this person's page."""

    @property
    def is_themselves(self) -> bool:
        """Whether it is the person, who has opened their own copy by a link; to every page of staff they are a visitor."""
        return self.name.startswith(THEMSELVES)

    @property
    def is_signed_in(self) -> bool:
        """Whether the house knows them."""
        return bool(self.roles)
