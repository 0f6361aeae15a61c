"""What people said of their changes, as it leaves: to a twentieth, without how many said it; and which figures count one change twice."""

from __future__ import annotations

from decimal import Decimal

from alongside.value import Outcome, Scope, Valuation, certain, flags
from alongside.value.sheet import as_answers_leave, from_answers


def test_one_more_answer_is_not_seen_in_what_leaves() -> None:
    before = as_answers_leave(from_answers({"half": 20, "all": 4, "not asked": 3}, "Asked."))
    after = as_answers_leave(from_answers({"half": 20, "all": 5, "not asked": 2}, "Asked."))
    assert before == after
    assert (before.low, before.central, before.high) == (Decimal("0.475"), Decimal("0.60"), Decimal("0.725"))
    assert before.source == "Asked. As those said who were asked, to a twentieth."


def test_what_seven_said_may_be_anything_and_what_eight_said_is_told() -> None:
    few = as_answers_leave(from_answers({"all": 7, "not asked": 40}, "Asked."))
    assert (few.low, few.central, few.high) == (0, Decimal("0.5"), 1)
    assert "7" not in few.source
    assert as_answers_leave(from_answers({"all": 8}, "Asked.")).central == 1


def test_what_nobody_counted_from_answers_stays_as_it_was_set() -> None:
    one = certain("0.33", source="A meeting of 12 people.")
    assert as_answers_leave(one) is one


def test_an_alternative_to_day_care_is_a_change_for_the_better_once_more() -> None:
    better = Outcome("better", certain(20), certain(500), change="changes/better")
    found = Outcome("no day care", certain(5), certain(100), change="day-care/found an alternative", scope=Scope.FISCAL)
    goes = Outcome("day care", certain(5), certain(100), change="day-care/goes to day care", scope=Scope.FISCAL)
    assert [one.outcomes for one in flags(Valuation((better, found, goes), ()))] == [("better", "no day care")]
