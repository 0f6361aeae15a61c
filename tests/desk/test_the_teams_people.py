"""The team's people, narrowed to a colleague's, to one level, to those who have gone quiet; and an honest page when nobody is like that."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, signed_in, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture(params=list(Vocabulary))
def team(request) -> Team:
    return Team.objects.get(id=a_team(vocabulary=request.param).id)


@pytest.fixture
def sam(team):
    """Three people of theirs: one at each level, of whom one was last seen long ago."""
    sam = a_coordinator(team, "Sam Okoro")
    for name, level, last in (("Gwen Example", "level 2", 90), ("Hal Example", "level 1", 1), ("Ivy Example", "level 2", 2)):
        person = Person(id=somebody(sam, name, on=days_ago(100)))
        with as_(sam):
            journeys.set_level(person, level, since=days_ago(95), by=sam, at=now())
            journeys.write_note(person, "Tea.", on=days_ago(last), how="visit", by=sam, at=now())
    return sam


@pytest.fixture
def priya(team):
    priya = a_coordinator(team, "Priya Nair")
    una = Person(id=somebody(priya, "Una Example", on=days_ago(100)))
    with as_(priya):
        journeys.set_level(una, "level 1", since=days_ago(95), by=priya, at=now())
        journeys.write_note(una, "A call.", on=days_ago(60), how="telephone", by=priya, at=now())
    return priya


def listed(actor, **boxes: object) -> list[str]:
    page = signed_in(actor).get(reverse("desk:people"), {"whose": "team", **boxes}).content.decode()
    return re.findall(r'class="row__link"[^>]*>([^<]+)</a>', page)


def test_a_manager_sees_one_colleagues_people_one_level_and_who_has_gone_quiet(team, sam, priya):
    mina = an_actor(Role.MANAGER, team)
    assert listed(mina) == ["Gwen Example", "Hal Example", "Ivy Example", "Una Example"]
    assert listed(mina, walking=priya.id) == ["Una Example"]
    assert listed(mina, level="level 2") == ["Gwen Example", "Ivy Example"]
    assert listed(mina, quiet="on") == ["Gwen Example", "Una Example"]
    assert listed(mina, quiet="on", walking=sam.id, level="level 2") == ["Gwen Example"]
    assert listed(mina, quiet="on", walking=sam.id, level="level 1") == []


def test_nobody_has_gone_quiet_whom_nobody_walks_alongside(team, sam):
    with as_(sam):
        journeys.stop_walking(Person.objects.get(name="Gwen Example"), sam.id, until=days_ago(0), by=sam, at=now())
    assert listed(an_actor(Role.MANAGER, team), quiet="on") == []


def test_whoever_has_gone_quiet_stands_there_with_why(team, sam):
    page = signed_in(sam).get(reverse("desk:people"), {"whose": "team", "quiet": "on"}).content.decode()
    assert "It has been 90 days. With nothing agreed and no habit yet, the team looks after 28." in page


def test_an_empty_answer_says_how_to_see_everybody_again(team, sam, priya):
    page = signed_in(sam).get(reverse("desk:people"), {"whose": "team", "walking": str(priya.id), "level": "level 2"}).content.decode()
    assert ("Nobody is like this." in page, "Show everybody again" in page) == (True, True)


def test_a_box_that_says_nothing_we_know_leaves_everybody(sam):
    assert listed(sam, walking="somebody", level="level 9") == ["Gwen Example", "Hal Example", "Ivy Example"]


def test_boxes_never_show_anybody_whom_one_may_not_see(sam):
    stranger = a_coordinator(name="Tess Far")
    assert (listed(stranger), listed(stranger, walking=sam.id), listed(stranger, quiet="on")) == ([], [], [])
