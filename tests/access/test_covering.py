"""Covering for a colleague: for their days and their people, from another team too, ended in one press, never passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.access.actions import end_cover, go_on_with_cover
from alongside.desk.days import day_of
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.people.models import Person
from alongside.teams.models import Staff
from alongside.trail.doing import acting
from tests.building import a_coordinator, a_seat, a_team, an_actor, as_, now, signed_in, somebody, today

from .covering import A_WEEK, cover, last_line_of, sees

pytestmark = pytest.mark.django_db


def on_the_day(actor) -> dict:
    with acting(actor):
        return day_of(actor.id, today=today(), quiet_after_days=28)


def test_whoever_covers_sees_all_of_theirs_and_a_person_not_ticked_stays_hidden(two_teams):
    delyth, jo, _ = two_teams
    gwen, hal = somebody(delyth), somebody(delyth)
    assert (sees(jo, gwen), sees(jo, hal)) == (False, False)
    cover(delyth, jo, people=[gwen])
    assert (sees(jo, gwen), sees(jo, hal)) == (True, False)


def test_what_waits_for_whoever_is_away_stands_on_the_day_of_whoever_covers(two_teams):
    delyth, jo, _ = two_teams
    gwen, hal, somebody_quiet = (somebody(delyth, f"{name} Example") for name in ("Gwen", "Hal", "Una"))
    with as_(delyth):
        for person in (gwen, hal):
            one = Person.objects.get(id=person)
            journeys.plan_visit(one, on=today() + timedelta(days=2), staff_id=delyth.id, by=delyth, at=now())
            journeys.add_step(one, StepAsked("Ring the housing office", "us", staff_id=delyth.id), by=delyth, at=now())
        journeys.set_level(Person.objects.get(id=hal), "level 2", since=today(), by=delyth, at=now())
        journeys.set_level(Person.objects.get(id=somebody_quiet), "level 2", since=today(), by=delyth, at=now())
    cover(delyth, jo)
    day = on_the_day(jo)
    stands = {"name": "Delyth Vaughan", "until": today() + A_WEEK}
    assert [(row["name"], row["stands"]) for row in day["visits"]] == [("Gwen Example", stands), ("Hal Example", stands)]
    assert [(row["name"], row["stands"]) for row in day["promised"]] == [("Gwen Example", stands), ("Hal Example", stands)]
    assert [(row["name"], row["stands"]) for row in day["introduced"]] == [("Gwen Example", stands)]
    assert [(row["name"], row["stands"]) for row in day["quiet"]] == [("Una Example", stands)]
    assert "Hal Example" in signed_in(jo).get("/today/").content.decode()


def test_cover_ends_in_one_press_at_the_next_page_and_goes_on_after_all(two_teams):
    delyth, jo, _ = two_teams
    gwen = somebody(delyth)
    made = cover(delyth, jo)
    with as_(delyth):
        end_cover(made, by=delyth, at=now())
    assert sees(jo, gwen) is False
    with as_(delyth):
        go_on_with_cover(made, by=delyth, at=now())
    assert sees(jo, gwen) is True


def test_cover_is_not_passed_on(two_teams):
    delyth, jo, team = two_teams
    third = a_coordinator(a_team(organisation=team.organisation))
    gwen = somebody(delyth)
    cover(jo, third)
    with pytest.raises(Refused, match=r"Jo Marsh is away from .*, and cover is not passed on"):
        cover(delyth, jo)
    cover(delyth, jo, since=today() + timedelta(days=8), last_day=today() + timedelta(days=9))
    assert sees(third, gwen) is False


def test_nobody_is_covered_twice_on_the_same_day(two_teams):
    delyth, jo, team = two_teams
    third = a_coordinator(team)
    gwen, hal = somebody(delyth), somebody(delyth)
    cover(delyth, jo, people=[gwen])
    cover(delyth, third, people=[hal])
    with pytest.raises(Refused, match="Jo Marsh covers for Delyth Vaughan already"):
        cover(delyth, third, people=[gwen], since=today() + A_WEEK, last_day=today() + 2 * A_WEEK)
    cover(delyth, third, people=[gwen], since=today() + A_WEEK + timedelta(days=1), last_day=today() + 2 * A_WEEK)


def test_a_manager_arranges_it_for_their_own_team_and_nobody_else_does(two_teams):
    delyth, jo, team = two_teams
    gwen = somebody(delyth)
    cover(delyth, jo, by=an_actor(Role.MANAGER, team))
    assert sees(jo, gwen) is True
    for nobody_to_say in (jo, a_coordinator(team), an_actor(Role.MANAGER)):
        with pytest.raises(NotYours, match="Cover is arranged by whoever is away"):
            cover(delyth, None, by=nobody_to_say)


def test_a_manager_hands_over_nobody_of_another_team(two_teams):
    delyth, jo, team = two_teams
    elsewhere = a_team(organisation=team.organisation)
    a_seat(Staff.objects.get(id=delyth.id), Role.COORDINATOR, elsewhere)
    other = a_coordinator(elsewhere)
    here, there = somebody(delyth), somebody(other)
    with as_(other):
        journeys.walk_alongside(Person.objects.get(id=there), delyth.id, since=today(), by=other, at=now())
    cover(delyth, jo, by=an_actor(Role.MANAGER, team))
    assert (sees(jo, here), sees(jo, there)) == (True, False)


@pytest.mark.parametrize(
    ("since", "last_day", "sentence"),
    [(-1, 3, "This day has passed"), (3, 2, "The last day comes before the first"), (0, 366, "within a year"), (0, 365, None)],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(two_teams, since, last_day, sentence):
    delyth, jo, _ = two_teams
    days = {"since": today() + timedelta(days=since), "last_day": today() + timedelta(days=last_day)}
    if sentence is None:
        assert cover(delyth, jo, **days).until == today() + timedelta(days=366)
    else:
        with pytest.raises(Refused, match=sentence):
            cover(delyth, jo, **days)


def test_whoever_works_elsewhere_cannot_cover(two_teams):
    delyth, _, _ = two_teams
    with pytest.raises(Refused, match="does not work in the same organisation"):
        cover(delyth, a_coordinator(name="Noor"))


def test_cover_stands_in_the_trail_of_everybody_it_concerns(two_teams):
    delyth, jo, _ = two_teams
    gwen = somebody(delyth)
    made = cover(delyth, jo)
    assert last_line_of(delyth)[:3] == ("arranged cover", [gwen], f"cover {made.id}")


def test_a_look_says_that_it_was_for_cover(two_teams):
    delyth, jo, _ = two_teams
    gwen = somebody(delyth)
    cover(delyth, jo)
    assert signed_in(jo).get(f"/people/{gwen}/").status_code == 200
    assert last_line_of(jo)[3] == "cover: person"


def test_whoever_lacks_cover_is_not_drowned_among_those_for_whom_nobody_is_named(two_teams):
    delyth, _jo, team = two_teams
    gone = a_coordinator(team, "Sam Gone")
    somebody(delyth, "Gwen Example")
    somebody(gone, "Mo Example")
    Staff.objects.filter(id=gone.id).update(is_active=False)
    cover(delyth, None)
    shown = signed_in(an_actor(Role.MANAGER, team)).get("/cover/")
    assert [row["name"] for row in shown.context["nobody"]] == ["Gwen Example"]
    assert [row["name"] for row in shown.context["unassigned"]] == ["Mo Example"]
    assert "Nobody in the team is named for one person</span></summary>" in shown.content.decode()


def test_the_cover_page_shows_the_manager_whom_nobody_is_there_for(two_teams):
    delyth, jo, team = two_teams
    gwen, hal = somebody(delyth, "Gwen Example"), somebody(delyth, "Hal Example")
    with as_(delyth):
        for person in (gwen, hal):
            journeys.plan_visit(Person.objects.get(id=person), on=today() + timedelta(days=3), where="At the café", staff_id=delyth.id, by=delyth, at=now())
    cover(delyth, None)
    cover(delyth, jo, people=[hal])
    shown = signed_in(an_actor(Role.MANAGER, team)).get("/cover/")
    assert [(row["name"], row["away"]) for row in shown.context["nobody"]] == [("Gwen Example", "Delyth Vaughan")]
    assert shown.context["unassigned"] == []
    assert [row["name"] for row in shown.context["visits"]] == ["Gwen Example"]
    assert [row["covering"] for row in shown.context["away"]] == [None, "Jo Marsh"]
