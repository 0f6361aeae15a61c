"""A leader's link opens one group's register, page, pack and question, and nothing else of the house: asked of every address there is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.directory.actions import ask_still_right
from alongside.directory.links import address_of as of_an_entry
from alongside.directory.models import Entry
from alongside.groups import actions
from alongside.groups.links import address_of
from alongside.groups.models import Group, RegisterLink
from tests.building import a_coordinator, as_, now, today
from tests.groups.conftest import running
from tests.trust.routes import Route, ours

pytestmark = pytest.mark.django_db(databases=["default", "counting"])

GUESSED = "k7m2-p9qx-3dfh-8tvw"
OPENS = {"groups:register", "groups:their page", "groups:their pack", "groups:still going"}


def of_groups() -> list[Route]:
    """Every address in which a group stands, or a link."""
    return [route for route in ours() if "group_id" in route.pieces or "address" in route.pieces]


def a_link(group: Group, by: Any) -> RegisterLink:
    with as_(by):
        return actions.make_register_link(group, to="", until=today() + timedelta(days=9), by=by, at=now())


def answers(route: Route, group: Group, address: str) -> int:
    known = {"group_id": group.id, "address": address, "name": "insurance", "way": "letter", "number": 1}
    given = {piece: known.get(piece, group.id) for piece in route.pieces}
    return Client().get(reverse(route.name, kwargs=given)).status_code


def test_of_all_addresses_a_link_opens_four_and_those_of_its_own_group():
    sam = a_coordinator()
    one, other = running(sam, "Fern choir"), running(sam, "Moss repairs")
    address = address_of(a_link(one, sam).reference)
    # The door to somebody's own copy asks everybody for a code, whatever address they come with.
    opened = {route.name for route in of_groups() if answers(route, one, address) == 200 != answers(route, one, GUESSED)}
    assert opened == OPENS
    for name in OPENS - {"groups:their pack"}:
        page = Client().get(reverse(name, args=[address])).content.decode()
        assert ("Fern choir" in page, "Moss repairs" in page, str(other.id) in page) == (True, False, False)


def test_a_link_of_another_purpose_opens_no_register_and_a_registers_link_nothing_of_another_purpose():
    sam = a_coordinator()
    group = running(sam)
    with as_(sam):
        entry = ask_still_right(Entry.objects.get(id=group.entry_id), to="", until=today() + timedelta(days=9), by=sam, at=now())
    theirs, its = of_an_entry(entry.reference), address_of(a_link(group, sam).reference)
    assert {answers(route, group, theirs) for route in of_groups() if route.name in OPENS} == {404}
    assert Client().get(reverse("noticeboard:still right", args=[its])).status_code == 404
    assert Client().get(reverse("noticeboard:still right", args=[theirs])).status_code == 200


def test_what_is_ended_or_over_opens_none_of_them():
    sam = a_coordinator()
    group = running(sam)
    ended, over = a_link(group, sam), a_link(group, sam)
    with as_(sam):
        actions.end_register_link(ended, by=sam, at=now())
        RegisterLink.objects.filter(id=over.id).update(until=today())
    for link in (ended, over):
        assert {answers(route, group, address_of(link.reference)) for route in of_groups() if route.name in OPENS} == {404}
