"""What was written while two records were one, and leans on something that goes home, goes with it: or it would be of one and about the other."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connections

from alongside.access.actions import answer_them, ask_of_us, forget, join, part
from alongside.connections.actions import climb, connect
from alongside.connections.models import Connection, Rung
from alongside.foundation.actor import Actor, Role
from alongside.journeys.actions.papers import PaperAsked, add_paper
from alongside.journeys.models import Paper
from alongside.journeys.words import PAPER_STATES
from alongside.people.models import Joining, Person
from alongside.pictures.actions import keep_photograph, take_back_yes_to_photographs
from alongside.pictures.models import PaperPicture
from tests.building import a_coordinator, a_team, an_actor, as_, now, somebody, today
from tests.pictures.photos import a_photo
from tests.their_rights.conftest import where_it_stands

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team, "Sam Holt")


@pytest.fixture
def two(sam) -> tuple[UUID, UUID]:
    return somebody(sam, "Gwen Prys"), somebody(sam, "Gwen Price")


def joined(kept: UUID, other: UUID, *, by: Actor) -> Joining:
    with as_(by):
        return join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=[], by=by, at=now())


def parted(joining: Joining, *, by: Actor) -> None:
    with as_(by):
        part(Joining.objects.get(id=joining.id), by=by, at=now())


def rung_while_one(two: tuple[UUID, UUID], *, by: Actor) -> Connection:
    """The other's connection, in which a rung was written while both were one; parted again."""
    kept, other = two
    with as_(by):
        made = connect(Person(id=other), "The choir", kind="group", on=today(), by=by, at=now())
    joining = joined(kept, other, by=by)
    with as_(by):
        climb(Connection.objects.get(id=made.id), "went together", on=today(), words="Went to the Zithersong choir.", by=by, at=now())
    parted(joining, by=by)
    return made


def forgotten(person: UUID, team, *, by: Actor) -> None:
    lead, boss = an_actor(Role.INFORMATION_GOVERNANCE, team, "Ivy Lead"), an_actor(Role.MANAGER, team, "Bo Manager")
    with as_(by):
        wish = ask_of_us(Person(id=person), "be forgotten", by=by, at=now())
    with as_(lead):
        answer_them(wish, "yes", why="She asked.", by=lead, at=now())
    with as_(boss):
        forget(wish, typed="forget", by=boss, at=now())


def test_a_rung_goes_home_with_its_connection(sam, two):
    _kept, other = two
    made = rung_while_one(two, by=sam)
    with as_(sam):
        assert set(Rung.objects.filter(connection_id=made.id).values_list("person_id", flat=True)) == {other}


@pytest.mark.parametrize("left_behind", [False, True])
def test_whoever_was_parted_is_forgotten_with_all_that_leans_on_theirs(team, sam, two, left_behind):
    """Also where records were parted before what leans went along."""
    kept, other = two
    made = rung_while_one(two, by=sam)
    if left_behind:
        with connections["owner"].cursor() as cursor:
            cursor.execute("UPDATE connections_rung SET person_id = %s WHERE connection_id = %s", [kept, made.id])
            cursor.execute("DELETE FROM people_joinedrow WHERE how = 'brought along'")
    assert where_it_stands("Zithersong") != []
    forgotten(other, team, by=sam)
    assert where_it_stands("Zithersong") == []
    with as_(sam):
        assert list(Person.objects.filter(id__in=two).values_list("id", flat=True)) == [kept]


def test_a_photograph_goes_home_with_its_paper_and_a_yes_taken_back_takes_it_away(sam, two):
    kept, other = two
    with as_(sam):
        paper = add_paper(Person(id=other), PaperAsked("Tenancy", PAPER_STATES[0].stored, today()), by=sam, at=now())
        keep_photograph(paper, a_photo((64, 48)), says="Page one", how="aloud", on=today(), by=sam, at=now())
    joining = joined(kept, other, by=sam)
    with as_(sam):
        keep_photograph(Paper.objects.get(id=paper.id), a_photo((64, 48)), says="Page two", by=sam, at=now())
    parted(joining, by=sam)
    with as_(sam):
        assert set(PaperPicture.objects.values_list("words", "person_id")) == {("Page one", other), ("Page two", other)}
        take_back_yes_to_photographs(other, how="aloud", by=sam, at=now())
        assert PaperPicture.objects.count() == 0


def test_a_yes_taken_back_takes_photographs_of_their_papers_wherever_they_stand(sam, two):
    kept, other = two
    with as_(sam):
        paper = add_paper(Person(id=other), PaperAsked("Tenancy", PAPER_STATES[0].stored, today()), by=sam, at=now())
        made = keep_photograph(paper, a_photo((64, 48)), says="Page one", how="aloud", on=today(), by=sam, at=now())
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE pictures_paperpicture SET person_id = %s WHERE id = %s", [kept, made.id])
    with as_(sam):
        take_back_yes_to_photographs(other, how="aloud", by=sam, at=now())
        assert PaperPicture.objects.count() == 0
