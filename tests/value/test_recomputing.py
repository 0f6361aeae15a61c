"""Figures as people write them, well and badly: a verdict or a sentence, and never anything else."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value.recomputing import Verdict, recompute
from tests.value.busy import ON_A_BUSY_MACHINE


def line(case: object) -> str:
    (judged,) = recompute(json.dumps([case]).encode())
    return judged.line


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"id": "a", "kind": "exact", "round": 2, "expr": "0.125", "published": 0.12}, "a: agrees"),
        ({"id": "a", "kind": "exact", "round": 2, "expr": "0.125", "published": 0.13}, "a: agrees"),
        ({"id": "a", "kind": "exact", "expr": "1634/2250", "published": "72.6%", "round": 1}, "a: agrees: 1634/2250 = 0.726222…, in per cent, 72.6"),
        ({"id": "a", "expr": "2/3", "published": "0.67"}, "a: agrees within rounding: 2/3 = 0.666666…, published as 0.67, which stands for 0.665 to 0.675"),
        ({"id": "a", "expr": "2/3", "published": "0.670"}, "a: does not follow"),
        ({"id": "a", "kind": "exact", "expr": "12.3/2.3", "round": 2, "published": 5.28}, "a: does not follow: 12.3/2.3 = 5.347826…, 5.35 to 2"),
        ({"id": "a", "expr": "10", "published": 10.4, "tol": 0.5}, "a: agrees: 10 = 10, against 10.4 published, 3.8462 % apart; 0.5 is allowed, 9.9 to 10.9"),
        ({"id": "a", "numerator": "12.3", "denominator": "2.3", "published": "5.28"}, "a: agrees within rounding"),
        ({"id": "a", "numerator": {"value": 12, "lo": 11, "hi": 13}, "denominator": 2, "published": "6.4"}, "a: agrees within rounding: 12/2 = 6"),
        ({"id": "a", "numerator": {"value": 552000, "rounded_to": 1000}, "denominator": 2, "published": 276_200}, "a: agrees within rounding"),
        ({"id": "a", "kind": "range", "expr": "12/2.3", "published": 5.4, "lo": 5, "hi": 5.5}, "a: agrees within rounding"),
        ({"id": "a", "kind": "range", "expr": "12/2.3", "published": 540, "lo": 0, "hi": 1000}, "a: does not follow"),
        ({"id": "a", "parts": [125, 24], "total": 149}, "a: agrees: 125 + 24 = 149"),
        ({"id": "a", "components": [125, 24], "sum": 149}, "a: agrees: 125 + 24 = 149"),
        ({"id": "a", "parts": [{"name": "active", "value": 125}, 24], "total": 140}, "a: does not follow: 125 active + 24 = 149, against 140"),
        ({"id": "a", "parts": ["1.24", "2.33"], "total": "3.6"}, "a: agrees within rounding"),
        ({"id": "a", "published": [14, 17, 30]}, "a: does not follow: 3 headlines of one programme, 14, 17 and 30, and none"),
        ({"id": "a", "kind": "mismatch", "expr": "1+1", "published": 2}, "a: agrees: 1+1 = 2, as published, to the last digit; the file expected"),
        ({"id": "a", "expr": "1+1", "published": 3, "computed": 4}, "the file says it comes to 4, which does not follow either"),
        ({"id": "a", "kind": "never heard of", "expr": "1+1", "published": 2}, "a: agrees"),
        ({"id": "a", "kind": "ratio", "numerator": "£6.47m", "denominator": "£1.76m", "published": "£3.67"}, "a: agrees within rounding"),
        ({"id": "a", "kind": "ratio", "numerator": "£6.47m", "denominator": "£1.76m", "published": "£4.00"}, "a: does not follow"),
        (
            {"id": "a", "expr": "3*411,000", "published": "£1.2m"},
            "a: agrees within rounding: 3*411,000 = 1233000, published as £1.2m, which stands for 1150000 to 1250000",
        ),
        (
            {"id": "a", "kind": "exact", "expr": "2**200", "published": 2**200},
            "a: agrees: 2**200 = 1606938044258990275541962092341162602522202993782792835301376",
        ),
        ({"id": 7, "expr": "1+1", "published": 2}, "7: agrees"),
    ],
)
def test_each_way_of_writing_a_case_has_its_verdict(case, said):
    assert said in line(case)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"id": "a", "kind": "exact"}, "nothing in it says what to work out"),
        ({"id": "a", "expr": "1+1"}, "“published” is missing. Write the figure that was published, or null where none was; 1+1 = 2."),
        ({"id": "a", "expr": "1+1", "published": True}, "“published” is true"),
        ({"id": "a", "expr": "1+1", "published": "4.27-4.80"}, "“published” is “4.27-4.80”. Write it as a figure"),
        ({"id": "a", "expr": "1+1", "published": float("nan")}, "“published” is “NaN”, which is no number"),
        ({"id": "a", "expr": "1+1", "published": 2, "round": "two"}, "“round” is “two”"),
        ({"id": "a", "expr": "1+1", "published": 3, "round": 99}, "“round” is “99”"),
        ({"id": "a", "expr": "1+1", "published": 3, "tol_pct": -1}, "“tol_pct” is “-1”"),
        ({"id": "a", "expr": "1+1", "published": 3, "lo": 5, "hi": 4}, "“lo” is 5 and “hi” is 4: the lower comes first"),
        ({"id": "a", "expr": ["1"], "published": 3}, "“expr” is a list"),
        ({"id": "a", "numerator": 1, "denominator": 0, "published": 3}, "divides by nought"),
        ({"id": "a", "parts": [], "total": 3}, "“parts” holds no rows"),
        ({"id": "a", "parts": [1]}, "“total” is missing"),
        ({"id": "a", "headlines": [1]}, "fewer than two figures"),
        ({"expr": "1"}, "case 1: cannot be read: it has no “id”"),
        (5, "case 1: cannot be read: a case is written in curly brackets"),
    ],
)
def test_what_is_missing_or_wrong_is_said_in_a_sentence(case, said):
    assert said in line(case)
    assert "cannot be read" in line(case)


ROW = {"name": "employment", "quantity": 60, "proxy": 8500, "deadweight": 0.4, "attribution": "30%", "drop_off_pct": 30, "duration": 2}
RETURN = {"id": "a", "kind": "sroi", "outcomes": [ROW], "inputs": 250_000, "discount_rate": "3.5%", "round": 2}


def test_a_social_return_is_reckoned_row_by_row_and_says_which_timing_fits():
    assert "after adjustments 214200" in line(RETURN | {"published": 1.44})
    assert "the first year not discounted, 359069.565217…/250000 = 1.436278…, 1.44 to 2 decimal places, as published" in line(RETURN | {"published": 1.44})
    assert "the first year discounted too, 346927.116152…/250000 = 1.387708…, 1.39 to 2" in line(RETURN | {"published": 1.39})
    assert line(RETURN | {"published": 1.6}).count("against 1.6 published") == 2
    assert line(RETURN | {"published": 1.39, "first_year_discounted": False}).startswith("a: does not follow")
    assert "a: agrees" in line(RETURN | {"published": 0.44, "measure": "net_ratio"})
    assert "a: agrees" in line(RETURN | {"published": 1.44, "inputs": {"council": 200_000, "health": "50,000"}})


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"deadweight": 40}, "“deadweight” of row 1 is “40”. It is a share from 0 to 1: write 0.4, “40%”, or deadweight_pct: 40."),
        ({"deadweight": "-5%"}, "It is a share from 0 to 1"),
        ({"duration": -1}, "lasts -1 years"),
        ({"duration": 126}, "lasts 126 years"),
        ({"proxy": -3}, "A change for the worse is a quantity below nought"),
        ({"leakage": 0.2}, "row 1 says “leakage”, which we do not know, and it may be an adjustment"),
        ({"quantity": "many"}, "“row 1.quantity” holds “many”"),
        ({"proxy": None}, "“row 1.proxy” is null"),
    ],
)
def test_a_row_that_cannot_be_so_is_refused(row, said):
    assert said in line(RETURN | {"published": 1.44, "outcomes": [ROW | row]})


def test_what_a_study_means_by_attribution_can_be_said():
    ours = {key: value for key, value in ROW.items() if key != "attribution"} | {"attributable_to_us": 0.7}
    assert line(RETURN | {"published": 1.44, "outcomes": [ours]}) == line(RETURN | {"published": 1.44})


def test_two_of_one_id_and_two_of_one_name_are_told():
    said = [
        one.line
        for one in recompute(b'[{"id":"a","expr":"1","published":1},{"id":"a","expr":"2","published":2},{"id":"b","expr":"1","expr":"2","published":2}]')
    ]
    assert said[0].startswith("a: agrees")
    assert said[1] == "a: cannot be read: another case above has this id. Give each its own."
    assert said[2] == "b: cannot be read: “expr” stands in it twice. Keep one of them."


@pytest.mark.parametrize(
    "broken", ['{"id":"b","expr":1+1}', '{"id":"b","note":' + "[" * 5_000 + "]" * 5_000 + "}", '{"id":"b","expr":"1","published":}', '{"id":"b", nonsense}']
)
def test_one_broken_case_does_not_take_the_others_with_it(broken):
    said = [
        one.line
        for one in recompute(f'[{{"id":"a","expr":"1","published":1,"note":"a ] , [ b"}},\n{broken},\n{{"id":"c","expr":"1","published":2}},]'.encode())
    ]
    assert [one.split(": ")[:2] for one in said] == [["a", "agrees"], ["b", "cannot be read"], ["c", "does not follow"]]


def test_where_a_broken_case_stands_is_said():
    said = [one.line for one in recompute(b'[{"id":"a","expr":"1","published":1},\n\n{"expr" "1"}]')]
    assert said[1].startswith("case 2: cannot be read: This is no JSON (line 3, column 9: ")


def test_a_case_a_line_is_read_and_a_bad_line_told():
    said = [one.line for one in recompute('\ufeff{"id":"x","expr":"1","published":1}\nbad\n\n{"id":"y","expr":"1","published":2}\n'.encode())]
    assert [one.split(":")[0] for one in said] == ["x", "line 2", "y"]
    assert "This is no JSON" in said[1]


def test_a_file_in_utf_16_is_read():
    assert [one.verdict for one in recompute('[{"id":"x","expr":"1","published":1}]'.encode("utf-16"))] == [Verdict.AGREES]


def test_a_line_stays_one_line_and_harmless():
    assert line({"id": "a\nb\u001b[31m", "expr": "1\u0000\n", "published": 1}).isprintable()


FORMS = "id kind expr published round tol_pct lo hi computed numerator denominator parts total headlines note cases"
RETURNS = "outcomes inputs value quantity proxy deadweight duration discount_rate"
NAMES = st.sampled_from(f"{FORMS} {RETURNS}".split(" "))
ODD = st.sampled_from(["1", "1/0", "12.3", "40%", "9**9**9", "(", "NaN"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | ODD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=12,
)


@ON_A_BUSY_MACHINE
@given(st.lists(st.dictionaries(NAMES, ANYTHING, max_size=7).map(lambda one: {"id": "a", **one}), min_size=1, max_size=3))
@example([{"id": "a", "outcomes": [[]], "published": 1}])
def test_whatever_stands_in_a_case_it_is_answered_in_one_line(cases):
    for one in recompute(json.dumps(cases).encode()):
        assert one.line.isprintable()
        assert one.line != ""


@ON_A_BUSY_MACHINE
@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_it_is_answered(content):
    with contextlib.suppress(Refused):
        assert all(one.line for one in recompute(content))


PLAIN_RETURN = {"id": "a return", "outcomes": [{"quantity": 100, "proxy": 3600}], "published": 1.44, "round": 2}


@pytest.mark.parametrize("name", ["inputs", "total_inputs", "investment", "put_in"])
def test_what_was_put_in_is_known_by_any_of_its_names(name):
    assert "360000/250000 = 1.44" in line(PLAIN_RETURN | {name: 250000})


def test_a_figure_of_another_name_is_not_passed_over_where_nothing_says_what_was_put_in():
    assert "“spent” is a name that we do not know" in line(PLAIN_RETURN | {"spent": 250000})
    assert "the value is 360000" in line(PLAIN_RETURN | {"published": 360000, "note": "told in words"})
    assert "= 1.44" in line(PLAIN_RETURN | {"inputs": 250000, "spent": 7})
