"""Spending as one does it: asked, agreed, spent with its receipt, paid back, and the year on one page."""

from __future__ import annotations

import io

import pytest
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from alongside.foundation.actor import Actor, Role
from alongside.groups.models import Group
from alongside.money import actions
from alongside.money.models import Budget, Receipt, Spend
from alongside.money.posts import financial_year
from tests.building import a_team, an_actor, as_, now, signed_in, today
from tests.trust.planting import a_photograph

pytestmark = pytest.mark.django_db
SECRET = "zzhiddenzz"


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def mo(team) -> Actor:
    return an_actor(Role.MANAGER, team, "Mo Manager")


@pytest.fixture
def sam(team) -> Actor:
    return an_actor(Role.COORDINATOR, team, "Sam Coordinator")


@pytest.fixture
def budget(team, mo) -> Budget:
    with as_(mo):
        return actions.add_budget(team, financial_year(today()), locality=team.localities.get(), pence=100_000, by=mo, at=now())


@pytest.fixture
def spend(budget, sam) -> Spend:
    with as_(sam):
        return actions.ask_to_spend(budget, actions.Asked("taster", "Paper and ink for the taster", pence=5_000), by=sam, at=now())


def a_pdf(pages: int = 2) -> bytes:
    body = "#pagebreak()".join(f"Tea and biscuits, page {number}" for number in range(pages))
    return bytes(typst.compile(f'#set document(title: "{SECRET}", author: "{SECRET}")\n{body}'.encode()))


def sent(spend: Spend, receipt: bytes, pounds: str = "48.20") -> dict[str, object]:
    day = today()
    return {"pence": pounds, "on_day": day.day, "on_month": day.month, "on_year": day.year, "receipt": SimpleUploadedFile("receipt", receipt)}


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (b"", "The file is empty"),
        (b"<svg xmlns='x'></svg>", "An SVG"),
        (b"%PDF-1.7 broken", "This PDF cannot be read"),
        (a_pdf(6), "The PDF has more than 5 pages"),
    ],
)
def test_a_receipt_that_cannot_be_taken_is_refused_and_mended_without_typing_again(spend, sam, wrong, says):
    browser, url = signed_in(sam), reverse("desk:came to", args=[spend.id])
    refused = browser.post(url, sent(spend, wrong))
    assert refused.status_code == 422
    assert 'value="48.20"' in text(refused)
    assert Spend.objects.get().stage == "agreed"
    if wrong:
        assert says in text(refused)
    assert browser.post(url, sent(spend, a_photograph(SECRET))).status_code == 303
    assert (Spend.objects.get().stage, Spend.objects.get().came_to_pence) == ("spent", 4_820)


@pytest.mark.parametrize(("receipt", "pages"), [(a_photograph(SECRET), 1), (a_pdf(2), 2)])
def test_a_receipt_is_drawn_anew_with_nothing_hidden_in_it(spend, sam, mo, receipt, pages):
    assert SECRET.encode() in receipt or pages == 2
    browser = signed_in(sam)
    assert browser.post(reverse("desk:came to", args=[spend.id]), sent(spend, receipt)).status_code == 303
    for reader in (browser, signed_in(mo)):
        drawn = [reader.get(reverse("desk:receipt page", args=[spend.id, number])) for number in range(1, pages + 1)]
        assert [(one.status_code, one["Content-Type"]) for one in drawn] == [(200, "image/jpeg")] * pages
        assert [SECRET.encode() in one.content for one in drawn] == [False] * pages
        assert Image.open(io.BytesIO(drawn[0].content)).format == "JPEG"
    assert browser.get(reverse("desk:receipt page", args=[spend.id, pages + 1])).status_code == 404


def test_a_colleague_sees_the_spend_and_not_its_receipt(team, spend, sam):
    assert signed_in(sam).post(reverse("desk:came to", args=[spend.id]), sent(spend, a_photograph(SECRET))).status_code == 303
    colleague = signed_in(an_actor(Role.COORDINATOR, team))
    assert "For whoever spent it and a manager of the team alone" in text(colleague.get(reverse("money:spend", args=[spend.id])))
    assert colleague.get(reverse("desk:receipt page", args=[spend.id, 1])).status_code == 403
    assert colleague.post(reverse("money:take back spend", args=[spend.id])).status_code == 403


def test_another_team_sees_nothing_of_it(budget, spend):
    stranger = signed_in(an_actor(Role.MANAGER))
    for name, key in (("budget", budget.id), ("spend", spend.id), ("give", budget.id), ("answer spend", spend.id)):
        assert stranger.get(reverse(f"money:{name}", args=[key])).status_code == 404
    assert "Paper and ink" not in text(stranger.get(reverse("money:budgets")))


