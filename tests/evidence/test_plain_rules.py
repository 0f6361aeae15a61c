"""Periods, and titles that say the message."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.evidence import periods
from alongside.evidence.figures import every_figure, sharing_a_total
from alongside.evidence.messages import Message, is_beyond_chance, message, percent
from alongside.evidence.permissions import may_make, may_open_to_people, sees_exact_numbers
from alongside.evidence.tables import Table, words_of
from alongside.foundation.actor import Actor, Role, Seat
from alongside.foundation.keys import new_key
from alongside.foundation.periods import Period
from alongside.foundation.refusals import NotYours

days = st.dates(date(2001, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        (periods.THIS_QUARTER, date(2026, 1, 1), date(2026, 4, 1)),
        (periods.LAST_QUARTER, date(2025, 10, 1), date(2026, 1, 1)),
        (periods.THIS_YEAR, date(2025, 4, 1), date(2026, 4, 1)),
        (periods.LAST_YEAR, date(2024, 4, 1), date(2025, 4, 1)),
    ],
)
def test_a_financial_year_begins_on_the_first_of_april(name: str, since: date, until: date) -> None:
    assert periods.named(name, on=date(2026, 3, 31)) == Period(since, until)


@given(days)
def test_four_quarters_make_a_year_without_gap_or_overlap(day: date) -> None:
    year = periods.year_of(day)
    quarters = periods.quarters_of(year)
    assert [year.since, *(quarter.until for quarter in quarters)] == [*(quarter.since for quarter in quarters), year.until]
    assert [quarter for quarter in quarters if quarter.holds(day)] == [periods.quarter_of(day)]


@given(days)
def test_what_may_leave_is_over(day: date) -> None:
    assert [name for name in periods.FINISHED if not periods.is_over(periods.named(name, on=day), on=day)] == []


@given(days)
def test_a_window_says_nothing_of_days_to_come(day: date) -> None:
    for name in periods.EVERY:
        window = periods.window(periods.named(name, on=day), extracted_on=day)
        assert window.since <= window.day <= day
        assert window.until == window.day + timedelta(days=1)


def _table(parts: dict[str, int | None], *, exact: bool = True, total: int | None = None) -> Table:
    return Table(parts, total if total is not None else sum(n or 0 for n in parts.values()), None, exact)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (_table({"housing": 0, "self": 0}), Message("none")),
        (_table({"housing": 18, "self": 1}), Message("few")),
        (_table({"housing": 15, "self": 5}), Message("most", "housing")),
        # More than half, but a coin would do it: chance alone.
        (_table({"housing": 11, "self": 9}), Message("level")),
        (_table({"housing": 10, "self": 10}), Message("level")),
        (_table({"housing": 17, "self": 5, "police": 5, "school": 6, "other": 4}), Message("more", "housing")),
        (_table({"housing": 7, "self": 6, "police": 5, "school": 4}), Message("level")),
        (_table({"housing": 17, "self": 14, "police": 3}), Message("two", "housing", "self")),
        (_table({"housing": 10, "self": 10, "police": 7}), Message("level")),
        # Shown as 50 of 70, at least 48 of at most 72: more than half, and beyond chance. 40 of 60 need not be.
        (_table({"housing": 50, "self": 20}, exact=False, total=70), Message("most", "housing")),
        (_table({"housing": 40, "self": 20}, exact=False, total=60), Message("level")),
        # At least 18 against at most 17 is no difference; at least 28 against at most 12 is.
        (_table({"housing": 20, "self": 15, "police": 15}, exact=False, total=50), Message("level")),
        (_table({"housing": 30, "self": 10, "police": 10, "school": 10}, exact=False, total=60), Message("more", "housing")),
        (_table({"housing": 40, "self": 40, "police": 10}, exact=False, total=90), Message("two", "housing", "self")),
        # What is held back could be larger than what is shown.
        (_table({"housing": 10, "self": None, "police": None}, exact=False, total=40), Message("level")),
        (Table({"housing": None, "self": 0}, None, None, exact=False), Message("few")),
    ],
)  # fmt: skip
def test_a_title_says_no_more_than_the_numbers_bear(table: Table, said: Message) -> None:
    assert message(table) == said


def test_that_nothing_was_said_is_never_told_as_the_commonest_reason() -> None:
    """However many said nothing: the title is about those who said something, and their share is of everybody."""
    parts = {"housing": 30, "finance": 8, "nothing said": 60}
    assert message(Table(dict(parts), 100, None, exact=True, several=True)) == Message("more", "housing")
    assert message(Table(dict(parts), 45, None, exact=True, several=True)) == Message("most", "housing")
    assert message(Table({"housing": None, "finance": None, "nothing said": 60}, 65, None, exact=False, several=True)) == Message("level")


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 60), min_size=2))
def test_a_title_about_most_is_true(parts: dict[str, int]) -> None:
    said = message(_table(dict(parts)))
    if said.kind == "most":
        assert 2 * parts[said.part] > sum(parts.values())
    if said.kind in ("most", "more"):
        assert parts[said.part] > max(n for part, n in parts.items() if part != said.part)


@given(st.integers(0, 60), st.integers(0, 60))
def test_what_is_beyond_chance_is_what_the_sign_test_says(one: int, other: int) -> None:
    both = one + other
    # Every way that as many coins can fall, and how many are as lopsided as this: slow, and plain.
    as_lopsided = sum(math.comb(both, heads) for heads in range(both + 1) if abs(2 * heads - both) >= abs(one - other))
    assert is_beyond_chance(one, other) == (one > other and as_lopsided / 2**both <= 0.05)


@pytest.mark.parametrize(
    ("one", "other", "beyond"),
    [(7, 6, False), (6, 0, True), (5, 0, False), (15, 5, True), (14, 6, False), (60, 40, False), (61, 39, True)],
)
def test_what_a_title_may_rest_on(one: int, other: int, beyond: bool) -> None:
    assert is_beyond_chance(one, other) is beyond


@pytest.mark.parametrize("both", [1001, 1500])
def test_the_sign_test_of_many_coins_says_what_whole_numbers_say(both: int) -> None:
    in_whole_numbers = {one: 2 * 20 * sum(math.comb(both, n) for n in range(one, both + 1)) <= 2**both for one in range(both // 2 + 1, both // 2 + 60)}
    assert {one: is_beyond_chance(one, both - one) for one in in_whole_numbers} == in_whole_numbers
    assert set(in_whole_numbers.values()) == {True, False}


def test_the_sign_test_of_hundreds_of_thousands_is_over_at_once() -> None:
    # By the normal curve 400,000 coins fall 620 to one side of the middle once in twenty times.
    assert [is_beyond_chance(200_000 + far, 200_000 - far) for far in (500, 600, 640, 5000)] == [False, False, True, True]


def test_a_percentage_is_whole_and_only_of_enough() -> None:
    assert (percent(1, 8), percent(1, 40), percent(5, 40), percent(None, 40), percent(1, 200)) == (None, 3, 13, None, 1)


def _somebody(*seats: Seat) -> Actor:
    return Actor(new_key(), "Ada", seats)


def test_only_a_manager_of_the_team_sees_it_exactly_and_opens_it_to_people() -> None:
    team, other = new_key(), new_key()
    assert sees_exact_numbers(_somebody(Seat(Role.MANAGER, team)), team)
    for seat in (Seat(Role.MANAGER, other), Seat(Role.COMMISSIONER, team), Seat(Role.COORDINATOR, team)):
        assert not sees_exact_numbers(_somebody(seat), team)
        with pytest.raises(NotYours):
            may_open_to_people(_somebody(seat), team, every_figure()["introductions"])
    # Groups are nobody, so there is nobody to open them to.
    with pytest.raises(NotYours):
        may_open_to_people(_somebody(Seat(Role.MANAGER, team)), team, every_figure()["groups"])


def test_figures_are_made_by_managers_alone() -> None:
    for role in Role:
        if role == Role.MANAGER:
            may_make(_somebody(Seat(role, new_key())))
        else:
            with pytest.raises(NotYours):
                may_make(_somebody(Seat(role, new_key())))


@pytest.mark.parametrize("figure", every_figure().values(), ids=lambda figure: figure.key)
def test_a_definition_says_all_that_it_must(figure) -> None:  # type: ignore[no-untyped-def]
    assert [name for name in ("name", "sentence", "window", "cohort", "exclusions", "by") if not getattr(figure, name)] == []
    # Of two parts, the two largest are all there is.
    two = {"two"} if figure.parts or len(figure.other_parts) > 2 else set()
    assert set(figure.says) == ({"some", "held back", "none"} if figure.adds else {"most", "more", "level", "few", "none"} | two)
    known = {word.stored for word in words_of(figure)} | ({"elsewhere", "not shown"} if figure.parts == "localities" else set())
    assert sorted({*figure.phrases, *figure.also_says} - known) == []
    assert {*figure.other_parts} <= known


def test_every_total_is_shown_once_at_the_top() -> None:
    headed = [figure.total for figure in every_figure().values() if figure.headline]
    assert sorted(headed) == sorted({figure.total for figure in every_figure().values()})
    assert [figure.key for figure in sharing_a_total(every_figure()["changes"])] == ["changes", "others-doing", "anyway", "lasting", "valued"]
