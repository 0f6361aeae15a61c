"""What we hold about somebody, given to them: by a link on a phone, on paper, in Easy Read; and what they say to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest

from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import tell_good_life, write_note
from alongside.people.actions import add_gift
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_team, as_, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

LAC, SP = Vocabulary.LOCAL_AREA_COORDINATION, Vocabulary.SOCIAL_PRESCRIBING
PHONE, PHONE_WITHOUT = (390, True), (390, False)


@dataclass
class Two:
    """Sam, who walks alongside Gwen; and Gwen, with a phone of her own."""

    sam: Walker
    gwen: Walker
    her_page: str


@pytest.fixture(params=[(LAC, PHONE), (SP, PHONE_WITHOUT)], ids=["coordinator", "link worker, without JavaScript"])
def two(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest, sit_down: Callable[..., Walker]) -> Iterator[Two]:
    vocabulary, screen = request.param
    with django_db_blocker.unblock(), a_copy("own_copy") as name:
        coordinator = a_coordinator(a_team(vocabulary=vocabulary), name="Sam Holt")
        Staff.objects.update(in_demo=True, phone="01632 960100")
        her: UUID = somebody(coordinator, "Gwen Prys-Marlow")
        with as_(coordinator):
            gwen = Person.objects.get(id=her)
            tell_good_life(gwen, "To sit in the garden with somebody who knows the names of things.", by=coordinator, at=now())
            add_gift(gwen, "Roses", by=coordinator, at=now())
            write_note(gwen, "Her neighbour Vi came in, upset about her son.", on=today(), how="visit", by=coordinator, at=now())
        with served(name, demo=True) as base:
            sam, hers = sit_down(base, screen), sit_down(base, screen)
            sam.page.goto(base + "/")
            sam.page.locator(f"form[action*='{coordinator.id}'] button").first.click()
            sam.page.wait_for_url("**/today/")
            yield Two(sam, hers, f"/people/{her}/")


def test_somebody_has_a_copy_of_their_own_and_answers_it(two: Two) -> None:
    given_a_copy_without_what_a_neighbour_told(two)
    address, code = when_she_is_given_a_link_and_told_its_code(two)
    then_the_link_alone_opens_nothing(two, address)
    and_with_the_code_she_reads_her_copy(two, code)
    and_says_what_is_not_right_and_adds_words_of_her_own(two)
    and_sees_who_looked_and_why(two)
    then_sam_finds_it_on_the_day_and_answers(two)
    and_her_words_stand_beside_it(two)
    and_a_copy_in_easy_read_is_written_by_a_person(two)
    then_an_ended_link_closes_her_page(two)


def given_a_copy_without_what_a_neighbour_told(two: Two) -> None:
    sam = two.sam
    sam.goes_to(two.her_page)
    sam.follows("Make their own copy")
    sam.sees("Her neighbour Vi came in")
    sam.presses("Make the copy")
    sam.sees("The copy is made.")
    sam.keeps_a_picture("own-copy")
    assert "Vi came in" not in sam.page.locator("article.mine").inner_text()


def when_she_is_given_a_link_and_told_its_code(two: Two) -> tuple[str, str]:
    sam = two.sam
    sam.follows("Give them a link")
    sam.presses("Save")
    sam.sees("Your own copy")
    sam.keeps_a_picture("own-copy-slip")
    return sam.page.locator(".mine__address").inner_text(), sam.page.locator(".mine__code").inner_text()


def then_the_link_alone_opens_nothing(two: Two, address: str) -> None:
    gwen = two.gwen
    gwen.goes_to(address.removeprefix(gwen.base))
    gwen.sees_not("Gwen")
    gwen.writes("Your code", "000000")
    gwen.presses("Open")
    gwen.sees("That did not open.")
    gwen.sees_not("Gwen")


def and_with_the_code_she_reads_her_copy(two: Two, code: str) -> None:
    gwen = two.gwen
    gwen.writes("Your code", code)
    gwen.presses("Open")
    gwen.sees("To sit in the garden with somebody who knows the names of things.")
    gwen.sees("Sam Holt")
    gwen.sees_not("Vi came in")
    gwen.keeps_a_picture("my-own-copy")


def and_says_what_is_not_right_and_adds_words_of_her_own(two: Two) -> None:
    gwen = two.gwen
    gwen.follows("This is not right", among="section[aria-labelledby=part-gifts]")
    gwen.presses("Tell them")
    gwen.sees("Write what is not right")
    gwen.writes("What is not right?", "Not roses. Dahlias, for forty years.")
    gwen.presses("Tell them")
    gwen.sees("You see it differently:")
    gwen.follows("Add my own words")
    gwen.writes("Your words", "I sang in the works choir.")
    gwen.presses("Put it into my record")
    gwen.sees("I sang in the works choir.")


def and_sees_who_looked_and_why(two: Two) -> None:
    gwen = two.gwen
    gwen.follows("Who looked")
    gwen.sees("Sam Holt")
    gwen.sees("it was you, by your link")


def then_sam_finds_it_on_the_day_and_answers(two: Two) -> None:
    sam = two.sam
    sam.goes_to("/today/")
    sam.sees("They say it is not right")
    sam.follows("Gwen Prys-Marlow", among="section:has-text('They say it is not right')")
    sam.sees("Not roses. Dahlias, for forty years.")
    sam.chooses("Both stand")
    sam.writes("What shall they read?", "I saw roses in your window, and I believe you.")
    sam.presses("Save")
    sam.goes_to(two.her_page)
    sam.sees("I sang in the works choir.")
    sam.sees("Not roses. Dahlias, for forty years.")


def and_her_words_stand_beside_it(two: Two) -> None:
    gwen = two.gwen
    gwen.goes_to("/mine/")
    gwen.sees("Not roses. Dahlias, for forty years.")
    gwen.sees("I saw roses in your window, and I believe you.")


def and_a_copy_in_easy_read_is_written_by_a_person(two: Two) -> None:
    sam, gwen = two.sam, two.gwen
    sam.goes_to(two.her_page + "own-copy/easy-read/")
    sam.writes("Line 1", "Sam comes to your garden.")
    sam.presses("Save")
    sam.sees("Choose a picture for “Sam comes to your garden.”")
    sam.picks("Picture for line 1", "Flower")
    sam.presses("Save")
    sam.sees("The lines are kept.")
    gwen.goes_to("/mine/")
    gwen.follows("My copy in Easy Read")
    gwen.sees("Sam comes to your garden.")
    gwen.keeps_a_picture("my-easy-read")


def then_an_ended_link_closes_her_page(two: Two) -> None:
    two.sam.goes_to(two.her_page + "own-copy/")
    two.sam.presses("End it")
    two.sam.sees("The link is ended.")
    two.gwen.goes_to("/mine/")
    two.gwen.sees("This page is closed")
    two.gwen.sees_not("garden")
