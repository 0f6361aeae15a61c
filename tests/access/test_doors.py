"""Who gets in, who is kept out, and how quickly a door closes: the same rules, met through the application's own role."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from alongside.access.actions import name_to_partner
from alongside.access.models import Naming
from alongside.foundation.actor import NOBODY, Role
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours
from alongside.journeys.models import Alongside
from alongside.people.actions import end_protection, protect_location, say_where
from alongside.people.models import Holding, LocationListed, Person, Whereabouts
from alongside.teams.models import Membership, Team
from alongside.trail.doing import acting
from alongside.trail.models import Change
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_actor, as_, days_ago, now, signed_in, somebody, staff, today

pytestmark = pytest.mark.django_db


@contextmanager
def refused_by_the_database():
    """The database itself says no; whatever was begun is undone."""
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        yield


def knows(actor, person_id) -> bool:
    """Whether this actor finds somebody at all."""
    with acting(actor):
        return Person.objects.filter(id=person_id).exists()


def test_whoever_meets_somebody_new_sees_them_and_so_does_their_team():
    sam = a_coordinator()
    jo = a_coordinator(Team.objects.get(id=sam.team_id))
    gwen = somebody(sam)
    assert (knows(sam, gwen), knows(jo, gwen)) == (True, True)


def test_another_team_finds_nobody():
    gwen = somebody(a_coordinator())
    assert (knows(a_coordinator(), gwen), knows(an_actor(Role.MANAGER), gwen), knows(NOBODY, gwen)) == (False, False, False)


def test_a_person_of_another_team_cannot_be_claimed():
    gwen = somebody(a_coordinator())
    nosy = a_coordinator()
    with as_(nosy), refused_by_the_database():
        Holding.objects.create(person_id=gwen, team_id=nosy.team_id, by_id=nosy.id, at=now())
    with as_(nosy), refused_by_the_database():
        Alongside.objects.create(person_id=gwen, coordinator_id=nosy.id, since=days_ago(1), by_id=nosy.id, at=now())
    with as_(nosy), refused_by_the_database():
        Naming.objects.create(
            person_id=gwen, partner_id=nosy.id, extract="x", how_they_said_yes="x", since=today(), until=today() + timedelta(days=9), by_id=nosy.id, at=now()
        )
    assert not knows(nosy, gwen)


def test_somebody_new_cannot_be_put_into_a_team_that_is_not_ones_own():
    sam = a_coordinator()
    with as_(sam), refused_by_the_database():
        Holding.objects.create(person_id=new_key(), team_id=a_team().id, by_id=sam.id, at=now())


def test_a_partner_or_administrator_meets_nobody_new():
    for role in (Role.PARTNER, Role.ADMINISTRATOR, Role.COMMISSIONER, Role.INFORMATION_GOVERNANCE):
        actor = an_actor(role)
        with as_(actor), refused_by_the_database():
            Holding.objects.create(person_id=new_key(), team_id=actor.seats[0].team_id, by_id=actor.id, at=now())


def test_giving_up_a_seat_closes_every_door_at_the_next_request():
    sam = a_coordinator()
    gwen = somebody(sam)
    assert knows(sam, gwen)
    Membership.objects.filter(staff_id=sam.id).update(until=today())
    # Even an actor that was made while the seat was held, and a walk that nobody ended, open nothing.
    assert not knows(sam, gwen)


def test_a_seat_that_begins_tomorrow_opens_nothing_today():
    sam = a_coordinator()
    gwen = somebody(sam)
    newcomer = staff()
    a_seat(newcomer, Role.COORDINATOR, Team.objects.get(id=sam.team_id), since=today() + timedelta(days=1))
    assert not knows(actor_of(newcomer), gwen)


def test_a_partner_sees_whoever_is_named_to_them_and_only_the_agreed_words():
    sam, gp, other_gp = a_coordinator(), an_actor(Role.PARTNER), an_actor(Role.PARTNER)
    gwen = somebody(sam)
    with as_(sam):
        name_to_partner(
            Person.objects.get(id=gwen), gp.id, extract="Would like a walk.", how_they_said_yes="aloud", until=today() + timedelta(days=7), by=sam, at=now()
        )
    assert (knows(gp, gwen), knows(other_gp, gwen)) == (True, False)
    with acting(gp):
        assert list(Naming.objects.values_list("extract", flat=True)) == ["Would like a walk."]
        assert (Whereabouts.objects.count(), Alongside.objects.count(), Change.objects.exclude(part__in=("identity", "agreed extract")).count()) == (0, 0, 0)


def test_protected_whereabouts_are_for_those_listed():
    sam = a_coordinator()
    jo = a_coordinator(Team.objects.get(id=sam.team_id))
    gwen = somebody(sam)
    with as_(sam):
        person = Person.objects.get(id=gwen)
        say_where(person, address="2 Fern Row", postcode="", phone="01632 960123", email="", by=sam, at=now())
        say_where(person, address="3 Fern Row", postcode="", phone="01632 960123", email="", by=sam, at=now())
        protect_location(person, why="Safety.", listed=[], by=sam, at=now())
    with acting(jo):
        assert (Person.objects.count(), Whereabouts.objects.count(), Change.objects.filter(part="whereabouts").count()) == (1, 0, 0)
    with acting(sam):
        assert (Whereabouts.objects.count(), Change.objects.filter(part="whereabouts").count() > 0) == (1, True)
    with as_(jo), pytest.raises(NotYours):
        end_protection(Person.objects.get(id=gwen), by=jo, at=now())


def test_a_colleague_cannot_list_themselves_for_a_protected_location():
    sam = a_coordinator()
    jo = a_coordinator(Team.objects.get(id=sam.team_id))
    gwen = somebody(sam)
    with as_(sam):
        protect_location(Person.objects.get(id=gwen), why="Safety.", listed=[], by=sam, at=now())
    with as_(jo), refused_by_the_database():
        LocationListed.objects.create(person_id=gwen, staff_id=jo.id, by_id=jo.id, at=now())
    with as_(jo):
        assert LocationListed.objects.filter(person_id=gwen).update(staff_id=jo.id) == 0


def test_an_open_session_is_shut_out_at_its_next_page():
    sam = a_coordinator()
    gwen = somebody(sam)
    browser, page = signed_in(sam), f"/people/{gwen}/"
    before = browser.get(page).status_code
    Membership.objects.filter(staff_id=sam.id).update(until=today())
    after = browser.get(page)
    assert (before, after.status_code, after.headers["Location"].split("?")[0]) == (200, 302, "/accounts/login/")
