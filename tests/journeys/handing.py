"""A team in which one colleague's people become another's: who there is, and what of it everybody sees."""

from __future__ import annotations

from datetime import timedelta

from alongside.desk.days import day_of
from alongside.foundation.actor import Role
from alongside.journeys import actions as journeys
from alongside.journeys.models import Alongside, LookBack, Note, Step, Visit, Waiting
from alongside.journeys.rules import Awaited, StepAsked
from alongside.people.actions import protect_location
from alongside.people.models import LocationProtection, Person
from alongside.teams.models import Team
from alongside.trail.doing import acting
from tests.building import a_coordinator, an_actor, as_, now, somebody, today

IN_A_WEEK = timedelta(days=7)
KEPT = (Alongside, Step, Waiting, Visit, LookBack, Note)


class Fern:
    """A team with a manager, Delyth who goes and Priya who stays; each method writes something of Delyth's."""

    def __init__(self) -> None:
        self.delyth = a_coordinator(name="Delyth Vaughan")
        self.team = Team.objects.get(id=self.delyth.team_id)
        self.priya = a_coordinator(self.team, name="Priya Nair")
        self.mina = an_actor(Role.MANAGER, self.team, "Mina Rao")

    def somebody(self, name: str) -> Person:
        return Person(id=somebody(self.delyth, name), name=name)

    def step(self, person: Person, staff=None) -> Step:
        with as_(self.delyth):
            return journeys.add_step(person, StepAsked("Ring the housing office", "us", staff_id=(staff or self.delyth).id), by=self.delyth, at=now())

    def wait(self, person: Person) -> Waiting:
        with as_(self.delyth):
            given = Awaited("The panel", today(), staff_id=self.delyth.id)
            return journeys.begin_waiting(person, given, by=self.delyth, at=now())

    def visit(self, person: Person, in_days: int) -> Visit:
        with as_(self.delyth):
            return journeys.plan_visit(person, on=today() + timedelta(days=in_days), staff_id=self.delyth.id, by=self.delyth, at=now())

    def hands_over(self, *people: Person, to=None, since=None, words="", by=None):
        who = by or self.mina
        with as_(who):
            keys = [person.id for person in people]
            return journeys.hand_over(
                self.delyth.id, (to or self.priya).id, since=since or today(), people=keys, everybody=not keys, words=words, by=who, at=now()
            )

    def now(self, row):
        """The row as it stands, seen by the manager."""
        with acting(self.mina):
            return type(row).objects.get(pk=row.pk)

    def takes_back(self, made):
        with as_(self.mina):
            return journeys.take_back_hand_over(made, by=self.mina, at=now())


def walk_with(fern, person, on=None) -> list[str]:
    on = on or today()
    with acting(fern.mina):
        rows = Alongside.objects.filter(person=person, since__lte=on).exclude(until__lte=on).select_related("coordinator")
        return sorted(row.coordinator.name for row in rows)


def protect(fern, person) -> None:
    with as_(fern.delyth):
        if not LocationProtection.objects.filter(person=person).exists():
            protect_location(person, why="For her safety.", listed=[fern.delyth.id, fern.mina.id], by=fern.delyth, at=now())


def is_with(seen_by, person, coordinator) -> bool:
    with acting(seen_by):
        return Alongside.objects.filter(person=person, coordinator_id=coordinator.id, until__isnull=True).exists()


def on_the_day(actor) -> dict:
    with acting(actor):
        return day_of(actor.id, today=today(), quiet_after_days=28)


def everything(fern) -> list[list[dict]]:
    """As Delyth sees it, who is on every list here."""
    with acting(fern.delyth):
        return [list(model.objects.order_by("id").values()) for model in KEPT]
