"""What holds of a group's stages, in whatever order somebody says them or takes them back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import Refused
from alongside.groups.asking import Asked, questions
from alongside.groups.rules import Reached, a_step, may_follow, months_after, stands_at
from alongside.groups.words import STAGES

FIRST_DAY = date(2016, 1, 31)
TODAY = date(2026, 11, 27)
ALL = [word.stored for word in STAGES]
deeds = st.lists(st.integers(0, 40 * 300 - 1), max_size=20)
"""Each number says what is said (below 14: any stage at all, or one taken back; above: one of those that follow) and how many days on."""


def lived(all_deeds) -> list[Reached]:
    """The stages that stand after all these deeds: what was refused changed nothing, and the last alone is taken back."""
    steps: list[Reached] = []
    for which, days in (divmod(deed, 300) for deed in all_deeds):
        if which >= 14:
            offered = may_follow(steps)
            stage = offered[which % len(offered)]
        elif which < len(ALL):
            stage = ALL[which]
        else:
            steps = steps[:1] if len(steps) < 2 else steps[:-1]
            continue
        then = Reached(stage, (steps[-1].on if steps else FIRST_DAY) + timedelta(days=days - 30))
        try:
            a_step(steps, then, "words", today=TODAY)
        except Refused:
            continue
        steps.append(then)
    return steps


@given(deeds)
def test_nobody_starts_what_was_not_looked_for_first(all_deeds):
    stages = [step.stage for step in lived(all_deeds)]
    for at, stage in enumerate(stages):
        if stage in ("taster", "started", "shared", "self-managing"):
            assert "mapped" in stages[:at]
        if stage in ("shared", "self-managing", "copied"):
            assert "started" in stages[:at]


@given(deeds)
def test_a_group_goes_forward_in_time_from_what_was_heard(all_deeds):
    steps = lived(all_deeds)
    assert [step.stage for step in steps[:1]] == ["heard"][: len(steps)]
    assert sorted(step.on for step in steps) == [step.on for step in steps]


@given(deeds)
def test_still_going_is_said_only_so_long_after_members_took_it_over(all_deeds):
    steps = lived(all_deeds)
    for at, step in enumerate(steps):
        if step.stage in ("six months", "twelve months"):
            since = [one.on for one in steps[:at] if one.stage == "self-managing"][-1]
            assert step.on >= months_after(since, 6 if step.stage == "six months" else 12)


@given(deeds)
def test_whatever_is_offered_is_taken_on_some_day(all_deeds):
    steps = lived(all_deeds)
    for stage in may_follow(steps):
        a_step(steps, Reached(stage, date(2029, 1, 1)), "words", today=date(2029, 1, 1))


@given(deeds)
def test_being_copied_leaves_a_group_where_it_stands(all_deeds):
    steps = lived(all_deeds)
    if "copied" in may_follow(steps):
        assert stands_at([*steps, Reached("copied", TODAY)]) == stands_at(steps)


def test_a_month_that_is_shorter_ends_on_its_last_day():
    assert (months_after(date(2025, 8, 31), 6), months_after(date(2024, 2, 29), 12)) == (date(2026, 2, 28), date(2025, 2, 28))


def steps(*pairs: tuple[str, int]) -> list[Reached]:
    return [Reached(stage, TODAY - timedelta(weeks=weeks)) for stage, weeks in pairs]


def test_a_stage_that_does_not_follow_is_refused_in_words():
    with pytest.raises(Refused, match="From “interest heard” it does not come to “started”"):
        a_step(steps(("heard", 3)), Reached("started", TODAY), "", today=TODAY)


def test_what_was_looked_for_is_said_in_words():
    with pytest.raises(Refused, match="why nothing there will do"):
        a_step(steps(("heard", 3)), Reached("mapped", TODAY), " ", today=TODAY)


LED = (("heard", 40), ("mapped", 35), ("started", 30))


def test_a_group_led_by_us_for_long_is_asked_about():
    assert questions(steps(*LED), {}, None, today=TODAY) == [Asked("led by us", 30)]


def test_members_who_led_lately_start_the_weeks_anew():
    assert questions(steps(*LED), {}, TODAY - timedelta(weeks=3), today=TODAY) == []


def test_of_a_group_that_started_anew_the_weeks_before_its_new_start_are_not_asked():
    anew = steps(*LED, ("ended", 28), ("started", 13))
    assert questions(anew, {}, None, today=TODAY) == [Asked("led by us", 13)]
    assert questions(steps(*LED, ("ended", 28), ("started", 1)), {}, None, today=TODAY) == []


def test_one_of_us_who_came_back_leads_from_that_day_and_stepping_back_a_little_begins_nothing_anew():
    assert questions(steps(*LED, ("self-managing", 28), ("shared", 14), ("copied", 12)), {}, None, today=TODAY) == [Asked("led by us", 14)]
    assert questions(steps(*LED, ("copied", 20), ("shared", 5)), {}, None, today=TODAY) == [Asked("led by us", 30)]


def test_a_group_left_before_anybody_held_keys_or_money_is_asked_about():
    gone = steps(*LED, ("self-managing", 4))
    assert questions(gone, {"keys": "us", "money": "body"}, None, today=TODAY) == [Asked("left too soon", things=("keys",))]
    assert questions(gone, {"keys": "member", "money": "body"}, None, today=TODAY) == []


def test_a_group_that_stopped_soon_after_members_took_it_over_is_asked_about_for_half_a_year():
    held = {"keys": "member", "money": "member"}
    alone = (*LED, ("self-managing", 20))
    assert questions(steps(*alone, ("resting", 12)), held, None, today=TODAY) == [Asked("stopped soon", 8)]
    assert questions(steps(*alone, ("ended", 20)), held, None, today=TODAY) == [Asked("stopped soon", 1)]
    late = (("heard", 90), ("mapped", 85), ("started", 80), ("self-managing", 60))
    assert questions(steps(*late, ("ended", 33)), held, None, today=TODAY) == []
    assert questions(steps(*late, ("ended", 34)), held, None, today=TODAY) == [], "it is half a year ago"
    assert questions(steps(*late, ("ended", 26)), held, None, today=TODAY) == []


def test_what_ends_after_one_of_us_came_back_to_lead_was_not_left_too_soon():
    assert questions(steps(*LED, ("self-managing", 20), ("shared", 15), ("ended", 12)), {}, None, today=TODAY) == []
    assert questions(steps(*LED, ("ended", 12)), {}, None, today=TODAY) == []


def test_after_six_and_twelve_months_one_question_is_due():
    held = {"keys": "member", "money": "member"}
    assert questions(steps(*LED, ("self-managing", 27)), held, None, today=TODAY) == [Asked("still going", 6)]
    year = steps(("heard", 80), ("mapped", 75), ("started", 70), ("self-managing", 54))
    assert questions(year, held, None, today=TODAY) == [Asked("still going", 12)]
    assert questions([*year, Reached("twelve months", TODAY)], held, None, today=TODAY) == []
