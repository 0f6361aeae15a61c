"""A locality's year on one page: what was heard, started, handed over and is still going, beside what it cost and brought in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from alongside.directory.models import Gap
from alongside.foundation.actor import Actor, Role
from alongside.groups.models import Gathering, Group, Step, Taster
from alongside.money import actions, yearly
from alongside.money.happened import happened_in
from alongside.money.posts import Stretch, financial_year
from alongside.money.views import budget as budget_page
from alongside.places.models import Postcode
from alongside.teams.models import Team
from tests.building import a_locality, a_team, an_actor, as_, now, signed_in, today
from tests.desk.asking import MOST, a_word, asks_the_same_with_one_and_with_thirty

pytestmark = pytest.mark.django_db
OVER = Stretch(date(2024, 4, 1), date(2025, 4, 1))


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team) -> Actor:
    return an_actor(Role.COORDINATOR, team, "Sam Coordinator")


def a_group(team, by: Actor, name: str, *steps: tuple[str, date], locality=None, gone: str = "") -> Group:
    with as_(by):
        made = Group.objects.create(team=team, name=name, locality=locality or team.localities.get(), by_id=by.id, at=now())
        for number, (stage, on) in enumerate(steps, 1):
            away = {"taken_back_at": now(), "taken_back_by_id": by.id} if stage == gone else {}
            Step.objects.create(group=made, number=number, stage=stage, on=on, by_id=by.id, at=now(), **away)
    return made


def met(group: Group, by: Actor, *on: date, **said: object) -> None:
    with as_(by):
        for day in on:
            Gathering.objects.create(group=group, on=day, told_us="call", by_id=by.id, at=now(), **said)


def told(by: Actor, locality=None, on: date = date(2025, 8, 1)) -> object:
    with as_(by):
        return happened_in(by, OVER, locality.id if locality else None, today=on)


def test_each_stage_is_told_in_the_year_of_its_day_and_what_still_meets_at_its_end(team, sam):
    march, april, may, then = date(2024, 3, 31), date(2024, 4, 1), date(2024, 5, 2), date(2025, 4, 1)
    a_group(team, sam, "Anglers", ("heard", march), ("started", april), ("self-managing", may), ("six months", date(2024, 12, 1)), ("twelve months", then))
    a_group(team, sam, "Quilters", ("heard", april), ("started", may), ("ended", date(2024, 6, 1)))
    a_group(team, sam, "Boatyard", ("heard", may), ("started", then))
    a_group(team, sam, "Singers", ("heard", may), ("started", may), gone="started")
    found = told(sam)
    assert {one.stage: [group.name for group in one.groups] for one in found.stages} == {
        "heard": ["Boatyard", "Quilters", "Singers"],
        "started": ["Anglers", "Quilters"],
        "self-managing": ["Anglers"],
        "six months": ["Anglers"],
        "ended": ["Quilters"],
    }
    # What began on the first day of the next year was not going on the last day of this one.
    assert [group.name for group in found.meeting_still.groups] == ["Anglers"]


def test_sessions_heads_tasters_and_wishes_are_those_of_the_year(team, sam):
    group = a_group(team, sam, "Anglers", ("started", date(2024, 4, 1)))
    met(group, sam, date(2024, 3, 31), came=100, new=100, led_by="us")
    met(group, sam, date(2024, 4, 1), date(2025, 3, 31), came=9, new=4, led_by="members")
    met(group, sam, date(2024, 5, 1), met=False)
    with as_(sam):
        Taster.objects.create(group=group, on=date(2024, 4, 9), came=12, by_id=sam.id, at=now())
        Taster.objects.create(group=group, on=date(2024, 4, 10), came=5, called_off_at=now(), by_id=sam.id, at=now())
        Gap.objects.create(team=team, by_id=sam.id, at=now() - (now() - now().replace(year=2024, month=6, day=1)), words="Somewhere to sing")
    found = told(sam)
    assert (found.sessions, found.by_members, found.heads, found.new, found.tasters, found.tried, found.wishes) == (2, 2, 18, 8, 1, 12, 1)


def test_another_locality_and_another_team_are_another_year(team, sam):
    elsewhere, stranger = a_locality(), an_actor(Role.COORDINATOR)
    a_group(team, sam, "Anglers", ("heard", date(2024, 5, 1)))
    a_group(team, sam, "Far away", ("heard", date(2024, 5, 1)), locality=elsewhere)
    assert [group.name for one in told(sam, elsewhere).stages for group in one.groups] == ["Far away"]
    assert told(stranger).stages == []


def test_small_numbers_of_heads_are_not_told_and_larger_ones_are(team, sam):
    group = a_group(team, sam, "Anglers", ("started", today()))
    met(group, sam, today(), came=40, new=7, led_by="members")
    page = " ".join(signed_in(sam).get(reverse("money:year")).content.decode().split())
    assert "heads: <strong>40</strong>, for the first time: fewer than 8" in page
    assert "Going today" in page


def test_what_posts_cost_is_for_managers_alone(team, sam):
    mo, year = an_actor(Role.MANAGER, team, "Mo Manager"), financial_year(today())
    with as_(mo):
        actions.add_post(
            team.organisation, "Northside", kind="coordinator", locality=team.localities.get(), minutes_a_week=2220,
            over=Stretch(date(year, 4, 1), None), pay_pence=3_000_000, on_costs_pence=1_000_000, by=mo, at=now(),
        )  # fmt: skip
    url = f"{reverse('money:year')}?locality={team.localities.get().id}"
    assert "£40,000" in signed_in(mo).get(url).content.decode()
    assert "£40,000" not in signed_in(sam).get(url).content.decode()


def test_of_many_groups_the_year_names_the_first_and_leads_to_all(team, sam):
    for number in range(6):
        a_group(team, sam, f"Choir {number}", ("heard", today()), ("started", today()))
    browser = signed_in(sam)
    page = text(browser.get(reverse("money:year")))
    assert ("Choir 3" in page, "Choir 4" in page, "and 2 more" in page) == (True, False, True)
    assert f'href="{reverse("money:behind year")}?lines=started"' in page
    everyone = text(browser.get(reverse("money:behind year"), {"lines": "started"}))
    assert ("Choir 5" in everyone, "1 to 6 of 6" in everyone) == (True, True)


def test_groups_stand_in_the_year_by_what_they_cost_and_brought_each_sum_once(team, sam):
    mo, where = an_actor(Role.MANAGER, team, "Mo Manager"), team.localities.get()
    dear, cheap, gave = (a_group(team, sam, name, ("started", today())) for name in ("Boatyard", "Anglers", "Quilters"))
    with as_(mo):
        budget = actions.add_budget(team, financial_year(today()), locality=where, pence=100_000, by=mo, at=now())
    with as_(sam):
        for group, pence in ((cheap, 500), (dear, 3_000), (dear, 1_000)):
            made = actions.ask_to_spend(budget, actions.Asked("group", "Rods", pence=pence, group=group), by=sam, at=now())
            actions.say_what_it_came_to(made, pence, today(), by=sam, at=now())
        actions.ask_to_spend(budget, actions.Asked("group", "Only promised", pence=700, group=cheap), by=sam, at=now())
        for kind, pence in (("money in", 100), ("in kind", 2_000), ("money in", 50)):
            actions.write_brought(team, kind, "Something", pence, today(), how_valued="said", locality=where, group=gave, by=sam, at=now())
        found = yearly.year_of(yearly.Asked(sam, financial_year(today()), where.id))
        nowhere = yearly.year_of(yearly.Asked(sam, financial_year(today()), a_locality().id))
        before = yearly.year_of(yearly.Asked(sam, financial_year(today()) - 1, None))
    assert [(one.name, one.spent, one.brought) for one in found.by_group] == [
        ("Boatyard", 4_000, (0, 0, 0)),
        ("Anglers", 500, (0, 0, 0)),
        ("Quilters", 0, (150, 2_000, 0)),
    ]
    assert (found.total.free, found.total.promised, found.total.spent) == (94_800, 700, 4_500)
    assert (found.by_what, found.beside_it, found.groups) == ([("group", 4_500)], 2_150, 3)
    assert (nowhere.by_group, nowhere.total.given, before.total.given) == ([], 0, 0)


def spent(budget, group: Group, pence: int, by: Actor) -> None:
    with as_(by):
        made = actions.ask_to_spend(budget, actions.Asked("group", "Rods", pence=pence, group=group), by=by, at=now())
        actions.say_what_it_came_to(made, pence, today(), by=by, at=now())


def test_what_other_budgets_spent_on_a_localitys_groups_stands_in_its_year_and_is_said(team, sam):
    mo, where, elsewhere, year = an_actor(Role.MANAGER, team, "Mo Manager"), team.localities.get(), a_locality(), financial_year(today())
    team.localities.add(elsewhere)
    anglers, boatyard = a_group(team, sam, "Anglers", locality=where), a_group(team, sam, "Boatyard", locality=elsewhere)
    with as_(mo):
        theirs, everybodys = (actions.add_budget(team, year, locality=one, pence=100_000, by=mo, at=now()) for one in (where, None))
    spent(theirs, anglers, 500, sam)
    spent(everybodys, anglers, 3_000, sam)
    spent(everybodys, boatyard, 7_000, sam)
    strange = an_actor(Role.MANAGER, name="Ann Elsewhere")
    with as_(strange):
        unseen = actions.add_budget(a_team_of(strange), year, pence=100_000, by=strange, at=now())
        hidden = actions.ask_to_spend(unseen, actions.Asked("group", "Nets", pence=900, group=anglers), by=strange, at=now())
        actions.say_what_it_came_to(hidden, 900, today(), by=strange, at=now())
    with as_(sam):
        here, there, everywhere = (yearly.year_of(yearly.Asked(sam, year, key)) for key in (where.id, elsewhere.id, None))
    assert (here.by_what, here.total.spent, here.elsewhere) == ([("group", 3_500)], 500, 3_000)
    assert (there.by_what, there.total.spent, there.elsewhere) == ([("group", 7_000)], 0, 7_000)
    assert (everywhere.by_what, everywhere.total.spent, everywhere.elsewhere) == ([("group", 10_500)], 10_500, 0)
    assert [(one.name, one.spent) for one in here.by_group] == [("Anglers", 3_500)]
    browser, said = signed_in(sam), f"£30 of what it cost was spent on groups of {where.name} from budgets that are not this locality’s"
    assert said in text(browser.get(reverse("money:year"), {"locality": where.id}))
    assert "budgets that are not this locality’s" not in text(browser.get(reverse("money:year")))
    lines = text(browser.get(reverse("money:behind year"), {"locality": where.id, "lines": "spends"}))
    assert (lines.count("from a budget that is not this locality’s"), "1 to 2 of 2" in lines) == (1, True)


def a_team_of(by: Actor):
    return Team.objects.get(id=by.team_id)


def test_wishes_are_near_the_locality_they_name_or_whose_postcodes_are_most_around_them(team, sam):
    where, elsewhere = team.localities.get(), a_locality()
    team.localities.add(elsewhere)
    places = [(where, 53.421), (where, 53.419), (elsewhere, 53.4205), (elsewhere, 53.50)]
    for number, (locality, north) in enumerate(places):
        Postcode.objects.create(postcode=f"ZZ99 {number}AA", latitude=north, longitude=-2.31, locality=locality)
    wishes = [(53.42, "the quay"), (53.5, "the hill"), (53.5, where.name.upper()), (None, ""), (54.9, "far away")]
    with as_(sam):
        for north, near in wishes:
            lies = {} if north is None else {"latitude": north, "longitude": -2.31}
            Gap.objects.create(team=team, by_id=sam.id, at=now() - (now() - now().replace(year=2024, month=6, day=1)), words="To sing", near=near, **lies)
    # On the quay and by name; on the hill; and two that lie nowhere we know, said beside either.
    assert [(found.wishes, found.nowhere) for found in (told(sam, where), told(sam, elsewhere), told(sam))] == [(2, 2), (1, 2), (5, 0)]
    page = text(signed_in(sam).get(reverse("money:year"), {"locality": where.id, "year": 2024}))
    assert 'Wishes kept</th><td class="govuk-table__cell">fewer than 8; near none of your localities, or no place said: fewer than 8' in page


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("of_a_locality", [True, False])
def test_the_page_asks_as_much_of_thirty_groups_as_of_one_and_of_a_manager_most(team, of_a_locality):
    mo, where = an_actor(Role.MANAGER, team, "Mo Manager"), team.localities.get()
    url = f"{reverse('money:year')}?locality={where.id}" if of_a_locality else reverse("money:year")
    with as_(mo):
        budget = actions.add_budget(team, financial_year(today()), pence=100_000, by=mo, at=now())

    def another() -> str:
        made = a_group(team, mo, a_word(), ("heard", today() - timedelta(days=1)), ("started", today()))
        met(made, mo, today(), came=9, new=2, led_by="us")
        spent(budget, made, 500, mo)
        with as_(mo):
            Gap.objects.create(team=team, by_id=mo.id, at=now(), words="Somewhere to sing", near=where.name)
        return ""

    asks_the_same_with_one_and_with_thirty(signed_in(mo), url, another, at_most=MOST)


@pytest.mark.parametrize("which", ["budgets", "a budget", "its spends", "lines of a year", "money of a group"])
def test_every_page_of_spends_asks_the_same_with_one_and_with_thirty(team, sam, which, monkeypatch):
    monkeypatch.setattr(budget_page, "SPENDS_SHOWN", 30)
    mo, where = an_actor(Role.MANAGER, team, "Mo Manager"), team.localities.get()
    group = a_group(team, sam, "Anglers", ("started", today()))
    with as_(mo):
        budget = actions.add_budget(team, financial_year(today()), locality=where, pence=10_000_000, by=mo, at=now())

    def another() -> str:
        word = a_word()
        with as_(sam):
            made = actions.ask_to_spend(budget, actions.Asked("group", word, pence=500, group=group, way="expenses"), by=sam, at=now())
            actions.say_what_it_came_to(made, 450, today(), by=sam, at=now())
        return word

    urls = {
        "budgets": reverse("money:budgets"),
        "a budget": reverse("money:budget", args=[budget.id]),
        "its spends": reverse("money:spends of budget", args=[budget.id]),
        "lines of a year": f"{reverse('money:behind year')}?lines=spends",
        "money of a group": reverse("money:of group", args=[group.id]),
    }
    asks_the_same_with_one_and_with_thirty(signed_in(mo), urls[which], another, at_most=MOST)
