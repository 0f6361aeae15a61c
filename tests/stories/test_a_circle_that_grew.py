"""A circle at the start and now, giving, a neighbour who would like to be asked, a week, and why she came: told at a phone's width, in both vocabularies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.actions import circle, say_where
from alongside.people.models import Person
from alongside.people.rings import InCircle
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, now, somebody
from tests.stories.conftest import served
from tests.stories.walker import Walker


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_the_people_in_her_life(committed: str, sit_down: Callable[..., Walker], vocabulary: Vocabulary) -> None:
    coordinator, gwen, winston = given_a_circle_begun_ten_weeks_ago(vocabulary)
    with served(committed) as base:
        sam = sit_down(base, (390, True))
        sam.is_signed_in_as(coordinator)
        her_page = reverse("desk:person", args=[gwen])
        when_several_people_are_written_down_in_one_go(sam, her_page)
        and_one_of_them_has_died(sam, her_page)
        then_the_start_and_now_stand_beside_each_other(sam, her_page)
        when_winston_says_what_he_would_like_to_be_asked(sam, reverse("desk:person", args=[winston]))
        then_he_is_offered_and_both_are_asked(sam, her_page)
        and_what_he_gave_her_stands_on_both_pages(sam, her_page, reverse("desk:person", args=[winston]))
        and_her_week_is_written_down_and_printed(sam, her_page)
        and_why_she_came_grows_with_trust(sam, her_page)


def given_a_circle_begun_ten_weeks_ago(vocabulary: Vocabulary) -> tuple[Actor, object, object]:
    sam = an_actor(Role.COORDINATOR, a_team(vocabulary=vocabulary), "Sam Holt")
    Postcode.objects.create(postcode="ZZ99 1AA", latitude=53.0, longitude=-2.0)
    gwen, winston = somebody(sam, "Gwen Prys-Marlow"), somebody(sam, "Winston Ferrars")
    with as_(sam):
        for key in (gwen, winston):
            say_where(Person.objects.get(id=key), address="1 Example Street", postcode="ZZ99 1AA", phone="", email="", by=sam, at=now())
        told = [InCircle("Marva", "sister", "closest"), InCircle("Jo", "carer", "paid")]
        circle.write_circle(Person(id=gwen), told, by=sam, at=now() - timedelta(weeks=10))
    return sam, gwen, winston


def when_several_people_are_written_down_in_one_go(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}circle/")
    sam.page.get_by_label("Who is it?").nth(0).fill("Halina")
    sam.page.get_by_label("How close are they?").nth(0).select_option(label="Close")
    sam.page.get_by_label("What do they give?").nth(0).fill("Soup and opinions")
    sam.page.get_by_label("What do they receive?").nth(1).fill("Somebody to teach")
    sam.presses("Save", exact=True)
    sam.sees("Say who it is")
    assert sam.page.get_by_label("What do they give?").nth(0).input_value() == "Soup and opinions"
    sam.page.get_by_label("Who is it?").nth(1).fill("The twins next door")
    sam.chooses("We went through everybody in the circle today")
    sam.presses("Save", exact=True)
    sam.sees("They are kept.")


def and_one_of_them_has_died(sam: Walker, her_page: str) -> None:
    sam.follows("Changed (Marva)")
    sam.chooses("Has died")
    sam.presses("Save", exact=True)
    sam.sees("Has died")


def then_the_start_and_now_stand_beside_each_other(sam: Walker, her_page: str) -> None:
    sam.sees("1 person at the start, 2 now")
    assert sam.page.get_by_role("img").count() == 2
    sam.keeps_a_picture("circle")
    sam.goes_to(her_page)
    sam.sees("1 person at the start, 2 now")
    sam.sees("Marva: has died")


def when_winston_says_what_he_would_like_to_be_asked(sam: Walker, his_page: str) -> None:
    sam.goes_to(his_page)
    sam.follows("Would like to be asked")
    sam.writes("What would they like to be asked to help with?", "Gardening")
    sam.writes("How did they say so?", "aloud, at home")
    sam.presses("Save", exact=True)
    sam.sees("Withdraw it")


def then_he_is_offered_and_both_are_asked(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}find/")
    sam.writes("What would they like?", "Somebody to help with the garden")
    sam.presses("Find", exact=True)
    sam.sees("Neighbours who would like to be asked")
    sam.follows("Both were asked")
    sam.writes("How did both of them say yes?", "aloud, each at home")
    sam.presses("Save", exact=True)
    sam.sees("Winston Ferrars: suggested")


def and_what_he_gave_her_stands_on_both_pages(sam: Walker, her_page: str, his_page: str) -> None:
    sam.goes_to(f"{his_page}giving/")
    sam.writes("What was it?", "Two hours in the beds")
    sam.chooses("Somebody we know here")
    sam.writes("Who was it?", "Gwen Prys-Marlow")
    sam.writes("How long?", "2")
    sam.presses("Save", exact=True)
    sam.sees("2 hours")
    sam.goes_to(f"{his_page}giving/statement/")
    sam.sees("Hours given: 2 hours.")
    sam.goes_to(her_page)
    sam.sees("Received: Winston Ferrars, 2 hours")


def and_her_week_is_written_down_and_printed(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}week/")
    sam.page.get_by_label("What do they do?").nth(0).fill("The garden")
    for label in ("Tuesday", "Morning"):
        sam.page.get_by_label(label, exact=True).first.check()
    sam.page.get_by_label("Does it take the place of a service?").nth(0).select_option(label="Day centre or day care")
    sam.presses("Save", exact=True)
    sam.sees("“The garden” takes the place of: day centre or day care.")
    sam.keeps_a_picture("week")
    sam.follows("In large letters, for the fridge")
    sam.sees("My week")


def and_why_she_came_grows_with_trust(sam: Walker, her_page: str) -> None:
    for areas, words in ((["Being with others"], "Company"), (["Money", "Housing"], "Letters she does not open")):
        sam.goes_to(f"{her_page}why/")
        for area in areas:
            sam.page.get_by_label(area, exact=True).check()
        sam.writes("In their words", words)
        sam.presses("Save", exact=True)
        sam.sees("It is kept. What was told before stays.")
    for told in ("being with others", "money", "housing", "Letters she does not open"):
        expect(sam.page.locator("#why")).to_contain_text(told, ignore_case=True)
