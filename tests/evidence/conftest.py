"""A team, those who look at its figures, and people whose days are set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.connections.actions import climb, connect
from alongside.evidence.actions import make_extract
from alongside.evidence.models import Extract
from alongside.foundation.actor import Actor, Role
from alongside.journeys import actions as journeys
from alongside.journeys.actions import set_level
from alongside.journeys.rules import Awaited, StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.models import Person, Whereabouts
from alongside.teams.models import Team
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today


@dataclass
class Neighbourhood:
    """One team with its coordinator, its manager, and the commissioner who pays for it."""

    team: Team
    coordinator: Actor
    manager: Actor
    commissioner: Actor

    def introduced(self, on: date, source: str = "housing", name: str = "", level: str = "") -> UUID:
        """Somebody introduced on a day by this kind of source; at a level since then, if one is given."""
        person = somebody(self.coordinator, name, on=on, source=source)
        if level:
            with as_(self.coordinator):
                set_level(Person.objects.get(id=person), level, since=on, by=self.coordinator, at=now())
        return person

    def connected(self, person: UUID, on: date, kind: str = "community", rung: str = "") -> None:
        with as_(self.coordinator):
            made = connect(Person.objects.get(id=person), "Fernbrook allotments", kind=kind, why="Nobody else can.", on=on, by=self.coordinator, at=now())
            if rung:
                climb(made, rung, on=on, words="It was too far." if rung == "not for me" else "", by=self.coordinator, at=now())

    def changed(self, person: UUID, on: date, direction: str = "better", **details: Any) -> None:
        with as_(self.coordinator):
            tell_change(Person.objects.get(id=person), "I see people now.", direction=direction, noticed_on=on, by=self.coordinator, at=now(), **details)

    def planned(self, person: UUID, who: str = "themselves", why: str = "") -> None:
        """A step, and something that is awaited since ten days ago and came today."""
        by = {"by": self.coordinator, "at": now()}
        with as_(self.coordinator):
            step = StepAsked("Ring the choir", who, why_a_service=why, staff_id=self.coordinator.id)
            journeys.add_step(Person.objects.get(id=person), step, **by)
            wait = journeys.begin_waiting(Person.objects.get(id=person), Awaited("An answer", days_ago(10)), **by)
            journeys.end_waiting(wait, as_="came", on=today(), **by)

    def lives_in(self, person: UUID, locality: Any) -> None:
        with as_(self.coordinator):
            Whereabouts.objects.filter(person_id=person).update(locality=locality)

    def extract(self, by: Actor | None = None) -> Extract:
        by = by or self.manager
        with as_(by):
            return make_extract(self.team.id, by=by, at=now())


@pytest.fixture
def around(db: None) -> Neighbourhood:
    """An empty neighbourhood."""
    team = a_team()
    return Neighbourhood(team, an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team), an_actor(Role.COMMISSIONER, team))


def last_year() -> date:
    """A day in the middle of the last financial year."""
    day = today()
    return date(day.year - (1 if day.month >= 4 else 2), 8, 17)
