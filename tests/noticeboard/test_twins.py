"""The pages on which somebody says whether two entries are one, and where all that led to the other leads then."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from django.test import Client

from alongside.directory.actions import (
    SessionTold,
    add_session,
    answer_still_right,
    ask_still_right,
    load_tags,
    look_for_twins,
    put_together,
    say_of_tags,
    say_what_it_is_like,
)
from alongside.directory.models import Entry, Tag, TwinsJudged
from alongside.directory.tagging.published import read_published
from alongside.foundation.actor import NOBODY
from alongside.noticeboard.short_address import short_of
from alongside.noticeboard.weighing import to_check
from alongside.places.models import Postcode
from tests.building import a_coordinator, a_locality, as_, now, signed_in, today
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty
from tests.directory.conftest import LOADER, a_listing, load
from tests.directory.test_tagging import CAUSES
from tests.directory.test_twins import CHOIR, two

pytestmark = pytest.mark.django_db


@pytest.fixture
def walker():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def sam(walker):
    return signed_in(walker)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def together(walker, stays: Entry, goes: Entry) -> TwinsJudged:
    with as_(walker):
        return put_together(stays.id, goes.id, by=walker, at=now())


def test_the_list_says_why_and_is_cleared_by_saying_that_they_are_two(sam):
    one, other = two()
    assert "Nothing waits" in text(sam.get("/around/twins/"))
    assert sam.post("/around/twins/").status_code == 303
    listed = text(sam.get("/around/twins/"))
    assert "One pair looks alike." in listed
    assert "their names share “Fern” and “Choir”; the same telephone number" in listed
    assert sam.post(f"/around/{one.id}/twins/{other.id}/", {"two": ""}).status_code == 303
    assert "Nothing waits" in text(sam.get("/around/twins/"))
    assert "Sam Holt said so on" in text(sam.get(f"/around/{one.id}/twins/"))
    said = TwinsJudged.objects.get()
    assert sam.post(f"/around/{one.id}/twins/{said.id}/after-all/").status_code == 303
    assert "One pair looks alike." in text(sam.get("/around/twins/"))


def test_both_stand_beside_each_other_and_what_was_confirmed_later_is_chosen_unless_somebody_chooses_otherwise(sam):
    one, other = two(phone="01632 960999", times="Mondays at seven")
    assert sam.post(f"/around/{other.id}/confirmed/", {"how": "call"}).status_code == 303
    page = sam.get(f"/around/{one.id}/twins/{other.id}/")
    shown = page.context["beside"]
    assert shown.stays == other.id
    assert [(part.name, part.chosen) for part in shown.differing] == [("name", other.id), ("when", other.id), ("phone", other.id)]
    chosen = {"stays": str(one.id), "of name": str(one.id), "of when": str(other.id), "of phone": str(one.id), "one": ""}
    assert sam.post(f"/around/{one.id}/twins/{other.id}/", chosen).headers["Location"] == f"/around/{one.id}/"
    one.refresh_from_db()
    assert (one.name, one.times, one.phone) == ("Fern Choir", "Mondays at seven", "01632 960123")
    mine = text(sam.get(f"/around/{one.id}/"))
    assert "Also told as “The Fern Community Choir” (A charity)." in mine
    assert "Telephone: “01632 960999”" in mine
    assert "Also told as" not in text(Client().get(f"/around/{one.id}/"))
    judged = TwinsJudged.objects.get()
    apart = sam.post(f"/around/{one.id}/twins/{judged.id}/apart/")
    assert apart.headers["Location"] == f"/around/{one.id}/twins/{other.id}/"
    assert text(sam.get(apart.headers["Location"])).count("Mondays at seven") == 1


def test_a_refusal_gives_back_every_choice(sam):
    one, other = two(phone="01632 960999")
    sam.post(f"/around/{one.id}/gone/")
    sent = {"stays": str(one.id), "of name": str(other.id), "of phone": str(other.id), "one": ""}
    answer = sam.post(f"/around/{one.id}/twins/{other.id}/", sent)
    assert answer.status_code == 422
    assert "Let the other one stay" in text(answer)
    assert (answer.context["beside"].stays, answer.context["beside"].taken_of(other.id)) == (one.id, ["name", "phone"])


def test_every_address_of_the_other_leads_to_the_one_that_stays(sam, walker):
    one, other = two()
    anybody = Client()
    anybody.post("/around/list/", {"keep": str(other.id)})
    together(walker, one, other)
    there = f"/around/{one.id}/"
    assert anybody.get(f"/around/{other.id}/").headers["Location"] == there
    assert anybody.get(f"/n/{short_of(other.id)}/").headers["Location"] == there
    assert [line.entry for line in anybody.get("/around/list/").context["lines"]] == [one]
    assert [line.entry for line in anybody.get("/around/list/", {"these": f"{short_of(other.id)}.{short_of(one.id)}"}).context["lines"]] == [one]
    assert anybody.get(f"/around/{other.id}/card/").context["entry"] == one
    assert sam.get(f"/around/{other.id}/twins/{one.id}/").headers["Location"] == f"/around/{one.id}/twins/"
    told = sam.post(f"/around/{other.id}/gone/", follow=True)
    assert "put together with “Fern Choir” meanwhile" in text(told)
    assert sam.post(f"/around/{other.id}/confirmed/", {"how": "visit"}).status_code == 303
    assert Entry.objects.get(id=one.id).confirmed_how == "visit"


def test_what_was_written_of_the_other_is_read_of_the_one_that_stays_and_parts_with_it(sam, walker):
    one, other = two()
    with as_(LOADER):
        load_tags(read_published(CAUSES.encode()), by=LOADER, at=now())
    cats = Tag.objects.get(code="AN101")
    with as_(walker):
        say_what_it_is_like(other, "The kettle is always on.", private=False, by=walker, at=now())
        told = SessionTold(starts_on=today(), rule="FREQ=WEEKLY", words="In the hall")
        add_session(other, told, by=walker, at=now())
        say_of_tags([(other, cats)], "accepted", by=walker, at=now())
        asked = ask_still_right(other, to="the leader", until=today() + timedelta(days=7), by=walker, at=now())
    judged = together(walker, one, other)
    with as_(NOBODY):
        answer_still_right(asked.reference, "changed", "We meet at eight.", by=NOBODY, at=now())
    page = text(sam.get(f"/around/{one.id}/"))
    for said in ("The kettle is always on.", "In the hall", ">Cats</a>", "We meet at eight."):
        assert said in page
    assert [found.entry for found in Client().get("/around/", {"tag": str(cats.id)}).context["page"].shown] == [one]
    with as_(walker):
        assert [line.entry for line in to_check(today=today())] == [one]
    sam.post(f"/around/{one.id}/twins/{judged.id}/apart/")
    mine, theirs = text(sam.get(f"/around/{one.id}/")), text(sam.get(f"/around/{other.id}/"))
    for said in ("The kettle is always on.", "In the hall", ">Cats</a>", "We meet at eight."):
        assert (said in mine, said in theirs) == (False, True)


def test_the_open_ways_out_tell_it_once_with_all_that_both_have(walker):
    one, other = two()
    with as_(walker):
        told = SessionTold(starts_on=today(), rule="FREQ=WEEKLY", words="In the hall")
        add_session(other, told, by=walker, at=now())
    together(walker, one, other)
    anybody = Client()
    assert [service["id"] for service in anybody.get("/open-referral/3.0/services").json()["contents"]] == [str(one.id)]
    assert anybody.get(f"/open-referral/3.0/services/{other.id}").headers["Location"] == f"/open-referral/3.0/services/{one.id}"
    assert anybody.get(f"/open-referral/3.0/service_at_locations/{other.id}").headers["Location"] == f"/open-referral/3.0/service_at_locations/{one.id}"
    Entry.objects.filter(id=other.id).update(postcode="ZZ99 3AB")
    for postcode, told in ((one.postcode, ["SUMMARY:Fern Choir"]), ("ZZ99 3AB", [])):
        place = a_locality()
        Postcode.objects.create(postcode=postcode, latitude=53.4, longitude=-2.3, locality=place)
        calendar = anybody.get(f"/around/calendar/{place.id}.ics").content.decode().splitlines()
        assert [line for line in calendar if line.startswith("SUMMARY")] == told
    [schedule] = anybody.get(f"/open-referral/3.0/services/{one.id}").json()["schedules"]
    assert (schedule["service_id"], schedule["notes"]) == (str(one.id), "In the hall")
    package = zipfile.ZipFile(io.BytesIO(anybody.get("/open-referral/3.0/package.zip").content))
    rows = {name: list(csv.DictReader(io.StringIO(package.read(name).decode()))) for name in ("services.csv", "schedule.csv")}
    assert [(row["id"], row.get("service_id")) for name in rows for row in rows[name]] == [(str(one.id), None), (schedule["id"], str(one.id))]


def test_another_is_found_by_its_name(sam):
    one, _ = two()
    load(a_listing("9", "Brook chess"))
    assert "Brook chess" in text(sam.get(f"/around/{one.id}/twins/", {"name": "chess"}))
    assert "Nothing here is called “karaoke”." in text(sam.get(f"/around/{one.id}/twins/", {"name": "karaoke"}))


def test_a_visitor_is_asked_to_sign_in():
    one, other = two()
    for page in ("/around/twins/", f"/around/{one.id}/twins/", f"/around/{one.id}/twins/{other.id}/"):
        assert Client().get(page).status_code == 302


def test_a_longer_list_asks_no_more(sam, walker):
    def write() -> str:
        word = a_word()
        load(a_listing(word, f"The {word} choir", **CHOIR), source="The council")
        load(a_listing(word, f"The {word} choir", **CHOIR), source="A charity")
        with as_(walker):
            look_for_twins(by=walker, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(sam, "/around/twins/", write)
