"""A manager sets what stands beside use of services, and says who is in a post; a figure then says how far it can be trusted, and for whom it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from alongside.journeys.actions import set_level
from alongside.money import actions as money
from alongside.money.models import Post
from alongside.money.posts import Stretch
from alongside.outcomes.actions import tell_use
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.evidence.conftest import last_year
from tests.stories.conftest import served
from tests.stories.walker import Walker

SCREENS = [(390, True), (1280, True), (1280, False)]
each_screen = pytest.mark.parametrize("screen", SCREENS, ids=["phone", "laptop", "laptop without scripts"])
INTRODUCED = 200
"""Days ago."""


@each_screen
def test_what_stands_beside_use_of_services_is_set_and_the_page_says_how_far_to_trust_it(
    committed: str, sit_down: Callable[..., Walker], screen: tuple[int, bool]
) -> None:
    team = a_team("Fern")
    sam, mina = (an_actor(role, team, name) for role, name in ((Role.COORDINATOR, "Sam Holt"), (Role.MANAGER, "Mina Marlow")))
    given_forty_people_who_see_their_gp_less_than_before(sam)
    with served(committed) as base:
        manager = sit_down(base, screen)
        manager.is_signed_in_as(mina)
        when_the_manager_reads_it_nothing_stands_beside_it(manager)
        and_half_of_a_comparison_is_refused_with_all_that_was_typed_still_there(manager)
        and_what_is_known_is_set_with_where_it_comes_from(manager)
        then_the_page_says_what_would_have_come_anyway_and_how_others_fared(manager)
        and_what_was_set_stands_in_the_form_to_be_put_right(manager)


def given_forty_people_who_see_their_gp_less_than_before(sam: Actor) -> None:
    for number in range(40):
        person = somebody(sam, on=days_ago(INTRODUCED))
        with as_(sam):
            for times, up_to in ((4 + number % 2, days_ago(INTRODUCED)), (2, days_ago(INTRODUCED - 100))):
                tell_use(Person.objects.get(id=person), {"gp": times}, source="self-reported", weeks=13, up_to=up_to, by=sam, at=now())


def when_the_manager_reads_it_nothing_stands_beside_it(manager: Walker) -> None:
    manager.goes_to(reverse("evidence:locality"))
    manager.presses("Make the figures")
    manager.goes_to(reverse("evidence:use of services"))
    manager.sees("nobody has set what everybody uses")
    manager.sees("Level 2 of 5 on the Maryland scale.")
    manager.follows("Set what stands beside it")
    manager.sees("What is left empty is told as not known.")


def and_half_of_a_comparison_is_refused_with_all_that_was_typed_still_there(manager: Walker) -> None:
    manager.writes("How often did others use it in the year before?", "3.9")
    manager.writes("Who are these others", "Matched controls of a practice nearby")
    manager.presses("Save")
    manager.sees("write both, or leave both empty")
    assert manager.box("How often did others use it in the year before?").input_value() == "3.9"
    assert manager.box("Who are these others").input_value() == "Matched controls of a practice nearby"
    manager.keeps_a_picture("beside-refused")


def and_what_is_known_is_set_with_where_it_comes_from(manager: Walker) -> None:
    manager.writes("And in the year after?", "4.3")
    manager.writes("How often does everybody use it in a year", "5")
    manager.writes("How alike are two years of one person?", "0.6")
    manager.writes("Where do these two come from?", "The practice’s own list")
    manager.presses("Save")
    manager.sees("It is kept, and stands beside what is counted.")


def then_the_page_says_what_would_have_come_anyway_and_how_others_fared(manager: Walker) -> None:
    manager.sees("(The practice’s own list)")
    # A quarter of a year's 3.9 and 4.3, as ours are counted over thirteen weeks.
    manager.sees("Others went from 0.97 to 1.07 times over the same length of time (Matched controls of a practice nearby).")
    manager.sees("Level 3 of 5 on the Maryland scale.")
    manager.sees_not("saved")
    manager.keeps_a_picture("beside-set")


def and_what_was_set_stands_in_the_form_to_be_put_right(manager: Walker) -> None:
    manager.follows("Set what stands beside it")
    assert manager.box("And in the year after?").input_value().startswith("4.3")
    manager.writes("How alike are two years of one person?", "6")
    manager.presses("Save")
    manager.sees("Write a number from 0 to 1, such as 0.6.")


@each_screen
def test_who_is_in_a_post_is_said_and_figures_are_told_by_it(committed: str, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    team = a_team("Fern")
    sam, mina = (an_actor(role, team, name) for role, name in ((Role.COORDINATOR, "Sam Holt"), (Role.MANAGER, "Mina Marlow")))
    given_a_post_and_twelve_people_whom_sam_walked_alongside_last_year(team, sam, mina)
    with served(committed) as base:
        manager = sit_down(base, screen)
        manager.is_signed_in_as(mina)
        when_nobody_is_said_to_be_in_it_its_page_says_what_that_means(manager)
        and_nobody_chosen_is_refused(manager)
        and_the_manager_says_that_sam_is_in_it(manager)
        then_the_figures_of_that_post_count_twelve(manager)
        and_a_last_day_before_the_first_is_refused_and_mended(manager)
        and_what_was_said_by_mistake_is_taken_back(manager)


def given_a_post_and_twelve_people_whom_sam_walked_alongside_last_year(team: Team, sam: Actor, mina: Actor) -> None:
    with as_(mina):
        money.add_post(
            team.organisation, "Northside", kind="coordinator", locality=team.localities.get(), minutes_a_week=2220,
            over=Stretch(last_year() - timedelta(days=60), None), pay_pence=3_200_000, on_costs_pence=800_000, by=mina, at=now(),
        )  # fmt: skip
    for _ in range(12):
        person = somebody(sam, on=last_year())
        with as_(sam):
            set_level(Person.objects.get(id=person), "level 2", since=last_year(), by=sam, at=now())


def when_nobody_is_said_to_be_in_it_its_page_says_what_that_means(manager: Walker) -> None:
    manager.goes_to(reverse("money:posts"))
    manager.follows("Northside", exact=True)
    manager.sees("Until then the people they walk alongside count for no post")
    manager.presses("Say who is in it")


def and_nobody_chosen_is_refused(manager: Walker) -> None:
    manager.dates("First day", last_year() - timedelta(days=30))
    manager.presses("Save")
    assert manager.dated("First day") == last_year() - timedelta(days=30)
    manager.keeps_a_picture("in-post-refused")


def and_the_manager_says_that_sam_is_in_it(manager: Walker) -> None:
    manager.picks("Who?", "Sam Holt")
    manager.presses("Save")
    manager.sees("Who is in it is kept.")
    manager.sees("Sam Holt")
    manager.keeps_a_picture("in-post")


def then_the_figures_of_that_post_count_twelve(manager: Walker) -> None:
    manager.goes_to(reverse("evidence:locality"))
    manager.presses("Make the figures")
    with_post = str(Post.objects.get().id)
    manager.goes_to(f"{reverse('evidence:figure', args=['introductions'])}?period=last-year&post={with_post}")
    manager.sees("Northside")
    manager.sees("12")
    manager.keeps_a_picture("by-post")


def and_a_last_day_before_the_first_is_refused_and_mended(manager: Walker) -> None:
    manager.goes_to(reverse("money:posts"))
    manager.follows("Northside", exact=True)
    manager.follows("End (Sam Holt)")
    manager.dates("Their last day in this post", last_year() - timedelta(days=300))
    manager.presses("Save")
    manager.sees("The last day is before the first. Put one of them right.")
    manager.dates("Their last day in this post", today())
    manager.presses("Save")
    manager.sees("Their last day in the post is kept.")


def and_what_was_said_by_mistake_is_taken_back(manager: Walker) -> None:
    manager.presses("Take back (Sam Holt)")
    manager.sees("It is taken back.")
    manager.sees("Nobody is said to be in it yet.")
