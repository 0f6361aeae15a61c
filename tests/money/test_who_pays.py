"""Posts and shares as a manager writes them, and what the pages tell."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.foundation.refusals import NotYours, Refused
from alongside.money import actions
from alongside.money.models import FundingStream, Post, PostCost, Share
from alongside.money.posts import Stretch
from tests.building import a_locality, a_team, an_actor, as_, now, signed_in, today

pytestmark = pytest.mark.django_db
BEGINS = date(2026, 4, 1)
A_YEAR = Stretch(BEGINS, date(2027, 4, 1))
FROM_APRIL = Stretch(BEGINS, None)


@pytest.fixture
def team():
    return a_team()


@pytest.fixture
def mo(team) -> Actor:
    return an_actor(Role.MANAGER, team, "Mo Manager")


def a_post(team, by: Actor, name: str = "Northside", over: Stretch = FROM_APRIL) -> Post:
    with as_(by):
        return actions.add_post(
            team.organisation,
            name,
            kind="coordinator",
            locality=a_locality(),
            minutes_a_week=2220,
            over=over,
            pay_pence=3_200_000,
            on_costs_pence=800_000,
            by=by,
            at=now(),
        )


def a_stream(team, by: Actor, name: str = "Public health") -> FundingStream:
    with as_(by):
        return actions.add_stream(team.organisation, name, kind="public health", by=by, at=now())


def a_share(post: Post, stream: FundingStream, by: Actor, parts: int = 4_000, over: Stretch = FROM_APRIL) -> Share:
    with as_(by):
        return actions.give_share(post, stream, parts=parts, over=over, by=by, at=now())


def standing(post: Post) -> list[tuple[int, date, date | None]]:
    return list(post.shares.filter(gone_at__isnull=True).order_by("since").values_list("parts", "since", "until"))


def test_more_than_the_whole_is_refused_with_its_day_and_what_is_left(team, mo):
    post, health, council = a_post(team, mo), a_stream(team, mo), a_stream(team, mo, "Council")
    a_share(post, health, mo, 4_000, Stretch(date(2027, 1, 1), None))
    with as_(mo), pytest.raises(Refused) as refused:
        actions.give_share(post, council, parts=6_001, over=FROM_APRIL, by=mo, at=now())
    assert refused.value.sentence == (
        "From 1 January 2027 that would be 100.01 % of the post. 60 % is left on that day: write that much or less, or end another share first."
    )
    assert standing(post) == [(4_000, date(2027, 1, 1), None)]


def test_the_database_itself_stores_no_more_than_the_whole(team, mo):
    post, health = a_post(team, mo), a_stream(team, mo)
    a_share(post, health, mo, 10_000, A_YEAR)
    extra = {"post": post, "stream": health, "parts": 1, "by_id": mo.id, "at": now()}
    with pytest.raises(IntegrityError, match="would be paid on 2027-03-31"), transaction.atomic():
        Share.objects.create(id=new_key(), since=date(2027, 3, 31), **extra)
    Share.objects.create(id=new_key(), since=date(2027, 4, 1), **extra)
    assert [parts for parts, *_days in standing(post)] == [10_000, 1]


def test_an_ended_share_holds_again_when_its_end_is_taken_back(team, mo):
    post, health = a_post(team, mo), a_stream(team, mo)
    share = a_share(post, health, mo)
    with as_(mo):
        ended = actions.change_share(share, health, parts=4_000, over=A_YEAR, by=mo, at=now())
    assert standing(post) == [(4_000, BEGINS, date(2027, 4, 1))]
    with as_(mo):
        actions.take_back_share(ended, by=mo, at=now())
    assert standing(post) == [(4_000, BEGINS, None)]
    with as_(mo), pytest.raises(Refused, match="taken back already"):
        actions.take_back_share(ended, by=mo, at=now())


def test_what_no_longer_fits_does_not_come_back(team, mo):
    post, health, council = a_post(team, mo), a_stream(team, mo), a_stream(team, mo, "Council")
    share = a_share(post, health, mo, 10_000)
    with as_(mo):
        ended = actions.change_share(share, health, parts=10_000, over=A_YEAR, by=mo, at=now())
    a_share(post, council, mo, 5_000, Stretch(date(2027, 4, 1), None))
    with as_(mo), pytest.raises(Refused, match=r"From 1 April 2027 that would be 150 %"):
        actions.take_back_share(ended, by=mo, at=now())
    assert standing(post) == [(10_000, BEGINS, date(2027, 4, 1)), (5_000, date(2027, 4, 1), None)]


def test_a_post_is_not_moved_away_from_under_its_shares(team, mo):
    post, health = a_post(team, mo), a_stream(team, mo)
    a_share(post, health, mo)
    with as_(mo), pytest.raises(Refused, match="A share of Public health would lie outside"):
        actions.put_post_right(post, post.name, kind=post.kind, locality=None, minutes_a_week=1110, over=A_YEAR, by=mo, at=now())


def test_what_it_costs_moves_with_its_first_day(team, mo):
    post = a_post(team, mo)
    with as_(mo):
        actions.say_what_it_costs(post, date(2026, 6, 1), pay_pence=3_300_000, on_costs_pence=0, by=mo, at=now())
        actions.put_post_right(post, post.name, kind=post.kind, locality=None, minutes_a_week=1110, over=Stretch(date(2026, 7, 1), None), by=mo, at=now())
    assert list(PostCost.objects.filter(post=post).values_list("since", "pay_pence")) == [(date(2026, 7, 1), 3_300_000)]


def test_nobody_but_a_manager_of_the_organisation_writes_who_pays(team, mo):
    sam, other = an_actor(Role.COORDINATOR, team), an_actor(Role.MANAGER)
    post, health = a_post(team, mo), a_stream(team, mo)
    for somebody in (sam, other):
        with as_(somebody), pytest.raises(NotYours):
            actions.give_share(post, health, parts=1, over=FROM_APRIL, by=somebody, at=now())


def test_a_manager_writes_a_post_who_pays_and_sees_the_gap_first(team, mo):
    browser, locality = signed_in(mo), team.localities.get()
    said = {"name": "Northside", "kind": "coordinator", "locality": locality.id, "hours": "37", "pay_pence": "£32,000", "on_costs_pence": "8000.00"}
    since = today().replace(day=1)
    days = {"since_day": since.day, "since_month": since.month, "since_year": since.year}
    assert browser.post(reverse("money:add post"), said | days).status_code == 303
    post = Post.objects.get()
    assert (post.minutes_a_week, post.costs.get().pence) == (2220, 4_000_000)
    health, here = a_stream(team, mo), reverse("money:post", args=[post.id])
    ends = today() + timedelta(days=90)
    gave = browser.post(
        reverse("money:give share", args=[post.id]),
        {"stream": health.id, "percent": "60", "last_day_day": ends.day, "last_day_month": ends.month, "last_day_year": ends.year} | days,
    )
    assert (gave.status_code, gave["Location"]) == (303, here)
    text = " ".join(browser.get(reverse("money:posts")).content.decode().split())
    after = ends + timedelta(days=1)
    assert "Today nobody pays for 40 % of the Northside post" in text
    assert f"From {after.day} {after:%B %Y} nobody pays for the Northside post" in text
    share = Share.objects.get()
    assert browser.post(reverse("money:take back share", args=[share.id]), follow=True).redirect_chain == [(here, 303)]
    assert standing(post) == []


def test_what_is_refused_comes_back_with_every_word(team, mo):
    post, health = a_post(team, mo), a_stream(team, mo)
    a_share(post, health, mo, 7_500)
    answer = signed_in(mo).post(
        reverse("money:give share", args=[post.id]), {"stream": health.id, "percent": "33.33", "since_day": "1", "since_month": "5", "since_year": "2026"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "25 % is left on that day" in text
    assert 'value="33.33"' in text


@pytest.mark.parametrize("many", [1, 30])
def test_the_page_of_posts_asks_as_much_for_thirty_as_for_one(team, mo, many):
    health = a_stream(team, mo)
    for number in range(many):
        a_share(a_post(team, mo, f"Post {number}"), health, mo)
    browser = signed_in(mo)
    browser.get(reverse("money:posts"))
    with connection.execute_wrapper(Counted(found := [])):
        assert browser.get(reverse("money:posts")).status_code == 200
    assert len(found) <= 12


class Counted:
    """Remembers each question to the database."""

    def __init__(self, found: list[str]) -> None:
        self.found = found

    def __call__(self, execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE")):
            self.found.append(sql)
        return execute(sql, params, many, context)
