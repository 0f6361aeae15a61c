"""What was agreed stays as it was; what they end, ends beside it; a death lays aside what was planned, and a mistake leaves nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions
from alongside.journeys.comparing import IN, OUT, compared
from alongside.journeys.models import Level, Visit
from alongside.journeys.queries import still_holds
from alongside.journeys.rules import Parts
from alongside.mine.gathering import everything
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, as_, days_ago, now, somebody, today

pytestmark = pytest.mark.django_db
PARTS = Parts(they_do="I ring the choir.", not_do="Nobody speaks for me.")


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    return Person(id=somebody(sam, on=days_ago(30)))


def agreed(gwen, sam):
    return actions.agree(gwen, "We meet on Mondays.", parts=PARTS, agreed_on=days_ago(9), how_agreed="aloud", by=sam, at=now())


def test_a_part_that_they_ended_holds_no_longer_and_is_not_in_their_own_copy(sam, gwen):
    with as_(sam):
        version = agreed(gwen, sam)
        actions.end_part(version, "they_do", words="Not this year.", on=today(), by=sam, at=now())
        assert still_holds(version) == {"words": "We meet on Mondays.", "not_do": "Nobody speaks for me."}
        copy = [told for told in everything(gwen.id, on=today(), vocabulary=Vocabulary.LOCAL_AREA_COORDINATION) if told.part == "agreement"]
    assert [told.says for told in copy] == ["We meet on Mondays.\nWhat will not be done: Nobody speaks for me."]


def test_ending_the_whole_ends_no_relationship(sam, gwen):
    with as_(sam):
        actions.set_level(gwen, "level 2", since=days_ago(20), by=sam, at=now())
        version = agreed(gwen, sam)
        actions.end_part(version, "whole", on=today(), by=sam, at=now())
        assert (still_holds(version), Level.objects.get(person=gwen, until=None).level) == ({}, "level 2")
        with pytest.raises(Refused, match="ended already"):
            actions.end_part(version, "they_do", on=today(), by=sam, at=now())


def test_only_the_newest_version_is_ended_and_only_a_part_with_words(sam, gwen):
    with as_(sam):
        first = agreed(gwen, sam)
        second = agreed(gwen, sam)
        with pytest.raises(Refused, match="newer version"):
            actions.end_part(first, "whole", on=today(), by=sam, at=now())
        with pytest.raises(Refused, match="Nothing is written in this part"):
            actions.end_part(second, "we_do", on=today(), by=sam, at=now())


def test_an_ending_is_taken_back_by_its_writer_alone(sam, gwen):
    ash = a_coordinator(Team.objects.get(id=sam.team_id))
    with as_(sam):
        ended = actions.end_part(agreed(gwen, sam), "whole", on=today(), by=sam, at=now())
    with as_(ash), pytest.raises(NotYours, match="whoever wrote it down"):
        actions.take_back_ended_part(ended, by=ash, at=now())


def test_a_death_written_by_mistake_leaves_the_visit_planned_and_no_period_of_being_dead(sam, gwen):
    with as_(sam):
        visit = actions.plan_visit(gwen, on=today(), staff_id=sam.id, by=sam, at=now())
        actions.set_level(gwen, "died", since=today(), by=sam, at=now())
        assert Visit.objects.get(id=visit.id).ended == "laid aside"
        actions.come_back(gwen, by=sam, at=now())
        assert (Visit.objects.get(id=visit.id).ended, list(Level.objects.filter(person=gwen).values_list("level", "until"))) == ("", [("introduced", None)])


words = st.text(st.sampled_from("ab \n.,"), max_size=30)


@given(before=words, after=words)
def test_what_stayed_and_came_in_is_the_new_and_what_stayed_and_went_out_the_old(before, after):
    pieces = compared(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != OUT) == after
    assert "".join(piece.text for piece in pieces if piece.kind != IN) == before
