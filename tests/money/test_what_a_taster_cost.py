"""What a taster day cost is what was spent on it; what somebody reckoned stands only until then."""

from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from alongside.foundation.refusals import Refused
from alongside.groups.actions import plan_taster, say_how_taster_went
from alongside.groups.actions.tasters import Planned, Went
from alongside.groups.models import Group, Taster
from alongside.money import actions
from alongside.money.models import Budget, Spend
from alongside.money.posts import financial_year
from alongside.teams.models import Team
from tests.building import a_team, an_actor, as_, days_ago, now, signed_in, today
from tests.desk.asking import MOST, a_word, asks_the_same_with_one_and_with_thirty

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team) -> Actor:
    return an_actor(Role.COORDINATOR, team, "Sam Coordinator")


@pytest.fixture
def budget(team) -> Budget:
    mo = an_actor(Role.MANAGER, team, "Mo Manager")
    with as_(mo):
        return actions.add_budget(team, financial_year(today()), pence=1_000_000, by=mo, at=now())


def a_taster(team, by: Actor, name: str = "Anglers", went: Went | None = None) -> Taster:
    with as_(by):
        group = Group.objects.create(team=team, name=name, by_id=by.id, at=now())
        made = plan_taster(group, Planned(days_ago(5)), by=by, at=now())
        return say_how_taster_went(made, went, by=by, at=now()) if went else made


def spent(budget: Budget, taster: Taster, pence: int, by: Actor, words: str = "Bait") -> Spend:
    with as_(by):
        made = actions.ask_to_spend(budget, actions.Asked("taster", words, pence=pence, taster=taster), by=by, at=now())
        return actions.say_what_it_came_to(made, pence, today(), by=by, at=now())


def its_page(taster: Taster, by: Actor) -> str:
    return " ".join(signed_in(by).get(reverse("desk:taster", args=[taster.group_id, taster.id])).content.decode().split())


def test_what_was_spent_stands_instead_of_what_was_reckoned_and_goes_when_it_is_taken_back(team, sam, budget):
    taster = a_taster(team, sam, went=Went(came=6, more=5, cost_pence=9_900))
    other = a_taster(team, sam, "Quilters")
    spent(budget, other, 4_000, sam)
    reckoned = "About £99, £16.50 for each who came: an estimate"
    assert reckoned in its_page(taster, sam)
    bait, kettle = spent(budget, taster, 1_250, sam), spent(budget, taster, 1_000, sam, "A kettle")
    page = its_page(taster, sam)
    assert "It cost £22.50, £3.75 for each who came: what was spent on it." in page
    assert ("£99" in page, "A kettle" in page) == (False, True)
    with as_(sam):
        for one in (bait, kettle):
            actions.take_back_spend(one, by=sam, at=now())
    assert reckoned in its_page(taster, sam)


def test_what_is_only_promised_is_no_cost_yet(team, sam, budget):
    taster = a_taster(team, sam)
    with as_(sam):
        actions.ask_to_spend(budget, actions.Asked("taster", "Bait", pence=1_200, taster=taster), by=sam, at=now())
    assert "Nothing was spent on it from a budget. £12 is promised." in its_page(taster, sam)


def test_from_the_tasters_page_one_spends_on_it_and_on_its_group(team, sam, budget):
    taster = a_taster(team, sam)
    browser, url = signed_in(sam), reverse("money:ask to spend", args=[budget.id])
    assert f"{url}?taster={taster.id}&amp;group={taster.group_id}" in its_page(taster, sam)
    form = browser.get(url, {"taster": str(taster.id), "group": str(taster.group_id)}).content.decode()
    assert f'<option value="{taster.id}" selected>' in form
    sent = {"spent_on": "taster", "words": "Bait", "way": "bought", "pence": "12"}
    assert browser.post(url, sent | {"taster": str(taster.id)}).status_code == 303
    made = Spend.objects.get()
    assert (made.taster_id, made.group_id) == (taster.id, taster.group_id)
    assert f'href="{reverse("desk:taster", args=[taster.group_id, taster.id])}"' in browser.get(reverse("money:spend", args=[made.id])).content.decode()


def test_a_taster_of_another_group_is_refused_and_nothing_typed_is_lost(team, sam, budget):
    anglers, quilters = a_taster(team, sam), a_taster(team, sam, "Quilters")
    sent = {"spent_on": "taster", "words": "Bait", "way": "bought", "pence": "12", "taster": str(anglers.id), "group": str(quilters.group_id)}
    refused = signed_in(sam).post(reverse("money:ask to spend", args=[budget.id]), sent)
    assert refused.status_code == 422
    assert ("That taster day is one of “Anglers”" in refused.content.decode(), 'value="Bait"' in refused.content.decode()) == (True, True)
    with as_(sam), pytest.raises(Refused, match="That taster day is one of “Anglers”"):
        actions.ask_to_spend(budget, actions.Asked("taster", "Bait", pence=500, group=quilters.group, taster=anglers), by=sam, at=now())
    assert not Spend.objects.exists()


def test_another_teams_taster_is_not_offered_nor_taken(team, sam, budget):
    stranger = an_actor(Role.COORDINATOR)
    theirs = a_taster(Team.objects.get(id=stranger.team_id), stranger, "Far away")
    sent = {"spent_on": "taster", "words": "Bait", "way": "bought", "pence": "12", "taster": str(theirs.id)}
    browser, url = signed_in(sam), reverse("money:ask to spend", args=[budget.id])
    assert "Far away" not in browser.get(url).content.decode()
    assert browser.post(url, sent).status_code == 422


def test_the_database_keeps_a_taster_with_a_group(team, sam, budget):
    made = spent(budget, a_taster(team, sam), 500, sam)
    with pytest.raises(IntegrityError, match="a_spend_on_a_taster_is_on_its_group"), as_(sam):
        Spend.objects.filter(id=made.id).update(group=None)


def test_its_page_asks_the_same_of_one_spend_and_of_thirty(team, sam, budget):
    taster = a_taster(team, sam, went=Went(came=6))

    def another() -> str:
        return spent(budget, taster, 500, sam, word := a_word()) and word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("desk:taster", args=[taster.group_id, taster.id]), another, at_most=MOST)
