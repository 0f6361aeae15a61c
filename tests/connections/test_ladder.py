"""The ladder a connection climbs: any rung may follow any other, but what the words say must be so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.connections.rules import STILL_GOING, Reached, a_rung_can_be_reached, first_time, kind_of, ladder_of
from alongside.connections.words import RUNGS
from alongside.foundation.refusals import Refused

MADE = date(2026, 3, 2)
TODAY = date(2026, 11, 22)
SUGGESTED = Reached("suggested", MADE)


def reach(rung: str, *, on: date = TODAY, words: str = "", after: tuple[Reached, ...] = (SUGGESTED,)) -> None:
    a_rung_can_be_reached(rung, on, words, after, made_on=MADE, today=TODAY)


def test_where_they_are_already_is_said_again_only_with_words():
    with pytest.raises(Refused, match="They are there already"):
        reach("suggested")
    reach("suggested", words="She still thinks of it.")


@pytest.mark.parametrize("rung", ["went together", "went alone", "helps to run it"])
def test_rungs_may_be_skipped(rung):
    reach(rung)


def test_rungs_may_be_stepped_back():
    reach("went together", after=(SUGGESTED, Reached("helps to run it", date(2026, 5, 1))))


@pytest.mark.parametrize("words", ["", "  "])
def test_not_for_me_asks_why(words):
    with pytest.raises(Refused, match="Say why it is not for them, in their words") as refused:
        reach("not for me", words=words)
    assert refused.value.field == "words"
    reach("not for me", words="too loud for her")


def test_still_going_asks_for_a_first_time():
    with pytest.raises(Refused, match="Say first when they went for the first time"):
        reach("still going")


def test_still_going_before_twelve_weeks_says_from_when():
    went = (SUGGESTED, Reached("went together", date(2026, 10, 1)))
    with pytest.raises(Refused) as refused:
        reach("still going", after=went)
    assert refused.value.sentence == "They first went on 1 October 2026, so twelve weeks are over on 24 December 2026."


def test_still_going_is_counted_from_the_first_time_and_not_the_last():
    reach("still going", after=(SUGGESTED, Reached("went alone", date(2026, 11, 1)), Reached("went together", date(2026, 5, 1))))


@given(st.dates(MADE, TODAY), st.dates(MADE, TODAY))
def test_still_going_is_refused_on_every_day_before_twelve_weeks_and_on_none_after(went, on):
    try:
        reach("still going", on=on, after=(SUGGESTED, Reached("went alone", went)))
    except Refused:
        assert on < went + STILL_GOING
    else:
        assert on >= went + STILL_GOING


@pytest.mark.parametrize(
    ("on", "sentence"), [(TODAY + timedelta(days=1), "has not come yet"), (MADE - timedelta(days=1), "The connection was made on 2 March 2026")]
)
def test_a_rung_stands_between_the_making_and_today(on, sentence):
    with pytest.raises(Refused, match=sentence):
        reach("went alone", on=on)


def test_the_first_time_is_the_earliest_of_going():
    assert first_time([SUGGESTED, Reached("went alone", date(2026, 5, 2)), Reached("went together", date(2026, 5, 1))]) == date(2026, 5, 1)
    assert first_time([SUGGESTED]) is None


@pytest.mark.parametrize(
    ("entry", "kind"), [(None, "natural"), ("group", "community"), ("place", "community"), ("activity", "community"), ("service", "service")]
)
def test_the_kind_follows_from_what_it_leads_to(entry, kind):
    assert kind_of(entry) == kind


def test_the_ladder_shows_what_was_reached_and_where_they_stand():
    steps = ladder_of(["went alone", "suggested"])
    assert [(step.rung, step.reached, step.here) for step in steps] == [
        ("suggested", True, False),
        ("went together", False, False),
        ("went alone", True, True),
        ("still going", False, False),
        ("helps to run it", False, False),
    ]


def test_whoever_stepped_off_has_no_ladder():
    assert ladder_of(["not for me", "suggested"]) == []
    assert ladder_of([]) == []


def test_every_rung_has_a_meaning():
    assert all(word.meaning for word in RUNGS)
