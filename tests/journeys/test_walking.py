"""From an introduction on, what is written stays and leaves a trace."""

from __future__ import annotations

import pytest

from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions
from alongside.journeys.models import Agreement, Alongside, Level, Note
from alongside.journeys.rules import StepAsked
from alongside.people.models import Person
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
        actions.amend_note(note, "She has a cat.", by=sam, at=now())
        kept = Change.objects.get(table="journeys_note", deed="changed")
        assert (kept.was["text"], Note.objects.get().text) == ("She has a dog.", "She has a cat.")


def test_a_note_is_put_right_by_its_writer_alone(sam):
    team = a_team()
    noor, ash = a_coordinator(team), a_coordinator(team)
    gwen = somebody(noor)
    with as_(noor):
        note = actions.write_note(of(gwen), "She has a dog.", on=today(), how="visit", by=noor, at=now())
    with as_(ash), pytest.raises(NotYours, match="whoever wrote it"):
        actions.amend_note(note, "She has a cat.", by=ash, at=now())


def test_a_service_is_asked_last_and_with_a_reason(sam):
    gwen = somebody(sam)
    with as_(sam):
        with pytest.raises(Refused, match="Say why a service"):
            actions.add_step(of(gwen), StepAsked("A warden call", "service"), by=sam, at=now())
        actions.add_step(of(gwen), StepAsked("A warden call", "service", why_a_service="Nobody is near at night."), by=sam, at=now())


def test_every_version_of_an_agreement_stays(sam):
    gwen = somebody(sam)
    with as_(sam):
        actions.agree(of(gwen), "We meet on Tuesdays.", agreed_on=today(), how_agreed="aloud", by=sam, at=now())
        actions.agree(of(gwen), "We meet now and then.", agreed_on=today(), how_agreed="on paper", by=sam, at=now())
        assert list(Agreement.objects.order_by("version").values_list("version", "words")) == [(1, "We meet on Tuesdays."), (2, "We meet now and then.")]
