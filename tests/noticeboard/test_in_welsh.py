"""Every page that anybody can open, in Welsh: no sentence of it is left in English, and one press leads from one language to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from gettext import NullTranslations
from html.parser import HTMLParser

import pytest
from django.conf import settings as house
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.dates import MONTHS
from django.utils.translation import trans_real

from alongside.directory.actions import SessionTold, add_session, ask_still_right, say_what_it_is_like
from alongside.directory.links import address_of
from alongside.directory.models import Entry, Tag
from alongside.places.models import Postcode
from alongside.teams.accounts import path_to_choose_a_password
from alongside.web.speaking import COOKIE
from tests.building import a_coordinator, as_, now, signed_in, today
from tests.directory.conftest import load
from tests.noticeboard.test_narrowing import tag
from tests.noticeboard.test_pages import SEARCH, near, text
from tests.teams.conftest import a_member

pytestmark = pytest.mark.django_db(databases=["default", "counting"])

Page = Callable[[Client], HttpResponse]


class Listening(NullTranslations):
    """Stands behind a catalogue, and hears what that has no words for."""

    def __init__(self, behind: NullTranslations) -> None:
        super().__init__()
        self.behind, self.heard = behind, set()

    def gettext(self, message: str) -> str:
        self.heard.add(message)
        return self.behind.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        self.heard.add(one)
        return self.behind.ngettext(one, many, n)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The sentences for which there is no Welsh."""
    welsh = trans_real.translation("cy")
    listening = Listening(welsh._fallback)
    monkeypatch.setattr(welsh, "_fallback", listening)
    yield listening.heard
    translation.activate(house.LANGUAGE_CODE)


@pytest.fixture
def entry() -> Entry:
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
        "an entry": get(here),
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


