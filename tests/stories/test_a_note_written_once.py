"""A visit is typed once, from anywhere, and stands on the page of everybody it was with; nobody by name is counted and makes no record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, somebody
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE, NO_SCRIPTS = (390, True), (390, False)
SAID = {
    Vocabulary.LOCAL_AREA_COORDINATION: {
        "step": "And also a next step",
        "which": "What is the step?",
        "light": "Light contacts",
        "nobody": "Nobody by name: a light",
    },
    Vocabulary.SOCIAL_PRESCRIBING: {
        "step": "And also an action",
        "which": "What is the action?",
        "light": "Light-touch contacts",
        "nobody": "Nobody by name: a light",
    },
}
BOX = "What happened? What mattered?"


@dataclass
class House:
    base: str
    sam: Actor
    gwen: str
    hal: str
    said: dict[str, str]


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[House]:
    with django_db_blocker.unblock(), a_copy(f"written_once_{request.param.value}") as name:
        sam = an_actor(Role.COORDINATOR, a_team(vocabulary=request.param), "Sam Holt")
        Staff.objects.update(in_demo=True)
        gwen, hal = (f"/people/{somebody(sam, called)}/" for called in ("Gwen Prys-Marlow", "Hal Thwaite"))
        with served(name, demo=True) as base:
            yield House(base, sam, gwen, hal, SAID[request.param])


def sits_down(sit_down: Callable[..., Walker], house: House, screen: tuple[int, bool]) -> Walker:
    walker = sit_down(house.base, screen)
    walker.page.goto(house.base + "/")
    walker.page.locator(f"form[action*='{house.sam.id}'] button").first.click()
    walker.page.wait_for_url("**/today/")
    return walker


def ticks(sam: Walker, name: str) -> None:
    sam.writes("Find somebody by name", name)
    if not sam.scripts:
        sam.presses("Find", exact=True)
    sam.page.locator(".choices").get_by_label(name).first.check()


@pytest.mark.parametrize("screen", [PHONE, NO_SCRIPTS], ids=["phone", "phone without JavaScript"])
def test_one_visit_with_two_people_is_typed_once(house: House, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    sam = sits_down(sit_down, house, screen)
    words = f"We sang at the hall, {'with' if sam.scripts else 'without'} the band."
    when_a_doorstep_chat_with_both_is_written_on_the_way(sam, house, words)
    then_each_page_has_it_and_only_what_concerns_it(sam, house, words)
    when_it_is_put_right_on_one_page(sam, house, words)
    then_it_is_put_right_on_the_other_and_both_say_what_it_said_before(sam, house, words)


def when_a_doorstep_chat_with_both_is_written_on_the_way(sam: Walker, house: House, words: str) -> None:
    sam.follows("Write a note", among=".ways")
    sam.writes(BOX, words)
    sam.chooses("Met elsewhere")
    ticks(sam, "Gwen Prys-Marlow")
    ticks(sam, "Hal Thwaite")
    sam.looks_around()
    sam.page.get_by_label("For the page of Gwen Prys-Marlow alone").fill(f"She led. {words}")
    sam.opens(house.said["step"])
    sam.writes(house.said["which"], "Bring a song")
    sam.presses("Save note")
    sam.sees("Say who does it.")
    expect(sam.box(BOX)).to_have_value(words)
    sam.page.get_by_label("Themselves", exact=True).first.check()
    sam.presses("Save note")
    sam.sees("The note is kept, on 2 pages.")


def then_each_page_has_it_and_only_what_concerns_it(sam: Walker, house: House, words: str) -> None:
    sam.goes_to(house.gwen)
    sam.sees(words)
    sam.sees(f"She led. {words}")
    sam.sees("Bring a song")
    sam.follows("Hal Thwaite", among=".moj-timeline")
    sam.sees(words)
    sam.sees_not(f"She led. {words}")
    sam.keeps_a_picture("a-visit-with-two")


def when_it_is_put_right_on_one_page(sam: Walker, house: House, words: str) -> None:
    sam.follows("Put it right", among=".moj-timeline")
    sam.sees("stands on 2 pages that you see")
    sam.writes("The note", f"{words} Twice.")
    sam.presses("Save")
    sam.sees(f"{words} Twice.")


def then_it_is_put_right_on_the_other_and_both_say_what_it_said_before(sam: Walker, house: House, words: str) -> None:
    sam.goes_to(house.gwen)
    sam.sees(f"{words} Twice.")
    sam.follows("put right since", among=".moj-timeline")
    expect(sam.page.locator("section").last).to_contain_text(words)
    sam.sees("put right by Sam Holt")


@pytest.mark.parametrize("screen", [PHONE, NO_SCRIPTS], ids=["phone", "phone without JavaScript"])
def test_nobody_by_name_and_then_it_was_gwen(house: House, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    sam = sits_down(sit_down, house, screen)
    words = f"Asked about the lunch club, {'at the stop' if sam.scripts else 'by the shop'}."
    # Given a word at the bus stop, with nobody named
    sam.follows("Write a note", among=".ways")
    sam.writes(BOX, words)
    sam.opens(house.said["nobody"])
    sam.page.get_by_role("checkbox", name="without a name").check()
    sam.chooses("Met elsewhere")
    sam.presses("Save note")
    sam.sees(house.said["light"])
    sam.sees(words)
    # When it turns out who it was
    sam.follows("We know now who it was")
    ticks_again = sam.page.locator(".choices").get_by_label("Gwen Prys-Marlow")
    if not ticks_again.count():
        sam.writes("Find somebody by name", "Gwen")
        sam.presses("Find", exact=True)
    ticks_again.first.check()
    sam.presses("Put it on their page")
    # Then it stands on her page, and goes back with one button
    sam.sees(words)
    sam.presses("It was somebody else")
    sam.sees("counts as a light")
    sam.goes_to(house.gwen)
    sam.sees_not(words)


def test_somebody_new_is_written_down_on_the_way_and_the_words_wait(house: House, sit_down: Callable[..., Walker]) -> None:
    sam = sits_down(sit_down, house, PHONE)
    sam.goes_to("/note/")
    sam.writes(BOX, "A lady with a parrot asked about the choir.")
    sam.presses("Somebody new")
    sam.writes("Who is it?", "Lady with the parrot")
    sam.page.get_by_label("Who introduced them?").or_(sam.page.get_by_label("Who referred them?")).fill("herself")
    sam.page.get_by_label("They said yes").first.check()
    sam.presses("Save")
    expect(sam.box(BOX)).to_have_value("A lady with a parrot asked about the choir.")
    expect(sam.page.get_by_role("checkbox", name="Lady with the parrot")).to_be_checked()
    sam.chooses("Met elsewhere")
    sam.presses("Save note")
    sam.sees("A lady with a parrot asked about the choir.")
