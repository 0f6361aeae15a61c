"""Registers by name: everybody who was in the group on its day stands on them, and heads are never fewer than names."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.actor import Actor
from alongside.foundation.refusals import Refused
from alongside.groups import actions
from alongside.groups.links import address_of
from alongside.groups.models import Attendance, Gathering, Group, InGroup
from alongside.people.models import Person
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody

from .conftest import running
from .test_sessions import a_link, kept, on, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])  # guesses at links are counted apart


def test_whoever_is_absent_stays_on_the_register():
    sam = a_coordinator()
    group = running(sam)
    gwen, eddie = somebody(sam, "Gwen Pettifer"), somebody(sam, "Eddie Marsh")
    with as_(sam):
        for key in (gwen, eddie):
            actions.be_in_group(group, Person.objects.get(id=key), [], since=days_ago(60), by=sam, at=now())
    session = kept(group, sam)
    client, url = signed_in(sam), reverse("desk:register", args=[group.id, session.id])
    assert client.post(url, {"people": str(gwen)}).status_code == 303
    page = text(client.get(url))
    assert ("Gwen Pettifer" in page, "Eddie Marsh" in page) == (True, True)
    with as_(sam):
        assert dict(Attendance.objects.values_list("person_id", "came")) == {gwen: True, eddie: False}


def a_register_of(by: Actor, many: int) -> tuple[Group, list[str]]:
    """A group with so many of ours in it, and their keys."""
    group = running(by)
    keys = [somebody(by, f"Gwen Pettifer {number}") for number in range(many)]
    with as_(by):
        for key in keys:
            actions.be_in_group(group, Person.objects.get(id=key), [], since=days_ago(60), by=by, at=now())
    return group, [str(key) for key in keys]


def came(by: Actor) -> int | None:
    with as_(by):
        return Gathering.objects.get().came


def test_by_name_alone_as_many_came_as_are_ticked():
    sam = a_coordinator()
    group, keys = a_register_of(sam, 3)
    client = signed_in(sam)
    told = client.post(reverse("groups:keep session", args=[group.id]), {**on(days_ago(2)), "met": "yes", "told_us": "there"})
    assert (told.status_code, came(sam)) == (303, None)
    register = told["Location"]
    assert "as many came as you tick" in text(client.get(register))
    assert "heads not counted yet" in text(client.get(f"/groups/{group.id}/"))
    for ticked in (2, 3, 1):
        assert client.post(register, {"people": keys[:ticked], "came": ""}).status_code == 303
        assert came(sam) == ticked


def test_fewer_heads_than_names_are_refused_and_mended_on_the_same_page():
    sam = a_coordinator()
    group, keys = a_register_of(sam, 3)
    session = kept(group, sam, came=2)
    client, url = signed_in(sam), reverse("desk:register", args=[group.id, session.id])
    refused = client.post(url, {"people": keys, "came": "2"})
    assert (refused.status_code, "3 are ticked, and only 2 are said to have come" in text(refused), came(sam)) == (422, True, 2)
    assert text(refused).count(" checked") == 3
    with as_(sam):
        assert not Attendance.objects.exists()
    assert client.post(url, {"people": keys, "came": "5"}).status_code == 303
    assert came(sam) == 5
    assert 'value="5"' in text(client.get(url))


def test_of_a_session_without_heads_nothing_else_is_counted():
    sam = a_coordinator()
    group = running(sam)
    with pytest.raises(Refused, match="Say how many came"):
        kept(group, sam, came=None, new=2)
    leader = Client()
    told = leader.post(reverse("groups:register", args=[address_of(a_link(group, sam).reference)]), {"met": "yes", **on(days_ago(1))})
    assert (told.status_code, "Say how many came, or that it did not meet." in text(told)) == (422, True)


def test_whoever_left_after_a_session_stands_on_its_register_and_on_no_later_one():
    sam = a_coordinator()
    group = running(sam)
    gwen = somebody(sam, "Gwen Pettifer")
    with as_(sam):
        row = actions.be_in_group(group, Person.objects.get(id=gwen), [], since=days_ago(60), by=sam, at=now())
        actions.leave_group(row, by=sam, at=now())
        InGroup.objects.filter(id=row.id).update(until=days_ago(2))
    tuesday, friday = kept(group, sam, on=days_ago(4)), kept(group, sam, on=days_ago(1))
    pages = [text(signed_in(sam).get(reverse("desk:register", args=[group.id, one.id]))) for one in (tuesday, friday)]
    assert ["Gwen Pettifer" in each for each in pages] == [True, False]