class Texts(HTMLParser):
    """What stands between the marks of a page, and in what is read out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: set[str] = set()
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, mark: str, attributes: list[tuple[str, str | None]]) -> None:
        self._silent += mark in ("script", "style", "textarea")
        self.said |= {value for name, value in attributes if name in ("aria-label", "alt", "title", "placeholder") and value}

    def handle_endtag(self, mark: str) -> None:
        self._silent -= mark in ("script", "style", "textarea")

    def handle_data(self, data: str) -> None:
        if not self._silent and any(letter.isalpha() for letter in data):
            self.said.add(" ".join(data.split()))


OWN = (
    "Alongside", "Fernbrook", "choir", "Zoar", "Ynys", "Ystradau", "Llanfair", "Brook Road", "ZZ99", "example.org", "A file. OGL", "Croeso", "Dewch", "Lifft", 
    "Pawb", "Neb",
    "Bws", "lofft", "Football", "http", "qwzx", "Xyz", "testserver",
)  # fmt: skip
"""Names, and what the entries say themselves."""
BOTH = {"Choir", "Cost", "Cymraeg", *(f"{many} km" for many in (2, 3, 5, 10, 20))}
"""Words that both languages have."""


def test_a_page_for_anybody_has_welsh_for_each_sentence_and_nothing_but_names_and_what_entries_say_stands_alike_in_both(entry, heard):
    welsh = crawled(entry, in_welsh())
    assert {name for name, answer in welsh.items() if '<html lang="cy"' not in answer.content.decode()} == set()
    assert heard == set()
    english = crawled(entry, Client())
    alike = {
        (name, said)
        for name in english
        for said in Texts(english[name].content.decode()).said & Texts(welsh[name].content.decode()).said
        if not any(own in said for own in OWN) and said not in BOTH and len(said) > 1
    }
    assert alike == set()


def test_who_adds_something_does_so_in_welsh_too(entry, heard):
    sam = in_welsh(signed_in(a_coordinator()))
    answers = [
        sam.get(reverse("noticeboard:new")),
        sam.post(reverse("noticeboard:new"), {}),
        sam.post(reverse("noticeboard:new"), {"name": "Ash choir", "kind": "group"}),
        sam.post(reverse("noticeboard:new"), {"name": "Llwyn", "kind": "group"}, follow=True),
        sam.get(reverse("noticeboard:entry", args=[entry.id])),
        sam.get(SEARCH),
    ]
    assert [answer.status_code for answer in answers] == [200, 422, 200, 200, 200, 200]
    assert heard == set()


def test_the_second_step_is_in_welsh(heard):
    sam = a_member()
    in_welsh(sam.browser)
    assert "Yr ail gam" in text(sam.browser.get(sam.types_password()["Location"]))
    assert sam.types_code("123").status_code == 422
    assert heard == set()


def test_one_press_leads_to_the_same_page_in_the_other_language_and_it_is_remembered(client, entry):
    page = client.get(SEARCH, {"words": "choir & tea", "day": "2"})
    assert 'lang="cy" hreflang="cy" href="/language/cy/?back=%2Faround%2F%3Fwords%3Dchoir%2B%2526%2Btea%26day%3D2">Cymraeg</a>' in text(page)
    pressed = client.get("/language/cy/?back=%2Faround%2F%3Fwords%3Dchoir%2B%2526%2Btea%26day%3D2")
    assert (pressed.status_code, pressed["Location"]) == (303, "/around/?words=choir+%26+tea&day=2")
    cookie = client.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"], cookie["path"]) == ("cy", True, "Lax", "/")
    there = client.get(pressed["Location"])
    assert (there["Content-Language"], "Cookie" in there["Vary"]) == ("cy", True)
    assert '<html lang="cy"' in text(there)
    assert 'lang="en-gb" hreflang="en-gb" href="/language/en-gb/?back=' in text(there)
    client.get("/language/en-gb/?back=/around/")
    assert client.cookies[COOKIE].value == ""
    assert '<html lang="en-gb"' in text(client.get(SEARCH))


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\t/evil.example", "around/", ""])
def test_the_press_leads_to_no_page_but_ours(client, back):
    assert client.get("/language/cy/", {"back": back})["Location"] == "/"


@pytest.mark.parametrize("code", ["xx", "de", "CY", "en"])
def test_there_is_no_other_language(client, code):
    assert client.get(f"/language/{code}/").status_code == 404


def test_nobody_is_given_welsh_unasked_and_no_page_is_half_in_welsh(client, entry):
    assert '<html lang="en-gb"' in text(client.get(SEARCH, headers={"accept-language": "cy"}))
    sam = in_welsh(signed_in(a_coordinator()))
    today_page = text(sam.get(reverse("desk:today")))
    assert ('<html lang="en-gb"' in today_page, "Cymraeg" in today_page) == (True, False)
    assert in_welsh().get(reverse("exchange:services"))["Content-Language"] == "en-gb"


def test_where_the_house_has_no_welsh_nothing_is_said_of_it(client, settings, entry):
    settings.LANGUAGES = [("en-gb", "English")]
    page = text(in_welsh(client).get(SEARCH))
    assert ('<html lang="en-gb"' in page, 'hreflang="cy"' in page) == (True, False)
    assert client.get("/language/cy/").status_code == 404


def test_whose_page_somebody_came_from_stands_in_no_link_to_the_other_language(client, entry):
    page = text(client.get(reverse("noticeboard:entry", args=[entry.id]), {"for": "00000000-0000-0000-0000-000000000009"}))
    assert "000000000009" not in page.partition("<main>")[0]


@pytest.mark.parametrize(("many", "said"), [(1, "Un peth, yn ôl enw"), (2, "2 o bethau, yn ôl enw"), (8, "8 o bethau, yn ôl enw")])
def test_one_and_many_are_said_as_welsh_says_them(many, said):
    load(*(near(str(number), f"Choir {number}") for number in range(many)))
    assert said in text(in_welsh().get(SEARCH))


def test_dates_and_days_are_welsh(entry):
    page = text(in_welsh().get(reverse("noticeboard:entry", args=[entry.id])))
    with translation.override("cy"):
        assert str(MONTHS[today().month]) in page
    assert "Dydd Mawrth a Dydd Gwener" in page
