"""Who has gone quiet: what was agreed wins, then their own usual gap, then the team's number; told in a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.journeys.rhythm import LONGEST, SHORTEST, Agreed, an_agreed_rhythm, how_quiet, usual_gap

TODAY = date(2026, 11, 26)
ON_A_BUSY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def ago(*days: int) -> list[date]:
    return [TODAY - timedelta(days=day) for day in days]


def said(contacts, agreed=None, **more) -> tuple[bool, str]:
    found = how_quiet(contacts, agreed, team_days=28, today=TODAY, **more)
    return found.is_quiet, found.because.lac % found.parts


def test_their_own_gap_says_when_they_are_missed():
    assert said(ago(31, 40, 49, 58)) == (True, "You usually speak about every 9 days; it has been 31.")
    assert said(ago(18, 27, 36, 45)) == (False, "You usually speak about every 9 days; it has been 18.")


def test_what_was_agreed_wins_over_habit():
    contacts = ago(10, 40, 70, 100)
    assert said(contacts, Agreed("every", 7)) == (True, "You agreed on about every 7 days; it has been 10.")
    assert said(ago(90, 91, 92, 93), Agreed("they ring")) == (False, "They ring us when they like, so nobody is reminded.")
    assert said(ago(90), Agreed("as it comes", not_before=TODAY + timedelta(days=1)))[0] is False
    assert said(ago(90), Agreed("as it comes", not_before=TODAY))[0] is True


def test_without_a_habit_the_team_decides_and_whoever_was_never_in_touch_is_named():
    assert said(ago(28)) == (False, "It has been 28 days. With nothing agreed and no habit yet, the team looks after 28.")
    assert said(ago(29))[0] is True
    assert said([]) == (True, "Nobody has written down yet that they were in touch.")


def test_nobody_is_missed_whom_one_is_about_to_meet():
    assert said([], next_visit=TODAY)[0] is False
    assert said([], next_visit=TODAY - timedelta(days=1))[0] is True


def test_one_long_silence_does_not_make_a_habit():
    assert usual_gap(ago(0, 7, 14, 200, 207)) == 7


days = st.lists(st.integers(min_value=0, max_value=900), max_size=40)


@ON_A_BUSY_MACHINE
@given(days)
def test_a_usual_gap_lies_between_its_floor_and_its_ceiling_and_needs_three_gaps(numbers):
    found = usual_gap(ago(*numbers))
    assert (found is None) == (len(set(numbers)) < 4)
    assert found is None or SHORTEST <= found <= LONGEST


@ON_A_BUSY_MACHINE
@given(days, st.integers(min_value=0, max_value=900))
def test_the_gap_is_the_same_whatever_the_order_and_whenever_it_is_asked(numbers, later):
    moved = [day + timedelta(days=later) for day in reversed(ago(*numbers, *numbers))]
    assert usual_gap(moved) == usual_gap(ago(*numbers))


@ON_A_BUSY_MACHINE
@given(days, st.integers(min_value=1, max_value=366), st.sampled_from([None, Agreed("every", 14), Agreed("as it comes"), Agreed("they ring")]))
def test_being_in_touch_today_makes_nobody_quiet_and_silence_only_grows(numbers, team, agreed):
    contacts = ago(*numbers)
    judged = [how_quiet(contacts, agreed, team_days=team, today=TODAY + timedelta(days=ahead)).is_quiet for ahead in range(0, 400, 25)]
    assert judged == sorted(judged)
    assert how_quiet([*contacts, TODAY], agreed, team_days=team, today=TODAY).is_quiet is False


@pytest.mark.parametrize("agreed", [Agreed("every"), Agreed("every", 0), Agreed("every", 367), Agreed("as it comes", not_before=TODAY)])
def test_a_rhythm_that_cannot_be_kept_is_refused(agreed):
    with pytest.raises(Refused):
        an_agreed_rhythm(agreed, today=TODAY)
