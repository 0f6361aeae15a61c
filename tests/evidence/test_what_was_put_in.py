"""A valuation begins with what was put in: what the posts cost, whoever paid, and what was spent on activities."""

from __future__ import annotations

from datetime import date

from alongside.evidence.worth.beginning import to_begin_with
from alongside.foundation.actor import Role
from alongside.money import actions
from alongside.money.posts import Stretch
from tests.building import an_actor, as_, now
from tests.evidence.conftest import Neighbourhood
from tests.evidence.test_worth import MIDDLE, YEAR

FROM_APRIL = Stretch(date(YEAR, 4, 1), None)


def spent(around: Neighbourhood, pence: int, *, year: int = YEAR) -> None:
    """So much out of a budget of a year, a promise that is not spent, and what was taken back."""
    sam = an_actor(Role.COORDINATOR, around.team, f"Sam Spends {year}")
    with as_(around.manager):
        budget = actions.add_budget(around.team, year, locality=around.team.localities.get(), pence=100_000, by=around.manager, at=now())
    with as_(sam):
        for words in ("Rods for the anglers", "Only promised", "Taken back"):
            made = actions.ask_to_spend(budget, actions.Asked("activity", words, pence=pence), by=sam, at=now())
            if words == "Rods for the anglers":
                actions.say_what_it_came_to(made, pence, MIDDLE if year == YEAR else date(year, 9, 1), by=sam, at=now())
            if words == "Taken back":
                actions.take_back_spend(made, by=sam, at=now())


def test_a_post_its_shares_and_a_spend_are_two_inputs_and_nobodys_share_is_told(around: Neighbourhood) -> None:
    extract = around.extract()
    with as_(around.manager):
        assert to_begin_with(around.team, extract, YEAR).inputs == ()
        place = around.team.localities.get()
        post = actions.add_post(
            around.team.organisation, "Northside", kind="coordinator", locality=place, minutes_a_week=2220,
            over=FROM_APRIL, pay_pence=3_200_000, on_costs_pence=812_345, by=around.manager, at=now(),
        )  # fmt: skip
        for name, parts in (("Public health", 6_000), ("Housing", 4_000)):
            stream = actions.add_stream(around.team.organisation, name, kind="public health", by=around.manager, at=now())
            actions.give_share(post, stream, parts=parts, over=FROM_APRIL, by=around.manager, at=now())
    spent(around, 4_321)
    spent(around, 9_999, year=YEAR - 1)
    with as_(around.manager):
        posts, activities = to_begin_with(around.team, extract, YEAR).inputs
    assert (posts.name, str(posts.pounds.central)) == ("posts", "40123.45")
    assert posts.pounds.source == (
        f"What the posts of {place.name} cost over the year, as written down, paid for by Housing, Public health. Posts of no one locality are not in it."
    )
    assert (activities.name, str(activities.pounds.central)) == ("activities", "43.21")
    assert activities.pounds.source == (
        "What was spent out of the team’s budgets of the year, on activities, groups and our own work, as its books say. Promises are not in it."
    )
