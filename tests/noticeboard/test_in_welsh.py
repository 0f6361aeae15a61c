"""Every page that anybody can open, in Welsh: no sentence of it is left in English, and one press leads from one language to the other."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser

import pytest
from django.conf import settings as house
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import trans_real

from alongside.directory.models import Entry
from alongside.web.speaking import COOKIE
from tests.building import a_coordinator, signed_in, today
from tests.directory.conftest import load
from tests.noticeboard.every_open_page import a_known_entry, crawled, in_welsh
from tests.noticeboard.test_pages import SEARCH, near, text
from tests.teams.conftest import a_member

pytestmark = pytest.mark.django_db(databases=["default", "counting"])


@pytest.fixture
def entry() -> Entry:
    return a_known_entry()


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
        month, day = str(MONTHS[today().month]), str(WEEKDAYS[today().weekday()])
    assert month in page
    assert f"Bob wythnos: {day}, 14:00–16:00" in page
    assert {month, day}.isdisjoint({f"{today():%B}", f"{today():%A}"})
