"""What a change is worth to somebody: three ways, none of them asked for, and nothing kept of a way that was not taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.outcomes.worth import Said, as_kept, known_prices


def test_what_they_would_pay_says_how_often() -> None:
    assert as_kept(Said("would pay", pence=500, each="a week")) == {"pence": 500, "each": "a week", "gives_up": ""}
    with pytest.raises(Refused) as refused:
        as_kept(Said("would pay", pence=500))
    assert (refused.value.field, refused.value.sentence) == ("each", "Say how often they would pay it: once, or a week, a month or a year.")


def test_what_they_would_give_up_is_an_answer_without_a_sum() -> None:
    assert as_kept(Said("would pay", gives_up=" the car ", each="a week")) == {"pence": None, "each": "", "gives_up": "the car"}


def test_beside_two_things_the_prices_of_the_day_are_kept() -> None:
    kept = as_kept(Said("beside prices", more_than="passport", less_than="licence"))

    assert kept == {"below": "a new adult passport", "below_pence": 9450, "above": "a year’s television licence", "above_pence": 17450}


def test_nothing_is_worth_more_than_the_dear_and_less_than_the_cheap() -> None:
    with pytest.raises(Refused) as refused:
        as_kept(Said("beside prices", more_than="licence", less_than="passport"))
    assert refused.value.sentence == (
        "It cannot be worth more than a year’s television licence and less than a new adult passport: that costs less. Put one of them right."
    )


@pytest.mark.parametrize(
    "said", [Said("would pay"), Said("beside prices"), Said("thermometer"), Said("thermometer", degrees=101), Said("thermometer", degrees=-1)]
)
def test_a_way_that_was_taken_says_what_it_asks(said: Said) -> None:
    with pytest.raises(Refused):
        as_kept(said)


@given(st.builds(Said, way=st.just("declined"), pence=st.none() | st.integers(1, 99), degrees=st.none() | st.integers(0, 100), gives_up=st.text(max_size=9)))
def test_of_whoever_would_rather_not_say_nothing_is_kept(said: Said) -> None:
    assert as_kept(said) == {}


def test_every_thing_with_a_price_says_where_it_is_published() -> None:
    assert all(one.source and one.pence > 0 for one in known_prices().values())
    assert [one.pence for one in known_prices().values()] == sorted(one.pence for one in known_prices().values())
