"""Each page of the noticeboard and of signing in that anybody can open, in each of the ways in which it can stand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from alongside.directory.actions import SessionTold, add_session, ask_still_right, say_what_it_is_like
from alongside.directory.links import address_of
from alongside.directory.models import Entry, Tag
from alongside.places.models import Postcode
from alongside.teams.accounts import path_to_choose_a_password
from alongside.web.speaking import COOKIE
from tests.building import a_coordinator, as_, now, today
from tests.directory.conftest import load
from tests.noticeboard.test_narrowing import tag
from tests.noticeboard.test_pages import SEARCH, near
from tests.teams.conftest import a_member

Page = Callable[[Client], HttpResponse]


def a_known_entry() -> Entry:
    """One of which everything is known."""
    Postcode.objects.create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook")
    load(
        near(
            "1", "Ash choir", description="Llanfair. " * 3, organisation="Ystradau", address="Brook Road", postcode="ZZ99 3AA", days=(2, 5), times="14:00",
            cost="some", cost_words="£2", access=("step free", "toilet", "hearing loop"), access_missing=("quiet", "parking", "bus"),
            access_words="Lifft", phone="01632 960001",
            email="info@example.org", website="https://www.example.org/", how_to_join="Dewch", confirmed_on=today() - timedelta(days=20),
        ),
        near("2", "Birch choir", latitude=None, longitude=None, confirmed_on=today() - timedelta(days=800)),
        near("3", "Cedar choir", latitude=53.42, cost="free", confirmed_on=today() - timedelta(days=100)),
        near("4", "Ynys", latitude=53.6, description="Choir", kind="service"),
        *(near(f"x{number}", f"Zoar {number}", kind="activity", confirmed_on=today() - timedelta(days=number)) for number in range(12)),
        *(near(f"y{number}", f"Yew choir {number}", latitude=None, longitude=None) for number in range(7)),
    )  # fmt: skip
    found = Entry.objects.get(name="Ash choir")
    known = {
        "room": "full",
        "room_on": today(),
        "languages": "Cymraeg",
        "who_for": "Pawb",
        "not_for": "Neb",
        "getting_there": "Bws",
        "place_words": "lofft",
    }
    Entry.objects.filter(id=found.id).update(**known)
    Entry.objects.filter(name="Cedar choir").update(room="little")
    tag("football", "Ash", "Cedar")
    sam = a_coordinator()
    with as_(sam):
        add_session(found, SessionTold(today(), "FREQ=WEEKLY;BYDAY=TU", time(14), time(16), term_time=True), by=sam, at=now())
        add_session(found, SessionTold(today(), "FREQ=MONTHLY;BYDAY=1TU"), by=sam, at=now())
        say_what_it_is_like(found, "Croeso cynnes", private=False, by=sam, at=now())
    found.refresh_from_db()
    return found


def get(path: str, **asked: object) -> Page:
    return lambda browser: browser.get(path, asked)


def post(path: str, **said: object) -> Page:
    return lambda browser: browser.post(path, said, follow=True)


def link_to(entry: Entry) -> str:
    sam = a_coordinator()
    with as_(sam):
        made = ask_still_right(entry, to="", until=today() + timedelta(days=9), by=sam, at=now())
    return reverse("noticeboard:still right", args=[address_of(made.reference)])


def pages(entry: Entry) -> dict[str, Page]:
    """Each page for anybody, in each of the ways in which it can stand."""
    here, listed, still = reverse("noticeboard:entry", args=[entry.id]), reverse("noticeboard:short list"), link_to(entry)
    everything = {
        "day": ["2", "6"],
        "access": ["step free", "toilet"],
        "free": "on",
        "room": "on",
        "spoken": "cy",
        "tag": str(Tag.objects.get(code="football").id),
    }
    gone = Entry.objects.get(name="Zoar 0")
    Entry.objects.filter(id=gone.id).update(withdrawn_on=today())
    other = Entry.objects.get(name="Cedar choir")
    bare = Entry.objects.get(name="Birch choir")
    return {
        "search": get(SEARCH),
        "search, page 2": get(SEARCH, page="2"),
        "search by words": get(SEARCH, words="choir"),
        "search by words and place": get(SEARCH, words="lonly choir Tuesday mornings, free, step-free, not football", near="Fernbrook", far="5000"),
        "search with a part left out": get(SEARCH, words="choir on Tuesday", near="Fernbrook", left=["day:tuesday"]),
        "search with everything": get(SEARCH, words="choir", near="Fernbrook", **everything),
        "search of those apart": get(SEARCH, words="choir", near="Fernbrook", apart="1"),
        "search that finds nothing near": get(SEARCH, words="Ynys", near="Fernbrook", far="1000", **everything),
        "search without a wish": get(SEARCH, words="march", near="Fernbrook"),
        "search by a place that finds nothing": get(SEARCH, near="Fernbrook", day="7", free="on", spoken="cy"),
        "search that finds nothing": get(SEARCH, words="qwzx"),
        "search in danger": get(SEARCH, words="I want to kill myself"),
        "search that is refused": get(SEARCH, words="choir", near="Xyz"),
        "search of an unknown postcode": get(SEARCH, words="choir", near="ZZ99 9ZZ", day="9"),
        "search of too many words": get(SEARCH, words="x" * 2000),
        "a wish that is kept": post(reverse("noticeboard:keep gap"), words="Ynys"),
        "a wish that is not kept": post(reverse("noticeboard:keep gap"), words="Ynys 07700 900123"),
        "an entry": get(here),
        "something that is not right": get(f"{here}not-right/"),
        "something that is not right, of nothing": post(f"{here}not-right/"),
        "something that is not right, at length": post(f"{here}not-right/", about="times", words="x" * 501),
        "something that is not right, sent": post(f"{here}not-right/", about="times", words="Dau"),
        "an entry of which little is known": get(reverse("noticeboard:entry", args=[bare.id])),
        "an entry that is gone": get(reverse("noticeboard:entry", args=[gone.id])),
        "a card": get(reverse("noticeboard:card", args=[entry.id])),
        "a card of which little is known": get(reverse("noticeboard:card", args=[bare.id])),
        "a list with nothing": get(listed),
        "a list with one": post(listed, keep=entry.id, back=listed),
        "a list with two": post(listed, keep=other.id, back=listed),
        "a search with a list": get(SEARCH),
        "a list without one": post(listed, drop=other.id, back=listed),
        "a full list": get(listed, full="1"),
        "somebody's list": get(listed, these="7k3m9qx4dt"),
        "a cleared list": post(listed, clear="1"),
        "a link": get(still),
        "a link without an answer": post(still),
        "a link without words": post(still, answer="changed"),
        "a link answered": post(still, answer="changed", words="Newydd"),
        "a link that is over": get("/still-right/x/"),
        "accessibility": get(reverse("web:accessibility")),
        "signing in": get(reverse("account_login")),
        "signing in wrongly": post(reverse("account_login"), login="x", password="y"),
        "signing in with nothing": post(reverse("account_login")),
        "a password forgotten": get(reverse("account_reset_password")),
        "a password forgotten by nobody": post(reverse("account_reset_password")),
        "a password that was sent": get(reverse("account_reset_password_done")),
        "a password to choose": lambda browser: browser.get(path_to_choose_a_password(a_member().staff), follow=True),
        "a link that chooses nothing": get(reverse("account_reset_password_from_key", kwargs={"uidb36": a_member().staff.pk, "key": "x-y"})),
        "a password that was chosen": get(reverse("account_reset_password_from_key_done")),
        "nothing there": get("/nowhere/"),
        "an entry that is none": get(reverse("noticeboard:entry", args=["00000000-0000-0000-0000-000000000007"])),
    }


def in_welsh(browser: Client | None = None) -> Client:
    browser = browser or Client()
    browser.cookies[COOKIE] = "cy"
    return browser


def crawled(entry: Entry, browser: Client) -> dict[str, HttpResponse]:
    return {name: page(browser) for name, page in pages(entry).items()}
