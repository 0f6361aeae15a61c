"""Who somebody is to whom they ask about."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.test import Client
from django.utils import timezone

from alongside.teams.models import Staff

WALKER, COLLEAGUE, FROM_ELSEWHERE, OTHER_TEAM = "walks alongside", "same team", "walks alongside from another team", "another team"
PARTNER, PARTNER_ONCE, OTHER_PARTNER = "partner named to", "partner named to once", "another partner"
GOVERNANCE, OTHER_GOVERNANCE = "information governance lead", "information governance lead elsewhere"
OFFICER = "support officer"
HANDED_TO = "partner in a hand-over"
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


def a_browser(standing: Standing, link: UUID) -> Client:
    """A browser without a screen, signed in as far as they are; by this link, if it is they themselves."""
    client = Client(raise_request_exception=False)
    if standing.is_themselves:
        session = client.session
        session["own copy"] = {"link": str(link), "person": str(standing.about), "code": 1, "reference": "k7m2p9qx", "until": timezone.now().timestamp() + 3600}
        session.save()
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    elif standing.staff is not None:
        client.force_login(Staff.objects.get(id=standing.staff))
        if ONE_FACTOR not in standing.name:
            session = client.session
            session["second factor shown"] = True
            session.save()
    return client
