"""How far people travelled, from the rows of an extract: a small table, a definition, an answer."""

from __future__ import annotations

from datetime import date

from alongside.evidence.distance import how_far, in_rows
from alongside.foundation.words import Vocabulary
from alongside.outcomes.measuring import shipped

FIRST, LATER, UNTIL = date(2026, 1, 5), date(2026, 6, 5), date(2026, 7, 1)


def _asked(person: int, *satisfied: int | None) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Somebody who was asked the four questions as often, and what they said to the first of them."""
    askings = [(person, "ons4", "", FIRST if nth == 1 else LATER, "together", "answered", nth) for nth, _ in enumerate(satisfied, 1)]
    return askings, [(person, "ons4", nth, "satisfied", number) for nth, number in enumerate(satisfied, 1)]


def _row(people: list[tuple[list[tuple[object, ...]], list[tuple[object, ...]]]]) -> tuple[str, ...]:
    askings, answers = [row for some, _ in people for row in some], [row for _, some in people for row in some]
    rows = in_rows(how_far(shipped(), askings, answers, UNTIL), Vocabulary.LOCAL_AREA_COORDINATION)
    return next(row for row in rows if "satisfied" in row[0])


def test_three_began_two_were_asked_again_and_nobody_who_was_not_counts_as_unchanged() -> None:
    row = _row([_asked(1, 4, 6), _asked(2, 5, 4), _asked(3, 8)])
    assert row[1:] == (
        "3, 2, 2",
        "+0.5",
        "A mean change is not told of fewer than 30 pairs; there are 2. One person would make it.",
        "1, 0, 1",
        "1, who began at 8.0; the pairs: 4.5",
    )


def test_of_thirty_pairs_a_mean_is_told_with_its_interval() -> None:
    row = _row([_asked(one, 4, 6 if one % 2 else 4) for one in range(30)])
    assert row[1:5] == ("30, 30, 30", "+1.0", "+1.0 (+0.6 to +1.4)", "15, 15, 0")


def test_what_was_left_out_is_not_nought() -> None:
    row = _row([_asked(1, 4, None), _asked(2, None, 3)])
    assert row[1] == "1, 1, 0"
    assert row[3] == "Nobody was asked a second time, so nothing is known of any change. That is not the same as none."


def test_what_is_asked_after_the_period_is_not_in_it() -> None:
    askings, answers = _asked(1, 4, 6)
    assert how_far(shipped(), askings, answers, date(2026, 2, 1))[0][2].pairs == 0
