"""A no to evaluation that comes along when two records are joined holds in the extract there is, under either number."""

from __future__ import annotations

import json
from uuid import UUID

import pytest

from alongside.access.actions import choose, join
from alongside.evidence.actions import make_extract
from alongside.evidence.models import Extract, Link
from alongside.foundation.actor import Actor, Role
from alongside.people.actions import add_to_circle
from alongside.people.models import Person
from tests.building import a_coordinator, a_team, an_actor, as_, now, somebody, today

pytestmark = pytest.mark.django_db(databases=["default", "owner", "counting"])


def of_their_life(extract: Extract, number: int, *, by: Actor) -> tuple[str, int]:
    """What the extract says of their yes, and how many rows of the people in their life it holds."""
    with as_(by):
        held = json.loads(bytes(Extract.objects.get(id=extract.id).payload))
    return held["people"]["evaluation"][held["people"]["person"].index(number)], held["circles"]["person"].count(number)


@pytest.mark.parametrize("said_no_when", ["before", "after"])
def test_a_no_holds_for_both_numbers_of_the_one_person(said_no_when):
    team = a_team()
    sam, boss = a_coordinator(team, "Sam Holt"), an_actor(Role.MANAGER, team, "Bo Manager")
    kept, other = somebody(sam, "Gwen Prys"), somebody(sam, "Gwen Price")
    with as_(sam):
        for key in (kept, other):
            add_to_circle(Person(id=key), name="Bob", relation="friend", by=sam, at=now())
    if said_no_when == "before":
        says_no(other, by=sam)
    with as_(boss):
        extract = make_extract(team.id, by=boss, at=now())
    with as_(boss):
        numbers = [Link.objects.get(extract_id=extract.id, person_id=key).number for key in (kept, other)]
    before = [of_their_life(extract, number, by=boss) for number in numbers]
    with as_(sam):
        join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=[], by=sam, at=now())
    if said_no_when == "after":
        says_no(kept, by=sam)
    assert before[0][1] == 1
    assert [of_their_life(extract, number, by=boss) for number in numbers] == [("no", 0)] * 2


def says_no(person: UUID, *, by: Actor) -> None:
    with as_(by):
        choose(Person(id=person), "evaluation", "no", on=today(), how="aloud", by=by, at=now())
