"""From an introduction on, what is written stays and leaves a trace."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions
from alongside.journeys.models import Agreement, Alongside, Level, Note
from alongside.journeys.rules import StepAsked
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.trail.models import Change, Entry
from tests.building import a_coordinator, a_team, as_, days_ago, now, somebody, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam():
    return a_coordinator()


def of(key):
    return Person.objects.get(id=key)


def test_whoever_writes_the_introduction_walks_alongside(sam):
    gwen = somebody(sam, on=days_ago(3))
    with as_(sam):
        assert list(Alongside.objects.filter(person_id=gwen).values_list("coordinator_id", "since")) == [(sam.id, days_ago(3))]
        assert Level.objects.get(person_id=gwen).level == "introduced"


def test_an_introduction_leaves_its_lines_in_the_trail(sam):
    gwen = somebody(sam)
    with as_(sam):
        lines = Entry.objects.filter(people__contains=[gwen]).order_by("seq").values_list("verb", flat=True)
        assert list(lines) == ["met", "recorded an introduction", "set the level", "began to walk alongside"]


def test_levels_follow_one_another_and_move_both_ways(sam):
    gwen = somebody(sam, on=days_ago(20))
    with as_(sam):
        actions.set_level(of(gwen), "level 2", since=days_ago(10), by=sam, at=now())
        actions.set_level(of(gwen), "level 1", since=days_ago(5), by=sam, at=now())
        held = list(Level.objects.filter(person_id=gwen).order_by("since").values_list("level", "since", "until"))
    assert held == [("introduced", days_ago(20), days_ago(10)), ("level 2", days_ago(10), days_ago(5)), ("level 1", days_ago(5), None)]


def test_a_level_does_not_begin_before_the_last(sam):
    gwen = somebody(sam, on=days_ago(5))
    with as_(sam), pytest.raises(Refused, match="The last level began on"):
        actions.set_level(of(gwen), "level 1", since=days_ago(6), by=sam, at=now())


def test_an_empty_note_is_refused_and_leaves_nothing(sam):
    gwen = somebody(sam)
    with as_(sam):
        with pytest.raises(Refused, match="Write a few words first"):
            actions.write_note(of(gwen), "  ", on=today(), how="visit", by=sam, at=now())
        assert not Note.objects.exists()


def test_an_amended_note_keeps_what_it_said(sam):
    gwen = somebody(sam)
    with as_(sam):
        note = actions.write_note(of(gwen), "She has a dog.", on=today(), how="visit", by=sam, at=now())
        actions.amend_note(note, "She has a cat.", on=days_ago(1), how="phone", by=sam, at=now())
        kept, now_said = Change.objects.get(table="journeys_note", deed="changed"), Note.objects.get()
        assert (kept.was["text"], kept.was["how"], kept.was["on"]) == ("She has a dog.", "visit", today().isoformat())
        assert (now_said.text, now_said.how, now_said.on) == ("She has a cat.", "phone", days_ago(1))


def test_a_note_is_put_right_by_its_writer_alone(sam):
    team = a_team()
    noor, ash = a_coordinator(team), a_coordinator(team)
    gwen = somebody(noor)
    with as_(noor):
        note = actions.write_note(of(gwen), "She has a dog.", on=today(), how="visit", by=noor, at=now())
    with as_(ash), pytest.raises(NotYours, match="whoever wrote it"):
        actions.amend_note(note, "She has a cat.", on=today(), how="visit", by=ash, at=now())


def a_step(gwen, sam, **more):
    return actions.add_step(of(gwen), StepAsked("Ring the lunch club.", "themselves", **more), by=sam, at=now())


def test_nothing_is_agreed_for_a_day_that_has_passed(sam):
    gwen = somebody(sam)
    with as_(sam), pytest.raises(Refused, match="This day has passed"):
        a_step(gwen, sam, by_when=days_ago(1))


def test_a_step_that_ended_says_how_when_and_by_whom_and_goes_on_after_all(sam):
    gwen = somebody(sam)
    with as_(sam):
        step = actions.end_step(a_step(gwen, sam), as_="let go", how_it_went="Not wanted now.", on=today(), by=sam, at=now())
        assert (step.ended_as, step.ended_on, step.ended_by_id) == ("let go", today(), sam.id)
        actions.take_up_again(step, by=sam, at=now())
        step.refresh_from_db()
        assert (step.ended_as, step.ended_on, step.ended_at, step.ended_by_id, step.how_it_went) == ("", None, None, None, "Not wanted now.")


def test_not_yet_moves_the_day_and_keeps_how_it_went_so_far(sam):
    gwen = somebody(sam)
    with as_(sam):
        step = actions.go_on(a_step(gwen, sam), how_it_went="Engaged twice.", by_when=today(), by=sam, at=now())
        step.refresh_from_db()
        assert (step.ended_on, step.by_when, step.how_it_went) == (None, today(), "Engaged twice.")
        with pytest.raises(Refused, match="This day has passed"):
            actions.go_on(step, by_when=days_ago(1), by=sam, at=now())


def test_a_level_set_by_mistake_is_taken_back_and_the_one_before_holds_again(sam):
    gwen = somebody(sam, on=days_ago(20))
    with as_(sam):
        actions.set_level(of(gwen), "level 1", since=days_ago(9), by=sam, at=now())
        wrong = actions.set_level(of(gwen), "died", since=today(), by=sam, at=now())
        actions.take_back_level(wrong, by=sam, at=now())
        assert list(Level.objects.filter(until__isnull=True).values_list("level", flat=True)) == ["level 1"]
        assert Change.objects.filter(table="journeys_level", deed="removed").count() == 1


def test_a_level_is_taken_back_by_whoever_set_it_on_the_same_day_and_never_the_first(sam):
    gwen = somebody(sam, on=days_ago(20))
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(sam):
        first = actions.set_level(of(gwen), "level 1", since=days_ago(9), by=sam, at=now())
        later = actions.set_level(of(gwen), "level 2", since=days_ago(8), by=sam, at=now() - timedelta(days=1))
        with pytest.raises(NotYours, match="on the same day"):
            actions.take_back_level(later, by=sam, at=now())
        with pytest.raises(Refused, match="Only the last level"):
            actions.take_back_level(Level.objects.get(id=first.id), by=sam, at=now())
    with as_(ash), pytest.raises(NotYours, match="whoever set it"):
        actions.take_back_level(Level.objects.get(id=later.id), by=ash, at=now())


def test_a_visit_is_moved_and_one_that_ended_is_not(sam):
    gwen = somebody(sam)
    with as_(sam):
        visit = actions.plan_visit(of(gwen), on=today(), staff_id=sam.id, by=sam, at=now())
        moved = {"starts_at": time(14), "where": "The café", "words": "The form", "staff_id": sam.id, "by": sam, "at": now()}
        actions.move_visit(visit, on=today() + timedelta(days=2), **moved)
        visit.refresh_from_db()
        assert (visit.on, visit.starts_at, visit.where) == (today() + timedelta(days=2), time(14), "The café")
        actions.end_visit(visit, "put off", by=sam, at=now())
        with pytest.raises(Refused, match="This visit has ended"):
            actions.move_visit(visit, on=today(), **moved)


def test_every_version_of_an_agreement_stays(sam):
    gwen = somebody(sam)
    with as_(sam):
        actions.agree(of(gwen), "We meet on Tuesdays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        actions.agree(of(gwen), "We meet now and then.", agreed_on=today(), how_agreed="on paper", by=sam, at=now())
        assert list(Agreement.objects.order_by("version").values_list("version", "words")) == [(1, "We meet on Tuesdays."), (2, "We meet now and then.")]
