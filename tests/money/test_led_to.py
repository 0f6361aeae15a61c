"""From a spend to what came after it, and back; on something of the noticeboard as on a group."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.actions import arrange_cover
from alongside.connections.actions import climb, connect
from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Actor, Role
from alongside.groups import actions as groups
from alongside.groups.actions.gatherings import SessionSaid
from alongside.groups.actions.tasters import Planned, Went
from alongside.groups.models import Group
from alongside.money import actions, queries, yearly
from alongside.money.models import Budget, Spend
from alongside.money.posts import financial_year
from alongside.outcomes.models import LifeChange
from alongside.people.models import Person
from tests.building import a_team, an_actor, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team) -> Actor:
    return an_actor(Role.COORDINATOR, team, "Sam Coordinator")


@pytest.fixture
def entry() -> Entry:
    return Entry.objects.create(name="Thursday table tennis", kind="group", source=Source.objects.create(name="Our own"), source_key="tennis")


@pytest.fixture
def budget(team) -> Budget:
    mo = an_actor(Role.MANAGER, team, "Mo Manager")
    with as_(mo):
        return actions.add_budget(team, financial_year(today()), locality=team.localities.get(), pence=100_000, by=mo, at=now())


def spent(budget: Budget, asked: actions.Asked, by: Actor) -> Spend:
    with as_(by):
        made = actions.ask_to_spend(budget, asked, by=by, at=now())
        return actions.say_what_it_came_to(made, asked.pence, today(), by=by, at=now())


def changed(person: object, by: Actor, words: str, direction: str, **more: object) -> None:
    told = {"noticed_on": today(), "others_share": "a little", "would_have_happened": "half", **more}
    with as_(by):
        LifeChange.objects.create(person_id=person, words=words, direction=direction, by_id=by.id, at=now(), **told)


def text(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def test_from_a_spend_to_the_group_its_sessions_its_people_and_what_changed(team, budget, sam, entry):
    gwen, early = somebody(sam, "Gwen Prys-Marlow"), somebody(sam, "Idris Vaughan-Lacey")
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", entry=entry, by_id=sam.id, at=now())
        groups.be_in_group(group, Person(id=gwen), ["welcomes"], since=today(), by=sam, at=now())
    one = spent(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), sam)
    with as_(sam):
        groups.keep_session(group, SessionSaid(on=today(), led_by="members", came=9, new=2, helpers=3), told_us="call", by=sam, at=now())
        groups.keep_session(group, SessionSaid(on=days_ago(30), led_by="us", came=50, new=50, helpers=0), told_us="call", by=sam, at=now())
        actions.write_brought(team, "in kind", "The boatyard lends its shed", 7_200, today(), how_valued="6 hours at £12", group=group, by=sam, at=now())
    changed(gwen, sam, "I have somebody to fish with", "better")
    changed(gwen, sam, "My knee is worse", "worse")
    changed(early, sam, "He is no angler", "better")
    page = text(signed_in(sam).get(reverse("desk:led to", args=[one.id])))
    assert "1, 9 heads, 2 of them for the first time; members led 1 of 1" in page
    assert "2 changes: 1 for the better, 1 for the worse" in page
    for shown in ("I have somebody to fish with", "My knee is worse", "about half", "£30 spent; £0 came in, £72 in kind", reverse("desk:person", args=[gwen])):
        assert shown in page
    assert "He is no angler" not in page
    assert reverse("desk:led to", args=[one.id]) in text(signed_in(sam).get(reverse("money:spend", args=[one.id])))


def test_whoever_left_before_a_spend_is_not_told_of_and_what_they_said_after_they_left_neither(team, budget, sam):
    gone, left, stays = (somebody(sam, name, on=days_ago(90)) for name in ("Gwen Prys-Marlow", "Idris Vaughan-Lacey", "Hal Overbury"))
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        for person, on in ((gone, 40), (left, 5), (stays, 0)):
            row = groups.be_in_group(group, Person(id=person), [], since=days_ago(80), by=sam, at=now())
            if on:
                groups.leave_group(row, by=sam, at=now() - timedelta(days=on))
        made = actions.ask_to_spend(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), by=sam, at=now())
        one = actions.say_what_it_came_to(made, 3_000, days_ago(20), by=sam, at=now())
    changed(gone, sam, "I dance now", "better")
    changed(left, sam, "I slept out by the water", "better", noticed_on=days_ago(10))
    changed(left, sam, "I have a dog", "better")
    changed(stays, sam, "I have somebody to fish with", "better")
    page = text(signed_in(sam).get(reverse("desk:led to", args=[one.id])))
    shown = ("I slept out by the water", "I have somebody to fish with", "Idris Vaughan-Lacey")
    assert [one in page for one in (*shown, "I have a dog", "I dance now", "Gwen")] == [True] * 3 + [False] * 3


def test_a_spend_on_a_taster_day_leads_to_what_became_of_the_day(team, budget, sam):
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        taster = groups.plan_taster(group, Planned(days_ago(3), "The jetty"), by=sam, at=now())
        groups.say_how_taster_went(taster, Went(came=9, more=7, words="“Again, but not before ten.”"), by=sam, at=now())
    one = spent(budget, actions.Asked("taster", "Bait", pence=1_200, taster=taster), sam)
    page = text(signed_in(sam).get(reverse("desk:led to", args=[one.id])))
    assert "9 came. 7 want more of it." in page
    assert "“Again, but not before ten.”" in page
    assert reverse("desk:taster", args=[group.id, taster.id]) in page


def test_from_somebodys_page_back_to_the_group_and_what_was_spent_on_it(team, budget, sam):
    gwen = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
    one = spent(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), sam)
    browser, here = signed_in(sam), reverse("desk:person", args=[gwen])
    day = {"since_day": today().day, "since_month": today().month, "since_year": today().year}
    assert reverse("desk:in groups", args=[gwen]) in text(browser.get(here))
    assert browser.post(reverse("desk:in groups", args=[gwen]), {"group": group.id, "does": ["drives"], **day}).status_code == 303
    page = text(browser.get(here))
    assert all(shown in page for shown in ("Wednesday anglers", "drives ·", reverse("groups:group", args=[group.id])))
    assert reverse("money:of group", args=[group.id]) in page
    assert reverse("money:spend", args=[one.id]) in text(browser.get(reverse("money:of group", args=[group.id])))


def test_the_groups_somebody_is_in_stand_before_those_they_left(team, sam):
    gwen = somebody(sam, "Gwen Prys-Marlow", on=days_ago(60))
    with as_(sam):
        for name in ("Left long ago", "Wednesday anglers", "Left today"):
            group = Group.objects.create(team=team, name=name, by_id=sam.id, at=now())
            row = groups.be_in_group(group, Person(id=gwen), [], since=days_ago(30), by=sam, at=now())
            if name.startswith("Left"):
                groups.leave_group(row, by=sam, at=now() - timedelta(days=9 if name == "Left long ago" else 0))
    rows = text(signed_in(sam).get(reverse("desk:in groups", args=[gwen]))).split('class="rows"')[1].split("<form class")[0]
    assert sorted(("Left long ago", "Left today", "Wednesday anglers"), key=rows.index) == ["Wednesday anglers", "Left today", "Left long ago"]


def test_whoever_sees_somebody_and_not_the_group_is_told_of_no_group(team, sam):
    gwen, elsewhere = somebody(sam, "Gwen Prys-Marlow"), an_actor(Role.COORDINATOR, a_team(organisation=team.organisation))
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        groups.be_in_group(group, Person(id=gwen), ["drives"], since=today(), by=sam, at=now())
        arrange_cover(sam.id, elsewhere.id, since=today(), last_day=today(), everybody=True, by=sam, at=now())
    page = text(signed_in(elsewhere).get(reverse("desk:person", args=[gwen])))
    assert ("Gwen Prys-Marlow" in page, "Wednesday anglers" in page) == (True, False)


def test_what_somebody_told_before_they_came_is_not_told_of_the_spend(team, budget, sam):
    gwen = somebody(sam, "Gwen Prys-Marlow", on=days_ago(60))
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
    one = spent(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), sam)
    with as_(sam):
        groups.be_in_group(group, Person(id=gwen), [], since=today(), by=sam, at=now())
    changed(gwen, sam, "Before any of it", "better", noticed_on=days_ago(5))
    assert "Since then they told of no change yet" in text(signed_in(sam).get(reverse("desk:led to", args=[one.id])))


def test_nobody_out_of_sight_is_told_of_it(team, budget, sam, entry):
    one = spent(budget, actions.Asked("activity", "Hall for a term", pence=3_000, entry=entry), sam)
    stranger = an_actor(Role.COORDINATOR)
    hidden = somebody(stranger, "Zzhidden Zzperson")
    with as_(stranger):
        connect(Person(id=hidden), entry.name, kind="community", entry_id=entry.id, on=today(), by=stranger, at=now())
    changed(hidden, stranger, "Zzsecret", "better")
    page = text(signed_in(sam).get(reverse("desk:led to", args=[one.id])))
    assert ("Zzhidden" in page, "Zzsecret" in page, "Nobody of yours" in page) == (False, False, True)
    assert signed_in(stranger).get(reverse("desk:led to", args=[one.id])).status_code == 404


def test_a_spend_is_on_something_of_the_noticeboard_and_leads_to_whoever_went_there(budget, sam, entry):
    browser, ask = signed_in(sam), reverse("money:ask to spend", args=[budget.id])
    offered = text(browser.get(reverse("money:of entry", args=[entry.id])))
    assert f"{ask}?entry={entry.id}" in offered
    assert str(entry.id) in text(browser.get(f"{ask}?entry={entry.id}"))
    said = {"spent_on": "activity", "words": "Hall for a term", "way": "bought", "pence": "96"}
    wrong = browser.post(ask, said | {"entry": "Table tenis"})
    assert (wrong.status_code, "has just this name" in text(wrong), 'value="Table tenis"' in text(wrong)) == (422, True, True)
    assert browser.post(ask, said | {"entry": "thursday table tennis"}).status_code == 303
    one = Spend.objects.get()
    assert one.entry == entry
    gwen = somebody(sam, "Gwen Prys-Marlow", on=days_ago(60))
    with as_(sam):
        made = connect(Person(id=gwen), entry.name, kind="community", entry_id=entry.id, on=today(), by=sam, at=now())
        climb(made, "went together", on=today(), by=sam, at=now())
        actions.say_what_it_came_to(one, 9_600, today(), by=sam, at=now())
        assert queries.money_of_entry(entry.id, by=sam).spent == 9_600
    page = text(browser.get(reverse("desk:led to", args=[one.id])))
    assert "went together" in page
    assert "£96 was spent on it." in text(browser.get(reverse("money:of entry", args=[entry.id])))
    assert reverse("money:of entry", args=[entry.id]) in text(browser.get(reverse("noticeboard:entry", args=[entry.id])))


def test_money_of_a_group_is_added_up_once(team, budget, sam):
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        other = Group.objects.create(team=team, name="Quilters", by_id=sam.id, at=now())
    spent(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), sam)
    with as_(sam):
        actions.ask_to_spend(budget, actions.Asked("group", "A kettle", pence=2_000, group=group), by=sam, at=now())
        actions.ask_to_spend(budget, actions.Asked("group", "A boat", pence=20_000, group=group), by=sam, at=now())
        gone = actions.ask_to_spend(budget, actions.Asked("group", "A mistake", pence=700, group=group), by=sam, at=now())
        actions.take_back_spend(gone, by=sam, at=now())
        for kind, pence in (("money in", 1_200), ("money in", 300), ("in kind", 7_200), ("leveraged", 50_000)):
            actions.write_brought(team, kind, "Something", pence, today() - timedelta(days=1), how_valued="as said", group=group, by=sam, at=now())
        found = queries.money_of_group(group.id, by=sam)
        assert found == queries.MoneyOf(spent=3_000, promised=2_000, money_in=1_500, in_kind=7_200, leveraged=50_000)
        assert queries.money_of_group(other.id, by=sam) == queries.MoneyOf()
    with as_(stranger := an_actor(Role.COORDINATOR)):
        assert queries.money_of_group(group.id, by=stranger) == queries.MoneyOf()


def test_what_came_in_for_a_group_without_a_locality_stands_in_the_year_of_the_one_it_has_now(team, sam):
    where, year = team.localities.get(), financial_year(today())
    with as_(sam):
        anglers = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        actions.write_brought(team, "in kind", "The boatyard lends its shed", 7_200, today(), how_valued="6 hours at £12", group=anglers, by=sam, at=now())
        before = yearly.year_of(yearly.Asked(sam, year, where.id)).came_in
        Group.objects.filter(id=anglers.id).update(locality=where)
        after = yearly.year_of(yearly.Asked(sam, year, where.id)).came_in
    assert (dict(before)["in kind"], dict(after)["in kind"]) == (0, 7_200)
