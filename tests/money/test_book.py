"""The book of money, and what the database itself sees to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.money import actions, books
from alongside.money.ledger import Balance
from alongside.money.models import Budget, Movement, Receipt, Spend
from alongside.money.posts import financial_year
from tests.building import a_team, an_actor, as_, now, today

pytestmark = pytest.mark.django_db


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


def asked(budget: Budget, by: Actor, pence: int = 5_000, **more: object) -> Spend:
    with as_(by):
        return actions.ask_to_spend(
            budget, actions.Asked(**{"spent_on": "taster", "words": "Paper and ink for the taster", "pence": pence, **more}), by=by, at=now()
        )


def a_line(budget: Budget, by: Actor, **given: object) -> Movement:
    whole = {"kind": "given", "source_pot": "outside", "target_pot": "free", "pence": 100, "target": budget, **given}
    return Movement.objects.create(id=new_key(), source=budget, on=today(), by_id=by.id, at=now(), **whole)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"pence": 0}, "a_movement_moves_something"),
        ({"kind": "promised"}, "a_movement_goes_its_way"),
        ({"kind": "spent", "source_pot": "promised", "target_pot": "spent", "pence": 1}, "There are 0 pence in that pot"),
        ({"kind": "promised", "source_pot": "free", "target_pot": "promised", "pence": 100_001}, "There are 100000 pence in that pot"),
    ],
)
def test_the_database_stores_no_line_that_is_not_one(budget, mo, given, says):
    with pytest.raises(IntegrityError, match=says), transaction.atomic():
        a_line(budget, mo, **given)
    assert books.balance_of(budget) == Balance(free=100_000)


def test_a_line_is_neither_changed_nor_removed(budget):
    for deed in ("UPDATE money_movement SET pence = 1", "DELETE FROM money_movement"):
        with pytest.raises(IntegrityError, match="never changed nor removed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(deed)
    assert books.balance_of(budget) == Balance(free=100_000)


def test_a_reversal_is_its_line_turned_round_and_no_other(budget, mo):
    line = Movement.objects.get()
    for wrong in ({"pence": 99_999}, {"kind": "given back"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            a_line(budget, mo, **{"source_pot": "free", "target_pot": "outside", "pence": 100_000, "reverses": line, **wrong})
    with as_(mo):
        actions.turn_back(line, by=mo, at=now())
    assert books.balance_of(budget) == Balance()
    with as_(mo), pytest.raises(Refused, match="taken back already"):
        actions.turn_back(line, by=mo, at=now())


def test_up_to_the_limit_it_is_kept_at_once_and_above_it_somebody_else_says_yes(budget, mo, sam):
    small, large = asked(budget, sam, 10_000), asked(budget, sam, 10_001)
    assert (small.stage, large.stage, books.balance_of(budget)) == ("agreed", "waits", Balance(free=90_000, promised=10_000))
    with as_(sam), pytest.raises(Refused, match="waits for somebody else"):
        actions.say_what_it_came_to(large, 10_001, today(), by=sam, at=now())
    with as_(mo):
        assert actions.answer(large, "yes", by=mo, at=now()).stage == "agreed"
    assert books.balance_of(budget) == Balance(free=79_999, promised=20_001)


def test_nobody_says_yes_to_their_own_not_even_by_the_database(budget, mo):
    own = asked(budget, mo, 20_000)
    with as_(mo), pytest.raises(NotYours, match="their own spend"):
        actions.answer(own, "yes", by=mo, at=now())
    with pytest.raises(IntegrityError, match="an_answer_is_somebody_elses"), transaction.atomic():
        Spend.objects.filter(id=own.id).update(answer="yes", answered_by=mo.id, answered_at=now())


def test_a_no_says_why_and_keeps_nothing(budget, mo, sam):
    large = asked(budget, sam, 20_000)
    with as_(mo), pytest.raises(Refused, match="Write why not"):
        actions.answer(large, "no", by=mo, at=now())
    with as_(mo):
        assert actions.answer(large, "no", why="The church lends chairs", by=mo, at=now()).stage == "not agreed"
    assert books.balance_of(budget) == Balance(free=100_000)


@pytest.mark.parametrize(("came_to", "left"), [(4_200, 95_800), (5_000, 95_000), (6_000, 94_000)])
def test_what_it_came_to_takes_its_promise_and_the_rest_is_free(budget, sam, came_to, left):
    one = asked(budget, sam, 5_000)
    with as_(sam):
        actions.say_what_it_came_to(one, came_to, today(), pages=(b"a", b"b"), by=sam, at=now())
    assert books.balance_of(budget) == Balance(free=left, spent=came_to)
    with as_(sam):
        assert list(Receipt.objects.values_list("number", flat=True)) == [1, 2]
        actions.take_back_spend(one, by=sam, at=now())
    assert books.balance_of(budget) == Balance(free=100_000)


def test_far_more_than_agreed_is_a_spend_of_its_own(budget, sam):
    one = asked(budget, sam, 5_000)
    with as_(sam), pytest.raises(Refused, match=r"more than £100\. Ask for the rest"):
        actions.say_what_it_came_to(one, 10_001, today(), by=sam, at=now())


def test_nothing_is_spent_that_is_not_there(budget, sam, mo):
    with as_(mo):
        actions.give_back(budget, 98_000, by=mo, at=now())
    with pytest.raises(Refused, match=r"£20 is free in this budget, and this needs £50\."):
        asked(budget, sam, 5_000)
    assert Spend.objects.count() == 0


def test_miles_are_paid_at_the_teams_rate_and_paid_is_told_back(budget, sam, mo):
    drive = asked(budget, sam, 0, spent_on="our work", way="mileage", tenths_of_a_mile=75, words="To the arts taster and back")
    assert drive.pence == 338
    with as_(sam):
        actions.say_what_it_came_to(drive, 338, today(), by=sam, at=now())
    with as_(mo):
        actions.say_paid_back(drive, today(), by=mo, at=now())
    drive.refresh_from_db()
    assert (drive.paid_on, drive.paid_by_id) == (today(), mo.id)
    with as_(sam), pytest.raises(Refused, match="paid back already"):
        actions.take_back_spend(drive, by=sam, at=now())


def test_one_persons_own_idea_is_known_only_where_the_team_turned_it_on(budget, team, sam, mo):
    with pytest.raises(Refused, match="A manager can turn that on"):
        asked(budget, sam, spent_on="own idea", words="A rod and a licence")
    with as_(mo):
        actions.choose_ways(team, limit_pence=10_000, mile_pence=45, own_ideas=True, own_idea_pence=6_000, by=mo, at=now())
    one = asked(budget, sam, spent_on="own idea", words="A rod and a licence")
    assert one.stage == "agreed"
    with as_(sam), pytest.raises(Refused, match="own idea up to £60"):
        actions.say_what_it_came_to(one, 6_001, today(), by=sam, at=now())
    with pytest.raises(Refused, match="own idea up to £60"):
        asked(budget, sam, 6_001, spent_on="own idea", words="A boat")
    assert asked(budget, sam, 6_001, words="A boat for everybody").stage == "agreed"


def test_a_closed_year_stays_until_it_is_reopened_with_a_reason(budget, sam, mo):
    one = asked(budget, sam)
    with as_(mo), pytest.raises(Refused, match="not spent yet: 1"):
        actions.close_year(budget, carry_over=True, by=mo, at=now())
    with as_(sam):
        actions.say_what_it_came_to(one, 5_000, today(), by=sam, at=now())
    with as_(mo):
        actions.close_year(budget, carry_over=True, by=mo, at=now())
    after = Budget.objects.get(year=budget.year + 1)
    assert (books.balance_of(budget), books.balance_of(after)) == (Balance(spent=5_000), Balance(free=95_000))
    with pytest.raises(Refused, match="closed"):
        asked(budget, sam)
    with pytest.raises(IntegrityError, match="Nothing moves in a closed year"), transaction.atomic():
        a_line(budget, mo)
    with as_(mo), pytest.raises(Refused, match="Write why"):
        actions.reopen_year(budget, " ", by=mo, at=now())
    with as_(mo):
        actions.reopen_year(budget, "A late invoice", by=mo, at=now())
    assert (books.balance_of(budget), books.balance_of(after)) == (Balance(free=95_000, spent=5_000), Balance())


def test_a_day_to_come_or_of_another_year_is_no_day_of_this_spend(budget, sam):
    one = asked(budget, sam)
    for day, says in ((today() + timedelta(days=1), "still to come"), (today() - timedelta(days=400), "financial year of this budget")):
        with as_(sam), pytest.raises(Refused, match=says):
            actions.say_what_it_came_to(one, 100, day, by=sam, at=now())


def test_a_receipt_is_opened_by_whoever_spent_it_and_their_manager_alone(budget, team, sam, mo):
    one = asked(budget, sam)
    with as_(sam):
        actions.keep_receipt(one, (b"a name on it",), by=sam, at=now())
    colleague, elsewhere = an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER)
    seen = {}
    for name, actor in (("sam", sam), ("mo", mo), ("a colleague", colleague), ("another team's manager", elsewhere)):
        with as_(actor):
            seen[name] = Receipt.objects.count()
    assert seen == {"sam": 1, "mo": 1, "a colleague": 0, "another team's manager": 0}
