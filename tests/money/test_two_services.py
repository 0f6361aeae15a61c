"""Ten posts paid by four purses and a pilot of three, as the demo tells them: what is paid adds up over every day, and stands on the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db.models import Sum
from django.urls import reverse

from alongside.money.models import Budget, FundingStream, Movement, Post
from alongside.money.paid import paid_by
from alongside.money.posts import WHOLE, Bill, Stretch, bill, financial_year, gaps, pieces
from alongside.money.queries import posts_of
from alongside.teams.models import Staff
from alongside.teams.queries import as_actor
from tests.building import signed_in, today
from tests.demo_world import a_demo

TEN = {
    "council core": {"Net Lofts", "Quayside", "Fore Street"},
    "public health": {"Lowfields north", "Lowfields south", "Millbeck"},
    "fire and rescue": {"Safer homes"},
    "better care fund": {"Hospital wards", "Home from hospital", "Groups and tasters"},
}
PILOT = {"Pilot one", "Pilot two", "Pilot three"}


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker) -> Iterator[str]:
    with django_db_blocker.unblock(), a_demo("two_services") as name:
        yield name


@pytest.fixture
def posts(demo) -> dict[str, Post]:
    organisation = FundingStream.objects.get(kind="fire and rescue").organisation
    return {one.name: one for one in posts_of(organisation)}


def billed(post: Post, over: Stretch) -> Bill:
    return bill(post.over, [one.as_paid for one in post.holding], [one.as_costs for one in post.costs.all()], over)


def a_year(number: int) -> Stretch:
    return Stretch(date(number, 4, 1), date(number + 1, 4, 1))


def test_ten_posts_at_about_forty_thousand_pounds_are_paid_by_four_purses(posts):
    this = a_year(financial_year(today()))
    kinds = dict(FundingStream.objects.values_list("id", "kind"))
    found: dict[str, set[str]] = {}
    for name in set().union(*TEN.values()):
        told = billed(posts[name], this)
        assert (told.whole, told.nobody, len(told.paid)) == (4_005_000, 0, 1)
        found.setdefault(kinds[next(iter(told.paid))], set()).add(name)
    assert found == TEN
    assert set(posts) == set().union(*TEN.values()) | PILOT


def test_a_pilot_of_three_for_two_years_costs_a_little_more_than_two_hundred_thousand(posts):
    pilot = FundingStream.objects.get(name="Overbracken pilot")
    began = {posts[name].over for name in PILOT}
    assert began == {Stretch(date(financial_year(today()) - 1, 4, 1), date(financial_year(today()) + 1, 4, 1))}
    (over,) = began
    assert sum(one.pence for one in paid_by(pilot, over)) == 20_100_000
    assert "committee" in pilot.wants_to_hear


def test_what_is_paid_adds_up_over_every_day(posts):
    """Day by day over five years, in parts of a post and in whole pence; and each year's days are its whole."""
    first = financial_year(today()) - 2
    for post in posts.values():
        shares = [one.as_paid for one in post.holding]
        for number in range(first, first + 5):
            added: Counter[object] = Counter()
            day, year = date(number, 4, 1), a_year(number)
            while day < year.until:
                over = Stretch(day, day + timedelta(days=1))
                told = billed(post, over)
                assert told.whole == sum(told.paid.values()) + told.nobody
                if post.over.overlap(over):
                    (piece,) = pieces(over, shares)
                    assert sum(parts for _stream, parts in piece.paid) + piece.gap == WHOLE
                    assert piece.gap >= 0
                added["whole"] += told.whole
                day = over.until
            assert added["whole"] == billed(post, year).whole


def test_the_gaps_that_are_coming_stand_on_the_page_with_their_day(demo, posts, settings):
    settings.DEMO = True  # whoever is of the demo signs in there alone
    after = financial_year(today()) + 1
    found = {name: gap for name, post in posts.items() for gap in gaps(post.over, [one.as_paid for one in post.holding])}
    assert {name: (gap.parts, gap.over.since) for name, gap in found.items()} == {
        "Millbeck": (4_000, date(after, 4, 1)),
        "Safer homes": (WHOLE, date(after + 1, 4, 1)),
    }
    colm = Staff.objects.get(email="colm@example.org")
    page = " ".join(signed_in(as_actor(colm, on=today())).get(reverse("money:posts")).content.decode().split())
    assert f"From 1 April {after} nobody pays for 40 % of the Millbeck post" in page
    assert f"From 1 April {after + 1} nobody pays for the Safer homes post" in page
    assert all(name in page for name in posts)


def test_a_funder_of_the_demo_reads_its_own_posts_and_no_others(demo, settings):
    settings.DEMO = True
    marcia = Staff.objects.get(email="marcia@example.org")
    health = FundingStream.objects.get(kind="public health")
    page = signed_in(as_actor(marcia, on=today())).get(reverse("evidence:stream paid", args=[health.id])).content.decode()
    assert [name in page for name in ("Lowfields north", "Hospital wards", "Safer homes")] == [True, False, False]


def test_every_line_of_the_demos_budgets_adds_up(demo):
    assert Budget.objects.count() == 2
    came = {
        (row["target_id"], row["target_pot"]): row["sum"] for row in Movement.objects.order_by().values("target_id", "target_pot").annotate(sum=Sum("pence"))
    }
    went = {
        (row["source_id"], row["source_pot"]): row["sum"] for row in Movement.objects.order_by().values("source_id", "source_pot").annotate(sum=Sum("pence"))
    }
    left = {key: came.get(key, 0) - went.get(key, 0) for key in came.keys() | went.keys()}
    assert sum(left.values()) == 0
    assert all(pence >= 0 for (_budget, pot), pence in left.items() if pot != "outside")
