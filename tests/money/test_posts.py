"""Who pays for a post on which day, against reading it slowly, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.money.pence import divided
from alongside.money.posts import WHOLE, Bill, Costs, Gap, Paid, Piece, Stretch, bill, cost, gaps, gaps_from, over_the_whole, pieces

BEGINS = date(2026, 4, 1)
FEWER = settings(max_examples=60, deadline=None)
DAYS = st.integers(0, 400).map(lambda days: BEGINS + timedelta(days=days))
STRETCHES = st.tuples(DAYS, st.integers(1, 300) | st.none()).map(lambda one: Stretch(one[0], one[1] and one[0] + timedelta(days=one[1])))
SHARES = st.lists(st.builds(Paid, st.sampled_from("abc"), st.integers(1, WHOLE), STRETCHES), max_size=6)
ENDING = STRETCHES.filter(lambda one: one.until is not None)
COSTS = st.lists(st.builds(Costs, DAYS, st.integers(0, 9_000_000)), min_size=1, max_size=4, unique_by=lambda one: one.since)
YEAR = Stretch(BEGINS, date(2027, 4, 1))


def days_of(over: Stretch) -> list[date]:
    until = over.until or date(2028, 6, 1)
    return [over.since + timedelta(days=n) for n in range((until - over.since).days)]


def paid_on(day: date, shares: list[Paid]) -> dict[str, int]:
    """Slowly: every share asked of one day."""
    found: dict[str, int] = {}
    for one in shares:
        if one.over.since <= day and (one.over.until is None or day < one.over.until):
            found[one.stream] = found.get(one.stream, 0) + one.parts
    return found


@FEWER
@given(STRETCHES, SHARES)
def test_every_day_of_a_post_is_in_one_piece_and_paid_as_its_shares_say(post, shares):
    by_day = {day: dict(piece.paid) for piece in pieces(post, shares) for day in days_of(piece.over)}
    assert by_day == {day: paid_on(day, shares) for day in days_of(post)}


@FEWER
@given(STRETCHES, SHARES)
def test_neighbouring_pieces_differ_and_gaps_are_the_days_that_fall_short(post, shares):
    cut = pieces(post, shares)
    assert [one for one, after in pairwise(cut) if one.paid == after.paid] == []
    short = {day: gap.parts for gap in gaps(post, shares) for day in days_of(gap.over)}
    assert short == {day: WHOLE - total for day in days_of(post) if (total := sum(paid_on(day, shares).values())) < WHOLE}


@FEWER
@given(STRETCHES, SHARES)
def test_more_than_the_whole_is_found_on_its_first_day(post, shares):
    found = over_the_whole(post, shares)
    slow = [day for day in days_of(post) if sum(paid_on(day, shares).values()) > WHOLE]
    assert (found.over.since if found else None) == (slow[0] if slow else None)


@FEWER
@given(ENDING, COSTS, st.data())
def test_what_a_post_costs_in_two_stretches_is_what_it_costs_in_both(post, costs, data):
    middle = data.draw(st.sampled_from(days_of(post)))
    whole = cost(post, costs, post)
    parts = [cost(post, costs, over) for over in (Stretch(post.since, middle), Stretch(middle, post.until)) if over.since < over.until]
    assert sum(parts) == whole


@FEWER
@given(ENDING, SHARES, COSTS, ENDING)
def test_no_penny_of_a_bill_is_lost(post, shares, costs, over):
    if over_the_whole(post, shares):
        return
    made = bill(post, shares, costs, over)
    assert sum(made.paid.values()) + made.nobody == made.whole == cost(post, costs, over)
    assert min([*made.paid.values(), made.nobody]) >= 0


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any))
def test_a_sum_is_divided_without_loss_and_nobody_is_a_penny_out(pence, weights):
    shares = divided(pence, weights)
    assert sum(shares) == pence
    assert all(abs(share * sum(weights) - pence * weight) < sum(weights) for share, weight in zip(shares, weights, strict=True))


def test_a_whole_year_costs_what_it_says_also_a_leap_one():
    post, costs = Stretch(BEGINS, None), [Costs(BEGINS, 4_000_001)]
    assert cost(post, costs, YEAR) == cost(post, costs, Stretch(date(2027, 4, 1), date(2028, 4, 1))) == 4_000_001


def test_three_streams_end_one_by_one_and_the_gap_is_told_with_its_day():
    post = Stretch(BEGINS, None)
    shares = [
        Paid("council", 6_000, Stretch(BEGINS, None)),
        Paid("health", 4_000, Stretch(BEGINS, date(2027, 4, 1))),
    ]
    assert pieces(post, shares) == [
        Piece(YEAR, (("council", 6_000), ("health", 4_000))),
        Piece(Stretch(date(2027, 4, 1), None), (("council", 6_000),)),
    ]
    assert gaps_from(post, shares, on=date(2026, 11, 27)) == [Gap(Stretch(date(2027, 4, 1), None), 4_000)]
    assert bill(post, shares, [Costs(BEGINS, 4_000_000)], Stretch(date(2027, 4, 1), date(2028, 4, 1))) == Bill(4_000_000, {"council": 2_400_000}, 1_600_000)
