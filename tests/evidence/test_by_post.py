"""People by post and by who pays: a person counts for the post from which they were walked alongside last, a stream for all people of its posts."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.evidence.counting import opened
from alongside.evidence.expressions import EXPRESSIONS
from alongside.evidence.payers import NO_POST, Payers, of_streams_as_shown, summed
from alongside.evidence.periods import Window
from alongside.foundation.actor import Role
from alongside.journeys.actions import set_level
from alongside.money import actions as money
from alongside.money.models import InPost, Post
from alongside.money.posts import Stretch
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import an_actor, as_, now, signed_in, somebody
from tests.evidence.conftest import Neighbourhood, last_year
from tests.evidence.reading import rows_of, table_of, words_of
from tests.evidence.worlds import World, payload, slow_rows, windows, worlds


def by_post_slowly(world: World, window: Window) -> dict[int, str]:
    """Person by person: whose walk lasted longest into the period, of those whose began last, of those whose post comes first."""
    found = {}
    for person in world["people"]:
        there = [
            walk
            for walk in world["walks"]
            if walk["person"] == person["person"] and walk["since"] < window.until and (walk["until"] is None or walk["until"] > window.since)
        ]
        if there:
            last = max(min(walk["until"] or window.until, window.until) for walk in there)
            latest = [walk for walk in there if min(walk["until"] or window.until, window.until) == last]
            began = max(walk["since"] for walk in latest)
            found[person["person"]] = min(walk["post"] for walk in latest if walk["since"] == began)
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(world=worlds(), window=windows, name=st.sampled_from(sorted(EXPRESSIONS)))
def test_any_figure_by_post_is_what_a_plain_count_finds_and_adds_up_to_its_whole(world: World, window: Window, name: str) -> None:
    at = by_post_slowly(world, window)
    with opened(payload(world)) as extract:
        assert extract.posts(window) == at
        found, whole = extract.counts_by_post(name, window), extract.counts(name, window)
    assert found == dict(Counter((home, at.get(person, NO_POST), part) for person, home, part in slow_rows(world, name, window)))
    assert sum(found.values()) == sum(whole.values())


def test_a_stream_is_for_all_people_of_the_posts_of_which_it_pays_a_share() -> None:
    """12 at Northside, 9 at Southside, 4 at no post. Health pays a quarter of Northside; the trust pays the rest of it, and Southside."""
    payers = Payers(("north", "south"), {"health": ("north",), "trust": ("north", "south")})
    assert summed({"north": 12, "south": 9, NO_POST: 4}, payers) == {"health": 12, "trust": 21}


def test_what_leaves_of_a_stream_is_made_of_what_leaves_of_its_posts_and_tells_nothing_besides() -> None:
    payers = Payers(("north", "south"), {"health": ("north",), "trust": ("north", "south"), "fire": ()})
    assert of_streams_as_shown({"north": 10, "south": 25, NO_POST: None}, payers) == {"health": 10, "trust": 35, "fire": 0}
    assert of_streams_as_shown({"north": None, "south": 10, NO_POST: None}, payers) == {"health": None, "trust": None, "fire": 0}


@pytest.fixture
def paid(around: Neighbourhood) -> dict[str, str]:
    """Northside with thirteen people and Southside with nine, none at neither; health pays a quarter of Northside, a trust the rest and Southside."""
    day, by = last_year(), {"by": around.manager, "at": now()}
    year = date(day.year if day.month >= 4 else day.year - 1, 4, 1)
    named: dict[str, str] = {}
    with as_(around.manager):
        streams = {name: money.add_stream(around.team.organisation, name, kind="grant", wants_to_hear="", **by) for name in ("Health", "Seacrest Trust")}
        money.choose_readers(streams["Health"], Staff.objects.filter(id=around.commissioner.id), **by)
        for name, shares in (("Northside", {"Health": 2_500, "Seacrest Trust": 7_500}), ("Southside", {"Seacrest Trust": 10_000})):
            post = money.add_post(
                around.team.organisation, name, kind="coordinator", locality=None, minutes_a_week=2220, over=Stretch(year, None), pay_pence=1,
                on_costs_pence=0, **by,
            )  # fmt: skip
            for stream, parts in shares.items():
                money.give_share(post, streams[stream], parts=parts, over=Stretch(year, None), **by)
            named[name] = str(post.id)
    named |= {name: str(stream.id) for name, stream in streams.items()}
    for name, people in (("Northside", 13), ("Southside", 9)):
        walks = an_actor(Role.COORDINATOR, around.team)
        with as_(around.manager):
            money.put_into_post(Post.objects.get(id=named[name]), Staff.objects.get(id=walks.id), over=Stretch(year, None), **by)
        for _ in range(people):
            person = somebody(walks, on=day, source="housing")
            with as_(walks):
                set_level(Person.objects.get(id=person), "level 1", since=day, by=walks, at=now())
    around.extract()
    return named


def test_a_manager_counts_one_post_or_one_funder_alone(around: Neighbourhood, paid: dict[str, str]) -> None:
    browser = signed_in(around.manager)
    count = lambda **asked: table_of(browser, "introductions", period="last-year", **asked)["Total"]  # noqa: E731
    assert [count(), count(post=paid["Northside"]), count(post=paid["Southside"]), count(post=NO_POST)] == ["22", "13", "9", "0"]
    assert [count(stream=paid["Health"]), count(stream=paid["Seacrest Trust"])] == ["13", "22"]
    assert count(stream=paid["Health"], post=paid["Southside"]) == "0"
    people = browser.get(reverse("evidence:people", args=["introductions"]), {"period": "last-year", "post": paid["Southside"]})
    assert people.content.decode().count('class="row__link"') == 9
    report = browser.get(reverse("evidence:report", args=["introductions"]), {"period": "last-year", "stream": paid["Health"]})
    assert "Health. Last financial year" in words_of(report.content.decode())


def test_what_leaves_is_told_by_post_and_to_a_funder_by_their_own_stream_alone(around: Neighbourhood, paid: dict[str, str]) -> None:
    said = signed_in(around.commissioner).get(reverse("evidence:figure", args=["introductions"])).content.decode()
    posts, streams = (said.split(f'id="{name}-title"')[1] for name in ("posts", "streams"))
    assert rows_of(posts) == {"Northside": "15", "Southside": "10", "No post": "0", "Total": "20"}
    assert rows_of(streams) == {"Health": "15", "Total": "20"}
    assert "Seacrest" not in said


def test_every_file_that_leaves_says_the_same_by_post(around: Neighbourhood, paid: dict[str, str]) -> None:
    browser = signed_in(around.commissioner)
    sheet = browser.get(reverse("evidence:figure as csv", args=["introductions"])).content.decode()
    given = browser.get(reverse("evidence:figure as json", args=["introductions"])).json()
    report = words_of(browser.get(reverse("evidence:report", args=["cost"])).content.decode())
    assert "Northside,15\r\nSouthside,10\r\nNo post,0" in sheet
    assert [(one["label"], one["n"]) for one in given["posts"]] == [("Northside", 15), ("Southside", 10), ("No post", 0)]
    assert [(one["label"], one["n"]) for one in given["streams"]] == [("Health", 15)]
    assert "Post Southside 10" in report
    assert "Seacrest" not in sheet + report + str(given)


def test_who_is_in_a_post_may_be_said_late_and_changes_nothing_that_has_left(around: Neighbourhood, paid: dict[str, str]) -> None:
    before = signed_in(around.commissioner).get(reverse("evidence:figure as json", args=["introductions"])).json()["posts"]
    with as_(around.manager):
        for held in InPost.objects.all():
            money.take_back_in_post(held, by=around.manager, at=now() + timedelta(seconds=1))
    around.extract()
    assert signed_in(around.commissioner).get(reverse("evidence:figure as json", args=["introductions"])).json()["posts"] == before
    assert "posts-title" not in signed_in(around.manager).get(reverse("evidence:figure", args=["introductions"]), {"period": "last-year"}).content.decode()
