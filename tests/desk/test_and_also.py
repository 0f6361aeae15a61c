"""One note carries in one save what the visit brought; a refusal of one part keeps every word and saves nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.connections.actions import connect
from alongside.connections.models import Rung
from alongside.foundation.actor import Role
from alongside.journeys.models import Level, Note, Outing, Step, Visit
from alongside.outcomes.models import LifeChange
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


# As a browser sends the page: what nobody touched goes along as it came.
UNTOUCHED = {"change-others_share": "not asked", "change-would_have_happened": "not asked", **day("change-noticed_on", today()), **day("level-since", today())}
NOTE = {"text": "We sang at the hall.", "how": "out", **day("on", today()), **UNTOUCHED}


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def gwen(sam):
    return somebody(sam, "Gwen Prys")


def sent(sam, *people, **more):
    return signed_in(sam).post(reverse("desk:note"), {**NOTE, "step-staff": sam.id, "visit-staff": sam.id, "people": people, **more})


def test_what_nobody_touched_is_not_kept(sam, gwen):
    assert sent(sam, gwen).status_code == 303
    with as_(sam):
        assert (Step.objects.count(), LifeChange.objects.count(), Visit.objects.count(), Outing.objects.count()) == (0, 0, 0, 0)
        assert list(Level.objects.values_list("level", flat=True)) == ["introduced"]


def test_a_step_a_level_a_change_a_rung_and_another_visit_go_along_in_one_save(sam, gwen):
    with as_(sam):
        choir = connect(Person(id=gwen), "The choir", kind="community", on=today(), by=sam, at=now())
    answer = sent(
        sam,
        gwen,
        **{"step-words": "Ring Ade", "step-who_kind": "themselves", "level-level": "level 1", "change-words": "I sleep again.", "change-direction": "better"},
        **{"rung-connection": choir.id, "rung-rung": "went together", "visit-where": "The hall", **day("visit-on", today() + timedelta(days=7))},
    )
    assert answer.status_code == 303
    with as_(sam):
        assert (Step.objects.get().words, LifeChange.objects.get().words, Visit.objects.get().where) == ("Ring Ade", "I sleep again.", "The hall")
        assert Level.objects.get(until__isnull=True).level == "level 1"
        assert Rung.objects.filter(rung="went together").count() == 1
        assert Note.objects.get().text == "We sang at the hall."


def test_a_refusal_of_one_part_keeps_every_word_and_saves_nothing(sam, gwen):
    answer = sent(sam, gwen, **{"step-words": "Ring Ade", "change-words": "I sleep again.", "change-direction": "better"})
    page = answer.content.decode()
    assert (answer.status_code, "Say who does it." in page) == (422, True)
    assert all(words in page for words in ("We sang at the hall.", "Ring Ade", "I sleep again."))
    with as_(sam):
        assert (Note.objects.count(), Step.objects.count(), LifeChange.objects.count()) == (0, 0, 0)


def test_a_rule_that_refuses_late_leaves_nothing_of_what_came_before(sam, gwen):
    late = {"level-level": "level 1", **day("level-since", today() - timedelta(days=400))}
    answer = sent(sam, gwen, **{"change-words": "I sleep again.", "change-direction": "better", **late})
    assert (answer.status_code, "The last level began on" in answer.content.decode()) == (422, True)
    with as_(sam):
        assert (Note.objects.count(), LifeChange.objects.count()) == (0, 0)


def test_each_of_several_has_the_step_and_a_change_is_one_persons_own(sam, gwen):
    hal = somebody(sam, "Hal Thwaite")
    step = {"step-words": "Bring a song", "step-who_kind": "themselves"}
    refused = sent(sam, gwen, hal, **step, **{"change-words": "We laugh.", "change-direction": "better"})
    assert (refused.status_code, "one person’s own" in refused.content.decode()) == (422, True)
    assert sent(sam, gwen, hal, **step).status_code == 303
    with as_(sam):
        assert set(Step.objects.values_list("person_id", flat=True)) == {gwen, hal}


# --- What a visit took ------------------------------------------------------------------------------------------------
def test_nobody_is_asked_until_the_team_wants_to_know(sam, gwen):
    page = signed_in(sam).get(reverse("desk:note")).content.decode()
    assert "Miles, there and back" not in page


def test_a_manager_turns_it_on_and_it_counts_once_however_many_people(sam, gwen):
    team = Team.objects.get(id=sam.team_id)
    manager = an_actor(Role.MANAGER, team)
    chosen = signed_in(manager).post(reverse("desk:your team"), {"quiet_after_days": "28", "asks": ["miles", "minutes"]})
    assert chosen.status_code == 303
    page = signed_in(sam).get(reverse("desk:note")).content.decode()
    assert ("Miles, there and back" in page, "Minutes together" in page, "Minutes on the way" in page) == (True, True, False)
    hal = somebody(sam, "Hal Thwaite")
    assert sent(sam, gwen, hal, **{"took-miles": "4.5", "took-minutes": "50"}).status_code == 303
    with as_(manager):
        assert Outing.objects.values_list("by_id", "minutes", "tenths_of_miles").get() == (sam.id, 50, 45)
    with as_(a_coordinator(team)):
        assert not Outing.objects.exists()
