"""One ordinary hand-over, at any turn: Sam hands something of Gwen's to Priya, a social worker who signs in, or to the duty desk by link."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from alongside.access.actions import step_up
from alongside.foundation.actor import Actor, Role
from alongside.handovers import actions
from alongside.handovers.actions import Known
from alongside.handovers.links import address_of
from alongside.handovers.models import Receiver, StepUp
from alongside.handovers.queries import HandedTo
from alongside.handovers.rules import Given
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, somebody


def text(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


@dataclass
class Handing:
    """Sam of Fernbrook, whom he hands to, and Gwen."""

    sam: Actor = field(default_factory=lambda: a_coordinator(name="Sam Delaney"))
    priya: Actor = field(default_factory=lambda: an_actor(Role.PARTNER, name="Priya Nair"))
    name: str = "Gwen Pettifer"

    def __post_init__(self) -> None:
        self.gwen: UUID = somebody(self.sam, self.name)
        self.to_priya = self.knows("Priya Nair", "social worker", staff_id=self.priya.id)
        self.to_duty = self.knows("Duty social work", "social worker", nature="duty", phone="01632 960100", now="01632 960199, day and night")
        self.to_lead = self.knows("Ruth Okafor", "safeguarding lead", email="ruth@example.org", now="01632 960199")

    @property
    def team(self) -> Team:
        return Team.objects.get(id=self.sam.team_id)

    def knows(self, name: str, kind: str, **given: object) -> Receiver:
        with as_(self.sam):
            return actions.keep_receiver(Known(name, kind, **given), by=self.sam, at=now())

    def hands(self, to: Receiver, by: Actor | None = None, **given: object) -> StepUp:
        """Something of Gwen's, with her yes unless said otherwise."""
        about = {"kind": "piece of work", "words": "The stairs are hard for her.", "asks": "Could you look at a rail?", "ground": "their yes", "told": "before"}
        if "ground" not in given:
            about["how_they_agreed"] = "aloud, on Monday"
        actor = by or self.sam
        with as_(actor):
            return step_up(Person.objects.get(id=self.gwen), to, Given(**{**about, **given}), by=actor, at=now())

    def raises(self, by: Actor | None = None) -> StepUp:
        """A safeguarding concern, to the lead."""
        about = {"kind": "safeguarding", "words": "She has not eaten for days.", "asks": "Please decide today.", "ground": "safeguarding", "told": "before"}
        return self.hands(self.to_lead, by, **about)

    def guest(self, step_up: StepUp) -> HandedTo:
        """Whoever holds its link, as the database meets them."""
        return HandedTo(id=step_up.id, name=step_up.receiver.name)

    def url(self, step_up: StepUp) -> str:
        return f"/people/{self.gwen}/step-ups/{step_up.id}/"

    def address(self, step_up: StepUp) -> str:
        return f"/handed/{address_of(step_up.reference)}/"
