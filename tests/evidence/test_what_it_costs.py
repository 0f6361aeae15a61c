"""What walking alongside costs: of the posts that are asked for, over the people of the same places."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from alongside.money import actions as money
from alongside.money.models import Post
from alongside.money.posts import Stretch
from tests.building import a_locality, as_, now, signed_in
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import words_of


@pytest.fixture
def two_places(around: Neighbourhood) -> Neighbourhood:
    """Two neighbourhoods with a post each, both paid by public health: ten people are walked alongside in one, twenty in the other."""
    since = date(2020, 4, 1)
    with as_(around.manager):
        health = money.add_stream(around.team.organisation, "Public health", kind="public health", by=around.manager, at=now())
        places = [a_locality("Fernbrook"), a_locality("Quay")]
        around.team.localities.set(places)
        for place, pay in zip(places, (3_000_000, 4_000_000), strict=True):
            post = money.add_post(
                around.team.organisation, place.name, kind="coordinator", locality=place, minutes_a_week=2220, over=Stretch(since, None),
                pay_pence=pay, on_costs_pence=1_000_000, by=around.manager, at=now(),
            )  # fmt: skip
            money.give_share(post, health, parts=10_000, over=Stretch(since, None), by=around.manager, at=now())
    for place, people in zip(places, (10, 20), strict=True):
        for _ in range(people):
            around.lives_in(around.introduced(last_year(), level="level 2"), place)
    around.extract()
    return around


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", "Public health 2.0 £90,000 £45,000 £3,000"),  # £45,000 a post, 15 people a post
        ("Fernbrook", "Public health 1.0 £40,000 £40,000 £4,000"),  # ten people
        ("Quay", "Public health 1.0 £50,000 £50,000 £2,500"),  # twenty
    ],
)
def test_a_person_of_one_place_costs_what_its_own_posts_cost(two_places: Neighbourhood, asked: str, said: str) -> None:
    keys = {one.name: str(one.id) for one in two_places.team.localities.all()}
    asking = {"period": "last-year"} | ({"locality": keys[asked]} if asked else {})
    assert said in words_of(signed_in(two_places.manager).get(reverse("evidence:report", args=["cost"]), asking).content.decode())


def test_of_one_post_alone_it_is_told_what_it_costs_and_not_what_a_person_does(two_places: Neighbourhood) -> None:
    with as_(two_places.manager):
        quay = Post.objects.get(name="Quay")
    report = signed_in(two_places.manager).get(reverse("evidence:report", args=["cost"]), {"period": "last-year", "post": str(quay.id)})
    assert "Public health 1.0 £50,000 £50,000 not measured, or held back" in words_of(report.content.decode())
