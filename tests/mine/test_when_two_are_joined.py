"""Two records are joined: nobody who reads by a link that was given before reads of the other, nor takes the other's file of everything."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from alongside.access.actions import ask_of_us, gather, join, look_through, part
from alongside.access.actions.taking_away import hand_over
from alongside.access.models import Gathered
from alongside.foundation.actor import Actor, Role
from alongside.mine import actions as mine
from alongside.mine.addresses import address_of, code_of
from alongside.mine.gathering import everything
from alongside.mine.models import Link
from alongside.people.actions import add_gift
from alongside.people.models import Joining, Person
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db(databases=["default", "owner", "counting"])


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team, "Sam Holt")


@pytest.fixture
def two(sam) -> tuple[UUID, UUID]:
    """Mother and daughter."""
    return somebody(sam, "Gwen Prys"), somebody(sam, "Gwenllian Prys")


def a_link(person: UUID, gift: str, *, by: Actor) -> Link:
    """To a copy that was made for them just now."""
    with as_(by):
        add_gift(Person(id=person), gift, by=by, at=now())
        told = everything(person, on=today(), vocabulary=by.vocabulary)
        mine.make_copy(Person.objects.get(id=person), ["gifts", "looks"], (), told=told, by=by, at=now())
        return mine.give_link(Person.objects.get(id=person), until=today() + timedelta(days=7), by=by, at=now())


def opened(link: Link) -> Client:
    browser = Client()
    browser.post(reverse("mine:open", args=[address_of(link.reference)]), {"code": code_of(link.id, link.code_number)})
    return browser


def reads(browser: Client) -> str:
    return browser.get(reverse("mine:my page")).content.decode()


def joined(kept: UUID, other: UUID, *, by: Actor) -> Joining:
    with as_(by):
        return join(Person.objects.get(id=kept), Person.objects.get(id=other), taking=[], by=by, at=now())


def test_a_link_of_either_ends_when_they_are_joined_and_a_new_one_opens(sam, two):
    mother, daughter = two
    links = [a_link(daughter, "Sings", by=sam), a_link(mother, "Bakes", by=sam)]
    browsers = [opened(link) for link in links]
    assert ["Bakes" in reads(browser) or "Sings" in reads(browser) for browser in browsers] == [True, True]
    joined(mother, daughter, by=sam)
    for browser in (*browsers, *(opened(link) for link in links)):
        page = reads(browser)
        assert ("Bakes" in page, "Sings" in page) == (False, False)
    with as_(sam):
        assert set(Link.objects.values_list("person_id", "ended_by_id")) == {(mother, sam.id)}
    assert "Bakes" in reads(opened(a_link(mother, "Knits", by=sam)))


def test_a_link_given_while_they_were_one_ends_when_they_are_parted(sam, two):
    mother, daughter = two
    joining = joined(mother, daughter, by=sam)
    link = a_link(mother, "Bakes", by=sam)
    assert "Bakes" in reads(opened(link))
    with as_(sam):
        part(Joining.objects.get(id=joining.id), by=sam, at=now())
    assert "Bakes" not in reads(opened(link))


def test_the_file_of_everything_about_one_is_taken_by_nobody_after_they_are_joined(team, sam, two):
    mother, daughter = two
    lead = an_actor(Role.INFORMATION_GOVERNANCE, team, "Ivy Lead")
    a_link(mother, "Bakes", by=sam)
    with as_(lead):
        wish = ask_of_us(Person(id=mother), "everything", by=lead, at=now())
    with as_(lead):
        gather(wish, by=lead, at=now())
        look_through(wish, stay=[], out=[], by=lead, at=now())
        hand_over(wish, by=lead, at=now())
    with as_(lead):
        assert Gathered.objects.count() == 1
    joined(mother, daughter, by=sam)
    answer = opened(a_link(mother, "Knits", by=sam)).post(reverse("mine:my everything"))
    with as_(lead):
        assert (answer.status_code == 200, Gathered.objects.count()) == (False, 0)


def test_whoever_joins_them_is_told_to_give_a_new_link(sam, two):
    page = signed_in(sam).get(reverse("desk:join", args=two)).content.decode()
    assert "Give a new link afterwards." in page
