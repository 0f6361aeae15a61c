"""Photographs of a paper are kept with a yes and gone without one; pictures of somebody's own stand in their copy and in Easy Read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import PaperAsked, add_paper, begin_waiting
from alongside.journeys.rules import Awaited
from alongside.mine.actions import give_link, make_copy
from alongside.mine.addresses import address_of, code_of
from alongside.mine.gathering import everything
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_team, as_, now, somebody, today
from tests.conftest import a_copy
from tests.pictures.photos import a_photo
from tests.stories.conftest import served
from tests.stories.walker import Walker

LAC, SP = Vocabulary.LOCAL_AREA_COORDINATION, Vocabulary.SOCIAL_PRESCRIBING
PHONE, PHONE_WITHOUT = (390, True), (390, False)


@dataclass
class Two:
    """Sam at work, Gwen with a phone; her page, and how she opens her own."""

    sam: Walker
    gwen: Walker
    her_page: str
    address: str
    code: str
    photo: Path


@pytest.fixture(params=[(LAC, PHONE), (SP, PHONE_WITHOUT)], ids=["coordinator", "link worker, without JavaScript"])
def two(request, tmp_path: Path, django_db_setup: None, django_db_blocker: pytest.FixtureRequest, sit_down: Callable[..., Walker]) -> Iterator[Two]:
    vocabulary, screen = request.param
    photo = tmp_path / "IMG_2041.jpg"
    photo.write_bytes(a_photo((1600, 1200), orientation=6))
    with django_db_blocker.unblock(), a_copy("pictures") as name:
        sams = a_coordinator(a_team(vocabulary=vocabulary), name="Sam Holt")
        Staff.objects.update(in_demo=True)
        her = somebody(sams, "Gwen Prys-Marlow")
        with as_(sams):
            gwen = Person.objects.get(id=her)
            add_paper(gwen, PaperAsked("Proof of tenancy", "needed", today()), by=sams, at=now())
            make_copy(gwen, ["introduction", "waiting"], (), told=everything(her, on=today(), vocabulary=vocabulary), by=sams, at=now() - timedelta(days=9))
            begin_waiting(gwen, Awaited("A new kitchen tap", of_whom="the housing office", since=today()), by=sams, at=now())
            make_copy(gwen, ["introduction", "waiting"], (), told=everything(her, on=today(), vocabulary=vocabulary), by=sams, at=now())
            link = give_link(gwen, until=today() + timedelta(days=9), by=sams, at=now())
        with served(name, demo=True) as base:
            sam, hers = sit_down(base, screen), sit_down(base, screen)
            sam.page.goto(base + "/")
            sam.page.locator(f"form[action*='{sams.id}'] button").first.click()
            sam.page.wait_for_url("**/today/")
            yield Two(sam, hers, f"/people/{her}/", f"/my/{address_of(link.reference)}/", code_of(link.id, link.code_number), photo)


def test_pictures_are_kept_because_somebody_wishes_it(two: Two) -> None:
    given_a_paper_of_which_no_photograph_is_kept_without_a_yes(two)
    when_she_says_yes_the_photograph_is_kept_and_stands_upright(two)
    and_she_adds_a_picture_of_her_own_with_her_phone(two)
    then_her_copy_says_what_is_different_since_last_time(two)
    and_what_she_began_to_write_is_there_again_for_her_alone(two)
    and_sam_chooses_her_picture_for_easy_read(two)
    when_she_takes_it_away_it_is_gone_everywhere(two)
    and_when_she_takes_back_her_yes_every_photograph_is_gone(two)


def given_a_paper_of_which_no_photograph_is_kept_without_a_yes(two: Two) -> None:
    sam = two.sam
    sam.goes_to(two.her_page)
    sam.follows("Photograph it")
    sam.sees("A photograph is kept only if they wish it.")
    sam.box("The photograph").set_input_files(two.photo)
    sam.writes("What does it show?", "The first page, signed")
    sam.presses("Keep this photograph")
    sam.sees("No photograph is kept.")


def when_she_says_yes_the_photograph_is_kept_and_stands_upright(two: Two) -> None:
    sam = two.sam
    assert sam.box("What does it show?").input_value() == "The first page, signed"
    sam.box("The photograph").set_input_files(two.photo)
    sam.chooses("On paper")
    sam.presses("Keep this photograph")
    sam.sees("The photograph is kept.")
    sam.sees("said yes to photographs of papers on")
    shown = sam.page.get_by_role("img", name="The first page, signed")
    expect(shown).to_be_visible()
    assert shown.evaluate("one => [one.naturalWidth, one.naturalHeight]") == [1200, 1600]
    sam.keeps_a_picture("photographs")
    sam.goes_to(two.her_page)
    sam.sees("1 photograph")


def and_she_adds_a_picture_of_her_own_with_her_phone(two: Two) -> None:
    gwen = two.gwen
    gwen.goes_to(two.address)
    gwen.writes("Your code", two.code)
    gwen.presses("Open")
    gwen.follows("My pictures")
    gwen.box("Your picture").set_input_files({"name": "IMG_1.HEIC", "mimeType": "image/heic", "buffer": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 60})
    gwen.writes("What does it show?", "My dahlias")
    gwen.presses("Put it into my copy")
    gwen.sees("This is an HEIC photograph")
    gwen.box("Your picture").set_input_files(two.photo)
    gwen.presses("Put it into my copy")
    gwen.sees("Your picture is in your copy.")
    gwen.keeps_a_picture("my-pictures")


def then_her_copy_says_what_is_different_since_last_time(two: Two) -> None:
    gwen = two.gwen
    gwen.goes_to("/mine/")
    gwen.sees("What is different since")
    gwen.sees("New: A new kitchen tap")
    gwen.sees("Why we may keep this")
    expect(gwen.page.get_by_role("img", name="My dahlias")).to_be_visible()
    gwen.keeps_a_picture("my-own-copy-with-pictures")


def and_what_she_began_to_write_is_there_again_for_her_alone(two: Two) -> None:
    gwen = two.gwen
    if not gwen.scripts:
        return
    gwen.follows("Add my own words")
    with gwen.page.expect_response(lambda answer: answer.status == 204):
        gwen.writes("Your words", "I sang in the works choir")
    gwen.presses("Close")
    gwen.sees_not("works choir")
    gwen.goes_to("/mine/words/")
    gwen.sees_not("works choir")
    assert gwen.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])").count("choir") == 0
    gwen.goes_to(two.address)
    gwen.writes("Your code", two.code)
    gwen.presses("Open")
    gwen.follows("Add my own words")
    assert gwen.box("Your words").input_value() == "I sang in the works choir"
    gwen.presses("Put it into my record")
    gwen.sees("I sang in the works choir")
    gwen.follows("Add my own words")
    assert gwen.box("Your words").input_value() == ""


def and_sam_chooses_her_picture_for_easy_read(two: Two) -> None:
    sam, gwen = two.sam, two.gwen
    sam.goes_to(two.her_page + "own-copy/easy-read/")
    sam.writes("Line 2", "I grow dahlias.")
    sam.picks("Picture for line 2", "Theirs: My dahlias")
    sam.presses("Save")
    sam.sees("The lines are kept.")
    sam.keeps_a_picture("easy-read")
    gwen.goes_to("/mine/easy-read/")
    gwen.sees("I grow dahlias.")
    gwen.sees_not("Not written yet")
    assert gwen.page.locator("img.easy__picture").count() == 1
    gwen.keeps_a_picture("my-easy-read-by-parts")


def when_she_takes_it_away_it_is_gone_everywhere(two: Two) -> None:
    gwen = two.gwen
    gwen.goes_to("/mine/pictures/")
    gwen.follows("Take it away")
    gwen.sees("Take this picture away?")
    gwen.presses("Take it away")
    gwen.sees("The picture is gone.")
    gwen.goes_to("/mine/easy-read/")
    gwen.sees("I grow dahlias.")
    assert gwen.page.locator("img.easy__picture").count() == 0


def and_when_she_takes_back_her_yes_every_photograph_is_gone(two: Two) -> None:
    sam = two.sam
    sam.goes_to(two.her_page)
    sam.follows("1 photograph")
    sam.follows("They wish it no longer")
    sam.chooses("Aloud")
    sam.presses("Take every photograph away")
    sam.sees("one photograph is gone.")
    sam.follows("Photograph it")
    sam.sees("No photograph is kept.")
