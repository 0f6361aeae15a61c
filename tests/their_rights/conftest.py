"""A team with its manager, the information governance lead of their organisation, and people about whom there is something in every table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import connections

from alongside.access.actions import answer_them, ask_of_us, forget
from alongside.access.models import Asked, Cover
from alongside.foundation.actor import Actor, Role
from alongside.introductions.models import Introduction
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.access.conftest import an_entry
from tests.building import a_locality, a_team, an_actor, as_, now, somebody, today
from tests.trust.handed import hand_over
from tests.trust.planting import Garden

EVERY_COLUMN = """
    SELECT c.table_name FROM information_schema.tables c
    WHERE c.table_schema = 'public' AND c.table_type = 'BASE TABLE' ORDER BY 1
"""


@dataclass
class Organisation:
    """Who there is, and the words that were planted about people."""

    coordinator: Actor
    manager: Actor
    lead: Actor
    garden: Garden
    people: list[Person] = field(default_factory=list)

    def planted(self, name: str) -> Person:
        """Somebody who was introduced, with a row of unique words in every other table that the models declare."""
        person = Person(id=somebody(self.coordinator, name))
        there = ("person", "holding", "whereabouts", "introduction", "level", "alongside", "asked", "joining", "notthesame", "handedover")
        came = {"introduction_id": Introduction.objects.using("owner").get(person_id=person.id).id}
        self.garden.plant(person.id, **dict.fromkeys(there), camein=came)
        hand_over(self.garden, person.id, *(Staff.objects.get(id=actor.id) for actor in (self.manager, self.coordinator)))
        self.people.append(person)
        return person

    def asks(self, person: Person, for_what: str) -> Asked:
        with as_(self.coordinator):
            return ask_of_us(person, for_what, words="Please.", by=self.coordinator, at=now())

    def forgets(self, person: Person) -> Asked:
        """From the wish to the end."""
        asked = self.asks(person, "be forgotten")
        with as_(self.lead):
            answer_them(asked, "yes", why="She moved to Spain and asked for it.", by=self.lead, at=now())
        with as_(self.manager):
            forget(asked, typed="forget", by=self.manager, at=now())
        return asked


@pytest.fixture
def here(committed: str) -> Organisation:
    """Commits are real."""
    team = a_team()
    coordinator, manager, lead = (an_actor(role, team) for role in (Role.COORDINATOR, Role.MANAGER, Role.INFORMATION_GOVERNANCE))
    garden = Garden(writer=Staff.objects.get(id=coordinator.id), team=team, locality=a_locality(), entry=an_entry(), today=today(), now=now())
    given = {"away_id": coordinator.id, "covering_id": manager.id, "by_id": manager.id, "everybody": False, "at": now()}
    garden.given["access.Cover"] = Cover.objects.using("owner").create(since=today(), until=today() + timedelta(days=9), **given)
    return Organisation(coordinator, manager, lead, garden)


def where_it_stands(word: str) -> list[str]:
    """Every table of the database in which this word stands, in any column of any row: sessions, drafts, history and figures among them."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(EVERY_COLUMN)
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s OR t::text ILIKE %s', [f"%{word}%", f"%{word.encode().hex()}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return found
