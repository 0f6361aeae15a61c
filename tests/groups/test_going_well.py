"""How a group is going, each figure as it is defined."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from alongside.groups.going_well import Share, Was, carries_much, falls_over_without_us, helped, led_by_members, weeks_since_we_led, welcomed

TODAY = date(2026, 11, 27)


def was(weeks: int, led_by: str = "us", **heads: int) -> Was:
    return Was(TODAY - timedelta(weeks=weeks), led_by, **heads)


def test_weeks_are_counted_from_the_last_session_that_one_of_us_led():
    assert weeks_since_we_led([was(9), was(5, "both"), was(2, "members")], today=TODAY) == 5
    assert weeks_since_we_led([was(2, "members")], today=TODAY) is None


def test_members_share_is_of_the_sessions_of_which_it_was_said():
    assert led_by_members([was(3), was(2, "members"), was(1, "both"), was(0, "")]) == Share(2, 3)


def test_helpers_and_heads_are_of_the_same_sessions():
    sessions = [was(3, came=10, helpers=2), was(2, came=8), was(1, came=5, helpers=3, new=2)]
    assert (helped(sessions), welcomed(sessions)) == (Share(5, 15), 2)


def test_a_group_that_we_led_each_of_the_last_six_times_would_fall_over_without_us():
    six = [was(week) for week in range(6)]
    assert falls_over_without_us(six)
    assert not falls_over_without_us(six[:5])
    assert not falls_over_without_us([*six[1:], was(0, "both")])
    assert falls_over_without_us([*six, was(9, "members")]), "what was long ago does not count"


def test_somebody_with_more_than_two_things_carries_much_however_their_name_is_written():
    assert carries_much({"keys": "Olwen", "money": "olwen ", "tea": "OLWEN", "welcome": "Mo", "contact": ""}) == ["OLWEN"]
    assert carries_much({"keys": "Olwen", "money": "Olwen", "tea": "", "welcome": "", "contact": ""}) == []


sessions = st.lists(st.builds(was, st.integers(0, 99), st.sampled_from(["us", "members", "both", ""]), came=st.integers(0, 40), helpers=st.integers(0, 40)))


@given(sessions)
def test_no_share_is_more_than_the_whole(some):
    share = led_by_members(some)
    assert 0 <= share.some <= share.all <= len(some)
    assert (share.per_cent is None) == (share.all == 0)
