"""Who is in a post: said by a manager, for some days, in one post at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.foundation.actor import Role
from alongside.foundation.refusals import NotYours, Refused
from alongside.money import actions
from alongside.money.models import InPost
from alongside.money.posts import Stretch
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, signed_in, today

pytestmark = pytest.mark.django_db
BEGAN = days_ago(400)


@pytest.fixture
def told():
    """A manager, Sam who coordinates, and two posts of one organisation."""
    team = a_team()
    mo, sam = an_actor(Role.MANAGER, team), an_actor(Role.COORDINATOR, team)
    with as_(mo):
        posts = [
            actions.add_post(
                team.organisation, name, kind="coordinator", locality=None, minutes_a_week=2220, over=Stretch(BEGAN, None), pay_pence=3_000_000,
                on_costs_pence=0, by=mo, at=now(),
            )
            for name in ("Northside", "Southside")
        ]  # fmt: skip
    return mo, Staff.objects.get(id=sam.id), posts


def test_a_manager_says_who_is_in_a_post_ends_it_and_takes_it_back(told):
    mo, sam, (north, _south) = told
    browser, here = signed_in(mo), reverse("money:post", args=[north.id])
    first = {f"since_{part}": getattr(BEGAN, part) for part in ("day", "month", "year")}
    assert browser.post(reverse("money:put into post", args=[north.id]), first | {"staff": sam.id}).status_code == 303
    held = InPost.objects.get()
    assert sam.name in browser.get(here).content.decode()
    last = {f"last_day_{part}": getattr(days_ago(30), part) for part in ("day", "month", "year")}
    assert browser.post(reverse("money:end in post", args=[held.id]), last).status_code == 303
    held.refresh_from_db()
    assert held.until == days_ago(29)
    assert browser.post(reverse("money:take back in post", args=[held.id])).status_code == 303
    assert sam.name not in browser.get(here).content.decode().split('id="who"')[1].split("</section>")[0]
    assert browser.post(reverse("money:take back in post", args=[held.id])).status_code == 422


def test_nobody_is_in_two_posts_on_one_day_and_may_go_from_one_to_the_other(told):
    mo, sam, (north, south) = told
    by = {"by": mo, "at": now()}
    with as_(mo):
        held = actions.put_into_post(north, sam, over=Stretch(BEGAN, None), **by)
        with pytest.raises(Refused, match="in another post on some of these days: Northside"):
            actions.put_into_post(south, sam, over=Stretch(today(), None), **by)
        actions.end_in_post(held, Stretch(BEGAN, today()), **by)
        assert actions.put_into_post(south, sam, over=Stretch(today(), None), **by).post == south


def test_days_outside_the_post_and_people_of_elsewhere_are_refused(told):
    mo, sam, (north, _south) = told
    stranger = Staff.objects.get(id=an_actor(Role.COORDINATOR).id)
    with as_(mo):
        with pytest.raises(Refused, match="does not run on all of these days"):
            actions.put_into_post(north, sam, over=Stretch(BEGAN - timedelta(days=1), None), by=mo, at=now())
        with pytest.raises(Refused, match="works in a team of your organisation"):
            actions.put_into_post(north, stranger, over=Stretch(BEGAN, None), by=mo, at=now())


def test_a_coordinator_says_nothing_of_posts(told):
    _mo, sam, (north, _south) = told
    coordinator = an_actor(Role.COORDINATOR)
    with as_(coordinator), pytest.raises(NotYours):
        actions.put_into_post(north, sam, over=Stretch(BEGAN, None), by=coordinator, at=now())
