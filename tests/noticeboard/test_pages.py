"""The noticeboard: for anybody, without signing in, and with nobody on it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.directory.models import Entry
from alongside.foundation.actor import Role
from alongside.places.models import Postcode
from tests.building import a_coordinator, an_actor, signed_in, somebody, today
from tests.directory.conftest import a_listing, load

pytestmark = pytest.mark.django_db

SEARCH = "/around/"


@pytest.fixture(autouse=True)
def _fernbrook():
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")


def near(key: str = "1", name: str = "Fern choir", **given):
    return a_listing(key, name, **{"latitude": 53.401, "longitude": -2.3, **given})


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_anybody_finds_something_by_their_own_words(client):
    load(near(), near("2", "Brook football"))
    page = text(client.get(SEARCH, {"words": "singing", "near": "Fernbrook"}))
    assert "One thing near Fernbrook" in page
    assert "Fern choir" in page
    assert "Brook football" not in page
    assert "mentions “choir”, close to “singing”" in page


def test_each_is_in_the_list_and_on_the_map(client):
    load(near(), near("2", "Brook choir", latitude=None, longitude=None))
    page = text(client.get(SEARCH, {"words": "choir"}))
    assert page.count("data-lat=") == 1
    assert 'data-lat="53.401" data-lng="-2.3" data-name="Fern choir"' in page
    assert "place not known" in page


def test_those_without_a_place_are_offered_apart(client):
    load(near(), *(near(f"x{number}", f"Brook choir {number}", latitude=None, longitude=None) for number in range(7)))
    response = client.get(SEARCH, {"words": "choir", "near": "Fernbrook"})
    assert (response.context["page"].total, len(response.context["page"].apart)) == (1, 5)
    assert "All 7 whose place is not known" in text(response)
    apart = client.get(SEARCH, {"words": "choir", "near": "Fernbrook", "apart": "1"})
    assert (apart.context["page"].total, len(apart.context["page"].shown)) == (7, 7)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"day": "2"}, {"Tuesday choir", "Some day choir"}),
        ({"access": "step free"}, {"Tuesday choir", "Some day choir"}),
        ({"free": "on"}, {"Tuesday choir", "Some day choir"}),
        ({"far": "1000"}, {"Tuesday choir", "Some day choir"}),
        ({"far": "20000"}, {"Tuesday choir", "Monday choir", "Some day choir", "Far choir"}),
    ],
)
def test_it_can_be_narrowed(client, asked, names):
    load(
        near("1", "Monday choir", days=(1,), access_missing=("step free",), cost="some", latitude=53.415),
        near("2", "Tuesday choir", days=(2,), access=("step free",), cost="free"),
        near("3", "Some day choir"),
        near("4", "Far choir", latitude=53.5),
    )
    page = client.get(SEARCH, {"words": "choir", "near": "Fernbrook", **asked}).context["page"]
    assert {one.entry.name for one in page.shown} == names


def test_nothing_found_says_what_to_try_and_what_is_nearest(client):
    load(near("1", "Far choir", latitude=53.5))
    page = text(client.get(SEARCH, {"words": "choir", "near": "Fernbrook", "far": "3000", "day": "2"}))
    assert "Nothing we know within 3 km of Fernbrook is about “choir”." in page
    assert "The nearest that is: Far choir, 11.1 km away." in page
    assert "?words=choir&amp;near=Fernbrook&amp;day=2&amp;far=10000" in page
    assert "Look without all that you chose" in page


def test_a_place_we_do_not_know_is_refused_in_a_sentence_and_everything_typed_is_kept(client):
    response = client.get(SEARCH, {"words": "choir", "near": "Nowhere"})
    assert response.status_code == 422
    page = text(response)
    assert "We do not know where “Nowhere” is. Write a whole postcode, or the name of a part of town." in page
    assert 'value="choir"' in page
    assert 'value="Nowhere"' in page


@pytest.mark.parametrize("asked", [{"page": "9999999999"}, {"page": "-1"}, {"page": "x"}, {"words": "\x00"}, {"words": "x" * 2000}, {"far": "7"}, {"day": "9"}])
def test_nonsense_in_the_address_is_no_fault_of_ours(client, asked):
    load(near())
    assert client.get(SEARCH, asked).status_code in (200, 422)


def test_many_are_shown_in_pages(client):
    load(*(near(str(number), f"Choir {number:02}") for number in range(23)))
    first = client.get(SEARCH)
    last = client.get(SEARCH, {"page": "3"})
    assert [len(page.context["page"].shown) for page in (first, last)] == [10, 3]
    assert "Page 3 of 3" in text(last)
    assert '<ol class="finds" start="21" data-map-places>' in text(last)
    assert "page 3 of 3" in text(last).split("</title>")[0]


def test_what_was_withdrawn_is_not_found_and_says_so_on_its_page(client):
    load(near())
    Entry.objects.update(withdrawn_on=today())
    assert client.get(SEARCH).context["page"].total == 0
    assert "It is not there any more" in text(client.get(reverse("noticeboard:entry", args=[Entry.objects.get().id])))


@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.parametrize("asked", [{}, {"near": "Fernbrook"}, {"words": "lonly choir", "near": "Fernbrook"}])
def test_a_search_asks_little_with_one_entry_or_thirty(client, asked, many):
    load(*(near(str(number), f"Choir {number}") for number in range(many)))
    client.get(SEARCH, asked)
    with CaptureQueriesContext(connection) as queries:
        client.get(SEARCH, asked)
    assert len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]) <= 9


def test_an_entrys_page_says_everything_we_know(client):
    load(
        near(
            description="We sing.\n\nAnd drink tea.", organisation="Fern House", address="Brook Road", postcode="ZZ99 3AA", days=(2, 5), times="2pm to 4pm",
            cost="some", cost_words="£2", access=("step free",), access_missing=("toilet",), access_words="Ramp at the side", phone="01632 960001",
            email="info@example.org", website="https://www.example.org/choir", how_to_join="Come along", confirmed_on=today() - timedelta(days=20),
        )
    )  # fmt: skip
    page = text(client.get(reverse("noticeboard:entry", args=[Entry.objects.get().id])))
    for words in (
        '<h1 class="govuk-heading-l">Fern choir</h1>',
        "We sing.",
        "Fern House",
        "Brook Road, ZZ99 3AA",
        "Tuesday and Friday<br>2pm to 4pm",
        "Costs something. £2",
        "Step-free<br>Not there: accessible toilet<br>Ramp at the side",
        "tel:01632960001",
        "mailto:info@example.org",
        'href="https://www.example.org/choir" rel="noopener noreferrer nofollow">www.example.org/choir</a>',
        "Come along",
        "by its source (2 weeks ago)",
        "A file. OGL",
    ):
        assert words in page


def test_what_nobody_told_us_is_said_on_its_page(client):
    load(near(latitude=None, longitude=None))
    page = text(client.get(reverse("noticeboard:entry", args=[Entry.objects.get().id])))
    for words in ("Place not known", "Days not known", "Cost not known", "Nobody has told us.", "Nobody has confirmed it yet"):
        assert words in page


def test_words_from_a_file_are_words_on_the_page_and_nothing_else(client):
    wicked = "<script>alert(1)</script>"
    load(near(name=wicked, description=wicked, address=wicked, how_to_join=wicked, website="javascript:alert(1)", phone=wicked, email=wicked))
    for address in (SEARCH, reverse("noticeboard:entry", args=[Entry.objects.get().id])):
        page = client.get(address).content.decode()
        assert wicked not in page
        assert 'href="javascript' not in page


def test_an_entry_that_is_not_there_is_not_there(client):
    assert client.get(reverse("noticeboard:entry", args=[uuid4()])).status_code == 404


def test_a_visitors_page_is_asked_for_again_and_nobody_keeps_a_signed_in_ones(client):
    load(near())
    staff = signed_in(a_coordinator())
    for address in (SEARCH, reverse("noticeboard:entry", args=[Entry.objects.get().id])):
        assert client.get(address)["Cache-Control"] == "private, no-cache"
        assert staff.get(address)["Cache-Control"] == "no-store"


def test_no_person_is_on_it(client):
    load(near())
    sam = a_coordinator()
    somebody(sam, "Gwen Unmistakable")
    for browser in (client, signed_in(sam)):
        with CaptureQueriesContext(connection) as asked:
            page = text(browser.get(SEARCH, {"words": "Gwen Unmistakable choir"}))
        assert "Gwen Unmistakable" not in page.replace('value="Gwen Unmistakable choir"', "").replace("“Gwen Unmistakable choir”", "")
        assert [one["sql"] for one in asked if "people_" in one["sql"] or "journeys_" in one["sql"]] == []


class TestConfirming:
    @pytest.fixture
    def entry(self):
        load(near())
        return Entry.objects.get()

    def test_a_coordinator_says_that_it_still_holds(self, entry):
        sam = signed_in(a_coordinator())
        assert "it still holds" in text(sam.get(reverse("noticeboard:entry", args=[entry.id])))
        response = sam.post(reverse("noticeboard:confirm", args=[entry.id]), {"how": "call"})
        assert (response.status_code, response["Location"]) == (303, reverse("noticeboard:entry", args=[entry.id]))
        entry.refresh_from_db()
        assert (entry.confirmed_on, entry.confirmed_how) == (today(), "call")

    def test_a_visitor_and_a_partner_are_not_asked(self, entry, client):
        partner = signed_in(an_actor(Role.PARTNER))
        for browser in (client, partner):
            assert "it still holds" not in text(browser.get(reverse("noticeboard:entry", args=[entry.id])))

    @pytest.mark.parametrize(("who", "status"), [("visitor", 401), ("partner", 403), ("coordinator without saying how", 422)])
    def test_nobody_else_can(self, entry, who, status):
        browser = {"visitor": Client, "partner": lambda: signed_in(an_actor(Role.PARTNER))}.get(who, lambda: signed_in(a_coordinator()))()
        assert browser.post(reverse("noticeboard:confirm", args=[entry.id])).status_code == status
        entry.refresh_from_db()
        assert entry.confirmed_on is None


def test_what_was_understood_is_said_and_can_be_taken_back(client):
    load(near(days=(2,)), near("2", "Brook choir", days=(4,)), near("3", "Chapel choir"))
    asked = {"words": "singing on a weekend or Tuesday but not chapel", "near": "Fernbrook"}
    page = text(client.get(SEARCH, asked))
    assert "Looked for: singing; on Saturday and Sunday; on Tuesday; not: chapel." in page
    assert ("Fern choir" in page, "Brook choir" in page, "Chapel choir" in page) == (True, False, False)
    page = text(client.get(SEARCH, {**asked, "left": ["day:weekend", "day:tuesday", "not:chapel"]}))
    assert "Looked for: singing." in page
    assert ("Fern choir" in page, "Brook choir" in page, "Chapel choir" in page) == (True, True, True)
    assert page.count('type="hidden" form="looking" name="left"') == 3


def test_nothing_at_all_is_shown_for_words_without_a_wish(client):
    load(near())
    assert "We found no wish in these words." in text(client.get(SEARCH, {"words": "march", "near": "Fernbrook"}))
