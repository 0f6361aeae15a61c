"""One person has two pages: known again when saving, laid side by side, joined and parted, at a phone's width and in both vocabularies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import write_note
from alongside.people.actions import say_where
from alongside.people.models import Person
from tests.building import a_team, an_actor, as_, now, somebody, today
from tests.stories.conftest import served
from tests.stories.walker import Walker

BORN = date(1951, 3, 2)


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_she_stands_here_twice(committed: str, sit_down: Callable[..., Walker], vocabulary: Vocabulary) -> None:
    coordinator, kept, other = given_she_was_written_down_twice(vocabulary)
    with served(committed) as base:
        sam = sit_down(base, (390, True))
        sam.is_signed_in_as(coordinator)
        when_she_is_introduced_a_third_time_she_is_known_again(sam, vocabulary)
        then_both_pages_are_laid_side_by_side(sam)
        when_they_are_joined_everything_is_on_one_page(sam, reverse("desk:person", args=[other]), reverse("desk:person", args=[kept]))
        and_one_press_parts_them_again(
            sam, reverse("desk:person", args=[other]), "referrals: 1" if vocabulary == Vocabulary.SOCIAL_PRESCRIBING else "introductions: 1"
        )
        and_her_twin_is_told_apart(sam)


def given_she_was_written_down_twice(vocabulary: Vocabulary) -> tuple[Actor, object, object]:
    sam = an_actor(Role.COORDINATOR, a_team(vocabulary=vocabulary), "Sam Holt")
    kept, other = somebody(sam, "Margaret Tolley", date_of_birth=BORN), somebody(sam, "Peggy Tolly", date_of_birth=BORN)
    with as_(sam):
        for key in (kept, other):
            say_where(Person.objects.get(id=key), address="4 Fern Row", postcode="ZZ99 3WZ", phone="01632 960123", email="", by=sam, at=now())
        write_note(Person.objects.get(id=other), on=today(), how="visit", text="Tea and the stairs.", by=sam, at=now())
    return sam, kept, other


def when_she_is_introduced_a_third_time_she_is_known_again(sam: Walker, vocabulary: Vocabulary) -> None:
    sam.goes_to(reverse("desk:introduce"))
    sam.page.get_by_label("Who is it?").fill("Maggie Tolley")
    referred = vocabulary == Vocabulary.SOCIAL_PRESCRIBING
    sam.page.get_by_label("Who referred them?" if referred else "Who introduced them?").fill("the housing office")
    sam.chooses("They said yes to being referred" if referred else "They said yes to being introduced")
    sam.presses("Save", exact=True)
    sam.sees("We may know them already")
    sam.sees("first names are forms of one name")


def then_both_pages_are_laid_side_by_side(sam: Walker) -> None:
    sam.goes_to(reverse("desk:people"))
    sam.follows("Who may stand here twice")
    sam.sees("Almost certainly one person")
    sam.sees("same date of birth")
    sam.keeps_a_picture("same")
    sam.follows("Margaret Tolley and Peggy Tolly")
    sam.sees("What each page says")
    sam.sees("notes: 1")
    sam.keeps_a_picture("join")


def when_they_are_joined_everything_is_on_one_page(sam: Walker, old: str, page: str) -> None:
    sam.chooses("Margaret Tolley")
    sam.presses("They are one person: join the pages")
    sam.sees("The two records are one now.")
    sam.sees("Tea and the stairs.")
    sam.goes_to(old)
    assert sam.page.url.endswith(page)


def and_one_press_parts_them_again(sam: Walker, old: str, counted: str) -> None:
    sam.follows("Part them again")
    sam.sees("What goes back to the other page")
    sam.sees(counted)
    sam.presses("Part them again")
    sam.sees("The two records are parted again.")
    sam.goes_to(old)
    sam.sees("Tea and the stairs.")


def and_her_twin_is_told_apart(sam: Walker) -> None:
    sam.goes_to(reverse("desk:same"))
    sam.presses("Two people (Margaret Tolley, Peggy Tolly)")
    sam.sees("You will not be asked about these two again.")
    sam.sees("Nobody you may see seems to stand here twice.")
