"""A barrier past its day, and one that nobody sees to, say so wherever they stand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.gaps import actions
from alongside.gaps.models import Barrier, Bundle
from alongside.gaps.rules import Said
from alongside.teams.models import Team
from tests.building import a_coordinator, as_, days_ago, now, signed_in
from tests.desk.asking import a_word, asks_the_same_with_one_and_with_thirty

from .wishing import keeps

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


@pytest.fixture
def fishing(sam) -> Bundle:
    wishes = [keeps(sam, "fishing on a Sunday"), keeps(sam, "angling")]
    with as_(sam):
        return actions.grow_together(wishes, by=sam, at=now())


def raised(sam, fishing, words, *, ago=0) -> Barrier:
    with as_(sam):
        return actions.raise_barrier(fishing, "transport", words, by=sam, at=now() - timedelta(days=ago))


def owned(sam, barrier, *, ago, by_when) -> None:
    with as_(sam):
        actions.say_of_barrier(barrier, Said("owned", days_ago(ago), owner="the transport manager", by_when=by_when), by=sam, at=now())


def test_a_barrier_past_its_day_says_so_on_the_list_on_its_page_and_on_that_of_what_is_missing(sam, fishing):
    late = raised(sam, fishing, "No bus on Sundays.", ago=60)
    owned(sam, late, ago=60, by_when=days_ago(30))
    browser = signed_in(sam)
    for where in (reverse("gaps:barriers"), reverse("gaps:bundle", args=[fishing.id]), reverse("gaps:barrier", args=[late.id])):
        assert "<strong>was to be looked at by" in text(browser.get(where)), where


def test_a_barrier_that_nobody_sees_to_says_so_and_how_long(sam, fishing):
    alone = raised(sam, fishing, "A licence costs too much.", ago=14)
    browser = signed_in(sam)
    for where in (reverse("gaps:barriers"), reverse("gaps:bundle", args=[fishing.id]), reverse("gaps:barrier", args=[alone.id])):
        assert "<strong>nobody sees to it yet, for 2 weeks</strong>" in text(browser.get(where)), where
    new = raised(sam, fishing, "The gate is locked.")
    assert "<strong>nobody sees to it yet</strong>" in text(browser.get(reverse("gaps:barrier", args=[new.id])))


def test_a_barrier_past_its_day_stands_on_the_day_of_whoever_raised_it_and_of_no_colleague(sam, fishing):
    late, in_time = raised(sam, fishing, "No bus on Sundays.", ago=60), raised(sam, fishing, "The gate is locked.", ago=60)
    owned(sam, late, ago=60, by_when=days_ago(30))
    owned(sam, in_time, ago=60, by_when=days_ago(0))
    beside = a_coordinator(Team.objects.get(id=sam.team_id))
    page = text(signed_in(sam).get("/today/"))
    assert ("Barriers past their day" in page, reverse("gaps:barrier", args=[late.id]) in page, "The gate is locked." in page) == (True, True, False)
    assert "Barriers past their day" not in text(signed_in(beside).get("/today/"))
    with as_(sam):
        actions.say_of_barrier(late, Said("cleared", days_ago(0), "The 41 runs on Sundays."), by=sam, at=now())
    assert "Barriers past their day" not in text(signed_in(sam).get("/today/"))


def test_a_day_asks_the_same_with_one_and_with_thirty_late_barriers(sam, fishing):
    def another() -> str:
        word = a_word()
        owned(sam, raised(sam, fishing, word, ago=60), ago=60, by_when=days_ago(30))
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), "/today/", another)
