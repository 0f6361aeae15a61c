"""A wish kept without a name, as most are, is answered too: on the day of whoever kept it, until they say that it is passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.desk.days import MOST_WISHES
from alongside.directory.actions import answer_gap, end_gap, keep_entry
from alongside.directory.models import Gap
from alongside.directory.told import Told
from alongside.gaps import actions
from alongside.groups.actions import step
from alongside.teams.models import Team
from alongside.trail.models import Entry as Line
from tests.building import a_coordinator, as_, now, signed_in, today

from .wishing import keeps

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def sam():
    return a_coordinator(name="Sam Holt")


def day_of(who) -> str:
    return text(signed_in(who).get(reverse("desk:today")))


def test_what_came_of_it_stands_on_the_day_of_whoever_kept_it_until_it_is_passed_on(sam):
    angling = keeps(sam, "angling")
    assert "Wishes you kept without a name" not in day_of(sam)
    with as_(sam):
        idea = actions.begin_a_group(actions.grow_together([angling], alone=True, by=sam, at=now()), by=sam, at=now())
    page = day_of(sam)
    assert "“angling”</a>" in page
    assert "a group is being begun: angling" in page
    browser, press = signed_in(sam), reverse("desk:wish passed on", args=[angling.id])
    assert "It is passed on, since today." in text(browser.post(press, {"news": str(idea.group_id)}, follow=True))
    assert "Wishes you kept without a name" not in day_of(sam)
    with as_(sam):
        assert Gap.objects.get().told_of == {str(idea.group_id): today().isoformat()}
        assert [line.people for line in Line.objects.filter(verb="passed on what came of a kept wish")] == [[]]
        for stage in ("mapped", "started"):
            step(idea.group, stage, "Nothing near.", on=today(), by=sam, at=now())
    page = day_of(sam)
    assert ("a group is being begun" in page, "a group meets now: angling" in page) == (False, True)
    browser.post(press, {"not_yet": "1"})
    assert "a group is being begun" in day_of(sam)


def test_an_entry_that_answers_it_is_passed_on_too_and_an_ended_wish_is_nobodys_any_more(sam):
    choir, other = keeps(sam, "a choir"), keeps(sam, "a band")
    with as_(sam):
        entry = keep_entry(Told("Fern choir", "group"), by=sam, at=now())
        for gap in (choir, other):
            answer_gap(gap, entry, by=sam, at=now())
        end_gap(other, by=sam, at=now())
    page = day_of(sam)
    assert (page.count("there is Fern choir"), "a band" in page) == (1, False)
    signed_in(sam).post(reverse("desk:wish passed on", args=[choir.id]), {"news": str(entry.id)})
    assert "there is Fern choir" not in day_of(sam)


def test_it_is_on_nobody_elses_day_and_another_team_cannot_press(sam):
    choir = keeps(sam, "a choir")
    with as_(sam):
        answer_gap(choir, keep_entry(Told("Fern choir", "group"), by=sam, at=now()), by=sam, at=now())
    beside = a_coordinator(Team.objects.get(id=sam.team_id))
    assert "a choir" not in day_of(beside)
    assert signed_in(a_coordinator()).post(reverse("desk:wish passed on", args=[choir.id]), {"news": str(choir.id)}).status_code == 404


def test_a_day_shows_the_wishes_that_wait_longest_and_leads_to_the_rest(sam):
    with as_(sam):
        entry = keep_entry(Told("Fern choir", "group"), by=sam, at=now())
    for number in range(MOST_WISHES + 1):
        gap = keeps(sam, f"a choir, {number}", days_ago=40 - number)
        with as_(sam):
            answer_gap(gap, entry, by=sam, at=now() - timedelta(days=30 - number))
    page = day_of(sam)
    assert (page.count("there is Fern choir"), "“a choir, 0”" in page, f"“a choir, {MOST_WISHES}”" in page) == (MOST_WISHES, True, False)
    assert (
        f'<a class="govuk-link never-printed" href="{reverse("desk:gaps")}">One more stands among all wishes.</a> When one is passed on, the next comes here.'
        in page
    )
    with as_(sam):
        first = Gap.objects.get(words="a choir, 0")
    signed_in(sam).post(reverse("desk:wish passed on", args=[first.id]), {"news": str(entry.id)})
    page = day_of(sam)
    assert (page.count("there is Fern choir"), f"“a choir, {MOST_WISHES}”" in page, "among all wishes" in page) == (MOST_WISHES, True, False)
