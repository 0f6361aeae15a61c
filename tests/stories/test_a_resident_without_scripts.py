"""A resident without JavaScript, on a phone: searches, narrows, opens, keeps and prints, in English and in Welsh; and the house’s own map is drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from alongside.directory.models import Entry, Source
from alongside.foundation.keys import new_key
from alongside.foundation.words import Vocabulary
from alongside.places.models import Postcode
from alongside.places.streets.directories import number_of
from tests.building import a_team, days_ago
from tests.conftest import a_copy
from tests.places.map_files import a_map_file, a_picture
from tests.stories.conftest import served
from tests.stories.walker import Walker

SEA = (20, 60, 200)
THINGS = (
    ("Fern choir", "Singing, and tea.", "room", "Welsh and English", "free"),
    ("Brook singers", "Singing in the library.", "full", "English", "free"),
    ("Hill singers", "Singing on the hill.", "", "Polish", "some"),
)


@pytest.fixture(scope="module", params=list(Vocabulary))
def base(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    squares = {(12, x, y): a_picture(SEA) for x in range(2018, 2023) for y in range(1323, 1331)}
    file = a_map_file(Path(tmp_path_factory.mktemp("map")) / "town.pmtiles", squares, number=number_of)
    with pytest.MonkeyPatch.context() as environment, django_db_blocker.unblock(), a_copy(f"without_scripts_{request.param.value}") as name:
        environment.setenv("ALONGSIDE_MAP_FILE", str(file))
        Postcode.objects.using("owner").create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
        a_team(vocabulary=request.param)
        source = Source.objects.using("owner").create(name="A file", licence="OGL")
        for number, (called, description, room, languages, cost) in enumerate(THINGS):
            key = new_key()
            Entry.objects.using("owner").create(
                id=key, source=source, source_key=str(key), name=called, kind="group", description=description, days=[2], times="2 to 4",
                stems=["sing", "choir"],
                address=f"{number + 1} Brook Road", postcode="ZZ99 3AA", latitude=53.4 + number / 1000, longitude=-2.3,
                phone=f"01632 {960000 + number}", cost=cost,
                room=room, room_on=days_ago(9) if room else None, languages=languages, access=["step free"], confirmed_on=days_ago(9), confirmed_how="visit",
            )  # fmt: skip
        with served(name) as address:
            yield address


def test_a_resident_without_javascript_in_english_and_in_welsh(base, sit_down):
    nesta, librarian = sit_down(base, (390, False)), sit_down(base, (390, True))

    nesta_searches_and_narrows(nesta)
    nesta_takes_away_what_she_chose_one_press_each(nesta)
    nesta_reads_on_in_welsh_from_the_same_page(nesta)
    nesta_opens_keeps_and_prints_in_welsh(nesta)
    nesta_comes_back_to_english(nesta)
    librarian_sees_the_streets_of_the_houses_own_map(librarian)
    for one in (nesta, librarian):
        one_of_them_says_that_something_is_not_right(one)


def nesta_searches_and_narrows(nesta: Walker) -> None:
    nesta.goes_to("/around/")
    nesta.writes("What are you looking for?", "singing")
    nesta.writes("Near where?", "Fernbrook")
    nesta.opens("Days, access, cost and more")
    nesta.chooses("Tuesday")
    nesta.chooses("Only where there is room, as far as we know")
    nesta.picks("A language that is spoken there", "Welsh")
    nesta.presses("Look around")
    nesta.sees("One thing near Fernbrook")
    nesta.sees("Welsh is spoken there")


def nesta_takes_away_what_she_chose_one_press_each(nesta: Walker) -> None:
    nesta.follows("Take away: Welsh is spoken there")
    nesta.sees("2 things near Fernbrook")
    nesta.follows("Take all of it away")
    nesta.sees("3 things near Fernbrook")
    assert nesta.is_at(r"/around/\?words=singing&near=Fernbrook&far=3000")


def nesta_reads_on_in_welsh_from_the_same_page(nesta: Walker) -> None:
    nesta.follows("Cymraeg")
    assert nesta.is_at(r"/around/\?words=singing&near=Fernbrook&far=3000")
    assert nesta.page.locator("html").get_attribute("lang") == "cy"
    nesta.sees("3 o bethau yn agos at Fernbrook")
    nesta.opens("Dyddiau, hygyrchedd, cost a mwy")
    nesta.chooses("Dim ond yr hyn sydd am ddim, hyd y gwyddom")
    nesta.presses("Edrych o gwmpas")
    nesta.sees("2 o bethau yn agos at Fernbrook")


def nesta_opens_keeps_and_prints_in_welsh(nesta: Walker) -> None:
    nesta.follows("Fern choir")
    nesta.sees("Mae lle")
    nesta.presses("Cadw ar fy rhestr")
    nesta.sees("Eich rhestr: un peth")
    nesta.follows("Cerdyn i’w argraffu, mewn llythrennau mawr")
    (side,) = PdfReader(io.BytesIO(nesta.page.pdf(format="A5"))).pages
    words = " ".join(side.extract_text().split())
    for said in ("Fern choir", "Dydd Mawrth", "01632 960000", "Ffoniwch cyn i chi fynd yn bell."):
        assert said in words
    nesta.goes_to("/around/list/")
    nesta.sees("Eich rhestr")
    nesta.sees("Fern choir")


def nesta_comes_back_to_english(nesta: Walker) -> None:
    nesta.follows("English", exact=True)
    nesta.sees("Your list")
    assert [one["name"] for one in nesta.page.context.cookies() if one["name"] == "language"] == []


def librarian_sees_the_streets_of_the_houses_own_map(librarian: Walker) -> None:
    librarian.goes_to("/around/?words=singing&near=ZZ99+3AA")
    librarian.page.wait_for_selector(".leaflet-tile-loaded")
    librarian.page.wait_for_load_state("networkidle")
    librarian.sees("An invented survey")
    drawn = Image.open(io.BytesIO(librarian.page.locator("[data-map]").screenshot())).convert("RGB")
    dots = drawn.tobytes()
    blue = sum(1 for at in range(0, len(dots), 3) if sum(abs(dots[at + one] - SEA[one]) for one in range(3)) < 40)
    assert blue > drawn.width * drawn.height / 2


def one_of_them_says_that_something_is_not_right(resident: Walker) -> None:
    resident.goes_to("/around/")
    resident.writes("What are you looking for?", "choir")
    resident.presses("Look around")
    resident.follows("Fern choir")
    resident.follows("Something here is not right")
    resident.chooses("The times")
    resident.presses("Send it")
    resident.sees("Say in a few words what is not right.")
    resident.writes("What is not right?", "They begin at three now.")
    resident.presses("Send it")
    resident.sees("Thank you. One of the people who look after this noticeboard will look at it.")
