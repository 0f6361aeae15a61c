"""A colleague is away, another covers from another team; who is missed is told by their own rhythm; a paper and a reason are written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
MISSED = "You usually speak about every 9 days; it has been 31."


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Actor], str]]:
    with django_db_blocker.unblock(), a_copy(f"away_{request.param.value}") as name:
        team = a_team(vocabulary=request.param)
        elsewhere = a_team(organisation=team.organisation, vocabulary=request.param)
        seats = {
            "delyth": an_actor(Role.COORDINATOR, team, "Delyth Vaughan"),
            "jo": an_actor(Role.COORDINATOR, elsewhere, "Jo Marsh"),
            "mina": an_actor(Role.MANAGER, team, "Mina Rao"),
        }
        delyth = seats["delyth"]
        her = somebody(delyth, "Gwen Prys-Marlow", on=days_ago(90))
        with as_(delyth):
            person = Person.objects.get(id=her)
            journeys.set_level(person, "level 2", since=days_ago(80), by=delyth, at=now())
            for day in (31, 40, 49, 58):
                journeys.write_note(person, "Tea.", on=days_ago(day), how="visit", by=delyth, at=now())
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            yield base, seats, f"/people/{her}/"


def test_nobody_is_left_while_somebody_is_away(house, sit_down: Callable[..., Walker]) -> None:
    base, seats, page = house

    def sits_down(who: str) -> Walker:
        walker = sit_down(base, PHONE)
        walker.page.goto(base + "/")
        with walker.page.expect_navigation():
            walker.page.locator(f"form[action*='{seats[who].id}'] button").first.click()
        return walker

    delyth, jo, mina = sits_down("delyth"), sits_down("jo"), sits_down("mina")
    given_a_day_that_says_why_somebody_is_missed(delyth)
    and_a_page_that_holds_a_paper_and_a_reason(delyth, page)
    when_she_says_that_she_is_away(delyth)
    then_her_people_stand_on_the_day_of_whoever_covers(jo, page)
    and_the_manager_sees_that_nobody_is_left(mina)
    when_she_comes_back_sooner(delyth)
    then_the_other_team_sees_nothing_again(jo, page)


def given_a_day_that_says_why_somebody_is_missed(delyth: Walker) -> None:
    delyth.goes_to("/today/")
    delyth.sees(MISSED)


def and_a_page_that_holds_a_paper_and_a_reason(delyth: Walker, page: str) -> None:
    delyth.goes_to(f"{page}papers/")
    delyth.writes("What is needed?", "Proof of tenancy")
    delyth.writes("Who wants it?", "the housing office")
    delyth.dates("By when, if there is a day", today() + timedelta(days=3))
    delyth.presses("Save")
    delyth.sees("Proof of tenancy")
    delyth.goes_to(f"{page}why/")
    delyth.chooses("Housing")
    delyth.chooses("Money")
    delyth.writes("In their words", "The letters frighten me")
    delyth.presses("Save")
    delyth.sees("The letters frighten me")
    delyth.keeps_a_picture("rhythm-papers-why")
    delyth.goes_to("/today/")
    delyth.sees("Papers that are due")


def when_she_says_that_she_is_away(delyth: Walker) -> None:
    delyth.follows("Who is away and who covers")
    delyth.follows("I am away")
    delyth.picks("Who covers?", "Jo Marsh")
    delyth.presses("Keep it")
    delyth.sees("Write the last day away.")
    delyth.dates("Last day away", today() + timedelta(days=6))
    delyth.keeps_a_picture("arrange-cover")
    delyth.presses("Keep it")
    delyth.sees("Jo Marsh covers for Delyth Vaughan until")
    delyth.keeps_a_picture("cover")


def then_her_people_stand_on_the_day_of_whoever_covers(jo: Walker, page: str) -> None:
    jo.goes_to("/today/")
    jo.sees("Gwen Prys-Marlow")
    jo.sees("for Delyth Vaughan, until")
    jo.sees(MISSED)
    jo.keeps_a_picture("day-with-cover")
    jo.goes_to(page)
    jo.sees("The letters frighten me")


def and_the_manager_sees_that_nobody_is_left(mina: Walker) -> None:
    mina.goes_to("/cover/")
    mina.sees("Jo Marsh covers for everybody")
    mina.sees_not("Nobody is there for them today")


def when_she_comes_back_sooner(delyth: Walker) -> None:
    delyth.goes_to("/cover/")
    delyth.presses("End it now")
    delyth.sees("It is ended.")
    expect(delyth.page.get_by_role("button", name="It goes on after all")).to_be_visible()


def then_the_other_team_sees_nothing_again(jo: Walker, page: str) -> None:
    answer = jo.page.goto(jo.base + page)
    assert answer is not None
    assert answer.status == 404
