"""Cover that lasts longer or ends sooner, and those whom whoever covers sees without an address."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.access.actions import change_last_day, end_cover, go_on_with_cover
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.actions import protect_location
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_seat, a_team, actor_of, an_actor, an_organisation, as_, now, signed_in, somebody, today

from .covering import A_WEEK, cover, last_line_of, sees

pytestmark = pytest.mark.django_db


def another_last_day(made, in_days, *, by):
    with as_(by):
        return change_last_day(made, today() + timedelta(days=in_days), by=by, at=now())


def test_the_last_day_is_changed_to_sooner_and_to_later(two_teams):
    delyth, jo, team = two_teams
    gwen = somebody(delyth)
    made = cover(delyth, jo, last_day=today() + A_WEEK)
    assert another_last_day(made, 2, by=delyth).until == today() + timedelta(days=3)
    assert another_last_day(made, 20, by=an_actor(Role.MANAGER, team)).until == today() + timedelta(days=21)
    assert sees(jo, gwen) is True
    assert last_line_of(delyth)[:3] == ("changed the days of cover", [gwen], f"cover {made.id}")


@pytest.mark.parametrize(("in_days", "sentence"), [(-1, "This day has passed"), (3, "The last day comes before the first"), (400, "within a year")])
def test_a_last_day_that_cannot_be_is_refused(two_teams, in_days, sentence):
    delyth, jo, _ = two_teams
    made = cover(delyth, jo, since=today() + timedelta(days=5))
    with pytest.raises(Refused, match=sentence):
        another_last_day(made, in_days, by=delyth)


def test_longer_than_somebody_else_covers_already_is_refused_and_shorter_is_not(two_teams):
    delyth, jo, team = two_teams
    somebody(delyth)
    first = cover(delyth, jo, last_day=today() + A_WEEK)
    cover(delyth, a_coordinator(team, name="Tom Reed"), since=today() + A_WEEK + timedelta(days=1), last_day=today() + 2 * A_WEEK)
    with pytest.raises(Refused, match="Tom Reed covers for Delyth Vaughan already"):
        another_last_day(first, 8, by=delyth)
    another_last_day(first, 6, by=delyth)


def test_nobody_else_changes_the_last_day_nor_of_what_is_over(two_teams):
    delyth, jo, _ = two_teams
    made = cover(delyth, jo)
    with pytest.raises(NotYours):
        another_last_day(made, 2, by=jo)
    with as_(delyth):
        end_cover(made, by=delyth, at=now())
    with pytest.raises(Refused, match="over already"):
        another_last_day(made, 2, by=delyth)


def test_it_is_said_before_and_after_whom_whoever_covers_sees_without_an_address(two_teams):
    delyth, jo, _ = two_teams
    gwen = somebody(delyth, "Gwen Example")
    with as_(delyth):
        protect_location(Person.objects.get(id=gwen), why="For her safety.", listed=[delyth.id], by=delyth, at=now())
    client = signed_in(delyth)
    before = client.get("/cover/arranged/").content.decode()
    day = today() + A_WEEK
    sent = {"since_day": today().day, "since_month": today().month, "since_year": today().year, "last_day_day": day.day, "last_day_month": day.month}
    done = client.post("/cover/arranged/", {**sent, "last_day_year": day.year, "covering": str(jo.id), "whom": "everybody"}, follow=True).content.decode()
    assert ("Where these people live is protected." in before, "Jo Marsh does not see where these people live, nor planned visits" in done) == (True, True)
    assert [[one["name"] for one in row["hidden"]] for row in client.get("/cover/").context["away"]] == [["Gwen Example"]]


def test_it_is_not_said_of_whoever_is_on_the_list(two_teams):
    delyth, jo, _ = two_teams
    gwen = somebody(delyth)
    with as_(delyth):
        protect_location(Person.objects.get(id=gwen), why="For her safety.", listed=[delyth.id, jo.id], by=delyth, at=now())
    cover(delyth, jo)
    assert signed_in(delyth).get("/cover/").context["away"][0]["hidden"] is None


@pytest.fixture
def in_two_organisations(two_teams):
    """Delyth walks alongside people in two organisations; each team has its manager, and neither knows the other's people."""
    delyth, jo, team = two_teams
    elsewhere = a_team("Elsewhere", organisation=an_organisation())
    a_seat(Staff.objects.get(id=delyth.id), Role.COORDINATOR, elsewhere)
    return delyth, jo, an_actor(Role.MANAGER, team), an_actor(Role.MANAGER, elsewhere), elsewhere


@pytest.mark.parametrize("change", ["go on", "last day", "end"])
@pytest.mark.parametrize("arranged_by", ["manager", "whoever is away"])
def test_a_manager_elsewhere_changes_no_cover_of_people_they_neither_manage_nor_see(in_two_organisations, change, arranged_by):
    delyth, jo, boss, boss_elsewhere, _ = in_two_organisations
    gwen = somebody(delyth)
    made = cover(delyth, jo, by=boss if arranged_by == "manager" else delyth)
    if change == "go on":
        with as_(delyth):
            end_cover(made, by=delyth, at=now())
    stood = (made.ended_at, made.until, sees(jo, gwen))
    post = signed_in(boss_elsewhere).post
    day = today() + timedelta(days=300)
    if change == "last day":
        answer = post(f"/cover/{made.id}/last-day/", {"last_day_day": day.day, "last_day_month": day.month, "last_day_year": day.year})
    else:
        answer = post(f"/cover/{made.id}/{'goes-on' if change == 'go on' else 'ended'}/")
    made.refresh_from_db()
    assert (answer.status_code, made.ended_at, made.until, sees(jo, gwen)) == (403, *stood)


def test_what_whoever_is_away_arranged_is_changed_by_a_manager_of_every_team_it_reaches(in_two_organisations):
    delyth, jo, boss, _, elsewhere = in_two_organisations
    made = cover(delyth, jo)
    with pytest.raises(NotYours):
        another_last_day(made, 3, by=boss)
    a_seat(Staff.objects.get(id=boss.id), Role.MANAGER, elsewhere)
    assert another_last_day(made, 3, by=actor_of(Staff.objects.get(id=boss.id))).until == today() + timedelta(days=4)


def test_whoever_covers_has_to_be_able_to_when_it_goes_on_after_all(two_teams):
    delyth, jo, _ = two_teams
    somebody(delyth)
    made = cover(delyth, jo)
    with as_(delyth):
        end_cover(made, by=delyth, at=now())
    cover(jo, None)
    with as_(delyth), pytest.raises(Refused, match="cover is not passed on"):
        go_on_with_cover(made, by=delyth, at=now())
