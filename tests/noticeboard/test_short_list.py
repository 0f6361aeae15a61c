"""A short list without an account: kept by the browser, sent by its address, and nothing of it with us."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session as BrowserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.directory.models import Entry
from alongside.noticeboard.passing_on import ONE_TEXT
from alongside.noticeboard.short_list import COOKIE, MOST, in_an_address
from tests.building import today
from tests.directory.conftest import a_listing, load
from tests.noticeboard.test_pages import text

pytestmark = pytest.mark.django_db
LIST = "/around/list/"


@pytest.fixture
def there() -> list[Entry]:
    load(*(a_listing(str(number), f"Fern choir {number}", phone=f"01632 {960000 + number}") for number in range(3)))
    return list(Entry.objects.order_by("name"))


def keep(browser: Client, *entries: Entry):
    for entry in entries:
        answer = browser.post(LIST, {"keep": entry.id, "back": "/around/?words=choir"})
    return answer


def names(response) -> list[str]:
    return [one.entry.name for one in response.context["lines"]]


def test_one_press_keeps_it_and_leads_back_to_where_it_was_pressed(client, there):
    answer = keep(client, there[1])
    assert (answer.status_code, answer["Location"]) == (303, f"/around/?words=choir#keep-{there[1].id}")
    assert names(client.get(LIST)) == ["Fern choir 1"]
    for page in ("/around/", reverse("noticeboard:entry", args=[there[1].id])):
        assert "Your list: one thing" in text(client.get(page))
        assert "On your list: take it off" in text(client.get(page))


def test_each_says_when_it_was_last_confirmed(client, there):
    Entry.objects.filter(id=there[0].id).update(confirmed_on=today(), confirmed_how="visit")
    keep(client, there[0], there[1])
    page = text(client.get(LIST))
    assert "by a visit (today)" in page
    assert "Nobody has confirmed it yet" in page


def test_what_is_kept_twice_is_kept_once_and_in_the_order_in_which_it_was_kept(client, there):
    keep(client, there[2], there[0], there[2])
    assert names(client.get(LIST)) == ["Fern choir 2", "Fern choir 0"]


def test_what_is_taken_off_can_be_put_back(client, there):
    keep(client, there[0], there[1])
    off = client.post(LIST, {"drop": there[0].id, "back": LIST}, follow=True)
    assert names(off) == ["Fern choir 1"]
    assert "Fern choir 0 is off your list." in text(off)
    assert names(client.post(LIST, {"keep": there[0].id, "back": LIST}, follow=True)) == ["Fern choir 1", "Fern choir 0"]


def test_all_of_it_can_be_cleared_and_put_back(client, there):
    keep(client, *there)
    cleared = client.post(LIST, {"clear": "1"}, follow=True)
    assert "Your list is cleared." in text(cleared)
    assert (names(cleared), client.cookies[COOKIE].value) == ([], "")
    assert len(names(client.post(LIST, {"take": cleared.context["cleared"]}, follow=True))) == 3


def test_nothing_of_it_is_kept_with_us(client, there):
    keep(client, *there)
    with CaptureQueriesContext(connection) as asked:
        client.post(LIST, {"keep": there[0].id})
        client.get(LIST)
        client.post(LIST, {"clear": "1"})
    assert [one["sql"] for one in asked if re.match(r"INSERT|UPDATE|DELETE", one["sql"])] == []
    assert BrowserSession.objects.count() == 0
    assert "session" not in client.cookies


def test_the_browser_keeps_it_where_no_script_reads_it_and_gives_it_to_no_other_site(client, there):
    cookie = keep(client, there[0]).cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["path"]) == (True, "Lax", 30 * 24 * 3600, "/")


def test_a_list_that_somebody_else_wrote_into_the_browser_is_no_list(client, there):
    keep(client, there[0])
    client.cookies[COOKIE] = client.cookies[COOKIE].value.replace(there[0].id.hex, there[1].id.hex)
    assert names(client.get(LIST)) == []


def test_whoever_gets_its_address_reads_it_and_can_keep_it_and_their_own_is_as_it_was(client, there):
    keep(client, there[0], there[1])
    address = client.get(LIST).context["address"]
    other = Client()
    keep(other, there[2])
    page = other.get(address)
    assert names(page) == ["Fern choir 0", "Fern choir 1"]
    assert names(other.get(LIST)) == ["Fern choir 2"]
    assert names(other.post(LIST, {"take": page.context["these"]}, follow=True)) == ["Fern choir 2", "Fern choir 0", "Fern choir 1"]


def test_it_goes_by_text_with_names_and_its_address(client, there):
    keep(client, *there)
    page = client.get(LIST)
    assert page.context["send"]["text"] == f"Fern choir 0; Fern choir 1; Fern choir 2. {page.context['address']}"
    assert len(page.context["send"]["text"]) <= ONE_TEXT
    assert "01632%20960002" in page.context["send"]["by_mail"]


@pytest.mark.parametrize("wrong", ["", "x", "7k3m9qx4dt", ".".join(["7k3m9qx4dt"] * 500), "%"])
def test_an_address_of_nothing_that_we_know_is_an_empty_list(client, there, wrong):
    page = client.get(LIST, {"these": wrong, "off": wrong})
    assert (page.status_code, names(page)) == (200, [])
    assert "Nothing that we know is on this list." in text(page)


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\t/evil.example", "around/", ""])
def test_a_press_leads_to_no_page_but_ours(client, there, back):
    assert client.post(LIST, {"keep": there[0].id, "back": back})["Location"].startswith(LIST)


def test_a_full_list_says_so_and_loses_nothing(client):
    load(*(a_listing(str(number), f"Choir {number:02}") for number in range(MOST + 1)))
    entries = list(Entry.objects.order_by("name"))
    answer = client.get(keep(client, *entries)["Location"])
    assert "Your list is full: it holds 30 things." in text(answer)
    assert len(names(answer)) == MOST


def test_what_is_gone_says_so_on_the_list(client, there):
    keep(client, there[0])
    Entry.objects.update(withdrawn_on=today())
    assert "It is not there any more, as far as we know." in text(client.get(LIST))


def test_without_the_mark_of_our_own_page_nothing_is_kept(there):
    other_site = Client(enforce_csrf_checks=True)
    assert other_site.post(LIST, {"keep": there[0].id}).status_code == 403


@pytest.mark.parametrize("many", [1, MOST])
def test_a_list_asks_little_with_one_entry_or_thirty(client, many):
    load(*(a_listing(str(number), f"Choir {number:02}") for number in range(many)))
    address = f"{LIST}?these={in_an_address(Entry.objects.values_list('id', flat=True))}"
    with CaptureQueriesContext(connection) as asked:
        assert len(names(client.get(address))) == many
    assert len([one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))]) <= 5


def test_a_key_that_is_no_entry_is_not_on_the_list(client, there):
    client.post(LIST, {"keep": UUID(int=7)})
    assert names(client.get(LIST)) == []
