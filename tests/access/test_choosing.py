"""Whether somebody said that an audience may know: the rule alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from alongside.access.choosing import Holds, Said, holds

TODAY = date(2026, 11, 26)
SHAH, JONES = UUID(int=1), UUID(int=2)


def said(answer: str, days_ago: int, *, subject: UUID | None = None, audience: str = "gp", until: date | None = None) -> Said:
    on = TODAY - timedelta(days=days_ago)
    return Said(audience, subject, answer, on, datetime(on.year, on.month, on.day, 12, tzinfo=UTC), until)


def test_nobody_has_said_anything_before_they_are_asked():
    assert holds([], "gp", TODAY) == Holds.NEVER_ASKED


def test_the_newest_answer_holds():
    assert holds([said("yes", 9), said("no", 3)], "gp", TODAY) == Holds.NO
    assert holds([said("no", 9), said("yes", 3)], "gp", TODAY) == Holds.YES


def test_an_answer_is_for_its_own_audience():
    assert holds([said("yes", 3, audience="stories")], "gp", TODAY) == Holds.NEVER_ASKED


def test_a_yes_ends_on_its_day_and_is_then_said_to_have_ended():
    yes = said("yes", 9, until=TODAY)
    assert holds([yes], "gp", TODAY - timedelta(days=1)) == Holds.YES
    assert holds([yes], "gp", TODAY) == Holds.LAPSED


def test_a_yes_to_all_of_a_kind_is_no_yes_to_the_one_they_said_no_to():
    assert holds([said("no", 9, subject=SHAH), said("yes", 3)], "gp", TODAY, SHAH) == Holds.NO
    assert holds([said("no", 9, subject=SHAH), said("yes", 3)], "gp", TODAY, JONES) == Holds.YES


def test_a_newer_no_to_all_of_a_kind_is_a_no_to_each():
    assert holds([said("yes", 9, subject=SHAH), said("no", 3)], "gp", TODAY, SHAH) == Holds.NO


def test_what_was_taken_back_has_to_be_asked_anew():
    assert holds([said("yes", 9), said("withdrawn", 3)], "gp", TODAY).must_be_asked


def test_an_answer_counts_from_its_own_day():
    assert holds([said("no", 9), said("yes", 3)], "gp", TODAY - timedelta(days=5)) == Holds.NO


answers = st.builds(
    said, st.sampled_from(["yes", "no", "ask me", "withdrawn"]), st.integers(0, 40), subject=st.sampled_from([None, SHAH, JONES]),
    audience=st.sampled_from(["gp", "stories"]),
)  # fmt: skip


@given(st.lists(answers, max_size=8, unique_by=lambda one: (one.on, one.audience)))
def test_after_a_no_nothing_is_told_to_anybody_it_covers(before):
    newest = Said("gp", None, "no", TODAY, datetime(2026, 11, 26, 13, tzinfo=UTC))
    assert [holds([*before, newest], "gp", TODAY, subject) for subject in (None, SHAH, JONES)] == [Holds.NO] * 3


@given(st.lists(answers, max_size=8), st.randoms())
def test_the_order_in_which_answers_are_read_does_not_matter(before, chance):
    shuffled = list(before)
    chance.shuffle(shuffled)
    if len({(one.on, one.audience, one.subject) for one in before}) == len(before) == len({(one.on, one.audience) for one in before}):
        assert holds(before, "gp", TODAY, SHAH) == holds(shuffled, "gp", TODAY, SHAH)


@given(st.lists(answers, max_size=8))
def test_nothing_is_told_without_a_yes_that_somebody_gave(before):
    if holds(before, "gp", TODAY, SHAH) == Holds.YES:
        assert any(one.answer == "yes" and one.audience == "gp" and one.subject in (None, SHAH) for one in before)
