"""A list that somebody has open asks whether it may go on showing what it shows: until anybody on it is shown no more, and without a look."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from alongside.access.actions import choose
from alongside.foundation.actor import Role
from alongside.meetings import actions
from alongside.meetings.models import Listed, Seat
from alongside.people.models import Person
from alongside.trail.models import Entry
from tests.building import an_actor, as_, now, signed_in

from .conftest import Table, text

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


def still(page: str) -> str:
    (found,) = re.findall(r'data-still-there="([^"]+)"', page)
    return found


def two_on_a_list() -> tuple[Table, Listed, Listed]:
    table = Table()
    gwen, eddie = table.brings(), table.brings("Eddie Marsh")
    table.sends()
    return table, gwen, eddie


def asked_by(table: Table, by: str) -> tuple[Client, str]:
    """Their browser, and where the list that it has open asks."""
    client = Client() if by == "a link" else signed_in(table.gp)
    page = client.post(f"/seat/{table.ivys_address}/open/") if by == "a link" else client.get(f"/my-tables/{table.series.id}/{table.on}/")
    assert "Eddie Marsh" in text(page)
    return client, still(text(page))


@pytest.mark.parametrize("by", ["a link", "an account"])
@pytest.mark.parametrize("end", ["she took back her yes", "taken off the list", "closed"])
def test_a_list_is_as_it_was_until(by, end):
    table, gwen, _eddie = two_on_a_list()
    client, asks = asked_by(table, by)
    assert [client.get(asks).status_code for _time in range(2)] == [204, 204]
    if end == "closed":
        table.closes()
    with as_(table.sam):
        if end == "she took back her yes":
            choose(Person(id=gwen.person_id), "meeting", "withdrawn", subject=table.series.id, by=table.sam, at=now())
        elif end == "taken off the list":
            actions.take_off_list(Listed.objects.get(id=gwen.id), by=table.sam, at=now())
    gone = client.get(asks)
    assert (gone.status_code, gone.content) == (410, b"")
    _client, again = asked_by(table, by) if end != "closed" else (client, "")
    assert not again or client.get(again).status_code == 204


def test_a_link_that_is_over_is_no_such_page():
    table, _gwen, _eddie = two_on_a_list()
    client, asks = asked_by(table, "a link")
    with as_(table.sam):
        actions.end_seat_link(Seat.objects.select_related("series").get(id=table.ivys_seat.id), by=table.sam, at=now())
    assert client.get(asks).status_code == 404


def test_what_they_took_on_is_as_it_was_until_her_word_is_taken_back():
    table, gwen, _eddie = two_on_a_list()
    table.agrees(gwen, "Ring her", table.gps_seat)
    table.closes()
    gp = signed_in(table.gp)
    asks = still(text(gp.get("/my-tables/")))
    assert gp.get(asks).status_code == 204
    with as_(table.sam):
        choose(Person(id=gwen.person_id), "meeting", "withdrawn", subject=table.series.id, by=table.sam, at=now())
    assert gp.get(asks).status_code == 410


def test_asking_is_no_look_and_no_use_of_the_link():
    table, gwen, _eddie = two_on_a_list()
    lead = an_actor(Role.INFORMATION_GOVERNANCE, table.team)

    def looks() -> int:
        with as_(lead):
            return Entry.objects.filter(verb="looked at", people__contains=[gwen.person_id]).count()

    for by in ("a link", "an account"):
        client, asks = asked_by(table, by)
        before = looks()
        assert {client.get(asks).status_code for _time in range(400)} == {204}
        assert looks() == before


def test_whoever_sits_at_no_such_table_learns_nothing():
    table, _gwen, _eddie = two_on_a_list()
    _client, asks = asked_by(table, "an account")
    assert signed_in(an_actor(Role.PARTNER, name="Dr Other")).get(asks).status_code == 404
