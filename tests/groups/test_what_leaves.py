"""What leaves the house of a group (calendars, its page, its pack, its register by the link) holds nobody; planted is all that could."""

from __future__ import annotations

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from alongside.directory.actions import SessionTold, add_session
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor
from alongside.groups import actions
from alongside.groups.actions.sharing import Holder
from alongside.groups.links import address_of
from alongside.groups.models import Group
from alongside.people.actions import say_where
from alongside.people.models import LocationProtection, Person
from alongside.places.models import Locality, Postcode
from tests.building import a_coordinator, a_locality, as_, days_ago, now, signed_in, somebody, today

from .conftest import come_to, running
from .test_sessions import a_link, kept
from .test_their_page import said

pytestmark = pytest.mark.django_db(databases=["default", "counting"])  # guesses at links are counted apart

PLANTED = ("Zqiris", "Zqrow", "ZZ99 9ZQ", "01632 960999", "01632960999", "Zqneeded", "Zqstage", "Zqholder")


def a_group_with_somebody_protected_in_it(by: Actor, here: Locality) -> Group:
    """Iris leads it, and nobody but those listed may know where she is; the team wrote more of it than leaves the house."""
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, locality=here)
    group = running(by, what_happens="We fish.", times="Saturdays", address="The boathouse", postcode="ZZ99 3AA")
    come_to(group, by, ("self-managing", days_ago(50)))
    iris = Person(id=somebody(by, "Zqiris Hallam"))
    with as_(by):
        say_where(iris, address="1 Zqrow", postcode="ZZ99 9ZQ", phone="01632 960999", email="", by=by, at=now())
        LocationProtection.objects.create(person=iris, why="Somebody looks for her.", by_id=by.id, at=now())
        actions.be_in_group(group, iris, ["leads", "keys"], since=days_ago(40), by=by, at=now())
        actions.hand_on(group, {"keys": Holder("member", "Zqholder")}, on=days_ago(40), by=by, at=now())
        actions.step(group, "shared", "Zqstage", on=days_ago(30), by=by, at=now())
        add_session(Entry.objects.get(id=group.entry_id), SessionTold(today(), "FREQ=WEEKLY", time(9)), by=by, at=now())
    session = kept(group, by, needed="Zqneeded")
    with as_(by):
        actions.mark_register(session, {iris: True}, by=by, at=now())
    return group


def test_calendars_and_what_a_link_opens_hold_nobody():
    sam, here = a_coordinator(), a_locality()
    group = a_group_with_somebody_protected_in_it(sam, here)
    address = address_of(a_link(group, sam).reference)
    leader = Client()
    shown = {
        "calendar of the group": leader.get(reverse("noticeboard:calendar", args=[group.entry_id])).content.decode(),
        "calendar of the neighbourhood": leader.get(reverse("noticeboard:calendar of a locality", args=[here.id])).content.decode(),
        "noticeboard": leader.get(reverse("noticeboard:entry", args=[group.entry_id])).content.decode(),
        "register": leader.get(reverse("groups:register", args=[address])).content.decode(),
        "its page": leader.get(reverse("groups:their page", args=[address])).content.decode(),
        "still going": leader.get(reverse("groups:still going", args=[address])).content.decode(),
        "its pack": said(leader.get(reverse("groups:their pack", args=[address]))),
    }
    assert {name for name, page in shown.items() if "Saturday fishing" not in page} == set()
    assert [(name, word) for name, page in shown.items() for word in PLANTED if word in page] == []


def test_what_was_planted_could_have_been_found():
    sam = a_coordinator()
    group = a_group_with_somebody_protected_in_it(sam, a_locality())
    client = signed_in(sam)
    pages = [f"/groups/{group.id}/", reverse("desk:people in group", args=[group.id])]
    seen = "".join(client.get(page).content.decode() for page in pages)
    assert [word for word in ("Zqiris", "Zqneeded", "Zqstage", "Zqholder") if word not in seen] == []
    assert "Zqiris" not in client.get(reverse("desk:register on paper", args=[group.id])).content.decode()


def summaries(here: Locality) -> list[str]:
    given = Client().get(reverse("noticeboard:calendar of a locality", args=[here.id])).content.decode()
    return [line for line in given.splitlines() if line.startswith("SUMMARY")]


def a_group_that_meets_in_homes(by: Actor, here: Locality, name: str = "Knit and natter") -> Group:
    group = running(by, name, locality_id=here.id)
    with as_(by):
        add_session(Entry.objects.get(id=group.entry_id), SessionTold(today(), "FREQ=WEEKLY", time(14)), by=by, at=now())
    return group


def test_a_group_of_a_neighbourhood_without_a_postcode_is_in_its_calendar_and_in_no_other():
    sam, here, elsewhere = a_coordinator(), a_locality(), a_locality()
    group = a_group_that_meets_in_homes(sam, here)
    assert (summaries(here), summaries(elsewhere)) == (["SUMMARY:Knit and natter"], [])
    come_to(group, sam, ("ended", today()))
    assert summaries(here) == []


def test_where_somebody_protected_comes_to_homes_no_calendar_tells_in_which_neighbourhood():
    sam, here = a_coordinator(), a_locality()
    group = a_group_that_meets_in_homes(sam, here)
    iris = Person(id=somebody(sam, "Iris Hallam"))
    with as_(sam):
        row = actions.be_in_group(group, iris, ["leads"], since=days_ago(40), by=sam, at=now())
    assert summaries(here) == ["SUMMARY:Knit and natter"]
    with as_(sam):
        LocationProtection.objects.create(person=iris, why="Somebody looks for her.", by_id=sam.id, at=now())
    assert summaries(here) == []
    with as_(sam):
        actions.leave_group(row, by=sam, at=now())
    assert summaries(here) == ["SUMMARY:Knit and natter"]


def test_a_group_that_meets_and_has_no_days_leads_to_where_they_are_said():
    sam, here = a_coordinator(), a_locality()
    page = f"/groups/{running(sam, locality_id=here.id).id}/"
    assert "it stands in no calendar yet" in signed_in(sam).get(page).content.decode()
    told = a_group_that_meets_in_homes(sam, here)
    assert "it stands in no calendar yet" not in signed_in(sam).get(f"/groups/{told.id}/").content.decode()
