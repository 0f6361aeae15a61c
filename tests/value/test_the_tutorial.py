"""The tutorial says what comes out."""

from __future__ import annotations

import doctest
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs/guide/valuing.md"


def test_the_tutorial_says_what_comes_out():
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.REPORT_NDIFF)
    assert found.attempted > 20
    assert found.failed == 0
