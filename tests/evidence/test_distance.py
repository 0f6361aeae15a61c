"""How far people travelled, from the rows of an extract: a small table, a definition, an answer."""

from __future__ import annotations

from datetime import date

from alongside.evidence.distance import CAME, MEAN, as_distance_leaves, how_far, in_rows, rows_that_left
from alongside.evidence.leaving import TOTAL, Leaving
from alongside.foundation.words import Vocabulary
from alongside.outcomes.measuring import read_measure, shipped

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
    assert how_far(shipped(), askings, answers, date(2026, 2, 1))[0].told.pairs == 0


CALM = """
name: Calm
short: Calm
about: One question.
source: Made up
licence: Ours
better: more
from: 0
to: 10
important: {calm: 2}
important_source: A study of our own
items: {calm: {asks: How calm are you}}
"""


def test_where_a_file_says_how_much_matters_it_is_counted_and_its_source_told() -> None:
    """4 to 6 is enough, 4 to 5 is better and not by as much, 4 to 4 is the same."""
    askings = [(person, "calm", "", day, "together", "answered", nth) for person in (1, 2, 3) for nth, day in ((1, FIRST), (2, LATER))]
    answers = [(person, "calm", nth, "calm", said) for person, after in ((1, 6), (2, 5), (3, 4)) for nth, said in ((1, 4), (2, after))]
    rows = in_rows(how_far({"calm": read_measure(CALM, "calm")}, askings, answers, UNTIL), Vocabulary.LOCAL_AREA_COORDINATION)
    assert rows[0][4] == "2, 1, 0; better by 2.0 and more: 1 (A study of our own)"


def _leaves(people: int, *, kept: Leaving | None = None, worse: int = 0) -> Leaving:
    """So many who began at 4: the first `worse` of them went to 3, every other one of the rest to 6, and ten more were never asked again."""
    askings, answers = [], []
    for one in range(people):
        some = _asked(one, 4, 3 if one < worse else 6 if one % 2 else 4)
        askings, answers = [*askings, *some[0]], [*answers, *some[1]]
    for one in range(people, people + 10):
        some = _asked(one, 4)
        askings, answers = [*askings, *some[0]], [*answers, *some[1]]
    found = [one for one in how_far(shipped(), askings, answers, UNTIL) if one.item == "satisfied"]
    return as_distance_leaves(found, lambda _total: kept or {})["travelled ons4 satisfied"]


def test_what_leaves_adds_up_to_everybody_who_began_and_of_thirty_pairs_a_mean_to_one_decimal() -> None:
    left = _leaves(40)
    assert left == {TOTAL: {TOTAL: 50}, CAME: {"better": 20, "same": 20, "worse": 0, "missing": 10}, MEAN: {"mean": 10, "low": 7, "high": 13}}
    assert rows_that_left(shipped(), {"travelled ons4 satisfied": left})[0][1:] == ("50", "+1.0 (+0.7 to +1.3)", "20, 20, 0", "10")


def test_a_few_who_are_worse_are_held_back_with_another_and_so_is_the_mean() -> None:
    left = _leaves(40, worse=2)
    assert left[CAME]["worse"] is None
    assert list(left[CAME].values()).count(None) >= 2
    assert left[MEAN] == {}


def test_of_twenty_pairs_no_mean_leaves_and_what_has_left_stays_as_it_left() -> None:
    assert _leaves(20)[MEAN] == {}
    before = _leaves(40)
    assert _leaves(60, kept=before) == before
