"""A resident without JavaScript finds what is on, keeps three and prints them; a receptionist sends one by text. Without accounts, on a phone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from alongside.directory.models import Entry, Source
from alongside.foundation.keys import new_key
from alongside.foundation.words import Vocabulary
from alongside.noticeboard.passing_on import ONE_TEXT
from alongside.places.models import Postcode
from tests.building import a_team, days_ago
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

THINGS = (
    ("Fern choir", "group", "We sing whatever somebody starts, and there is tea.", [2]),
    ("Brook singers", "group", "Singing for anybody, in the library.", [4]),
    ("Singing on the green", "activity", "Once a month, in the open.", [6]),
    ("Fern library", "place", "Books, newspapers and a warm chair.", [1, 2, 3, 4, 5]),
)


@pytest.fixture(scope="module", params=list(Vocabulary))
def base(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    with django_db_blocker.unblock(), a_copy(f"passed_on_{request.param.value}") as name:
        Postcode.objects.using("owner").create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
        a_team(vocabulary=request.param)
        source = Source.objects.using("owner").create(name="A file", licence="OGL")
        for number, (called, kind, description, days) in enumerate(THINGS):
            key = new_key()
            Entry.objects.using("owner").create(
                id=key, source=source, source_key=str(key), name=called, kind=kind, description=description, days=days, times="2 to 4",
                stems=["sing", "choir", "librari"], address=f"{number + 1} Brook Road", postcode="ZZ99 3AA", latitude=53.4 + number / 1000, longitude=-2.3,
                phone=f"01632 {960000 + number}", cost="free", access=["step free"], confirmed_on=days_ago(9), confirmed_how="visit",
            )  # fmt: skip
        with served(name) as address:
            yield address


def test_found_kept_printed_and_sent(base, sit_down):
    nesta, receptionist = sit_down(base, (390, False)), sit_down(base, (390, True))

    nesta_finds_by_words_place_day_and_access(nesta)
    nesta_keeps_three_and_takes_one_off_again(nesta)
    nesta_prints_her_list(nesta)
    receptionist_sends_one_by_text(receptionist)
    receptionist_prints_a_card(receptionist)
    receptionist_clears_the_list_of_a_computer_that_others_use(receptionist)


def nesta_finds_by_words_place_day_and_access(nesta: Walker) -> None:
    nesta.goes_to("/around/")
    nesta.writes("What are you looking for?", "singing")
    nesta.writes("Near where?", "Fernbrook")
    nesta.opens("Days, access, cost and more")
    nesta.chooses("Step-free")
    nesta.presses("Look around")
    nesta.sees("3 things near Fernbrook")
    nesta.sees("The map needs JavaScript. Everything on it is in the list.")


def nesta_keeps_three_and_takes_one_off_again(nesta: Walker) -> None:
    for _ in range(3):
        nesta.presses("Keep it on my list")
    nesta.sees("Your list: 3 things")
    nesta.follows("Your list: 3 things")
    assert nesta.page.locator(".find").count() == 3
    nesta.presses("Take it off")
    nesta.sees("is off your list.")
    assert nesta.page.locator(".find").count() == 2
    nesta.presses("Put it back")
    assert nesta.page.locator(".find").count() == 3


def on_paper(walker: Walker, size: str = "A4") -> list[str]:
    """What stands on each side."""
    return [" ".join(side.extract_text().split()) for side in PdfReader(io.BytesIO(walker.page.pdf(format=size))).pages]


def nesta_prints_her_list(nesta: Walker) -> None:
    (side,) = on_paper(nesta)
    for called, number in (("Fern choir", "960000"), ("Brook singers", "960001"), ("Singing on the green", "960002")):
        assert called in side
        assert number in side
    assert "Take it off" not in side
    assert "/around/list/?these=" in side.replace(" ", "")


def receptionist_sends_one_by_text(receptionist: Walker) -> None:
    receptionist.goes_to("/around/?words=singing&near=ZZ99+3AA")
    receptionist.presses("Keep it on my list")
    receptionist.keeps_a_picture("around-kept")
    receptionist.follows("Fern choir")
    receptionist.keeps_a_picture("entry-passed-on")
    address = receptionist.page.get_by_role("link", name="Send it by text").get_attribute("href") or ""
    words = unquote(address.removeprefix("sms:?body="))
    assert len(words) <= ONE_TEXT
    assert words.startswith("Fern choir. Tuesday. 1 Brook Road, ZZ99 3AA. 01632 960000. ")
    expect(receptionist.box("Or copy these words")).to_have_value(words)
    receptionist.goes_to(words.split()[-1].removeprefix(receptionist.base))
    assert receptionist.is_at("/around/[0-9a-f-]{36}/")


def receptionist_prints_a_card(receptionist: Walker) -> None:
    (of_the_page,) = on_paper(receptionist)
    receptionist.follows("A card to print, in large type")
    receptionist.keeps_a_picture("card")
    for size in ("A4", "A5"):
        (side,) = on_paper(receptionist, size)
        for words in ("Fern choir", "Brook Road", "01632 960000", "/n/", "Close by: Fern library"):
            assert words in side
        assert "Print this page" not in side
    assert "01632 960000" in of_the_page
    assert "Send it by text" not in of_the_page


def receptionist_clears_the_list_of_a_computer_that_others_use(receptionist: Walker) -> None:
    receptionist.goes_to("/around/list/")
    receptionist.keeps_a_picture("short-list")
    receptionist.presses("Clear my list")
    receptionist.sees("Your list is cleared.")
    receptionist.sees("Nothing is on your list yet.")
    assert [one["name"] for one in receptionist.page.context.cookies() if one["name"] == "kept"] == []
