"""Whom it is for, which languages, how one gets there, whether there is room: said once, and met on every page, in the search and by programs."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from alongside.directory.actions import keep_entry, put_right
from alongside.directory.models import Entry
from alongside.directory.told import Told
from tests.building import a_coordinator, as_, now, signed_in, today

pytestmark = pytest.mark.django_db

SAID = {
    "who_for": "Men over fifty",
    "not_for": "Not with dogs",
    "languages": "Welsh and Polish",
    "getting_there": "The 12 stops outside",
    "room": "full",
}


@pytest.fixture
def entry() -> Entry:
    sam = a_coordinator()
    assert signed_in(sam).post(reverse("noticeboard:new"), {"name": "Fern shed", "kind": "group", **SAID}).status_code == 303
    return Entry.objects.get()


def test_each_word_of_it_stands_on_the_form_the_page_the_card_and_in_the_search(client, entry):
    sheet = signed_in(a_coordinator()).get(reverse("noticeboard:put right", args=[entry.id])).content.decode()
    page = client.get(reverse("noticeboard:entry", args=[entry.id])).content.decode()
    card = client.get(reverse("noticeboard:card", args=[entry.id])).content.decode()
    found = client.get("/around/", {"words": "shed"}).content.decode()
    full = f"Full at the moment ({date_format(today())})"
    assert [words for words in (*list(SAID.values())[:4], 'value="full" checked') if words not in sheet] == []
    assert [words for words in (*list(SAID.values())[:4], full) if words not in page] == []
    assert [words for words in ("Men over fifty", "Welsh and Polish", "The 12 stops outside") if words not in card] == []
    assert [words for words in ("Men over fifty", "Welsh and Polish", "not for: not with dogs", full[:1].lower() + full[1:-1]) if words not in found] == []


def test_programs_are_told_the_same(client, entry):
    told = client.get(reverse("exchange:service", args=[entry.id])).json()
    assert told["description"] == "For: Men over fifty\nNot for: Not with dogs\nLanguages: Welsh and Polish"
    assert told["alert"] == f"Full at the moment ({date_format(today())})"


def test_room_has_the_day_on_which_it_was_said_and_saying_something_else_leaves_it(entry):
    sam, later = a_coordinator(), now() + timedelta(days=40)
    whole = {name: getattr(entry, name) for name in ("name", "kind", *SAID)}
    with as_(sam):
        assert put_right(entry.id, Told(**{**whole, "phone": "01632 960001"}), by=sam, at=later).room_on == today()
        assert put_right(entry.id, Told(**{**whole, "room": "room"}), by=sam, at=later).room_on == today() + timedelta(days=40)
        assert put_right(entry.id, Told(**{**whole, "room": ""}), by=sam, at=later).room_on is None


def test_there_is_room_is_a_reason_to_go(client):
    sam = a_coordinator()
    with as_(sam):
        keep_entry(Told("Fern shed", "group", room="room"), by=sam, at=now())
    assert "there is room (" in client.get("/around/", {"words": "shed"}).content.decode()
