"""When something meets: the days of a rule are those that a slow and plain reading of it gives, and finding goes by them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.directory.actions import SessionTold, add_session, end_session, keep_entry, not_on, take_up_session
from alongside.directory.meeting import FORTNIGHTLY, MONTHLY, ONCE, WEEKLY, WHICH, Meets, checked, how_often, rule_of
from alongside.directory.models import Session
from alongside.directory.told import Told
from alongside.foundation.refusals import Refused
from tests.building import a_coordinator, as_, days_ago, now, today

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
HOW = st.sampled_from([(ONCE, ""), (WEEKLY, ""), (FORTNIGHTLY, ""), *((MONTHLY, which) for which in WHICH)])


def plainly(day: date, starts: date, how: str, which: str) -> bool:
    """Whether it meets on a day, read word by word."""
    if day < starts or day.weekday() != starts.weekday():
        return False
    if how == ONCE:
        return day == starts
    if how == FORTNIGHTLY:
        return (day - starts).days % 14 == 0
    if how == MONTHLY:
        if which == "last":
            return day.day > monthrange(day.year, day.month)[1] - 7
        return (day.day - 1) // 7 + 1 == WHICH[which]
    return True


@settings(max_examples=300, deadline=None)
@given(DAYS, HOW, st.integers(-400, 900), st.one_of(st.none(), st.integers(0, 700)), st.lists(st.integers(0, 400), max_size=4))
def test_the_next_five_days_are_those_of_a_slow_plain_reading(starts, how, later, lasts, left_out):
    after = starts + timedelta(days=later)
    last = starts + timedelta(days=lasts) if lasts is not None else None
    out = tuple(starts + timedelta(days=days) for days in left_out)
    meets = Meets(starts, rule_of(how[0], starts, how[1]), last, out)
    slow = (after + timedelta(days=days) for days in range(5 * 366))
    wanted = [day for day in slow if plainly(day, starts, *how) and (last is None or day <= last) and day not in out][:5]
    assert meets.next_days(after) == wanted


STRETCHES = st.lists(st.tuples(st.integers(-300, 1500), st.integers(0, 120)), max_size=6)


@settings(max_examples=300, deadline=None)
@given(DAYS, HOW, st.integers(-400, 900), STRETCHES, st.lists(st.integers(0, 400), max_size=4))
def test_in_school_terms_the_next_five_days_are_those_of_a_slow_plain_reading(starts, how, later, stretches, left_out):
    after = starts + timedelta(days=later)
    terms = tuple((starts + timedelta(days=first), starts + timedelta(days=first + days)) for first, days in stretches)
    out = tuple(starts + timedelta(days=days) for days in left_out)
    slow = (after + timedelta(days=days) for days in range(5 * 366))
    wanted = [day for day in slow if plainly(day, starts, *how) and day not in out and any(first <= day <= last for first, last in terms)][:5]
    assert Meets(starts, rule_of(how[0], starts, how[1]), None, out, terms).next_days(after) == wanted


@given(DAYS, HOW)
def test_a_plain_choice_comes_back_from_its_rule(starts, how):
    assert how_often(rule_of(how[0], starts, how[1])) == how


@pytest.mark.parametrize("rule", ["every Tuesday", "FREQ=SOMETIMES", "FREQ=WEEKLY;BYDAY=XX", "DTSTART:19970902T090000\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY"])
def test_a_rule_that_no_calendar_reads_is_refused_with_one_that_it_does(rule):
    with pytest.raises(Refused, match="FREQ=WEEKLY;BYDAY=TU"):
        checked(rule, date(2026, 1, 6))


def test_a_rule_that_never_comes_is_looked_for_no_longer_than_five_years():
    assert Meets(date(2026, 1, 6), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").next_days(date(2026, 1, 6)) == []


@pytest.fixture
def shed(db):
    sam = a_coordinator()
    with as_(sam):
        return sam, keep_entry(Told("Fern shed", "group", days=(1,)), by=sam, at=now())


def test_the_days_by_which_it_is_found_follow_from_its_sessions_and_come_back(shed):
    sam, entry = shed
    tuesday = today() - timedelta(days=(today().weekday() - 1) % 7)
    with as_(sam):
        made = add_session(entry, SessionTold(tuesday, rule_of(WEEKLY, tuesday), time(14), time(16)), by=sam, at=now())
        entry.refresh_from_db()
        assert (entry.days, entry.source_says) == ([2], {"days": [1]})
        end_session(made, by=sam, at=now())
        take_up_session(made, by=sam, at=now())
        upcoming = made.meets.next_days(today(), 2)
        assert not_on(made, upcoming[0], by=sam, at=now()).meets.next_days(today(), 1) == [upcoming[1]]
        assert not_on(made, upcoming[0], by=sam, at=now()).meets.next_days(today(), 1) == [upcoming[0]]
        with pytest.raises(Refused, match="does not meet on that day"):
            not_on(made, upcoming[0] + timedelta(days=1), by=sam, at=now())


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"ends_at": time(9), "starts_at": time(10)}, "ends_at"),
        ({"last_day": days_ago(9)}, "last_day"),
        ({"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "starts_on"),
    ],
)
def test_what_cannot_be_stands_by_its_box(shed, wrong, field):
    sam, entry = shed
    with as_(sam), pytest.raises(Refused) as refused:
        add_session(entry, SessionTold(**{"starts_on": today()} | wrong), by=sam, at=now())
    assert (refused.value.field, Session.objects.count()) == (field, 0)
