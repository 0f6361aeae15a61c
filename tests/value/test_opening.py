"""A pound that opens: which assumption moves most, each step from gross to net, what would have to be true, and what was counted twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value import (
    Flag,
    Input,
    Outcome,
    Part,
    PriceIndex,
    Scope,
    Valuation,
    all_at_once,
    assumptions,
    between,
    break_even,
    certain,
    flags,
    moved,
    pence,
    proxy,
    reckon,
    tornado,
    waterfall,
    wellby,
)
from alongside.value.drawing import changes_of
from tests.value.busy import ON_A_BUSY_MACHINE

WALKS = Outcome(
    "walks again",
    certain(50),
    between(900, 1000, 1200),
    deadweight=between("0.1", "0.2", "0.6"),
    displacement=certain("0.05"),
    attributable_to_others=between("0.2", "0.25", "0.3"),
    drop_off=between("0.2", "0.3", "0.4"),
    duration=between(1, 2, 3),
    change="walks",
    whose="people",
)
POST = Input("post", between(30_000, 32_000, 40_000))
VALUED = Valuation((WALKS,), (POST,))


def test_the_assumption_that_moves_most_comes_first():
    swings = tornado(VALUED)
    assert [one.assumption.name for one in swings[:2]] == ["walks again: duration", "walks again: deadweight"]
    assert [one.width for one in swings] == sorted((one.width for one in swings), reverse=True)
    assert {one.assumption.of for one in swings} == {"walks again", "post"}
    assert all(min(one.at_low, one.at_high) <= reckon(VALUED).ratio <= max(one.at_low, one.at_high) for one in swings)


def test_a_certain_assumption_moves_nothing():
    assert tornado(Valuation((replace(WALKS, **{part.value: certain(WALKS.estimate(part).central) for part in Part}),), (Input("post", certain(1)),))) == []


def test_the_waterfall_goes_from_gross_to_value_and_loses_no_penny():
    steps = waterfall(reckon(VALUED).worths)
    assert [(one.name, one.pence, one.left) for one in steps[:5]] == [
        ("gross, in its first year", 5_000_000, 5_000_000),
        ("would have happened anyway", -1_000_000, 4_000_000),
        ("moved from somebody else", -200_000, 3_800_000),
        ("others’ doing", -950_000, 2_850_000),
        ("as long as it lasts", 2_850_000, 5_700_000),
    ]
    assert sum(one.pence for one in steps) == steps[-1].left == pence(reckon(VALUED).value)


@ON_A_BUSY_MACHINE
@given(st.integers(-9, 9), st.decimals(0, 99, places=2), st.decimals(0, 1, places=3), st.decimals(0, 9, places=2))
def test_every_waterfall_adds_up(quantity, pounds, share, years):
    outcomes = tuple(
        Outcome(name, certain(quantity), certain(pounds), deadweight=certain(share), drop_off=certain(share), duration=certain(years)) for name in "ab"
    )
    reckoned = reckon(Valuation(outcomes, (POST,)))
    steps = waterfall(reckoned.worths)
    assert sum(one.pence for one in steps) == steps[-1].left == pence(reckoned.value)


def test_what_would_have_to_be_true_brings_it_to_one():
    for one in break_even(VALUED):
        if one.at is not None:
            at = certain((Decimal(one.at.numerator) / Decimal(one.at.denominator)).quantize(Decimal("1e-12")))
            assert abs(reckon(moved(VALUED, one.assumption.of, one.assumption.part, at)).ratio - 1) < Fraction(1, 100_000)
    told = {one.assumption.name: one.at for one in break_even(VALUED)}
    assert told["post: put in"] == reckon(VALUED).value
    assert told["walks again: quantity"] == 50 / reckon(VALUED).ratio
    assert told["walks again: proxy"] == 1000 / reckon(VALUED).ratio
    assert told["walks again: deadweight"] == 1 - Fraction("0.8") / reckon(VALUED).ratio
    assert abs(told["walks again: duration"] - (1 + Fraction(3500) * Fraction("1.035") / 19_950)) < Fraction(1, 1_000_000)
    assert all_at_once(VALUED).times == reckon(VALUED).ratio


def test_where_nothing_possible_brings_it_there_it_says_so():
    small = Valuation((replace(WALKS, quantity=certain(5)), Outcome("much more", certain(1), certain(90_000))), (POST,))
    told = {one.assumption.name: one.at for one in break_even(small)}
    assert told["walks again: deadweight"] is None
    assert told["walks again: drop off"] is None
    assert told["much more: displacement"] is not None


@ON_A_BUSY_MACHINE
@given(st.sampled_from(list(assumptions(VALUED))))
def test_an_assumption_moved_and_moved_back_is_as_it_was(one):
    aside = moved(VALUED, one.of, one.part, certain(1))
    assert moved(aside, one.of, one.part, one.estimate) == VALUED


def test_there_is_no_assumption_of_an_unknown_outcome():
    with pytest.raises(Refused, match="There is no assumption “proxy” of “dancing”"):
        moved(VALUED, "dancing", Part.PROXY, certain(1))


LONELY = Outcome("less lonely", certain(30), certain(1000), change="company", whose="people")
AGAIN = Outcome("has company", certain(20), certain(500), change="company", whose="people")
SAVED = Outcome("fewer visits to the GP", certain(60), certain(38), scope=Scope.FISCAL, change="company", whose="people")
OTHERS = Outcome("their families have company", certain(20), certain(500), change="company", whose="families")
WHOLE = wellby(certain(30), years=certain(1), whose="people")


def flagged(*outcomes: Outcome, told=None):
    return [(one.flag, one.outcomes, one.people) for one in flags(Valuation(outcomes, (POST,)), told)]


def test_the_same_change_of_the_same_people_valued_twice_is_flagged():
    assert flagged(LONELY, AGAIN) == [(Flag.VALUED_TWICE, ("less lonely", "has company"), None)]
    assert flagged(LONELY, OTHERS) == []
    assert flagged(LONELY, WALKS) == []


def test_a_saving_and_wellbeing_of_one_change_are_never_one_sum_of_cash():
    assert flagged(LONELY, SAVED) == [(Flag.NOT_CASH, ("less lonely", "fewer visits to the GP"), None)]
    reckoned = reckon(Valuation((LONELY, SAVED), (POST,)))
    assert (reckoned.by_scope[Scope.FISCAL], reckoned.by_scope[Scope.WELLBEING]) == (2280, 30_000)
    assert reckoned.ratio_of(Scope.FISCAL) == Fraction(2280, 32_000)


def test_a_wellby_holds_every_other_wellbeing_of_the_same_people():
    assert flagged(WHOLE, LONELY) == [(Flag.WHOLE_AND_PART, ("WELLBYs", "less lonely"), None)]
    assert flagged(WHOLE, SAVED) == []


def test_people_who_had_only_one_of_two_are_not_counted_twice():
    apart = changes_of([("gwen", "less lonely", 1), ("sam", "has company", 1)], ["less lonely", "has company"])
    both = changes_of([("gwen", "less lonely", 1), ("gwen", "has company", 1)], ["less lonely", "has company"])
    assert flagged(LONELY, AGAIN, told=apart) == []
    assert flagged(LONELY, AGAIN, told=both) == [(Flag.VALUED_TWICE, ("less lonely", "has company"), 1)]


def test_a_wellby_is_thirteen_thousand_pounds_in_2019_prices_from_ten_to_sixteen():
    one = proxy("wellby")
    assert (one.pounds.low, one.pounds.central, one.pounds.high, one.price_year) == (10_000, 13_000, 16_000, "2019")
    assert reckon(Valuation((WHOLE,), (POST,))).value == 390_000


def test_a_sum_is_brought_to_another_year_by_an_index_that_says_where_it_is_from():
    index = PriceIndex("an invented index", "example.org", {"2019": Decimal(80), "2023": Decimal(100)})
    later = index.uprated(proxy("wellby").pounds, "2019", "2023")
    assert (later.low, later.central, later.high) == (12_500, 16_250, 20_000)
    assert later.source.endswith("from 2019 to 2023 prices by an invented index (example.org)")
    assert index.uprated(later, "2023", "2023").central == 16_250
    with pytest.raises(Refused, match="no figure for 2031"):
        index.uprated(later, "2023", "2031")
