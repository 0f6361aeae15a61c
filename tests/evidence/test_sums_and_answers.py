"""Sums are held back by who is behind them; and of answers of which one may give several, no small number is given away, nor who did not give it."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.evidence.adding_up import AT_LEAST_OFF, Amounts, Leaves, as_sums_leave, in_units, may_leave, together
from alongside.evidence.leaving import NOT, TOTAL, as_it_leaves
from alongside.evidence.rules import UNSURE, Sum, Union, could_be, rounded
from tests.evidence.attack import knowing_the_program, pinned, sums_to_be_had


def _each(*amounts: int) -> dict[int, int]:
    return dict(enumerate(amounts))


@pytest.mark.parametrize(
    ("amounts", "leaves"),
    [
        ({}, True),
        (_each(0, 0), True),
        # Many hours of one person are as much that person's as few.
        (_each(6000), False),
        (_each(*[60] * 7), False),
        (_each(*[60] * 8), True),
        # Whoever told of nothing is not behind a sum.
        (_each(*[60] * 7, 0), False),
        # Nine people, and nearly all of it from one, or from one and another who can take their own away.
        (_each(6000, *[10] * 8), False),
        (_each(6000, 6000, *[10] * 8), False),
        (_each(600, 100, *[10] * 6), True),
        (_each(601, 100, *[10] * 6), False),
    ],
)
def test_a_sum_leaves_by_how_many_are_behind_it_and_never_where_one_gave_nearly_all(amounts: Amounts, leaves: bool) -> None:
    assert may_leave(amounts) is leaves


def test_hours_are_rounded_once_at_the_end_and_only_nought_is_nought() -> None:
    assert [in_units(minutes, 60, leaves=False) for minutes in (0, 29, 30, 89, 90)] == [0, 0, 1, 1, 2]
    assert [in_units(minutes, 60, leaves=True) for minutes in (0, 1, 449, 450, None)] == [0, 5, 5, 10, None]


def test_a_part_that_one_person_gave_takes_the_smallest_others_with_it_until_together_they_may_leave() -> None:
    year = {"neighbours": _each(*[60] * 10), "a group": _each(*[60] * 12), "somebody": {20: 900}}
    left = as_sums_leave([together([]), together([]), together(list(year.values())), together([])], year)
    # Fifteen hours of one, with ten of ten others: taken together they may leave, and apart from one another they do not.
    assert left == Leaves((0, 0, 2220, 0), 2220, {"neighbours": None, "a group": 720, "somebody": None})


def test_a_year_does_not_give_away_a_quarter_that_was_held_back() -> None:
    many, one = _each(*[60] * 10), {3: 900}
    assert as_sums_leave([many, one, many, many], {"all": together([many, one, many, many])}) == Leaves((600, None, 600, 600), None, {"all": None})


# Somebody's giving in each part of each quarter; a few large givers among many small ones.
_amount = st.sampled_from([0, 0, 0, 30, 60, 60, 90, 600, 5000])
_years = st.integers(0, 14).flatmap(lambda people: st.lists(st.lists(_amount, min_size=12, max_size=12), min_size=people, max_size=people))


@settings(deadline=None, max_examples=150)
@given(_years)
def test_whoever_adds_and_subtracts_all_that_left_learns_no_sum_of_few_and_of_nobody_nearly_all(givers: list[list[int]]) -> None:
    """Every combination of what is shown that comes out as a sum of some quarters and parts is a sum that could have left by itself."""
    parts = "abc"
    cells = {(quarter, part): {who: given[4 * n + quarter] for who, given in enumerate(givers)} for n, part in enumerate(parts) for quarter in range(4)}
    quarters = [together([cells[quarter, part] for part in parts]) for quarter in range(4)]
    year = {part: together([cells[quarter, part] for quarter in range(4)]) for part in parts}
    left = as_sums_leave(quarters, year)
    shown = [frozenset(product(range(4), parts))] if left.year else []
    shown += [frozenset(product((quarter,), parts)) for quarter in range(4) if left.quarters[quarter]]
    shown += [frozenset(product(range(4), (part,))) for part in parts if left.parts[part]]
    for found in sums_to_be_had(cells, shown):
        assert may_leave(found)
        first, second = sorted([*found.values(), 0, 0], reverse=True)[:2]
        # What the second learns of the first, taking away their own.
        assert sum(found.values()) - second >= first * (100 + AT_LEAST_OFF) / 100 or not first


def test_the_same_attack_finds_one_persons_hours_where_they_are_held_back_by_how_many_hours_they_are() -> None:
    """Fifteen hours are no small number, and all of one person: whoever counts hours shows them, or the total and the others."""
    cells = {(0, "neighbours"): _each(*[60] * 10), (0, "one"): {99: 900}}
    assert [rounded(sum(amounts.values()) // 60) for amounts in cells.values()] == [10, 15]
    everything, neighbours = frozenset(cells), frozenset([(0, "neighbours")])
    assert {99: 900} in list(sums_to_be_had(cells, [everything, neighbours]))


def _answers(only_a: int, only_b: int, both: int, none: int) -> dict[str, dict[str, int]]:
    return {"why": {"a": only_a + both, "b": only_b + both, "nothing said": none}, TOTAL: {TOTAL: only_a + only_b + both + none}}


def test_knowing_the_program_gives_away_no_small_number_of_those_who_gave_an_answer() -> None:
    def publish(table: tuple[int, ...]) -> tuple[Any, ...]:
        left, _ = as_it_leaves([_answers(*table)], None, over_time=frozenset(), several=frozenset({"why"}))
        return (*left[0]["why"].values(), left[0][TOTAL][TOTAL])

    def said(table: tuple[int, ...]) -> tuple[int, ...]:
        """How many gave each answer, and how many did not."""
        answers = _answers(*table)
        total = answers[TOTAL][TOTAL]
        return (*answers["why"].values(), *(total - n for n in answers["why"].values()))

    alike = knowing_the_program(product(range(11), range(11), range(7), range(13)), publish)
    inner = [[said(table) for table in tables] for tables in alike.values() if max(map(sum, tables)) <= 24]
    assert [tables[0] for tables in inner if pinned(tables)] == []
    assert len(inner) > 40


_year_of_answers = st.lists(st.tuples(*[st.one_of(st.integers(0, 3), st.integers(0, 15))] * 4), min_size=4, max_size=4)


@settings(deadline=None, max_examples=60)
@given(_year_of_answers)
def test_whoever_lays_the_quarters_of_a_year_beside_it_is_left_unsure(counted: list[tuple[int, int, int, int]]) -> None:
    quarters = [_answers(*one) for one in counted]
    year = _answers(*(sum(numbers) for numbers in zip(*counted, strict=True)))
    left, whole = as_it_leaves(quarters, year, over_time=frozenset(), several=frozenset({"why"}))
    assert whole is not None
    periods = {**dict(enumerate(zip(quarters, left, strict=True))), "year": (year, whole)}
    shown, true, sums = {}, {}, []
    for period, (numbers, leaving) in periods.items():
        total = (period, TOTAL, TOTAL)
        for by, parts in numbers.items():
            for part, n in parts.items():
                true[period, by, part], shown[period, by, part] = n, leaving[by][part]
        for part, n in numbers["why"].items():
            true[period, part, NOT], shown[period, part, NOT] = numbers[TOTAL][TOTAL] - n, None
            sums.append(Sum(total, ((period, "why", part), (period, part, NOT))))
        sums.append(Union(total, tuple((period, "why", part) for part in numbers["why"])))
    for by, parts in year.items():
        sums += [Union(("year", by, part), tuple((n, by, part) for n in range(4))) for part in parts]
    never = frozenset(cell for cell in shown if cell[-1] == NOT)
    could = could_be(shown, sums, never)
    assert {cell: (n, could[cell]) for cell, n in true.items() if not could[cell][0] <= n <= could[cell][1]} == {}
    held = [cell for cell, n in true.items() if 1 <= n <= 7]
    assert [(cell, could[cell]) for cell in held if could[cell][1] - could[cell][0] + 1 < UNSURE] == []
