"""Distance travelled: small tables, a definition, an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.evidence.travelled import NOBODY_AGAIN, TOO_FEW, Asked, travelled

MAYBE = st.none() | st.integers(0, 10)


def test_who_began_who_was_asked_again_and_who_can_be_compared_are_three_numbers() -> None:
    people = [Asked(4, 6), Asked(5, 5), Asked(6, 5), Asked(3, None), Asked(2, None, asked_again=True), Asked(None, 9)]

    told = travelled(people, more_is_better=True)

    assert (told.began, told.asked_again, told.pairs) == (5, 4, 3)
    assert (told.better, told.same, told.worse) == (1, 1, 1)


def test_whoever_has_no_second_answer_is_missing_and_not_unchanged() -> None:
    told = travelled([Asked(8, 8), Asked(2, None), Asked(4, None)], more_is_better=True)

    assert told.same == 1
    assert told.missing is not None
    assert (told.missing.n, told.missing.start, told.missing.pairs_start) == (2, 3, 8)


def test_less_is_better_where_the_measure_says_so() -> None:
    told = travelled([Asked(7, 3), Asked(3, 4)], more_is_better=False, important=2)

    assert (told.better, told.worse, told.important) == (1, 1, 1)


def test_of_twenty_nine_pairs_a_mean_is_refused_with_why_and_of_thirty_it_is_told() -> None:
    few, enough = (travelled([Asked(5, 6 + number % 2) for number in range(many)], more_is_better=True) for many in (29, 30))

    assert few.mean is None
    assert few.why_no_mean == (TOO_FEW, {"enough": 30, "pairs": 29})
    assert few.median == 1
    assert enough.why_no_mean is None
    assert enough.mean is not None
    assert enough.mean.mean == pytest.approx(1.5)
    assert enough.mean.low < 1.5 < enough.mean.high


def test_where_nobody_was_asked_again_nothing_is_known_of_any_change() -> None:
    told = travelled([Asked(5, None)] * 40, more_is_better=True)

    assert (told.pairs, told.median, told.mean, told.why_no_mean) == (0, None, None, (NOBODY_AGAIN, {}))


def test_red_cross_pairs_as_published_are_a_fifth_of_who_began() -> None:
    """10,643 records, 2,250 pairs, 1,634 of them less lonely: 72.6 % of the pairs, and that is 15.4 % of those who began (Foster and others 2020)."""
    people = [Asked(7, 5)] * 1_634 + [Asked(7, 7)] * 616 + [Asked(7, None)] * (10_643 - 2_250)

    told = travelled(people, more_is_better=False)

    assert (told.began, told.pairs, told.better) == (10_643, 2_250, 1_634)
    assert (round(100 * told.better / told.pairs, 1), round(100 * told.better / told.began, 1)) == (72.6, 15.4)


@given(st.lists(st.builds(Asked, MAYBE, MAYBE, st.booleans()), max_size=60), st.booleans())
def test_whatever_was_answered_the_numbers_add_up(people: list[Asked], more: bool) -> None:
    told = travelled(people, more_is_better=more)

    assert told.better + told.same + told.worse == told.pairs <= told.asked_again <= told.began
    assert told.pairs + (told.missing.n if told.missing else 0) == told.began
    assert (told.mean is None) == (told.pairs < 30)
    assert travelled(list(reversed(people)), more_is_better=more).better == told.better
    turned = travelled(people, more_is_better=not more)
    assert (turned.better, turned.worse) == (told.worse, told.better)
