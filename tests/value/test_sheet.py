"""A valuation as it is kept, and worked out again from what was kept."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.value import Input, Part, Scope, between, certain
from alongside.value.sheet import Rows, Sheet, Valued, as_json, from_answers, parts_of, read_sheet, told_by, touched_by
from alongside.value.telling import changes_from, digest, tell

ROWS: Rows = [((0, 1), 9), ((1, 0), 20), ((2, 1), 3)]
SHEET = Sheet(
    (
        Valued(
            "in work", "changes/better", parts_of(proxy=between(7000, 8500, 9500, source="a study"), deadweight=between("0.3", "0.4", "0.55")), Scope.ECONOMIC
        ),
        Valued("lonelier", "changes/worse", parts_of(proxy=certain(500)), worse=True),
    ),
    (Input("posts", certain(100_000, source="the book")),),
)


def test_a_sheet_is_kept_and_read_to_the_last_digit() -> None:
    assert read_sheet(json.loads(json.dumps(as_json(SHEET)))) == SHEET


def test_what_was_changed_says_by_whom_and_what_was_not_keeps_who_set_it() -> None:
    begun = told_by(None, SHEET, "Ada Marlow")
    first = begun.outcomes[0]
    moved = replace(begun, outcomes=(replace(first, parts={**first.parts, Part.DROP_OFF: certain("0.2", source="a guess")}), *begun.outcomes[1:]))
    told = told_by(begun, moved, "Ben Ashworth-Lyle")
    assert told.outcomes[0].parts[Part.DROP_OFF].set_by == "Ben Ashworth-Lyle"
    assert told.outcomes[0].parts[Part.PROXY].set_by == "Ada Marlow"
    assert told.inputs[0].pounds.set_by == "Ada Marlow"


def test_it_comes_out_as_reckoned_by_hand_and_again_to_the_last_digit() -> None:
    told = tell(SHEET, ROWS)
    assert told.reckoned.ratio == Fraction(26 * 8500 * 6, 10 * 100_000) - Fraction(12 * 500, 100_000)
    assert tell(read_sheet(as_json(SHEET)), ROWS).kept == told.kept
    assert touched_by(SHEET, ROWS) == {"in work": 23, "lonelier": 12}
    assert changes_from(SHEET, ROWS).quantities == {"in work": 26, "lonelier": -12}


@given(st.sampled_from(["rows", "seed", "extract", "sheet"]))
def test_whatever_is_changed_changes_the_sum_of_all(what: str) -> None:
    before = digest(SHEET, ROWS, "abc", 1, 1000)
    other = {
        "rows": lambda: digest(SHEET, [*ROWS[:-1], ((2, 1), 4)], "abc", 1, 1000),
        "seed": lambda: digest(SHEET, ROWS, "abc", 2, 1000),
        "extract": lambda: digest(SHEET, ROWS, "abd", 1, 1000),
        "sheet": lambda: digest(replace(SHEET, discounting="none"), ROWS, "abc", 1, 1000),
    }
    assert other[what]() != before


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ({"form": 7}, "it is of form 7"),
        ({"outcomes": [{"name": "x"}]}, "KeyError"),
        ({"inputs": 3}, "TypeError"),
    ],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(spoil: dict[str, object], says: str) -> None:
    with pytest.raises(Refused, match=says):
        read_sheet(as_json(SHEET) | spoil)


def test_shares_come_from_what_people_answered_and_nobody_asked_is_not_none() -> None:
    asked = from_answers({"half": 3, "none": 1, "not asked": 6}, "Asked.")
    assert (str(asked.central), str(asked.low), asked.source) == ("0.38", "0.255", "Asked. As said 4 times; 6 times nobody asked.")
    unknown = from_answers({"not asked": 6}, "Asked.")
    assert (int(unknown.low), int(unknown.high)) == (0, 1)
