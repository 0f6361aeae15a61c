"""Small numbers that leave cannot be worked out again: not by sums, not by brute force, not by knowing the program."""

from __future__ import annotations

from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.evidence.leaving import TOTAL, as_it_leaves
from alongside.evidence.rules import UNSURE, Cell, Sum, could_be, hold_back, rounded
from tests.evidence.attack import all_that_fit, knowing_the_program, pinned

parts = tuple("abcdef")
some_counts = st.lists(st.one_of(st.integers(0, 12), st.integers(0, 60)), min_size=1, max_size=6)


def _a_table(counts: list[int]) -> tuple[dict[Cell, int], list[Sum]]:
    names = parts[: len(counts)]
    return dict(zip(names, counts, strict=True)) | {"total": sum(counts)}, [Sum("total", names)]


def test_one_to_seven_are_held_back_nought_is_shown_and_the_rest_goes_to_the_nearest_five() -> None:
    assert [rounded(n) for n in range(14)] == [0, None, None, None, None, None, None, None, 10, 10, 10, 10, 10, 15]


def test_a_single_small_number_takes_the_next_smallest_with_it() -> None:
    counts, sums = _a_table([3, 12, 40])
    assert hold_back(counts, sums) == {"a": None, "b": None, "c": 40, "total": 55}


def test_a_table_without_small_numbers_is_only_rounded() -> None:
    counts, sums = _a_table([8, 12, 40])
    assert hold_back(counts, sums) == {"a": 10, "b": 10, "c": 40, "total": 60}


def test_numbers_that_the_rounding_would_give_away_take_others_with_them() -> None:
    # Five eights and two ones make 42: shown as tens and forty, the ones could be nothing else.
    counts = dict.fromkeys("abcde", 8) | {"f": 1, "g": 1, "total": 42}
    sums = [Sum("total", tuple("abcdefg"))]
    only_the_small = {cell: rounded(count) for cell, count in counts.items()}
    assert could_be(only_the_small, sums)["f"] == (1, 1)
    low, high = could_be(hold_back(counts, sums), sums)["f"]
    assert high - low + 1 >= UNSURE


@given(some_counts)
def test_whoever_does_the_sums_is_left_unsure_of_every_small_number(given_counts: list[int]) -> None:
    counts, sums = _a_table(given_counts)
    could = could_be(hold_back(counts, sums), sums)
    assert {cell: count for cell, count in counts.items() if not could[cell][0] <= count <= could[cell][1]} == {}
    unsure = [could[cell] for cell, count in counts.items() if 1 <= count <= 7]
    assert [1 for low, high in unsure if high - low + 1 < UNSURE] == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_brute_force_over_whole_numbers_pins_no_small_number_down(given_counts: list[int]) -> None:
    counts, sums = _a_table(given_counts)
    fits = all_that_fit(hold_back(counts, sums), sums, most=14)
    assert [cell for cell, values in fits.items() if 1 <= counts[cell] <= 7 and len(values) < 2] == []


def test_brute_force_finds_a_small_number_that_is_held_back_carelessly() -> None:
    counts, sums = _a_table([3, 12, 40])
    carelessly = counts | {"a": None}
    assert all_that_fit(carelessly, sums, most=16, slack=0)["a"] == {3}


def test_knowing_the_program_gives_no_small_number_away() -> None:
    names = parts[:3]

    def publish(table: tuple[int, ...]) -> tuple[int | None, ...]:
        return tuple(hold_back(dict(zip(names, table, strict=True)) | {"total": sum(table)}, [Sum("total", names)]).values())

    alike = knowing_the_program(product(range(26), repeat=3), publish)
    # Tables near the edge of what was tried have neighbours that were not.
    inner = [tables for tables in alike.values() if max(map(sum, tables)) <= 25]
    assert [tables for tables in inner if pinned(tables)] == []
    assert len(inner) > 50


def test_knowing_the_program_and_the_year_gives_no_quarters_small_number_away() -> None:
    @cache
    def publish(table: tuple[int, ...]) -> tuple[int | None, ...]:
        quarters = [{"by": {"a": table[n], "b": table[n + 1]}, TOTAL: {TOTAL: table[n] + table[n + 1]}} for n in (0, 2)]
        nothing = {"by": {"a": 0, "b": 0}, TOTAL: {TOTAL: 0}}
        year = {"by": {"a": table[0] + table[2], "b": table[1] + table[3]}, TOTAL: {TOTAL: sum(table)}}
        left, whole = as_it_leaves([*quarters, nothing, nothing], year, over_time=frozenset({"by", TOTAL}))
        assert whole is not None
        return tuple(n for one in (*left, whole) for by in one.values() for n in by.values())

    alike = knowing_the_program(product(range(10), repeat=4), publish)
    inner = [tables for tables in alike.values() if max(map(sum, tables)) <= 18]
    assert [tables for tables in inner if pinned(tables)] == []
    assert len(inner) > 50


breakdown = st.lists(st.one_of(st.integers(0, 3), st.integers(0, 15)), min_size=3, max_size=3)


@settings(deadline=None, max_examples=60)
@given(st.lists(breakdown, min_size=4, max_size=4), st.lists(st.integers(0, 10), min_size=2, max_size=2))
def test_a_year_does_not_betray_its_quarters_nor_one_breakdown_another(four: list[list[int]], homes: list[int]) -> None:
    quarters = [{TOTAL: {TOTAL: sum(counts)}, "by": dict(zip("abc", counts, strict=True))} for counts in four]
    whole = [sum(counts) for counts in zip(*four, strict=True)]
    north = min(homes[0], sum(whole))
    year = {TOTAL: {TOTAL: sum(whole)}, "by": dict(zip("abc", whole, strict=True)), "locality": {"north": north, "south": sum(whole) - north}}

    left, published = as_it_leaves(quarters, year, over_time=frozenset({"by", TOTAL}))

    assert published is not None
    everything = {("year", by, part): n for by, found in published.items() for part, n in found.items()}
    everything |= {(q, by, part): n for q, quarter in enumerate(left) for by, found in quarter.items() for part, n in found.items()}
    true = {("year", by, part): n for by, found in year.items() for part, n in found.items()}
    true |= {(q, by, part): n for q, quarter in enumerate(quarters) for by, found in quarter.items() for part, n in found.items()}
    sums = [
        Sum((p, TOTAL, TOTAL), tuple((p, by, part) for part in found))
        for p, table in (("year", year), *enumerate(quarters))
        for by, found in table.items()
        if by
    ]
    sums += [Sum(("year", by, part), tuple((q, by, part) for q in range(4))) for by, part in (("by", "a"), ("by", "b"), ("by", "c"), (TOTAL, TOTAL))]
    could = could_be(everything, sums)
    assert [cell for cell, n in true.items() if 1 <= n <= 7 and could[cell][1] - could[cell][0] + 1 < UNSURE] == []
    assert [cell for cell, n in true.items() if everything[cell] is not None and everything[cell] != rounded(n)] == []
