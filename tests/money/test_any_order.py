"""Whatever is given, spent, turned round, moved, closed and reopened in whatever order: no balance ever disagrees with its lines."""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.foundation.actor import Role
from alongside.foundation.refusals import Refused
from alongside.money import actions, books
from alongside.money.ledger import Account, Moved, balances
from alongside.money.models import Budget, Movement, Spend
from alongside.money.posts import financial_year
from alongside.money.words import NOT_CLOSED
from tests.building import a_team, an_actor, as_, now, today
from tests.money.plain_book import LIMIT, No, PlainBook

pytestmark = pytest.mark.django_db
BUDGETS = st.sampled_from("ab")
PENCE = st.sampled_from([1, 999, 2_500, LIMIT, LIMIT + 1, 25_000])
WHICH = st.integers(0, 5)
DEEDS = st.one_of(
    st.tuples(st.just("give"), BUDGETS, PENCE),
    st.tuples(st.just("give_back"), BUDGETS, PENCE),
    st.tuples(st.just("move"), BUDGETS, PENCE),
    st.tuples(st.just("ask"), BUDGETS, PENCE),
    st.tuples(st.just("answer"), WHICH, st.sampled_from(["yes", "no"])),
    st.tuples(st.just("came_to"), WHICH, PENCE),
    st.tuples(st.just("came_to"), WHICH, PENCE),
    st.tuples(st.just("not_after_all"), WHICH, st.none()),
    st.tuples(st.just("take_back"), WHICH, st.none()),
    st.tuples(st.just("turn_back"), WHICH, st.none()),
    st.tuples(st.just("close"), BUDGETS, st.booleans()),
    st.tuples(st.just("reopen"), BUDGETS, st.none()),
    st.tuples(st.just("spend_after"), BUDGETS, PENCE),
)
OF_A_ROW = ("answer", "came_to", "not_after_all", "take_back", "turn_back")
"""Deeds that take up a spend, or a line that gave or moved money."""


WAYS: tuple[tuple[int, list[tuple[str, Any, Any]]], ...] = (
    (60_000, [("ask", "a", 25_000), ("answer", 0, "yes"), ("answer", 0, "yes"), ("came_to", 0, 999), ("not_after_all", 0, None), ("not_after_all", 0, None)]),
    (60_000, [("close", "a", True), ("spend_after", "b", 1), ("spend_after", "a", 999), ("reopen", "a", None), ("turn_back", 1, None), ("reopen", "a", None)]),
    (60_000, [("move", "a", 999), ("turn_back", 1, None), ("turn_back", 1, None), ("ask", "a", 2_500), ("turn_back", 0, None), ("close", "a", False)]),
)
"""Ways in which each deed is done and refused, before chance has its turn."""


class House:
    """The real actions, under the names of the plain reading."""

    def __init__(self, team: Any, sam: Any, mo: Any) -> None:
        self.sam, self.mo = sam, mo
        year = financial_year(today())
        with as_(mo):
            self.budgets = {
                "a": actions.add_budget(team, year, pence=0, by=mo, at=now()),
                "b": actions.add_budget(team, year, locality=team.localities.get(), pence=0, by=mo, at=now()),
            }
        self.spends: list[Spend] = []
        self.lines: list[Movement] = []

    def after(self, name: str) -> Budget | None:
        one = self.budgets[name[0]]
        return Budget.objects.filter(team=one.team, locality=one.locality, year=one.year + 1).first()

    def do(self, deed: str, which: Any, given: Any) -> None:
        who = {"by": self.mo, "at": now()}
        if deed == "ask":
            made = actions.ask_to_spend(self.budgets[which], actions.Asked("activity", "Paint", pence=given), by=self.sam, at=now())
            self.spends.append(made)
        elif deed == "move":
            self.lines.append(actions.move_between(self.budgets[which], self.budgets["b" if which == "a" else "a"], given, **who))
        elif deed == "turn_back":
            actions.turn_back(self.lines[which], **who)
        elif deed == "answer":
            actions.answer(self.spends[which], given, why="Too dear", **who)
        elif deed == "came_to":
            actions.say_what_it_came_to(self.spends[which], given, today(), by=self.sam, at=now())
        elif deed == "not_after_all":
            actions.not_spent_after_all(self.spends[which], **who)
        elif deed == "take_back":
            actions.take_back_spend(self.spends[which], **who)
        elif deed == "close":
            actions.close_year(self.budgets[which], carry_over=given, **who)
        elif deed == "reopen":
            actions.reopen_year(self.budgets[which], "A late invoice", **who)
        elif deed == "spend_after":
            if (after := self.after(which)) is None:
                raise Refused(NOT_CLOSED)
            self.lines.append(actions.give_back(after, given, **who))
        else:
            self.lines.append(getattr(actions, deed)(self.budgets[which], given, **who))


def live(counted: Counter[tuple[str, bool]], first: int, deeds: list[tuple[str, Any, Any]]) -> None:
    with transaction.atomic():
        team = a_team()
        house, plain = House(team, an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER, team)), PlainBook()
        for deed, which, more in [("give", "a", first), *deeds]:
            if deed in OF_A_ROW:
                rows = plain.lines if deed == "turn_back" else plain.spends
                if not rows:
                    continue
                which %= len(rows)
            plainly = attempt(partial(getattr(plain, deed), *((which,) if more is None else (which, more))), No)
            with as_(house.sam if deed in ("ask", "came_to") else house.mo):
                done = attempt(partial(house.do, deed, which, more), Refused)
            assert (deed, done) == (deed, plainly)
            counted[deed, done] += 1
            compare(house, plain)
        transaction.set_rollback(True)


def test_what_lies_in_each_pot_is_what_a_plain_reading_says_whatever_the_order():
    counted: Counter[tuple[str, bool]] = Counter()
    live(counted, 3_000, [("ask", "a", 999), ("take_back", 0, None), ("take_back", 0, None)])
    for first, deeds in WAYS:
        live(counted, first, deeds)
    once = given(st.sampled_from([3_000, 60_000]), st.lists(DEEDS, min_size=8, max_size=22))(lambda first, deeds: live(counted, first, deeds))
    settings(
        max_examples=int(os.environ.get("ALONGSIDE_BOOKS", "40")), deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )(once)()
    # So that it never claims what it has not passed: each deed was done, and each was refused.
    names = {"give", "give_back", "move", "ask", "answer", "came_to", "not_after_all", "take_back", "turn_back", "close", "reopen", "spend_after"}
    assert set(counted) == {(name, done) for name in names for done in (True, False)}


def attempt(do: Any, refusal: type[Exception]) -> bool:
    try:
        do()
    except refusal:
        return False
    return True


def compare(house: House, plain: PlainBook) -> None:
    """The house's balances, its lines added up one by one, and the plain reading are the same."""
    lines = [Moved(Account(one.source_id, one.source_pot), Account(one.target_id, one.target_pot), one.pence) for one in Movement.objects.all()]
    slow = balances(lines)
    assert sum(slow.values()) == 0
    lying = books.balances_of(budget.id for budget in house.budgets.values())
    for name, budget in house.budgets.items():
        balance = lying[budget.id]
        pots = {"free": balance.free, "promised": balance.promised, "spent": balance.spent}
        assert pots == {pot: slow[Account(budget.id, pot)] for pot in pots}
        assert pots == {"free": plain.free[name], "promised": plain.promised[name], "spent": plain.spent[name]}
        after = house.after(name)
        assert (books.balance_of(after).free if after else 0) == plain.free[f"{name} after"]
