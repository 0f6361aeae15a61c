"""Two windows of one length before and after: whatever is not known is not nought, and no number is spread over days it was not told of."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.outcomes.using import Known, NotKnown, Pair, pair

CAME = date(2026, 5, 1)
DAYS = 91


def days(many: int) -> timedelta:
    return timedelta(days=many)


def test_known_days_are_counted_right_beside_the_introduction_and_the_day_itself_in_neither() -> None:
    on = (CAME - days(91), CAME - days(92), CAME - days(1), CAME, CAME + days(1), CAME + days(91), CAME + days(92))
    known = Known(CAME - days(200), CAME + days(200), on=on)

    assert pair(CAME, [known], days=DAYS) == Pair(2, 2, ((CAME - days(91), CAME), (CAME + days(1), CAME + days(92))))


def test_what_somebody_told_of_thirteen_weeks_stands_for_those_alone() -> None:
    before = Known(CAME - days(91), CAME, times=9)
    since = Known(CAME + days(30), CAME + days(121), times=4)

    assert pair(CAME, [before, since], days=DAYS) == Pair(9, 4, ((CAME - days(91), CAME), (CAME + days(30), CAME + days(121))))
    assert pair(CAME, [before, since], days=28) is NotKnown.NEITHER


def test_a_source_that_begins_too_late_does_not_know_what_was_before() -> None:
    known = Known(CAME - days(90), CAME + days(200), on=(CAME - days(3),))

    assert pair(CAME, [known], days=DAYS) is NotKnown.BEFORE


def test_a_source_that_ends_too_soon_does_not_know_what_came_since() -> None:
    assert pair(CAME, [Known(CAME - days(400), CAME + days(91))], days=DAYS) is NotKnown.AFTER
    assert isinstance(pair(CAME, [Known(CAME - days(400), CAME + days(92))], days=DAYS), Pair)


def test_a_list_without_anybodys_visits_knows_of_none() -> None:
    found = pair(CAME, [Known(CAME - days(400), CAME + days(400))], days=DAYS)
    assert isinstance(found, Pair)
    assert (found.before, found.after) == (0, 0)


@given(
    st.lists(st.integers(-120, 120), max_size=12),
    st.lists(st.tuples(st.integers(-150, 150), st.sampled_from([28, 91]), st.integers(0, 20)), max_size=4),
    st.sampled_from([28, 91]),
)
def test_both_windows_are_as_long_and_neither_holds_the_day_itself(on: list[int], told: list[tuple[int, int, int]], length: int) -> None:
    some = [Known(CAME - days(130), CAME + days(130), on=tuple(CAME + days(n) for n in on))]
    some += [Known(CAME + days(first), CAME + days(first + many), times=times) for first, many, times in told]

    found = pair(CAME, some, days=length)
    assert isinstance(found, Pair)
    (before, until), (since, after) = found.windows
    assert (until - before).days == (after - since).days == length
    assert until <= CAME <= since
