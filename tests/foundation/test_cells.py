"""What is written into a file for a spreadsheet is shown there, and never run."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.cells import inert


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\u00a0+", "\ufeff=", "＝", "＋", "－", "＠", "|", "%", "\r=", "\n=", "\t"])
def test_a_cell_that_a_spreadsheet_would_run_is_shown_instead(start: str) -> None:
    assert inert(f"{start}cmd").startswith("'")


@given(st.text())
def test_no_text_makes_a_second_cell_or_line_or_an_active_one(text: str) -> None:
    written = io.StringIO()
    csv.writer(written).writerow([inert(text.replace("\x00", "")), "next"])
    (row,) = csv.reader(io.StringIO(written.getvalue()))
    assert row[1:] == ["next"]
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", row[0]) or not row[0].strip(" \t\u00a0\ufeff").startswith(("=", "+", "-", "@", "|", "%"))


def test_an_ordinary_cell_stays_as_it_is() -> None:
    assert [inert(cell) for cell in ("Housing", 20, "Mother-in-law", "a=b", "-2.35")] == ["Housing", "20", "Mother-in-law", "a=b", "-2.35"]
