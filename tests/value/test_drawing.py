"""Ten thousand draws: right, the same again, and not swayed by the order in which people came."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value import Input, Level, Outcome, Scope, Shape, Valuation, between, certain, discounting, reckon
from alongside.value.drawing import changes, changes_of, simulate
from alongside.value.drawing.chance import Chance
from alongside.value.drawing.normal import normal_quantile
from alongside.value.drawing.people import told_by
from alongside.value.drawing.shapes import drawn, pert_quantiles
from bench.valuing import by_brute_force, standard_errors, world
from tests.value.busy import ON_A_BUSY_MACHINE

LESS_LONELY = Outcome("less lonely", certain(0), between(800, 1000, 1300), deadweight=between("0.1", "0.2", "0.4"), duration=certain(2))
SEEN_LESS = Outcome("fewer visits to the GP", certain(40), certain(42), scope=Scope.FISCAL)
VALUED = Valuation((LESS_LONELY, SEEN_LESS), (Input("posts", between(38_000, 40_000, 45_000)),), discounting("none"))
ROWS = [(f"person {number}", "less lonely", 1 - 3 * (number % 5 == 0)) for number in range(60)]


def told(rows=ROWS):
    return changes_of(rows, ["less lonely"])


def test_the_percentiles_are_those_of_a_million_draws_by_brute_force():
    table, valuation = world(10_000)
    ours = simulate(valuation, changes([one.name for one in valuation.outcomes], table)).ratio()
    reference = by_brute_force(table, valuation, 1_000_000, 2_000)
    exact, errors = np.percentile(reference, [2.5, 50, 97.5]), standard_errors(reference, 10_000)
    assert all(abs(one - other) < 2 * error for one, other, error in zip(ours.shown, exact, errors, strict=True))


def test_the_same_seed_gives_the_same_to_the_last_bit_and_another_seed_does_not():
    one, again, other = (simulate(VALUED, told(), seed=seed).ratio().draws for seed in (1, 1, 2))
    assert (one == again).all()
    assert (one != other).any()


@given(st.permutations(ROWS))
@settings(ON_A_BUSY_MACHINE, max_examples=10)
def test_the_order_of_rows_is_irrelevant_to_the_last_bit(rows):
    assert (simulate(VALUED, told(rows)).ratio().draws == simulate(VALUED, told()).ratio().draws).all()


def test_several_rows_of_one_person_add_up_in_any_order():
    rows = [("gwen", "walking", how_much) for how_much in (0.1, 0.2, 0.3, "-0.6", 1)]
    assert changes_of(rows, ["walking"]).quantities == changes_of(rows[::-1], ["walking"]).quantities
    assert changes_of(rows, ["walking"]).people == 1


def test_moving_an_assumption_there_and_back_is_as_if_it_had_never_moved():
    begun = simulate(VALUED, told())
    before = begun.ratio().draws
    aside = begun.moved(replace(begun.valuation, outcomes=(replace(begun.valuation.outcomes[0], deadweight=certain("0.5")), SEEN_LESS)))
    assert aside.ratio().median < begun.ratio().median
    assert (aside.moved(begun.valuation).ratio().draws == before).all()
    assert (simulate(aside.valuation, told()).ratio().draws == aside.ratio().draws).all()


def test_another_way_of_discounting_is_drawn_anew():
    begun = simulate(VALUED, told())
    before = begun.value().mean
    assert begun.moved(replace(begun.valuation, discounting=discounting("sroi-guide"))).value().mean < before


def test_one_more_outcome_changes_nothing_of_the_others():
    more = replace(VALUED, outcomes=(Outcome("one more", certain(3), between(1, 2, 3)), *VALUED.outcomes))
    both = simulate(more, told())
    assert (both.worth(both.valuation.outcomes[1]) == simulate(VALUED, told()).worth(both.valuation.outcomes[1])).all()


def test_what_got_worse_is_drawn_as_it_is():
    lost = simulate(VALUED, told([(person, name, -1) for person, name, _ in ROWS]))
    assert lost.value(Scope.WELLBEING).high < 0
    assert lost.value(Scope.FISCAL).shown == (1680, 1680, 1680)
    assert lost.ratio().share_under(1) == 1


def test_no_change_is_worth_nothing_in_every_draw():
    assert not simulate(replace(VALUED, outcomes=(LESS_LONELY,)), told([(person, name, 0) for person, name, _ in ROWS])).value().draws.any()


@given(st.integers(1, 4))
@settings(ON_A_BUSY_MACHINE, max_examples=4)
def test_so_many_times_the_change_is_so_many_times_the_value(times):
    only = replace(VALUED, outcomes=(LESS_LONELY,))
    more = told([(person, name, times * change) for person, name, change in ROWS])
    assert np.allclose(simulate(only, more).value().draws, times * simulate(only, told()).value().draws, rtol=1e-12)


def test_no_draw_lies_beyond_low_and_high():
    certainly = replace(VALUED, outcomes=(replace(LESS_LONELY, quantity=between(30, 36, 44)), SEEN_LESS))
    draws = simulate(certainly).ratio().draws
    assert float(reckon(certainly, Level.LOW).ratio) <= draws.min() <= draws.max() <= float(reckon(certainly, Level.HIGH).ratio)


def test_what_is_certain_is_what_the_exact_sum_says():
    certainly = Valuation((SEEN_LESS,), (Input("posts", certain(1000)),))
    assert set(simulate(certainly).ratio().draws.tolist()) == {1.68}
    assert reckon(told_by(VALUED, told())).worths[0].gross == 24_000


@pytest.mark.parametrize("mode", [0, 0.1, 0.5, 0.8, 1])
def test_the_table_of_a_pert_is_that_of_its_beta(mode):
    beta = np.random.default_rng(3).beta(1 + 4 * mode, 5 - 4 * mode, 2_000_000)
    ours = np.interp([0.01, 0.1, 0.5, 0.9, 0.99], np.linspace(0, 1, 1025), pert_quantiles(mode))
    assert np.allclose(ours, np.percentile(beta, [1, 10, 50, 90, 99]), atol=0.0012)


def test_normal_quantiles_are_those_of_the_library():
    at = np.array([1e-300, 1e-12, 1e-5, 0.024, 0.075, 0.5, 0.7, 0.925, 0.999999])
    assert np.allclose(normal_quantile(at), [NormalDist().inv_cdf(one) for one in at], rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("shape", Shape)
def test_each_shape_lies_about_its_figures(shape):
    draws = drawn(between(80, 100, 125, shape=shape), Chance(1, 10_000).stream("any"))
    assert abs(np.percentile(draws, 50) - 100) < 2
    if shape is Shape.LOGNORMAL:
        assert np.allclose(np.percentile(draws, [2.5, 97.5]), [80, 125], rtol=0.002)
    else:
        assert 80 <= draws.min() <= draws.max() <= 125


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        (lambda: changes(["a"], [[1, 2]]), "The table of changes is 1 × 2."),
        (lambda: changes(["a"], [[1], [float("nan")]]), "Row 2 of the changes holds something that is no number. Leave out whoever was not asked."),
        (lambda: changes_of([("gwen", "dancing", 1)], ["walking"]), "There is no outcome “dancing” here. There is: walking."),
        (lambda: changes_of([("gwen", "walking", float("inf"))], ["walking"]), "A change of “walking” is “inf”, which is no number."),
        (lambda: changes_of([("gwen", "walking", "more")], ["walking"]), "A change of “walking” is “more”, which is no number."),
        (lambda: simulate(VALUED, draws=10), "10 draws are too few"),
        (lambda: simulate(VALUED, changes(["dancing"], [[1]])), "There is no outcome “dancing” here."),
        (lambda: simulate(replace(VALUED, inputs=())).ratio(), "Nothing was put in"),
        (lambda: replace(LESS_LONELY, deadweight=between("0.1", "0.2", "0.4", shape=Shape.LOGNORMAL)), "Deadweight of “less lonely” cannot be lognormal"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(attempt, said):
    with pytest.raises(Refused) as refused:
        attempt()
    assert said in refused.value.sentence
