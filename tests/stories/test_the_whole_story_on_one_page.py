"""One page holds somebody's whole story; what is asked of it comes without a new page, and what must be known stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.actions import protect_location, say_good_to_know
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
NO_SCRIPTS = (390, False)
SAID = {
    Vocabulary.LOCAL_AREA_COORDINATION: {"notes": "Notes and visits", "steps": "Steps", "changes": "Changes"},
    Vocabulary.SOCIAL_PRESCRIBING: {"notes": "Contact notes and appointments", "steps": "Actions", "changes": "Outcomes"},
}


def _lived(sam: Actor) -> str:
    her = somebody(sam, "Gwen Prys-Marlow")
    with as_(sam):
        person = Person.objects.get(id=her)
        for number in range(60):
            journeys.write_note(person, f"Tea number {number:02}", on=days_ago(70 - number), how="visit", by=sam, at=now())
        step = journeys.add_step(person, StepAsked("Ring the choir", "themselves"), by=sam, at=now())
        journeys.end_step(step, how_it_went="They sounded kind", on=days_ago(90), by=sam, at=now())
        tell_change(person, "I sleep through", direction="better", noticed_on=days_ago(95), by=sam, at=now())
        say_good_to_know(person, how_to_reach="Ring twice", keep_in_mind="Never the stairs", access="She hears better on the right", by=sam, at=now())
        protect_location(person, why="For her safety", listed=[], by=sam, at=now())
    return f"/people/{her}/"


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, str, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"whole_story_{request.param.value}") as name:
        sam = an_actor(Role.COORDINATOR, a_team(vocabulary=request.param), "Sam Holt")
        Staff.objects.update(in_demo=True)
        page = _lived(sam)
        with served(name, demo=True) as base:
            yield base, sam, page, request.param


def _sits_down(sit_down: Callable[..., Walker], base: str, sam: Actor, screen: tuple[int, bool]) -> Walker:
    walker = sit_down(base, screen)
    walker.page.goto(base + "/")
    walker.page.locator(f"form[action*='{sam.id}'] button").first.click()
    walker.page.wait_for_url("**/today/")
    return walker


@pytest.mark.parametrize("screen", [PHONE, NO_SCRIPTS])
def test_a_long_story_is_narrowed_where_it_stands(house, sit_down, screen):
    base, sam, page, vocabulary = house
    said = SAID[vocabulary]
    walker = _sits_down(sit_down, base, sam, screen)
    story = walker.page.locator("#story")

    # Given a page that says first what must be known, and shows the newest of it all
    walker.goes_to(page)
    first = walker.page.locator(".knock")
    for words in ("Ring twice", "Never the stairs", "She hears better on the right", f"as told on {today():%-d %B %Y}"):
        expect(first).to_contain_text(words)
    expect(story).to_contain_text("Tea number 59")
    expect(story).not_to_contain_text("They sounded kind")

    # When she asks for steps, then for changes as well
    if walker.scripts:
        walker.box("What happened? What mattered?").fill("Half a sentence")
    _presses(walker, said["steps"])
    expect(story).to_contain_text("They sounded kind")
    expect(story).not_to_contain_text("Tea number")
    _presses(walker, said["changes"])
    expect(story).to_contain_text("I sleep through")

    # Then nothing half written is gone, the name pressed is still where her finger is, and the address can be opened again
    if walker.scripts:
        expect(walker.box("What happened? What mattered?")).to_have_value("Half a sentence")
        expect(walker.page.locator("#only-changes")).to_be_focused()
    walker.looks_around()
    assert "only=steps" in walker.page.url
    assert "only=changes" in walker.page.url
    walker.page.reload()
    expect(story).to_contain_text("They sounded kind")
    expect(story).not_to_contain_text("Tea number")

    # And reading on keeps to what she asked for
    _presses(walker, "All")
    _presses(walker, said["notes"])
    story.get_by_role("link", name="Show earlier").click()
    expect(story).to_contain_text("Tea number 30")
    expect(story).not_to_contain_text("They sounded kind")


def _presses(walker: Walker, name: str) -> None:
    walker.page.locator(".story-filter").get_by_role("link", name=name, exact=True).click()
    chosen = walker.page.locator(".story-filter [aria-current]", has_text=name)
    expect(chosen).to_be_visible()
