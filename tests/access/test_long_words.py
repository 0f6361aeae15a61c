"""Whatever is written to us, looking through it for names takes no longer than reading it."""

from __future__ import annotations

import time

import pytest

from alongside.access.taking_away.names import Knowing, names_in


@pytest.mark.parametrize("blank", ["\n", " ", "“", "(\n", "a-", "Ab’s "])
def test_names_are_found_in_a_moment_among_a_hundred_thousand_blanks(blank, tells):
    text = "x" + blank * 100_000 + " y " + "Ab zz " * 200
    begun = time.process_time()
    names_in([text], Knowing())
    took = time.process_time() - begun
    tells(f"names among 100,000 of {blank!r}: {took:.2f} s")
    assert took < 5


def test_a_sentence_begins_after_an_end_or_a_line_however_many_blanks_stand_between():
    def found(text: str) -> list[str]:
        return [name.said for name in names_in([text], Knowing())]

    assert found("Garden work. Garden work.\n\n  “Garden work, (Garden work") == []
    assert found(" " * 30 + "Garden work") == []
    assert found("we saw Garden today") == ["Garden"]
