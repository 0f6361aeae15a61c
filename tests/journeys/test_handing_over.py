"""Handing people over for good: what goes, what stays the past, and taking it back whole."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.desk.reading import Place, beside, story_of
from alongside.foundation.refusals import Refused
from alongside.journeys import actions as journeys
from alongside.journeys.models import Step
from alongside.journeys.rules import StepAsked
from alongside.trail.doing import acting
from tests.building import a_coordinator, as_, now, today

from .handing import IN_A_WEEK, Fern, everything, on_the_day, protect, walk_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def fern() -> Fern:
    return Fern()


def test_in_one_action_everybody_goes_over_with_what_is_still_to_be_done(fern):
    gwen, hal = fern.somebody("Gwen Example"), fern.somebody("Hal Example")
    step, wait, visit = fern.step(gwen), fern.wait(gwen), fern.visit(gwen, 3)
    fern.hands_over()
    assert (walk_with(fern, gwen), walk_with(fern, hal)) == (["Priya Nair"], ["Priya Nair"])
    assert [fern.now(row).staff_id for row in (step, wait, visit)] == [fern.priya.id] * 3
    assert {row["name"] for row in on_the_day(fern.priya)["introduced"]} == {"Gwen Example", "Hal Example"}
    assert on_the_day(fern.delyth)["introduced"] is None


def test_only_those_ticked_go_and_the_others_stay(fern):
    gwen, hal = fern.somebody("Gwen Example"), fern.somebody("Hal Example")
    step = fern.step(hal)
    fern.hands_over(gwen)
    assert (walk_with(fern, gwen), walk_with(fern, hal)) == (["Priya Nair"], ["Delyth Vaughan"])
    assert fern.now(step).staff_id == fern.delyth.id


def test_the_past_stays_whose_it_was(fern):
    gwen = fern.somebody("Gwen Example")
    with as_(fern.delyth):
        note = journeys.write_note(gwen, "Tea.", on=today(), how="visit", by=fern.delyth, at=now())
        rung = journeys.add_step(gwen, StepAsked("Ring", "us", staff_id=fern.delyth.id), by=fern.delyth, at=now())
        journeys.end_step(rung, how_it_went="Done.", on=today(), by=fern.delyth, at=now())
    asked_of_a_third = fern.step(gwen, staff=fern.mina)
    fern.hands_over(gwen)
    note, done, asked_of_a_third = (fern.now(row) for row in (note, rung, asked_of_a_third))
    assert (note.by_id, done.staff_id, done.by_id, asked_of_a_third.staff_id) == (fern.delyth.id, fern.delyth.id, fern.delyth.id, fern.mina.id)


def test_until_the_day_comes_all_of_it_is_still_on_the_day_of_whoever_goes(fern):
    gwen = fern.somebody("Gwen Example")
    fern.step(gwen)
    soon, later = fern.visit(gwen, 2), fern.visit(gwen, 7)
    fern.hands_over(since=today() + IN_A_WEEK)
    assert (walk_with(fern, gwen), walk_with(fern, gwen, today() + IN_A_WEEK)) == (["Delyth Vaughan"], ["Priya Nair"])
    delyths, priyas = on_the_day(fern.delyth), on_the_day(fern.priya)
    assert [row["words"] for row in delyths["promised"]] == ["Ring the housing office"]
    assert (priyas["promised"], priyas["asked"], priyas["introduced"]) == (None, None, None)
    assert [row["id"] for row in delyths["visits"]] == [str(soon.id)]
    assert [row["id"] for row in priyas["visits"]] == [str(later.id)]
    with acting(fern.priya):
        known = beside(gwen.id)
    assert [row["staff"] for row in known["steps"]] == ["Delyth Vaughan"]
    assert [(row["name"], row["to_come"], row["after"]) for row in known["walking"]] == [
        ("Delyth Vaughan", False, None),
        ("Priya Nair", True, "Delyth Vaughan"),
    ]


def test_what_somebody_gives_to_another_meanwhile_is_theirs_at_once(fern):
    gwen = fern.somebody("Gwen Example")
    step = fern.step(gwen)
    fern.hands_over(since=today() + IN_A_WEEK)
    step = fern.now(step)
    with as_(fern.mina):
        journeys.amend_step(step, StepAsked("Ring the housing office", "us", staff_id=fern.mina.id), by=fern.mina, at=now())
    assert [row["words"] for row in on_the_day(fern.mina)["asked"]] == ["Ring the housing office"]
    assert on_the_day(fern.delyth)["promised"] is None


def test_handed_on_twice_before_the_first_day_it_is_still_with_the_first(fern):
    gwen, third = fern.somebody("Gwen Example"), a_coordinator(fern.team, name="Tom Reed")
    fern.step(gwen)
    fern.hands_over(since=today() + IN_A_WEEK)
    with as_(fern.mina):
        journeys.hand_over(fern.priya.id, third.id, since=today() + 2 * IN_A_WEEK, everybody=True, by=fern.mina, at=now())
    assert [walk_with(fern, gwen, today() + weeks * IN_A_WEEK) for weeks in (0, 1, 2)] == [["Delyth Vaughan"], ["Priya Nair"], ["Tom Reed"]]
    assert [row["words"] for row in on_the_day(fern.delyth)["promised"]] == ["Ring the housing office"]
    assert (on_the_day(fern.priya)["asked"], on_the_day(third)["asked"]) == (None, None)


def test_taken_back_everything_is_as_it_was(fern):
    gwen = fern.somebody("Gwen Example")
    fern.step(gwen), fern.wait(gwen), fern.visit(gwen, 3), fern.somebody("Hal Example")
    before = everything(fern)
    made = fern.hands_over(words="She likes to be rung first.")
    assert everything(fern) != before
    fern.takes_back(made)
    assert everything(fern) == before
    with pytest.raises(Refused, match="undone already"):
        fern.takes_back(made)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    days=st.integers(min_value=0, max_value=9),
    things=st.lists(st.tuples(st.sampled_from(["step", "wait", "visit", "protect", "both"]), st.integers(min_value=0, max_value=2)), max_size=7),
    chosen=st.sets(st.integers(min_value=0, max_value=2)),
)
def test_whatever_is_handed_over_whenever_taking_it_back_is_identity(days, things, chosen):
    fern = Fern()
    people = [fern.somebody(f"Example {number}") for number in range(3)]
    for what, number in things:
        if what == "protect":
            protect(fern, people[number])
        elif what == "both":
            with as_(fern.delyth):
                journeys.walk_alongside(people[number], fern.priya.id, since=today(), by=fern.delyth, at=now())
        else:
            getattr(fern, what)(people[number], *([days] if what == "visit" else []))
    before = everything(fern)
    fern.takes_back(fern.hands_over(*[people[number] for number in sorted(chosen)], since=today() + timedelta(days=days)))
    assert everything(fern) == before


def test_whoever_was_handed_on_since_stays_and_the_others_come_back(fern):
    gwen, hal = fern.somebody("Gwen Example"), fern.somebody("Hal Example")
    third = a_coordinator(fern.team, name="Tom Reed")
    made = fern.hands_over()
    with as_(fern.mina):
        journeys.hand_over(fern.priya.id, third.id, since=today(), people=[gwen.id], by=fern.mina, at=now())
    fern.takes_back(made)
    assert (walk_with(fern, gwen), walk_with(fern, hal)) == (["Tom Reed"], ["Delyth Vaughan"])
    with acting(fern.mina):
        told = [story_of(person.id, Place(), kinds=["handed over"]).moments for person in (gwen, hal)]
    assert [[moment.detail for moment in moments] for moments in told] == [["Tom Reed", "Priya Nair"], []]


def test_what_was_written_meanwhile_stays_when_it_is_taken_back(fern):
    gwen = fern.somebody("Gwen Example")
    step = fern.step(gwen)
    made = fern.hands_over()
    with as_(fern.priya):
        note = journeys.write_note(gwen, "We met.", on=today(), how="visit", by=fern.priya, at=now())
        journeys.end_step(Step.objects.get(id=step.id), how_it_went="Rung.", on=today(), by=fern.priya, at=now())
    fern.takes_back(made)
    step, note = fern.now(step), fern.now(note)
    assert (note.by_id, step.staff_id, step.how_it_went) == (fern.priya.id, fern.priya.id, "Rung.")