def test_above_the_limit_it_waits_on_the_managers_page_and_the_answer_is_told(budget, sam, mo):
    coordinator, manager = signed_in(sam), signed_in(mo)
    asked = coordinator.post(
        reverse("money:ask to spend", args=[budget.id]),
        {"spent_on": "taster", "words": "Ten easels for the arts taster", "way": "bought", "pence": "250"},
        follow=True,
    )
    assert "waits for somebody else’s yes" in text(asked)
    one = Spend.objects.get()
    assert "Ten easels for the arts taster" in text(manager.get(reverse("money:budgets")))
    assert coordinator.get(reverse("money:answer spend", args=[one.id])).status_code == 403
    no_words = manager.post(reverse("money:answer spend", args=[one.id]), {"answer": "no"})
    assert (no_words.status_code, "Write why not" in text(no_words)) == (422, True)
    assert manager.post(reverse("money:answer spend", args=[one.id]), {"answer": "yes", "why": "Good"}).status_code == 303
    assert "Agreed by" in text(coordinator.get(reverse("money:spend", args=[one.id])))


def test_miles_ask_for_miles_and_all_else_for_pounds(budget, sam):
    browser, url = signed_in(sam), reverse("money:ask to spend", args=[budget.id])
    words = {"spent_on": "our work", "words": "To the taster and back"}
    assert "Write how many miles" in text(browser.post(url, words | {"way": "mileage", "pence": "3"}))
    assert "Write an amount in pounds" in text(browser.post(url, words | {"way": "expenses", "miles": "3"}))
    assert browser.post(url, words | {"way": "mileage", "miles": "7.5"}).status_code == 303
    assert Spend.objects.get().pence == 338


def test_paid_back_is_told_on_the_list_of_whoever_paid(budget, sam, mo):
    with as_(sam):
        one = actions.ask_to_spend(budget, actions.Asked("group", "Kettle", way="expenses", pence=1_800), by=sam, at=now())
        actions.say_what_it_came_to(one, 1_750, today(), by=sam, at=now())
    manager, day = signed_in(mo), today()
    assert "To be paid back" in text(manager.get(reverse("money:budgets")))
    assert manager.post(reverse("money:paid back", args=[one.id]), {"on_day": day.day, "on_month": day.month, "on_year": day.year}).status_code == 303
    assert f"paid back on {day.day} {day:%B %Y}" in text(signed_in(sam).get(reverse("money:budgets")))


def test_a_year_stands_on_one_page_with_what_came_in_beside_it(budget, team, spend, sam):
    with as_(sam):
        actions.say_what_it_came_to(spend, 4_820, today(), by=sam, at=now())
        for kind, words, pence in (("in kind", "The rowing club lends its hall", 7_200), ("leveraged", "A grant for easels", 50_000)):
            actions.write_brought(team, kind, words, pence, today(), how_valued="6 hours at £12", locality=team.localities.get(), by=sam, at=now())
    page = text(signed_in(sam).get(f"{reverse('money:year')}?locality={team.localities.get().id}"))
    for said in ("£48.20", "£951.80", "£72", "£500", "none written down"):
        assert said in page
    behind = f"{reverse('money:behind year')}?locality={team.localities.get().id}&lines="
    assert "Paper and ink for the taster" in text(signed_in(sam).get(f"{behind}spends"))
    assert "A grant for easels" in text(signed_in(sam).get(f"{behind}brought"))
    assert signed_in(sam).get(f"{behind}secrets").status_code == 404


def test_a_manager_closes_a_year_and_opens_it_again_with_a_reason(budget, mo):
    browser = signed_in(mo)
    assert browser.post(reverse("money:close year", args=[budget.id]), {"then": "over"}).status_code == 303
    assert "This year is closed" in text(browser.get(reverse("money:budget", args=[budget.id])))
    assert browser.post(reverse("money:give", args=[budget.id]), {"which": "give", "pence": "5"}).status_code == 422
    assert browser.post(reverse("money:reopen year", args=[budget.id]), {"why": "A late invoice"}).status_code == 303
    assert "opened again" in text(browser.get(reverse("money:budget", args=[budget.id])))


def test_a_receipt_is_no_longer_there_for_a_manager_who_left(spend, team, sam, mo):
    assert signed_in(sam).post(reverse("desk:came to", args=[spend.id]), sent(spend, a_photograph(SECRET))).status_code == 303
    from alongside.teams.models import Membership

    Membership.objects.filter(staff_id=mo.id).update(until=today())
    with as_(mo):
        assert Receipt.objects.count() == 0


def test_from_a_group_to_its_money_and_back(team, budget, sam):
    with as_(sam):
        group = Group.objects.create(team=team, name="Wednesday anglers", by_id=sam.id, at=now())
        one = actions.ask_to_spend(budget, actions.Asked("group", "Two rods", pence=3_000, group=group), by=sam, at=now())
        actions.say_what_it_came_to(one, 2_950, today(), by=sam, at=now())
        actions.write_brought(team, "money in", "Tea tin", 1_200, today(), group=group, by=sam, at=now())
    browser = signed_in(sam)
    page = text(browser.get(reverse("money:of group", args=[group.id])))
    assert "£29.50 was spent on it, and £12 came in beside that." in page
    assert reverse("money:spend", args=[one.id]) in page
    assert reverse("groups:group", args=[group.id]) in text(browser.get(reverse("money:spend", args=[one.id])))
    assert signed_in(an_actor(Role.MANAGER)).get(reverse("money:of group", args=[group.id])).status_code == 404
