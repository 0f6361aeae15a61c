"""Finding something good near somebody: in their words, which stand in no address, with no pin on their door."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.directory.models import Entry
from alongside.foundation.actor import Role
from alongside.journeys.actions import tell_good_life
from alongside.people.actions import protect_location, say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from alongside.teams.models import Team
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, somebody
from tests.directory.conftest import a_listing, load
from tests.noticeboard.test_narrowing import tag

pytestmark = pytest.mark.django_db

HOME = (53.40123, -2.30456)


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=HOME[0], longitude=HOME[1], neighbourhood="Fernbrook Central")
    key = somebody(sam, "Gwen Example")
    with as_(sam):
        person = Person.objects.get(id=key)
        say_where(person, address="9 Fern Row", postcode="zz993aa", phone="", email="", by=sam, at=now())
        tell_good_life(person, "To sing again", by=sam, at=now())
    return person


def page_of(person):
    return reverse("desk:find", args=[person.id])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def asked(words: str = "sing", near: str = "Fernbrook", **given):
    return {"words": words, "near": near, "far": "3000", **given}


def test_it_begins_with_her_good_life_and_her_postcode(sam, gwen):
    form = signed_in(sam).get(page_of(gwen)).context["form"]
    assert (form.initial["words"], form.initial["near"]) == ("To sing again", "ZZ99 3AA")


def test_what_suits_is_shown_with_why_and_a_way_to_connect(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305), a_listing("2", "Brook choir"))
    entry = Entry.objects.get(name="Fern choir")
    response = signed_in(sam).post(page_of(gwen), asked(), follow=True)
    page = text(response)
    assert response.status_code == 200
    assert [one.entry.name for one in response.context["results"]] == ["Fern choir"]
    assert [one.entry.name for one in response.context["apart"]] == ["Brook choir"]
    assert "mentions “choir”, close to “sing”" in page
    assert f"{reverse('desk:connect', args=[gwen.id])}?entry={entry.id}" in page


def test_no_pin_stands_on_her_door(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305))
    page = text(signed_in(sam).post(page_of(gwen), asked(near="ZZ99 3AA"), follow=True))
    assert 'data-home-lat="53.4" data-home-lng="-2.3"' in page
    assert 'data-home-area="1000"' in page
    assert [str(number) for number in HOME if str(number)[:7] in page] == []


def test_words_about_her_stand_in_no_address(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305))
    page = signed_in(sam).post(page_of(gwen), asked("sing secretly"), follow=True).content.decode()
    assert [piece for piece in page.split('href="')[1:] if "secretly" in piece.split('"')[0]] == []


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"words": " "}, "Write what they would like, such as “company” or “my allotment”."),
        ({"near": ""}, "Write a postcode or a place near them."),
        ({"near": "Nowhere"}, "We do not know where “Nowhere” is."),
    ],
)
def test_what_is_missing_is_asked_for_and_everything_typed_is_kept(sam, gwen, given, sentence):
    response = signed_in(sam).post(page_of(gwen), asked("something rare", **{"near": "Fernbrook", **given} if "near" in given else {}) | given)
    assert response.status_code == 422
    assert sentence in text(response)
    assert (given.get("words", "something rare").strip() or "Fernbrook") in text(response)


def test_nothing_near_says_what_is_nearest(sam, gwen):
    load(a_listing(latitude=53.5, longitude=-2.3))
    page = text(signed_in(sam).post(page_of(gwen), asked(), follow=True))
    assert "We know of nothing like that as near as Gwen Example can go." in page
    assert "The nearest is Fern choir, 11.0 km away." in page


def test_a_protected_home_is_not_a_place_to_start_from(sam, gwen):
    with as_(sam):
        protect_location(gwen, why="For her safety.", listed=[], by=sam, at=now())
    colleague = a_coordinator(Team.objects.get(id=sam.team_id))
    response = signed_in(colleague).get(page_of(gwen))
    assert response.context["form"].initial["near"] == ""
    assert "ZZ99" not in text(response)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARTNER, Role.INFORMATION_GOVERNANCE])
def test_for_anybody_else_there_is_no_such_page(gwen, role):
    assert signed_in(an_actor(role, a_team())).get(page_of(gwen)).status_code == 404


def test_what_was_found_is_there_again_when_one_comes_back_and_for_her_alone(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305))
    hal = somebody(sam, "Hal Example")
    browser = signed_in(sam)
    browser.post(page_of(gwen), asked())
    assert [one.entry.name for one in browser.get(page_of(gwen)).context["results"]] == ["Fern choir"]
    elsewhere = browser.get(reverse("desk:find", args=[hal]))
    assert ("results" in elsewhere.context, "Fernbrook" in elsewhere.context["form"].initial.values()) == (False, False)


def test_an_entry_leads_back_to_what_was_found_and_on_to_a_connection(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305))
    entry = Entry.objects.get()
    browser = signed_in(sam)
    address = f"{reverse('noticeboard:entry', args=[entry.id])}?for={gwen.id}"
    assert address in text(browser.post(page_of(gwen), asked(), follow=True))
    page = text(browser.get(address))
    assert (f'href="{page_of(gwen)}"' in page, f"{reverse('desk:connect', args=[gwen.id])}?entry={entry.id}" in page) == (True, True)
    assert str(gwen.id) not in text(Client().get(address))


def test_looking_for_her_leaves_a_trace(sam, gwen):
    signed_in(sam).post(page_of(gwen), asked(), follow=True)
    with as_(sam):
        line = Line.objects.order_by("-seq").first()
    assert line is not None
    assert (line.verb, line.about, line.people) == ("looked at", "page find", [gwen.id])


@pytest.mark.parametrize("many", [1, 30])
def test_finding_asks_little_with_one_entry_or_thirty(sam, gwen, many):
    load(*(a_listing(str(number), f"Fern choir {number}", latitude=53.405, longitude=-2.305) for number in range(many)))
    browser = signed_in(sam)
    browser.post(page_of(gwen), asked())
    with CaptureQueriesContext(connection) as queries:
        browser.get(page_of(gwen))
    counted = [one["sql"] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]
    assert len(counted) <= 17, "\n".join(counted)


def test_what_her_words_were_taken_to_mean_is_said_above_and_can_be_taken_back(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305, days=(2,)), a_listing("2", "Brook choir", latitude=53.405, longitude=-2.305, days=(4,)))
    browser = signed_in(sam)
    response = browser.post(page_of(gwen), asked("sing on Tuesday"), follow=True)
    assert "Looked for: singing; on Tuesday." in text(response)
    assert [one.entry.name for one in response.context["results"]] == ["Fern choir"]
    response = browser.post(page_of(gwen), asked("sing on Tuesday", left="day:tuesday"), follow=True)
    assert "Looked for: singing." in text(response)
    assert "Go by all the words again" in text(response)
    assert {one.entry.name for one in response.context["results"]} == {"Fern choir", "Brook choir"}
    response = browser.post(page_of(gwen), asked("sing on Tuesday", left="day:tuesday", afresh="1"), follow=True)
    assert "Looked for: singing; on Tuesday." in text(response)


def test_a_good_life_in_which_no_wish_is_found_is_said_to_have_none(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305))
    page = text(signed_in(sam).post(page_of(gwen), asked("To have the door and the water and be the one who notices the other curtains"), follow=True))
    assert "We found no wish in these words." in page
    assert "Nothing near enough" not in page


def test_what_only_touches_on_the_words_is_said_to(sam, gwen):
    load(a_listing(latitude=53.405, longitude=-2.305, name="Fern walkers", description="Tea after."))
    response = signed_in(sam).post(page_of(gwen), asked("lonely"), follow=True)
    assert "Nothing here really fits these words." in text(response)
    assert ([one.entry.name for one in response.context["faint"]], response.context["results"]) == (["Fern walkers"], [])


def test_she_narrows_by_room_by_a_language_and_by_what_it_is_about_as_anybody_does(sam, gwen):
    load(*(a_listing(name, f"{name} choir", latitude=53.405, longitude=-2.305) for name in ("Ash", "Birch", "Cedar")))
    Entry.objects.filter(name="Ash choir").update(room="full", languages="Polish")
    Entry.objects.filter(name="Birch choir").update(room="room", languages="English and Polish")
    client = signed_in(sam)

    def found(**given) -> list[str]:
        return sorted(one.entry.name for one in client.post(page_of(gwen), asked(**given), follow=True).context["results"])

    assert found() == ["Ash choir", "Birch choir", "Cedar choir"]
    assert found(room="on") == ["Birch choir", "Cedar choir"]
    assert found(spoken="pl") == ["Ash choir", "Birch choir"]
    singing = tag("football", "Cedar")
    assert found(tag=["", singing]) == ["Cedar choir"]
    page = text(client.get(page_of(gwen)))
    assert f'name="tag" type="checkbox" value="{singing}" checked' in page
    assert found(tag=[""]) == ["Ash choir", "Birch choir", "Cedar choir"]


def test_what_would_help_leaves_nothing_out_and_comes_sooner_with_why(sam, gwen):
    load(*(a_listing(name, f"{name} choir", latitude=53.405, longitude=-2.305) for name in ("Ash", "Birch", "Cedar")))
    Entry.objects.filter(name="Ash choir").update(access_missing=["hearing loop"])
    Entry.objects.filter(name="Cedar choir").update(access=["hearing loop"])
    results = signed_in(sam).post(page_of(gwen), asked(helps="hearing loop"), follow=True).context["results"]
    assert [one.entry.name for one in results] == ["Cedar choir", "Ash choir", "Birch choir"]
    cedar, ash, birch = results
    assert "hearing loop" in cedar.fits
    assert "not there: hearing loop" in ash.in_the_way
    assert any(one.startswith("not known: hearing loop") for one in birch.in_the_way)


def test_nothing_that_suits_is_hidden_behind_the_first_dozen(sam, gwen):
    load(*(a_listing(str(number), f"Choir {number:02}", latitude=53.405, longitude=-2.305) for number in range(30)))
    client = signed_in(sam)
    page = client.post(page_of(gwen), asked(), follow=True)
    assert "?shown=24#find-13" in text(page)
    more = client.get(page_of(gwen), {"shown": "24"})
    assert [one.number for one in more.context["results"]] == list(range(1, 25))
    whole = client.get(page_of(gwen), {"shown": "36"})
    assert [len(whole.context["results"]), whole.context["more"], "?shown=" in text(whole)] == [30, 0, False]
    assert [len(client.get(page_of(gwen), {"shown": odd}).context["results"]) for odd in ("0", "-1", "²", "99999999", "many")] == [12] * 5
