"""Parting two records tells nobody what the joined record kept from them, and gives nobody what only a manager of both may give."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.urls import reverse

from alongside.access.actions import arrange_cover, join, part
from alongside.foundation.actor import Actor, Role
from alongside.people.actions import change_who_is_listed, end_protection, protect_location, say_where
from alongside.people.models import Joining, LocationListed, Person, Whereabouts
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_organisation, as_, now, signed_in, somebody, staff, today

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
def gwen(sam) -> tuple[UUID, UUID]:
    """Twice there, each with an address."""
    twice = somebody(sam, "Gwen Prys"), somebody(sam, "Gwen Price")
    for key in twice:
        lives(key, "12 Fern Lane", by=sam)
    return twice


def lives(person: UUID, address: str, *, by: Actor) -> None:
    with as_(by):
        say_where(Person(id=person), address=address, postcode="ZZ99 7ZZ", phone="", email="", by=by, at=now())


def protected(person: UUID, *listed: Actor, by: Actor) -> None:
    with as_(by):
        protect_location(Person(id=person), why="For her safety.", listed=[one.id for one in listed], by=by, at=now())


def joined(kept: UUID, other: UUID, *, by: Actor) -> Joining:
    with as_(by):
        return join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=[], by=by, at=now())


def parted(joining: Joining, *, by: Actor) -> None:
    with as_(by):
        part(Joining.objects.get(id=joining.id), by=by, at=now())


def pressed(joining: Joining, *, by: Actor) -> tuple[int, str]:
    """What the page of the one press answers."""
    browser, address = signed_in(by), reverse("desk:part", args=[joining.person_id, joining.id])
    assert '<form method="post">' not in browser.get(address).content.decode()
    answer = browser.post(address)
    return answer.status_code, answer.content.decode()


def places_seen(by: Actor) -> set[UUID]:
    with as_(by):
        return set(Whereabouts.objects.values_list("person_id", flat=True))


def on_the_list(person: UUID, *, by: Actor) -> set[UUID]:
    with as_(by):
        return set(LocationListed.objects.filter(person_id=person).values_list("staff_id", flat=True))


def test_whoever_may_not_know_where_they_are_parts_nobody(sam, ash, gwen):
    kept, other = gwen
    joining = joined(kept, other, by=sam)
    protected(kept, by=sam)
    status, page = pressed(joining, by=ash)
    assert (status, "Where they are is protected" in page, places_seen(ash)) == (422, True, set())


def test_protection_set_while_they_were_one_protects_both(sam, ash, gwen):
    kept, other = gwen
    joining = joined(kept, other, by=sam)
    protected(kept, by=sam)
    parted(joining, by=sam)
    assert (places_seen(ash), places_seen(sam)) == (set(), {kept, other})
    browser = signed_in(ash)
    assert "Fern Lane" not in browser.get(reverse("desk:person", args=[other])).content.decode()


def test_what_protected_the_other_alone_protects_both(sam, ash, gwen):
    kept, other = gwen
    protected(other, by=sam)
    joining = joined(kept, other, by=sam)
    lives(kept, "A refuge", by=sam)
    parted(joining, by=sam)
    assert (places_seen(ash), on_the_list(kept, by=sam), on_the_list(other, by=sam)) == (set(), {sam.id}, {sam.id})


def test_whoever_was_struck_off_while_they_were_one_is_on_no_list_afterwards(sam, ash, gwen):
    kept, other = gwen
    for key in gwen:
        protected(key, ash, by=sam)
    joining = joined(kept, other, by=sam)
    with as_(sam):
        change_who_is_listed(Person(id=kept), listed=[], by=sam, at=now())
    assert (pressed(joining, by=ash)[0], places_seen(ash)) == (422, set())
    parted(joining, by=sam)
    assert (places_seen(ash), on_the_list(other, by=sam), on_the_list(kept, by=sam)) == (set(), {sam.id}, {sam.id})


def test_whoever_is_on_both_lists_and_stays_there_is_on_both_afterwards(sam, ash, gwen):
    kept, other = gwen
    for key in gwen:
        protected(key, ash, by=sam)
    parted(joined(kept, other, by=sam), by=sam)
    assert places_seen(ash) == {kept, other}


def test_a_list_that_was_begun_anew_is_the_list_of_both(sam, ash, gwen):
    kept, other = gwen
    protected(kept, ash, by=sam)
    protected(other, by=sam)
    joining = joined(kept, other, by=sam)
    with as_(sam):
        end_protection(Person(id=kept), by=sam, at=now())
    protected(kept, by=sam)
    parted(joining, by=sam)
    assert places_seen(ash) == set()


def test_neither_is_left_without_anybody_on_its_list(sam, ash, gwen):
    kept, other = gwen
    for key in gwen:
        protected(key, by=sam)
    joining = joined(kept, other, by=sam)
    with as_(sam):
        change_who_is_listed(Person(id=kept), listed=[ash.id], by=sam, at=now())
    with as_(ash):
        change_who_is_listed(Person(id=kept), listed=[], by=ash, at=now())
    parted(joining, by=ash)
    assert (places_seen(ash), places_seen(sam)) == ({kept, other}, set())


def test_where_different_teams_would_hold_them_a_manager_of_both_parts_them_and_nobody_who_covers():
    council = an_organisation()
    fern, harbour, quay = (a_team(name, organisation=council) for name in ("Fern", "Harbour", "Quay"))
    member = staff("Jo Both")
    a_seat(member, Role.MANAGER, fern)
    a_seat(member, Role.COORDINATOR, harbour)
    both = actor_of(member)
    sam, bea, covering = a_coordinator(fern, "Sam Holt"), a_coordinator(harbour, "Bea Lunt"), a_coordinator(quay, "Noor Covering")
    joining = joined(somebody(sam, "Gwen Prys"), somebody(bea, "Gwen Price"), by=both)
    with as_(sam):
        arrange_cover(sam.id, covering.id, since=today(), last_day=today(), everybody=True, by=sam, at=now())
    for one in (covering, sam, bea):
        status, page = pressed(joining, by=one)
        assert (status, "Different teams would hold these two records" in page) == (422, True)
    parted(joining, by=both)
    with as_(both):
        assert Joining.objects.get(id=joining.id).undone_at is not None
