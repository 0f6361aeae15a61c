"""One story of everything, narrowed to the kinds of line that somebody asks for, without a new page."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import chain, combinations
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

import alongside.desk
from alongside.desk.kinds import GATHERED, Asked
from alongside.desk.reading import Place, story_of
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Awaited, StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.actions import protect_location, say_good_to_know
from alongside.people.models import Person
from tests.building import a_coordinator, as_, days_ago, now, signed_in, somebody, today

pytestmark = pytest.mark.django_db
NAMES = [one.name for one in GATHERED]


@pytest.fixture
def sam():
    return a_coordinator()


@pytest.fixture
def gwen(sam):
    key = somebody(sam, "Gwen Example")
    with as_(sam):
        person = Person.objects.get(id=key)
        journeys.write_note(person, "Tea and a long talk", on=days_ago(9), how="visit", by=sam, at=now())
        journeys.set_level(person, "level 2", since=today(), by=sam, at=now())
        journeys.tell_good_life(person, "To sing again", by=sam, at=now())
        step = journeys.add_step(person, StepAsked("Ring the choir", "themselves"), by=sam, at=now())
        journeys.end_step(step, how_it_went="They sounded kind", on=today(), by=sam, at=now())
    return person


def page_of(person):
    return reverse("desk:person", args=[person.id])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_every_kind_of_line_can_be_asked_for_once():
    sql = (Path(alongside.desk.__file__).parent / "sql/timeline.sql").read_text()
    told = re.findall(r"\(SELECT '([a-z ]+)'", sql)
    narrowed = re.findall(r"'([a-z ]+)' = ANY \(kinds\)", sql)

    assert sorted(told) == sorted(chain.from_iterable(one.kinds for one in GATHERED))
    assert told == narrowed


@given(st.lists(st.sampled_from(NAMES)), st.sampled_from(NAMES))
def test_pressing_a_name_twice_changes_nothing(chosen, name):
    asked = Asked.of(chosen)

    assert asked.with_or_without(name).with_or_without(name) == asked
    assert (name in asked.with_or_without(name).names) != (name in asked.names)


def test_any_choice_shows_its_kinds_and_no_other(sam, gwen):
    with as_(sam):
        everything = story_of(gwen.id, Place()).moments
        assert {moment.kind for moment in everything} >= {"introduction", "note", "level", "good life", "step ended"}
        for chosen in chain.from_iterable(combinations(NAMES, many) for many in range(len(NAMES) + 1)):
            kinds = Asked.of(chosen).kinds
            wanted = [moment for moment in everything if kinds is None or moment.kind in kinds]
            assert story_of(gwen.id, Place(), kinds=kinds).moments == wanted


def test_a_step_and_a_wait_stand_on_the_day_they_began_and_on_the_day_they_ended(sam, gwen):
    with as_(sam):
        step = journeys.add_step(gwen, StepAsked("Ask for a rail", "service", by_when=days_ago(-3)), by=sam, at=now() - timedelta(days=5))
        wait = journeys.begin_waiting(gwen, Awaited("The rail", days_ago(4), of_whom="the council", company="Halina"), by=sam, at=now() - timedelta(days=4))
        journeys.end_step(step, how_it_went="They said yes", on=today(), by=sam, at=now())
        journeys.end_waiting(wait, as_="came", on=today(), by=sam, at=now())
        told = {(moment.kind, moment.detail) for moment in story_of(gwen.id, Place(), kinds=Asked.of(["steps"]).kinds).moments}
    assert told >= {("step", "Ask for a rail"), ("step ended", "Ask for a rail"), ("wait", "The rail"), ("wait ended", "The rail")}
    page = text(signed_in(sam).get(page_of(gwen) + "?only=steps"))
    assert ("From the council" in page, "company meanwhile: Halina" in page) == (True, True)


def test_a_name_swaps_the_story_alone_and_works_as_a_page_too(sam, gwen):
    browser = signed_in(sam)

    part = browser.get(page_of(gwen) + "?only=steps", HTTP_HX_REQUEST="true", HTTP_HX_TARGET="section#story")
    whole = browser.get(page_of(gwen) + "?only=steps")

    assert text(part).startswith('<section id="story"')
    for answer in (text(part), text(whole)):
        assert "They sounded kind" in answer
        assert "Tea and a long talk" not in answer
        assert re.search(r'id="only-steps"[^>]*aria-current="true"', answer)


def test_reading_on_keeps_what_was_asked_for(sam, gwen):
    with as_(sam):
        for number in range(30):
            journeys.write_note(gwen, f"Word {number:02}", on=days_ago(7), how="phone", by=sam, at=now())
    browser = signed_in(sam)

    first = text(browser.get(page_of(gwen) + "?only=notes"))
    earlier = re.search(r'href="([^"]*before=[^"]*)#story"', first).group(1).replace("&amp;", "&")
    second = text(browser.get(earlier))

    assert "only=notes" in earlier
    assert "Tea and a long talk" in second
    assert "To sing again" not in second[second.index('id="story"') :]


def test_what_must_be_known_stands_first_and_says_when_it_was_told(sam, gwen):
    with as_(sam):
        say_good_to_know(gwen, how_to_reach="Ring twice", keep_in_mind="Not the stairs", access="She hears better on the right", by=sam, at=now())
        protect_location(gwen, why="For her safety", listed=[], by=sam, at=now())

    said = text(signed_in(sam).get(page_of(gwen)))

    before = said[: said.index('class="record"')]
    assert [words for words in ("Ring twice", "Not the stairs", "She hears better on the right", "Protected location") if words in before] == [
        "Ring twice", "Not the stairs", "She hears better on the right", "Protected location",
    ]  # fmt: skip
    assert f"as told on {today():%-d %B %Y}" in before


def test_what_changed_stands_beside_the_story(sam, gwen):
    with as_(sam):
        tell_change(gwen, words="Sleeps through", direction="better", noticed_on=today(), by=sam, at=now())

    said = text(signed_in(sam).get(page_of(gwen) + "?only=notes"))

    beside = said[said.index('id="changes"') :]
    assert "Sleeps through" in beside[: beside.index("</section>")]
