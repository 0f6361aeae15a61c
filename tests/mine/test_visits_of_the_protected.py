"""Where and when somebody can be met, protected: no copy tells of it, also none that was made before, nor what they said of one, nor the history."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.urls import reverse

from alongside.access.actions import join
from alongside.foundation.actor import Actor
from alongside.journeys.actions import plan_visit
from alongside.mine import actions as mine
from alongside.mine.gathering import everything
from alongside.mine.models import Line
from alongside.people.actions import add_gift, protect_location
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db(databases=["default", "owner", "counting"])


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team, "Sam Holt")


@pytest.fixture
def ash(team):
    return a_coordinator(team, "Ash Verne")


@pytest.fixture
def gwen(sam) -> UUID:
    return with_a_visit("Gwen Prys", by=sam)


def with_a_visit(name: str, *, by: Actor) -> UUID:
    """Somebody who is visited in six days, at twenty to eleven."""
    person = somebody(by, name)
    with as_(by):
        add_gift(Person(id=person), "Roses", by=by, at=now())
        plan_visit(Person(id=person), on=today() + timedelta(days=6), starts_at=time(10, 40), where="12 Fern Lane", staff_id=by.id, by=by, at=now())
    return person


def a_copy(person: UUID, *, by: Actor, at: datetime) -> None:
    with as_(by):
        told = everything(person, on=today(), vocabulary=by.vocabulary)
        mine.make_copy(Person.objects.get(id=person), ["gifts", "visits"], (), told=told, by=by, at=at)


def protected(person: UUID, *, by: Actor) -> None:
    with as_(by):
        protect_location(Person(id=person), why="For her safety.", listed=[], by=by, at=now())


def copy_as_read(person: UUID, *, by: Actor) -> str:
    answer = signed_in(by).get(reverse("mine:own copy", args=[person]))
    assert (answer.status_code, "Roses" in answer.content.decode()) == (200, True)
    return answer.content.decode()


def stands_somewhere(person: UUID) -> list[str]:
    """Tables in which the time of the visit still stands, their histories too, but for the visit itself."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT 'mine_line' FROM mine_line t WHERE t.person_id = %(person)s AND t::text LIKE '%%10:40%%' "
            "UNION ALL SELECT 'mine_notright' FROM mine_notright t WHERE t.person_id = %(person)s AND t::text LIKE '%%10:40%%' "
            "UNION ALL SELECT c.table_name FROM trail_change c WHERE c.person_id = %(person)s AND c.table_name LIKE 'mine%%' AND c.was::text LIKE '%%10:40%%'",
            {"person": person},
        )
        return [row[0] for row in cursor.fetchall()]


def test_a_copy_made_before_tells_of_no_visit_once_they_are_protected(sam, ash, gwen):
    a_copy(gwen, by=sam, at=now())
    assert "10:40" in copy_as_read(gwen, by=ash)
    protected(gwen, by=sam)
    assert "10:40" not in copy_as_read(gwen, by=ash)


def test_nor_does_a_copy_made_afterwards_say_what_is_in_it_no_more(sam, ash, gwen):
    a_copy(gwen, by=sam, at=now() - timedelta(days=2))
    protected(gwen, by=sam)
    a_copy(gwen, by=sam, at=now())
    assert "10:40" not in copy_as_read(gwen, by=ash)


def test_nor_does_what_they_said_of_a_visit_nor_the_history(sam, gwen):
    a_copy(gwen, by=sam, at=now())
    with as_(sam):
        line = Line.objects.get(person_id=gwen, of="visit")
        said = mine.say_not_right(gwen, "Not that day.", of=line.of, row=line.row, said=line.says, wish="put right", how="aloud", on=today(), by=sam, at=now())
        assert "10:40" in said.said
    protected(gwen, by=sam)
    assert stands_somewhere(gwen) == []
    with as_(sam):
        said.refresh_from_db()
        assert (said.said, said.words) == ("", "Not that day.")


def test_nor_does_a_copy_that_came_along_with_a_joining(sam, ash, gwen):
    other = with_a_visit("Gwen Price", by=sam)
    protected(gwen, by=sam)
    a_copy(other, by=sam, at=now())
    with as_(sam):
        join(Person.objects.get(id=gwen), Person.objects.get(id=other), taking=[], by=sam, at=now())
    assert ("10:40" in copy_as_read(gwen, by=ash), stands_somewhere(gwen)) == (False, [])
