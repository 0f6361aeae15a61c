"""A coordinator leaves: her manager hands her people over, the other finds a word and what was promised, the week stands on a page, and it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Awaited, StepAsked
from alongside.people.actions import protect_location
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
WORD = "Ring her first; she likes a warning."


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[tuple[str, dict[str, Actor], str, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"goes_{request.param.value}") as name:
        team = a_team(vocabulary=request.param)
        seats = {
            "delyth": an_actor(Role.COORDINATOR, team, "Delyth Vaughan"),
            "priya": an_actor(Role.COORDINATOR, team, "Priya Nair"),
            "mina": an_actor(Role.MANAGER, team, "Mina Rao"),
        }
        delyth = seats["delyth"]
        gwen, hal = (Person(id=somebody(delyth, name, on=days_ago(90)), name=name) for name in ("Gwen Prys-Marlow", "Hal Oakes"))
        with as_(delyth):
            journeys.set_level(gwen, "level 2", since=days_ago(80), by=delyth, at=now())
            journeys.write_note(gwen, "Tea, and the old photographs.", on=days_ago(70), how="visit", by=delyth, at=now())
            journeys.add_step(gwen, StepAsked("Ring the housing office about the damp", "us", staff_id=delyth.id), by=delyth, at=now())
            journeys.begin_waiting(gwen, Awaited("The damp survey", days_ago(30), staff_id=delyth.id), by=delyth, at=now())
            protect_location(hal, why="For his safety.", listed=[delyth.id], by=delyth, at=now())
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            yield base, seats, f"/people/{gwen.id}/", request.param


def test_somebody_goes_for_good(house, sit_down: Callable[..., Walker]) -> None:
    base, seats, page, vocabulary = house

    def sits_down(who: str) -> Walker:
        walker = sit_down(base, PHONE)
        walker.page.goto(base + "/")
        with walker.page.expect_navigation():
            walker.page.locator(f"form[action*='{seats[who].id}'] button").first.click()
        return walker

    priya, mina = sits_down("priya"), sits_down("mina")
    is_lac = vocabulary == Vocabulary.LOCAL_AREA_COORDINATION
    given_the_manager_sees_what_would_go_over_with_whom(mina)
    when_she_hands_them_over_and_the_first_try_keeps_every_word(mina, "Who walks alongside them" if is_lac else "Who supports them")
    then_she_is_told_who_will_not_see_where_somebody_lives(mina)
    and_whoever_goes_on_reads_the_word_and_finds_what_was_promised(priya)
    and_the_story_tells_of_it(priya, page)
    and_the_week_stands_on_one_page_whose_lines_lead_on(priya, "Introduced, and not met yet" if is_lac else "Referred, and not met yet")
    and_the_letter_is_hers_to_choose(priya)
    when_it_was_a_mistake_the_manager_takes_it_back_whole(mina)
    then_the_week_is_empty_and_says_so(priya)


def given_the_manager_sees_what_would_go_over_with_whom(mina: Walker) -> None:
    mina.goes_to("/cover/")
    mina.opens("A colleague goes for good")
    mina.follows("Delyth Vaughan", among="details[open]")
    mina.sees("one open promise · company in one wait")
    mina.sees("Where they live is protected.")
    mina.sees("Whoever is on no list of yours stays where they are.")
    mina.keeps_a_picture("hand-over")


def when_she_hands_them_over_and_the_first_try_keeps_every_word(mina: Walker, who: str) -> None:
    mina.writes("A word to whoever goes on", WORD)
    mina.dates("From which day?", today() - timedelta(days=1))
    mina.picks(who, "Priya Nair")
    mina.presses("Hand them over")
    mina.sees("This day has passed.")
    expect(mina.box("A word to whoever goes on")).to_have_value(WORD)
    mina.dates("From which day?", today())
    mina.presses("Hand them over")
    mina.sees("They are handed over.")


def then_she_is_told_who_will_not_see_where_somebody_lives(mina: Walker) -> None:
    mina.sees("Handed over: Delyth Vaughan to Priya Nair")
    mina.sees("Priya Nair does not see where they live.")
    mina.keeps_a_picture("handed-over")


def and_whoever_goes_on_reads_the_word_and_finds_what_was_promised(priya: Walker) -> None:
    priya.goes_to("/today/")
    priya.sees("Delyth Vaughan handed over")
    priya.sees(WORD)
    priya.sees("Ring the housing office about the damp")
    priya.keeps_a_picture("today-handed-over")
    priya.presses("I have read it")
    priya.sees_not(WORD)


def and_the_story_tells_of_it(priya: Walker, page: str) -> None:
    priya.goes_to(page)
    priya.sees("Handed over to Priya Nair by Delyth Vaughan")
    priya.sees(WORD)
    priya.sees("by Delyth Vaughan")


def and_the_week_stands_on_one_page_whose_lines_lead_on(priya: Walker, introduced: str) -> None:
    priya.goes_to("/today/")
    priya.follows("This week on one page")
    for words in (introduced, "Gone quiet, by their own rhythm", "Ring the housing office about the damp", "The damp survey"):
        priya.sees(words)
    priya.keeps_a_picture("this-week")
    assert len(PdfReader(BytesIO(priya.page.pdf(format="A4"))).pages) == 1
    priya.follows("Gwen Prys-Marlow", among="section:has(#part-promised)")
    priya.sees("Ring the housing office about the damp")


def and_the_letter_is_hers_to_choose(priya: Walker) -> None:
    priya.goes_to("/this-week/")
    priya.follows("A letter once a week: your settings")
    priya.picks("On which day?", "Thursday")
    priya.presses("Save")
    priya.sees("It is kept.")
    expect(priya.box("On which day?")).to_have_value("3")
    priya.keeps_a_picture("your-settings")


def when_it_was_a_mistake_the_manager_takes_it_back_whole(mina: Walker) -> None:
    mina.goes_to("/cover/")
    mina.follows("Delyth Vaughan to Priya Nair")
    mina.sees("Everybody above goes back to Delyth Vaughan")
    mina.presses("Take it back, whole")
    mina.sees("It is taken back")


def then_the_week_is_empty_and_says_so(priya: Walker) -> None:
    priya.goes_to("/this-week/")
    priya.sees("Nothing waits for you this week")
