"""WELLBYs beside a social return: a small table, a definition, an answer; and nothing of it is ever in a sum."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value import Estimate, Input, Level, Outcome, Satisfied, Scope, Valuation, between, certain, holds_again, proxy, reckon
from alongside.value.beside import as_json, read_satisfied

FORTY = Satisfied(
    began=60,
    pairs=40,
    better=20,
    same=10,
    worse=10,
    mean=between("0.5", "1.25", 2),
    worth=proxy("wellby").pounds,
    anyway=between("0.25", "0.50", "0.75"),
    others=certain("0.20"),
)
COMPANY = Outcome("has company", certain(20), certain(500), change="company", whose="the people of this team")


def test_wellbys_are_people_by_points_by_years_less_what_others_did_and_what_would_have_come_anyway() -> None:
    """40 people, 1.25 points, one year: 50; half would have happened anyway, a fifth was others' doing."""
    assert FORTY.wellbys == {Level.LOW: 4, Level.CENTRAL: 20, Level.HIGH: 48}
    assert FORTY.pounds == {Level.LOW: 4 * 10_000, Level.CENTRAL: 20 * 13_000, Level.HIGH: 48 * 16_000}


def test_where_life_may_have_got_worse_the_low_end_takes_the_most_away() -> None:
    unsure = replace(FORTY, mean=between(-1, 0, 1), anyway=certain(0), others=certain(0))
    assert unsure.pounds == {Level.LOW: -40 * 16_000, Level.CENTRAL: 0, Level.HIGH: 40 * 16_000}


def test_without_thirty_pairs_there_is_none_and_it_says_why() -> None:
    few = replace(FORTY, pairs=12, mean=None)
    with pytest.raises(Refused, match="No WELLBY is told of fewer than 30 pairs; there are 12"):
        _ = few.pounds
    assert few.kept == {}
    assert not few.may_leave
    assert holds_again(few, (COMPANY,)) == []


@pytest.mark.parametrize("small", ["better", "same", "worse", "earlier"])
def test_it_is_told_to_nobody_else_where_one_to_seven_people_could_be_read_out_of_it(small: str) -> None:
    assert FORTY.may_leave
    assert not replace(FORTY, **{small: 7}).may_leave
    assert replace(FORTY, **{small: 0}).may_leave
    assert not replace(FORTY, began=FORTY.pairs + 3).may_leave
    assert not replace(FORTY, whole_year=False).may_leave


def test_it_leaves_with_people_to_the_nearest_five_and_the_mean_to_a_tenth() -> None:
    left = replace(FORTY, began=61, pairs=41, mean=between("0.4789", "1.2317", "1.9845")).leaving
    assert (left.began, left.pairs, left.change) == (60, 40, between("0.5", "1.2", "2.0"))
    assert left.wellbys[Level.CENTRAL] == Fraction(40 * 12, 10) * Fraction(1, 2) * Fraction(4, 5)


def test_it_names_what_it_holds_once_more_and_a_saving_is_not_among_it() -> None:
    visits = Outcome("fewer visits to the GP", certain(60), certain(38), scope=Scope.FISCAL, change="visits")
    assert holds_again(FORTY, (COMPANY, visits)) == ["has company"]


def test_it_is_kept_and_read_to_the_last_digit() -> None:
    assert read_satisfied(as_json(FORTY)) == FORTY
    assert as_json(FORTY)["told"] == {"low": "40000/1", "central": "260000/1", "high": "768000/1"}
    with pytest.raises(Refused, match="of form 9"):
        read_satisfied(as_json(FORTY) | {"form": 9})


_mean = st.tuples(*[st.decimals(-10, 10, places=4)] * 3).map(lambda three: between(*sorted(three)))


@given(_mean, st.integers(30, 500))
def test_low_is_never_above_central_nor_central_above_high_and_no_return_moves(mean: Estimate, pairs: int) -> None:
    one = replace(FORTY, mean=mean, pairs=pairs)
    assert one.pounds[Level.LOW] <= one.pounds[Level.CENTRAL] <= one.pounds[Level.HIGH]
    valued = Valuation((COMPANY,), (Input("post", certain(10_000)),))
    before = reckon(valued).value
    holds_again(one, valued.outcomes)
    assert reckon(valued).value == before == 10_000
