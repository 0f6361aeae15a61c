"""The arithmetic of social return, to the penny."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value.discounting import discounting, known
from alongside.value.estimates import Shape, between, certain, exact
from alongside.value.reckoning import Level, pence, reckon
from alongside.value.valued import Input, Outcome, Part, Scope, Valuation
from tests.value.busy import ON_A_BUSY_MACHINE

EMPLOYED = Outcome(
    "in work",
    certain(60),
    certain(8500),
    deadweight=certain("0.40"),
    attributable_to_others=certain("0.30"),
    drop_off=certain("0.30"),
    duration=certain(2),
    scope=Scope.ECONOMIC,
)
COUNCIL = Input("council core budget", certain(250_000))


def valued(*outcomes: Outcome, inputs: tuple[Input, ...] = (COUNCIL,), by: str = "green-book") -> Valuation:
    return Valuation(outcomes, inputs, discounting(by))


def test_the_worked_example_of_the_guide_comes_out():
    found = reckon(valued(EMPLOYED))
    (worth,) = found.worths
    assert (worth.gross, worth.after_deadweight, worth.net) == (510_000, 306_000, 214_200)
    assert worth.by_year == (214_200, 149_940)
    assert found.value == 214_200 + Fraction(149_940) / Fraction("1.035")
    assert round(found.ratio, 4) == Fraction("1.4363")
    assert found.net_ratio == found.ratio - 1
    assert pence(found.value) == 35_906_957


def test_the_guide_discounts_the_first_year_and_the_green_book_does_not():
    assert reckon(valued(EMPLOYED, by="sroi-guide")).value == reckon(valued(EMPLOYED)).value / Fraction("1.035")
    assert reckon(valued(EMPLOYED, by="sroi-guide")).inputs == 250_000


def test_green_book_rates_fall_after_thirty_and_seventy_five_years():
    by = discounting("green-book")
    assert by.factor(1) == 1
    assert by.factor(31) == 1 / Fraction("1.035") ** 30
    assert by.factor(32) == by.factor(31) / Fraction("1.03")
    assert by.factor(77) == by.factor(76) / Fraction("1.025")
    with pytest.raises(Refused, match="no rate for year 126"):
        by.factor(127)


@pytest.mark.parametrize("one", known().values(), ids=str)
def test_every_way_of_discounting_says_where_it_comes_from_and_when_to_look_again(one):
    assert one.title
    assert one.source
    assert one.since < one.review


def test_half_a_year_counts_as_half():
    half = reckon(valued(replace(EMPLOYED, duration=certain("1.5"))))
    assert half.worths[0].by_year == (214_200, 74_970)


def test_what_got_worse_is_counted_against():
    worse = Outcome("lonelier", certain(-10), certain(1000), scope=Scope.WELLBEING)
    both = reckon(valued(EMPLOYED, worse))
    assert both.value == reckon(valued(EMPLOYED)).value - 10_000
    assert both.by_scope[Scope.WELLBEING] == -10_000
    assert both.ratio_of(Scope.FISCAL) == 0


def test_value_below_what_was_put_in_is_told_as_it_is():
    assert reckon(valued(replace(EMPLOYED, quantity=certain(10)))).net_ratio < 0


def test_later_inputs_are_discounted():
    assert reckon(valued(EMPLOYED, inputs=(COUNCIL, Input("again", certain(1035), year=2)))).inputs == 251_000


def test_low_and_high_hold_every_assumption_at_its_end_also_for_losses():
    sure = Outcome("x", certain(10), certain(100), deadweight=between("0.1", "0.2", "0.4"), duration=between(1, 2, 3))
    found = {level: reckon(valued(sure, by="none"), level).value for level in Level}
    assert found == {Level.LOW: 600, Level.CENTRAL: 1600, Level.HIGH: 2700}
    lost = {level: reckon(valued(replace(sure, quantity=certain(-10)), by="none"), level).value for level in Level}
    assert lost == {Level.LOW: -2700, Level.CENTRAL: -1600, Level.HIGH: -600}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"deadweight": certain("1.2")}, "Deadweight of “in work” is 1.2. It is a share, from 0 (nothing) to 1 (all): write 0.4 for 40 %."),
        ({"displacement": between("-0.1", 0, 0)}, "Displacement of “in work” is -0.1"),
        ({"attributable_to_others": certain(30)}, "The share attributable to others of “in work” is 30"),
        ({"drop_off": certain(-1)}, "The drop-off of “in work” is -1"),
        ({"duration": certain(-1)}, "“in work” lasts -1 years. Write how long it lasts in years, from 0 to 125."),
        ({"duration": certain(126)}, "lasts 126 years"),
        ({"proxy": certain(-5)}, "A change for the worse is a quantity below nought"),
        ({"name": " "}, "Give each outcome a name"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong, said):
    with pytest.raises(Refused) as refused:
        replace(EMPLOYED, **wrong)
    assert said in refused.value.sentence


def test_other_things_that_cannot_be_are_refused_too():
    for attempt, said in (
        (lambda: valued(EMPLOYED, EMPLOYED), "Two outcomes are called “in work”"),
        (lambda: valued(EMPLOYED, inputs=(COUNCIL, COUNCIL)), "Two inputs are called “council core budget”. Give each a name of its own, such as its year."),
        (lambda: Input("x", certain(-1)), "The input “x” is -1"),
        (lambda: Input("x", certain(1), year=0), "Years are counted from 1 to 125"),
        (lambda: reckon(valued(EMPLOYED, inputs=())).ratio, "Nothing was put in"),
        (lambda: between(3, 2, 1), "Low 3, central 2, high 1: write them in that order"),
        (lambda: between(0, 1, 2, shape=Shape.LOGNORMAL), "A lognormal figure lies above nought"),
        (lambda: certain("many"), "The figure is “many”, which is no number"),
        (lambda: certain(float("nan")), "which is no number"),
        (lambda: certain("1e30"), "larger or finer than any figure here can be"),
        (lambda: discounting("hopeful"), "There is no discounting called “hopeful”. There is: green-book, sroi-guide"),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert said in refused.value.sentence


def test_a_float_is_read_as_it_is_written():
    assert exact(0.1) == Decimal("0.1")


def test_halves_of_a_penny_go_away_from_nought():
    assert (pence(Fraction("0.005")), pence(Fraction("-0.005")), pence(Fraction("1.234"))) == (1, -1, 123)


SHARE = st.decimals(0, 1, places=3).map(certain)
OUTCOMES = st.builds(
    Outcome,
    name=st.just("one"),
    quantity=st.integers(-500, 500).map(certain),
    proxy=st.decimals(0, 20_000, places=2).map(certain),
    deadweight=SHARE,
    displacement=SHARE,
    attributable_to_others=SHARE,
    drop_off=SHARE,
    duration=st.decimals(0, 12, places=1).map(certain),
    scope=st.sampled_from(Scope),
)


def value_of(outcome: Outcome) -> Fraction:
    return reckon(valued(outcome)).value


@ON_A_BUSY_MACHINE
@given(OUTCOMES, st.integers(-5, 5))
def test_twice_the_people_is_twice_the_value(outcome, times):
    more = replace(outcome, quantity=certain(outcome.quantity.central * times))
    assert value_of(more) == times * value_of(outcome)


@ON_A_BUSY_MACHINE
@given(OUTCOMES, st.sampled_from([Part.DEADWEIGHT, Part.DISPLACEMENT, Part.ATTRIBUTABLE_TO_OTHERS, Part.DROP_OFF]), SHARE)
def test_no_adjustment_raises_what_it_adjusts(outcome, part, share):
    without = replace(outcome, **{part.value: certain(0)})
    with_it = replace(outcome, **{part.value: share})
    assert abs(value_of(with_it)) <= abs(value_of(without))
    assert value_of(with_it) * value_of(without) >= 0


@ON_A_BUSY_MACHINE
@given(OUTCOMES)
def test_each_step_is_no_more_than_the_one_before(outcome):
    (worth,) = reckon(valued(outcome)).worths
    steps = [abs(one) for one in (worth.gross, worth.after_deadweight, worth.after_displacement, worth.net)]
    assert steps == sorted(steps, reverse=True)
    assert abs(worth.value) <= abs(sum(worth.by_year)) <= abs(worth.without_drop_off)


@ON_A_BUSY_MACHINE
@given(st.lists(OUTCOMES, max_size=5), st.randoms())
def test_the_order_of_outcomes_is_irrelevant(outcomes, chance):
    named = [replace(one, name=str(number)) for number, one in enumerate(outcomes)]
    mixed = list(named)
    chance.shuffle(mixed)
    assert reckon(valued(*named)).value == reckon(valued(*mixed)).value == sum(map(value_of, outcomes))


@ON_A_BUSY_MACHINE
@given(OUTCOMES)
def test_no_change_is_worth_nothing(outcome):
    assert value_of(replace(outcome, quantity=certain(0))) == 0


@ON_A_BUSY_MACHINE
@given(OUTCOMES)
def test_a_loss_is_the_same_gain_turned_round(outcome):
    assert value_of(replace(outcome, quantity=certain(-outcome.quantity.central))) == -value_of(outcome)


AS_THEY_WERE_SHIPPED = {
    "green-book": ("0.035 30 0.030 75 0.025 125", False),
    "sroi-guide": ("0.035 30 0.030 75 0.025 125", True),
    "green-book-health": ("0.015 125", False),
    "none": ("0 125", False),
}
"""A version that was kept names its way of discounting: no entry is ever changed. New rates come in under a new name, and are added here."""


def test_no_way_of_discounting_is_ever_changed():
    now = {name: (" ".join(f"{rate.rate} {rate.until}" for rate in one.rates), one.first_year_discounted) for name, one in known().items()}
    assert now | AS_THEY_WERE_SHIPPED == now
