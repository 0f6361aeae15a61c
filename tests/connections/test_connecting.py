"""Making a connection, climbing, and taking back what was written by mistake."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from alongside.connections.actions import climb, connect, take_back
from alongside.connections.models import Connection, Rung
from alongside.connections.queries import rungs_of
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, a_team, an_actor, as_, days_ago, now, somebody, today
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Actor:
    return a_coordinator()


@pytest.fixture
def gwen(sam) -> Person:
    key = somebody(sam, "Gwen Example")
    with as_(sam):
        return Person.objects.get(id=key)


def connected(gwen: Person, sam: Actor, **given: Any) -> Connection:
    with as_(sam):
        return connect(gwen, **{"to": "Fern choir", "kind": "community", "on": days_ago(100), "by": sam, "at": now(), **given})


def climbed(connection: Connection, sam: Actor, rung: str, **given: Any) -> Rung:
    with as_(sam):
        return climb(connection, rung, **{"on": today(), "by": sam, "at": now(), **given})


def stands_at(connection: Connection, sam: Actor) -> list[str]:
    with as_(sam):
        return [rung.rung for rung in rungs_of(connection.id)]


def test_a_connection_begins_as_suggested(gwen, sam):
    assert stands_at(connected(gwen, sam), sam) == ["suggested"]


def test_it_may_lead_to_something_in_the_directory(gwen, sam):
    load(a_listing())
    entry = Entry.objects.get()
    assert connected(gwen, sam, entry_id=entry.id).entry_id == entry.id


def test_each_rung_is_added_and_none_is_changed(gwen, sam):
    choir = connected(gwen, sam)
    climbed(choir, sam, "went together", on=days_ago(90))
    climbed(choir, sam, "still going")
    assert stands_at(choir, sam) == ["still going", "went together", "suggested"]


def test_what_happened_earlier_may_be_written_later(gwen, sam):
    choir = connected(gwen, sam)
    climbed(choir, sam, "went alone", on=days_ago(5))
    climbed(choir, sam, "went together", on=days_ago(50))
    assert stands_at(choir, sam)[0] == "went alone"


def test_a_service_is_asked_why_and_taken_without_an_answer(gwen, sam):
    assert connected(gwen, sam, kind="service", why="  ").why == ""
    assert connected(gwen, sam, kind="service", why="nobody near can lift").why == "nobody near can lift"


@pytest.mark.parametrize(("given", "sentence"), [({"to": " "}, "Say with whom or with what"), ({"on": today() + timedelta(days=1)}, "has not come yet")])
def test_what_cannot_be_is_refused_and_leaves_nothing(gwen, sam, given, sentence):
    with pytest.raises(Refused, match=sentence):
        connected(gwen, sam, **given)
    with as_(sam):
        assert not Connection.objects.exists()


def test_the_last_rung_is_taken_back_by_whoever_wrote_it_on_the_same_day(gwen, sam):
    choir = connected(gwen, sam)
    mistake = climbed(choir, sam, "went alone")
    with as_(sam):
        take_back(mistake, by=sam, at=now())
    assert stands_at(choir, sam) == ["suggested"]


def test_the_first_rung_stays(gwen, sam):
    choir = connected(gwen, sam)
    with pytest.raises(Refused, match="The first rung stays"), as_(sam):
        take_back(Rung.objects.get(connection=choir), by=sam, at=now())


def test_a_rung_is_not_taken_back_on_another_day_or_by_another(gwen, sam):
    team = sam.team_id
    mistake = climbed(connected(gwen, sam), sam, "went alone")
    with pytest.raises(NotYours, match="on the same day"), as_(sam):
        take_back(mistake, by=sam, at=now() + timedelta(days=1))
    colleague = a_coordinator(Team.objects.get(id=team))
    with pytest.raises(NotYours, match="by whoever wrote it down"), as_(colleague):
        take_back(mistake, by=colleague, at=now())


def test_a_partner_does_not_connect(gwen, sam):
    partner = an_actor(Role.PARTNER, a_team())
    with pytest.raises(NotYours), as_(partner):
        connect(gwen, "Fern choir", kind="community", on=today(), by=partner, at=now())


def test_each_deed_stands_in_the_trail(gwen, sam):
    choir = connected(gwen, sam)
    mistake = climbed(choir, sam, "went alone")
    with as_(sam):
        take_back(mistake, by=sam, at=now())
    with as_(sam):
        verbs = list(Line.objects.filter(people__contains=[gwen.id]).order_by("seq").values_list("verb", flat=True))
    assert verbs[-3:] == ["made a connection", "said what became of a connection", "took back a rung"]


def test_a_colleague_elsewhere_sees_no_connection(gwen, sam):
    connected(gwen, sam)
    elsewhere = a_coordinator(a_team())
    somebody(elsewhere)
    with as_(elsewhere):
        assert (Connection.objects.count(), Rung.objects.count()) == (0, 0)
