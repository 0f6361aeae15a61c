"""A resident finds nothing that suits, and keeps the wish with one press and nothing of themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.directory.models import Gap
from alongside.noticeboard.from_here import MOST_AN_HOUR
from alongside.places.models import Postcode
from tests.building import a_coordinator, as_, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "counting"])
ASKED = {"words": "bell ringing", "near": "ZZ99 3AA", "far": "5000", "day": ["6", "7"], "access": ["step free"]}


@pytest.fixture
def sam():
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.40123, longitude=-2.30456, neighbourhood="Fernbrook Central")
    return a_coordinator(name="Sam Holt")


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_press_stands_where_they_looked_and_sends_what_they_looked_for(client, sam):
    page = client.get("/around/", ASKED)
    assert "Nothing suits?" in text(page)
    assert dict(page.context["asked_again"]) == {name: value if isinstance(value, list) else [value] for name, value in ASKED.items()}
    assert "Nothing suits?" not in text(client.get("/around/"))


def test_a_visitor_keeps_it_without_their_door_and_every_team_reads_it(client, sam):
    page = client.post("/around/wish/", ASKED, follow=True)
    assert ("Your wish is kept without your name" in text(page), page.context["form"]["words"].value()) == (True, "bell ringing")
    with as_(sam):
        assert list(Gap.objects.values_list("words", "near", "days", "access", "latitude", "team", "by")) == [
            ("bell ringing", "Fernbrook Central", [6, 7], ["step free"], 53.4, None, None)
        ]
    assert "said on the open noticeboard" in text(signed_in(sam).get("/gaps/"))


@pytest.mark.parametrize("words", ["", "ring me on 01632 960111", "b@example.org would like bells", "x" * 1001])
def test_what_leads_to_them_or_is_too_long_is_not_kept(client, sam, words):
    assert client.post("/around/wish/", ASKED | {"words": words}).status_code == 303
    with as_(sam):
        assert Gap.objects.count() == 0


def test_from_one_address_so_many_are_kept_in_an_hour(client, sam):
    for number in range(MOST_AN_HOUR):
        client.post("/around/wish/", ASKED | {"words": f"bells {number}"})
    assert "try again later" in text(client.post("/around/wish/", ASKED | {"words": "one more"}, follow=True))
    with as_(sam):
        assert Gap.objects.count() == MOST_AN_HOUR


def test_what_was_taken_back_of_its_words_is_kept_and_nothing_that_is_written_beside_them(client, sam):
    asked = ASKED | {"words": "free bell ringing", "left": ["free:free", "ring Ann on 01632 960111", "x" * 99]}
    assert client.post("/around/wish/", asked).status_code == 303
    with as_(sam):
        assert list(Gap.objects.values_list("words", "left")) == [("free bell ringing", ["free:free"])]


def test_addresses_that_one_line_has_count_as_one(client, sam):
    for number in range(MOST_AN_HOUR + 1):
        client.post("/around/wish/", ASKED | {"words": f"bells {number}"}, REMOTE_ADDR=f"2001:db8:7:1:{number:x}::9")
    client.post("/around/wish/", ASKED | {"words": "next door"}, REMOTE_ADDR="2001:db8:7:2::9")
    with as_(sam):
        assert (Gap.objects.count(), Gap.objects.filter(words="next door").count()) == (MOST_AN_HOUR + 1, 1)


def test_they_are_counted_for_the_whole_hour(client, sam, monkeypatch):
    for number in range(MOST_AN_HOUR):
        client.post("/around/wish/", ASKED | {"words": f"bells {number}"})
    later = timezone.now() + timedelta(minutes=40)
    monkeypatch.setattr("django.core.cache.backends.db.tz_now", lambda: later)
    assert "try again later" in text(client.post("/around/wish/", ASKED | {"words": "one more"}, follow=True))


def test_one_of_us_keeps_it_for_the_team(sam):
    page = signed_in(sam).post("/around/wish/", ASKED, follow=True)
    assert "kept by Sam Holt" in text(page)
