"""Cover that lasts longer or ends sooner, and those whom whoever covers sees without an address."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.access.actions import change_last_day, end_cover
from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.people.actions import protect_location
from alongside.people.models import Person
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

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
