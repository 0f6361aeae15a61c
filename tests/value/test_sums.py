"""Sums as they are written, and what cannot be read of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value.recomputing.evaluating import as_rounded, value
from alongside.value.recomputing.grammar import parse
from alongside.value.recomputing.rounding import rounded, rounded_to_even, written
from tests.value.busy import ON_A_BUSY_MACHINE


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("1,234,567 + 1", 1_234_568),
        ("-2**2", -4),
        ("2**-2", Fraction(1, 4)),
        ("2**3**2", 512),
        ("(1+2)*3-4/5", Fraction(41, 5)),
        ("50%", Fraction(1, 2)),
        ("200*12.5 %", 25),
        ("£1,234.50 × 2 ÷ 3 − 1", 822),
        ("--1", 1),
        (".5+5.", Fraction(11, 2)),
        ("1.2e3", 1200),
        ("0.1+0.2", Fraction(3, 10)),
        ("1-1-1", -1),
        ("£6.47m/1.76m", Fraction(647, 176)),
        ("2k+1bn", 1_000_002_000),
        ("8/4/2", 1),
    ],
)
def test_a_sum_is_read_as_it_is_meant(text, comes_to):
    assert value(parse(text)) == comes_to


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("1+", "ends where a figure is awaited"),
        ("*2", "has “*” at character 1"),
        ("(1", "never closed"),
        ("1)", "has “)” at character 2"),
        ("1 2", "has “2” at character 3"),
        ("5 % 3", "has “3” at character 5"),
        ("1,23", "commas part whole threes"),
        ("12345,678", "commas part whole threes"),
        ("sum(1)", "holds “sum(1)” at character 1"),
        ("__import__('os')", "and nothing else"),
        ("1; 2", "holds “; 2” at character 2"),
        ("2 ^ 3", "holds “^ 3” at character 3"),
        ("7 // 2", "has “/” at character 4"),
        ("1/0", "divides by nought"),
        ("1/(2-2)", "divides by nought"),
        ("0**-1", "divides by nought"),
        ("2**0.5", "a whole number from −1000 to 1000"),
        ("9**9**9", "a whole number from −1000 to 1000"),
        ("(9**999)**999", "further than we go"),
        ("1e999999999", "a power of ten beyond"),
        ("9" * 401, "more than 400 digits"),
        ("(" * 61 + "1" + ")" * 61, "nested deeper than 60"),
        ("-" * 500 + "1", "nested deeper than 60"),
        ("**".join("2" * 500), "nested deeper than 60"),
        ("1+" * 1_000 + "1", "longer than 2,000 characters"),
        ("٣+1", "and nothing else"),
        ("nan", "and nothing else"),
        ("6.47million", "holds “million” at character 5"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(text, said):
    with pytest.raises(Refused) as refused:
        value(parse(text))
    assert said in refused.value.sentence


def test_a_long_sum_is_no_deep_one():
    assert value(parse("+".join("1" * 900))) == 900


FIGURES = st.decimals(min_value=0, max_value=10_000, places=2, allow_nan=False).map(lambda one: (str(one), Fraction(one)))


def applied(parts):
    (left, one), sign, (right, two) = parts
    if sign == "/" and two == 0:
        sign = "+"
    return f"({left}{sign}{right})", {"+": one + two, "-": one - two, "*": one * two, "/": one / two if two else one}[sign]


@ON_A_BUSY_MACHINE
@given(st.recursive(FIGURES, lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(applied), max_leaves=12))
def test_a_sum_comes_to_what_fractions_say(drawn):
    text, comes_to = drawn
    assert value(parse(text)) == comes_to


@ON_A_BUSY_MACHINE
@given(st.fractions(-1000, 1000), st.integers(-3, 6))
def test_rounding_is_never_further_away_than_half_a_unit(of, places):
    half = Fraction(10) ** -places / 2
    assert abs(rounded(of, places) - of) <= half
    assert abs(rounded_to_even(of, places) - of) <= half


@ON_A_BUSY_MACHINE
@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_what_is_written_is_what_was_rounded(of, places):
    assert Fraction(written(of, places)) == rounded(of, places)


@ON_A_BUSY_MACHINE
@given(FIGURES, FIGURES.filter(lambda one: one[1] > 1), st.floats(-1, 1), st.floats(-1, 1))
def test_the_interval_holds_whatever_rounds_to_the_figures(above, below, one, other):
    span = as_rounded(parse(f"{above[0]}/{below[0]}"))
    assert span.holds((above[1] + Fraction(one) / 200) / (below[1] + Fraction(other) / 200))
