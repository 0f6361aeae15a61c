"""A session that was not so leaves nothing behind on the group's page on the noticeboard: neither that it meets, nor that there is room."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from alongside.directory.actions import confirm
from alongside.directory.models import Entry
from alongside.groups import actions
from alongside.groups.links import address_of
from tests.building import a_coordinator, as_, days_ago, now

from .conftest import running
from .test_sessions import a_link, kept, on

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
BEFORE = (days_ago(90), "feed", "room", days_ago(60))


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def group(sam):
    made = running(sam)
    Entry.objects.filter(id=made.entry_id).update(confirmed_on=days_ago(90), confirmed_how="feed", confirmed_by=None, room="room", room_on=days_ago(60))
    return made


def stands(group):
    return Entry.objects.values_list("confirmed_on", "confirmed_how", "room", "room_on").get(id=group.entry_id)


def takes_back(session, by):
    with as_(by):
        actions.take_back_session(session, by=by, at=now())


def test_taken_back_the_entry_says_again_what_it_said_before(sam, group):
    session = kept(group, sam, room="full")
    assert stands(group) == (days_ago(2), "visit", "full", days_ago(2))
    takes_back(session, sam)
    assert stands(group) == BEFORE


def test_it_says_what_the_last_session_that_stands_says(sam, group):
    kept(group, sam, on=days_ago(9), room="little")
    later = kept(group, sam, room="full")
    takes_back(later, sam)
    assert stands(group) == (days_ago(9), "visit", "little", days_ago(9))


def test_two_taken_back_in_either_order_leave_what_was_before_both(sam, group):
    first, second = kept(group, sam, on=days_ago(9), room="little"), kept(group, sam, room="full")
    takes_back(first, sam)
    takes_back(second, sam)
    assert stands(group) == BEFORE
    first, second = kept(group, sam, on=days_ago(9), room="little"), kept(group, sam, room="full")
    takes_back(second, sam)
    takes_back(first, sam)
    assert stands(group) == BEFORE


def test_what_somebody_confirmed_since_stands(sam, group):
    session = kept(group, sam)
    with as_(sam):
        confirm(group.entry_id, how="call", on=days_ago(1), by=sam, at=now())
    takes_back(session, sam)
    assert stands(group)[:2] == (days_ago(1), "call")


def test_a_link_that_says_anew_that_they_did_not_meet_takes_it_from_the_entry_too(sam, group):
    kept(group, sam, on=days_ago(9), room="little")
    url = reverse("groups:register", args=[address_of(a_link(group, sam).reference)])
    leader, told = Client(), {"met": "yes", "came": "7", "room": "full", **on(days_ago(1))}
    assert leader.post(url, told).status_code == 303
    assert stands(group) == (days_ago(1), "link", "full", days_ago(1))
    assert leader.post(url, told | {"came": "8", "room": "little"}).status_code == 303
    assert stands(group) == (days_ago(1), "link", "little", days_ago(1))
    assert leader.post(url, {"met": "no", **on(days_ago(1))}).status_code == 303
    assert stands(group) == (days_ago(9), "visit", "little", days_ago(9))
