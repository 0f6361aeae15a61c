"""A team leaves out of its pages what it never uses, and nothing that is written is hidden by it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.urls import reverse

import alongside.desk
from alongside.desk.sections import CAN_BE_LEFT_OUT, SECTIONS
from alongside.foundation.actor import Role
from alongside.journeys.actions.waiting import begin_waiting
from alongside.journeys.rules import Awaited
from alongside.people.actions import add_gift
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.teams.queries import Colleague, colleagues, walking_beside
from tests.building import a_coordinator, a_team, an_actor, as_, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
HERE = "/team/"


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def sam(team):
    return a_coordinator(team)


@pytest.fixture
def mina(team):
    return signed_in(an_actor(Role.MANAGER, team))


def _beside(browser, person):
    said = browser.get(reverse("desk:person", args=[person])).content.decode()
    return re.findall(r'<section class="fact[^"]*" id="([\w-]+)"', said)


def test_every_section_is_written_and_every_one_written_stands_in_the_list():
    written = {path.stem for path in (Path(alongside.desk.__file__).parent / "templates/desk/facts").glob("*.html")}

    assert sorted(section.name for section in SECTIONS) == sorted(written)


def test_what_is_left_out_is_gone_while_it_is_empty_and_back_when_something_stands_in_it(sam, mina, team):
    gwen = somebody(sam, "Gwen Example")
    browser = signed_in(sam)
    before = _beside(browser, gwen)

    mina.post(HERE, {"quiet_after_days": "28", "shown": [section.name for section in CAN_BE_LEFT_OUT if section.name not in ("gifts", "circle")]})
    without = _beside(browser, gwen)
    with as_(sam):
        add_gift(Person.objects.get(id=gwen), "Bakes", by=sam, at=now())
    written = _beside(browser, gwen)

    assert {"gifts", "circle"} <= set(before)
    assert without == [name for name in before if name not in ("gifts", "circle")]
    assert written == [name for name in before if name != "circle"]


def test_a_manager_says_when_somebody_has_gone_quiet_and_is_asked_for_a_number(mina, team):
    answers = {days: mina.post(HERE, {"quiet_after_days": days}).status_code for days in ("soon", "0", "366", "42")}

    assert answers == {"soon": 422, "0": 422, "366": 422, "42": 303}
    assert Team.objects.get(id=team.id).quiet_after_days == 42


def test_another_team_is_not_theirs_to_change(mina, team):
    other = a_team(organisation=team.organisation)

    mina.post(HERE, {"quiet_after_days": "7"})

    assert Team.objects.get(id=other.id).quiet_after_days == 28


def test_what_nobody_began_takes_one_line_and_a_part_of_its_own_when_it_is_begun(sam, mina):
    gwen = somebody(sam, "Gwen Example")
    browser = signed_in(sam)

    begun = _to_begin(browser, gwen)
    with as_(sam):
        begin_waiting(Person.objects.get(id=gwen), Awaited("a flat on the ground floor", since=today()), by=sam, at=now())
    after, beside = _to_begin(browser, gwen), _beside(browser, gwen)

    assert begun == {reverse(section.begins, args=[gwen]) for section in SECTIONS if section.begins}
    assert begun - after == {reverse("desk:waiting", args=[gwen])}
    assert "waits" in beside


def _to_begin(browser, person):
    said = browser.get(reverse("desk:person", args=[person])).content.decode()
    return set(re.findall(r'href="([^"]+)"', said[said.index('class="to-begin"') :].split("</ul>")[0]))


def test_those_who_walk_beside_somebody_are_their_colleagues_without_them():
    sam, elsewhere = a_coordinator(name="Sam Holt"), a_coordinator(name="Ida Elsewhere")
    team = Team.objects.get(id=sam.team_id)
    beside = [a_coordinator(team, name="Wyn Last"), an_actor(Role.MANAGER, team, name="Ada First")]
    an_actor(Role.PARTNER, team, name="Per Outside")
    with as_(sam):
        assert {one.id for one in colleagues(sam, on=today())} == {sam.id, *(one.id for one in beside)}
        assert walking_beside(sam, on=today()) == [Colleague(one.id, one.name) for one in colleagues(sam, on=today()) if one.id != sam.id]
        assert [one.name for one in walking_beside(sam, on=today())] == ["Ada First", "Wyn Last"]
    assert walking_beside(elsewhere, on=today()) == []
