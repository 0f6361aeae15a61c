"""Why people came, what came of it, and somebody who says no to evaluation: told at a phone's width, in both vocabularies, up to what leaves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse

from alongside.access.actions import choose
from alongside.connections.actions.giving import contribute
from alongside.connections.giving import Told
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_team, an_actor, as_, now, signed_in, somebody
from tests.evidence.conftest import last_year
from tests.stories.conftest import served
from tests.stories.walker import Walker

NOT_MET = {Vocabulary.LOCAL_AREA_COORDINATION: "Introduced, not met yet", Vocabulary.SOCIAL_PRESCRIBING: "Referred, not met yet"}


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_the_figures_of_a_year(committed: str, sit_down: Callable[..., Walker], vocabulary: Vocabulary) -> None:
    team = a_team(vocabulary=vocabulary)
    sam, mina, cara = (an_actor(role, team) for role in (Role.COORDINATOR, Role.MANAGER, Role.COMMISSIONER))
    with served(committed) as base:
        manager, coordinator, commissioner = (_at(sit_down(base, (390, True)), who) for who in (mina, sam, cara))
        given_a_year_in_which_nine_gave_hours_and_one_said_no(sam, team)
        when_the_manager_writes_a_word_on_the_teams_list(manager)
        and_somebody_is_introduced_who_says_it_at_once(coordinator)
        and_the_manager_makes_the_figures(manager)
        then_why_people_came_may_add_up_to_more_than_everybody(manager)
        and_what_came_of_it_adds_up_in_the_teams_own_words(manager, vocabulary)
        and_the_page_says_that_somebody_said_no(manager)
        and_hours_leave_where_nine_are_behind_them(commissioner)


def _at(walker: Walker, who: Actor) -> Walker:
    walker.page.context.add_cookies([{"name": "session", "value": signed_in(who).cookies["session"].value, "url": walker.base}])
    return walker


def given_a_year_in_which_nine_gave_hours_and_one_said_no(sam: Actor, team: Team) -> None:
    people = [somebody(sam, on=last_year()) for _ in range(10)]
    with as_(sam):
        for person in people[:9]:
            contribute(Person(id=person), Told("gave", "Digging", "neighbours", last_year(), minutes=120), by=sam, at=now())
        choose(Person(id=people[9]), "evaluation", "no", by=sam, at=now())


def when_the_manager_writes_a_word_on_the_teams_list(manager: Walker) -> None:
    manager.goes_to(reverse("desk:team reasons"))
    manager.writes("Word or words", "Letters that frighten")
    manager.chooses("Money")
    manager.presses("Add it")
    manager.sees("Letters that frighten")


def and_somebody_is_introduced_who_says_it_at_once(coordinator: Walker) -> None:
    coordinator.goes_to(reverse("desk:introduce"))
    coordinator.writes("Who is it?", "Mo Tolley")
    coordinator.page.locator("[name=introduced_by]").fill("the housing office")
    coordinator.page.locator("[name=said_yes]").check()
    coordinator.opens("More, if you know it now")
    coordinator.chooses("Housing")
    coordinator.chooses("Letters that frighten")
    coordinator.looks_around()
    coordinator.presses("Save", exact=True)
    coordinator.sees("Letters that frighten")


def and_the_manager_makes_the_figures(manager: Walker) -> None:
    manager.goes_to("/figures/?period=all")
    manager.presses("Make the figures")


def then_why_people_came_may_add_up_to_more_than_everybody(manager: Walker) -> None:
    manager.goes_to("/figures/reasons/?period=all")
    assert manager.counts("Why people came, in seven areas") == {"Money": "1", "Housing": "1", "Nothing said": "9", "Total": "10"}
    manager.sees("they may add up to more than the total")
    manager.goes_to("/figures/own-reasons/?period=all")
    manager.sees("Letters that frighten")


def and_what_came_of_it_adds_up_in_the_teams_own_words(manager: Walker, vocabulary: Vocabulary) -> None:
    # Nobody was at Level 1 or 2: they were written down, and not met yet.
    for key, standing in (("taken-up", "Not met yet"), ("endings", NOT_MET[vocabulary])):
        manager.goes_to(f"/figures/{key}/?period=all")
        table = {part: int(n) for part, n in manager.counts(manager.page.locator("caption").first.inner_text()).items()}
        assert table.pop("Total") == sum(table.values()) == 11
        assert list(table) == [standing]


def and_the_page_says_that_somebody_said_no(manager: Walker) -> None:
    manager.goes_to("/figures/changes/?period=all")
    manager.sees("1 person known to the team said no to evaluation, and is not counted here.")
    manager.goes_to("/figures/contacts/?period=all")
    manager.sees_not("said no to evaluation, and is not counted here")


def and_hours_leave_where_nine_are_behind_them(commissioner: Walker) -> None:
    commissioner.goes_to("/figures/hours/")
    assert commissioner.counts("Hours given, where they were told")["Total"] == "20"
    commissioner.sees("A sum leaves only where eight or more people are behind it")
    commissioner.sees("Some people known to the team said no to evaluation (held back how many), and are not counted here.")
    commissioner.goes_to("/figures/reasons/")
    commissioner.sees("Nothing said")
