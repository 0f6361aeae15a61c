"""Whatever goes wrong while somebody writes, their words come back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from alongside.foundation.actor import Actor, Role
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_seat, a_team, now, somebody
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

WORDS = "She said the robin comes to the sill when she hums. We laughed until the tea went cold."
BOX = "What happened? What mattered?"


@dataclass
class Writing:
    """A coordinator with a person's page open, words half written."""

    sam: Walker
    her_page: str
    coordinator: Actor

    def types(self, words: str = WORDS) -> None:
        self.sam.chooses("Visit at home")
        self.sam.box(BOX).click()
        self.sam.page.keyboard.type(words)

    def has_been_kept_on_the_server(self) -> None:
        expect(self.sam.page.locator(".self-saving")).to_contain_text("draft", ignore_case=True, timeout=8_000)

    def opens_again(self) -> None:
        self.sam.page.goto(self.sam.base + self.her_page)

    def has_the_words(self, words: str = WORDS) -> None:
        expect(self.sam.box(BOX)).to_have_value(words)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    with django_db_blocker.unblock(), a_copy("writing") as name, served(name, demo=True) as base:
        yield base


@pytest.fixture
def writing(house: str, sit_down: Callable[..., Walker]) -> Writing:
    """On a phone; each with a coordinator and a person of their own."""
    coordinator = a_coordinator()
    Staff.objects.update(in_demo=True)
    her = somebody(coordinator, "Gwen Prys-Marlow")
    sam = sit_down(house, (390, True))
    signs_in(sam.page, house, coordinator)
    sam.page.goto(f"{house}/people/{her}/")
    return Writing(sam, f"/people/{her}/", coordinator)


def signs_in(page: Page, base: str, who: Actor) -> None:
    page.goto(base + "/")
    page.locator(f"form[action*='{who.id}'] button").first.click()
    page.wait_for_url("**/today/")


def test_a_closed_tab(writing: Writing) -> None:
    writing.types()
    context = writing.sam.page.context
    writing.sam.page.close(run_before_unload=False)
    writing.sam.page = context.new_page()
    writing.sam.page.wait_for_timeout(300)  # whoever opens it again needs longer than the last letter
    writing.opens_again()
    writing.has_the_words()


def test_another_browser_finds_the_draft(writing: Writing) -> None:
    writing.types()
    writing.has_been_kept_on_the_server()
    context = writing.sam.page.context
    other = context.browser.new_context(java_script_enabled=False)
    other.add_cookies(context.cookies())
    page = other.new_page()
    page.goto(writing.sam.base + writing.her_page)
    expect(page.locator("body")).to_contain_text("the robin comes to the sill")
    other.close()


def test_a_dead_network_and_one_that_comes_back(writing: Writing) -> None:
    writing.sam.page.context.set_offline(True)
    writing.types()
    writing.sam.page.get_by_role("button", name="Save note").click()
    # Sealing the words takes a moment: only once the page says so has it tried, and failed, to send them.
    expect(writing.sam.page.locator(".self-saving")).to_contain_text("this is not saved yet", timeout=8_000)
    writing.has_the_words()
    writing.sam.page.context.set_offline(False)
    writing.has_been_kept_on_the_server()
    writing.sam.presses("Save note")
    writing.sam.sees("The note is kept.")
    writing.sam.sees(WORDS)


def test_a_session_that_timed_out(writing: Writing) -> None:
    writing.types("She said ")
    writing.has_been_kept_on_the_server()
    Session.objects.all().delete()
    writing.types("the robin comes.")
    writing.sam.page.get_by_role("button", name="Save note").click()
    expect(writing.sam.page.locator("body")).to_contain_text("signed out", timeout=8_000)
    signs_in_again(writing)
    writing.opens_again()
    writing.has_the_words("She said the robin comes.")


def signs_in_again(writing: Writing) -> None:
    page = writing.sam.page.context.new_page()
    signs_in(page, writing.sam.base, writing.coordinator)
    page.close()


def test_a_refusal(writing: Writing) -> None:
    writing.types()
    writing.sam.opens("When: today")
    writing.sam.page.get_by_label("Year").fill("2190")
    writing.sam.presses("Save note")
    writing.sam.sees("This date has not come yet.")
    writing.has_the_words()


def test_a_form_that_is_too_old(writing: Writing) -> None:
    writing.types()
    writing.sam.page.evaluate("document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach((box) => { box.value = 'x'.repeat(64) })")
    writing.sam.presses("Save note")
    writing.sam.sees("The note is kept.")
    writing.sam.sees(WORDS)


def test_somebody_lost_from_sight_while_writing(writing: Writing) -> None:
    writing.types()
    writing.has_been_kept_on_the_server()
    moved = Staff.objects.get(id=writing.coordinator.id)
    moved.seats.update(until=now().date())
    a_seat(moved, Role.COORDINATOR, a_team())
    writing.sam.page.get_by_role("button", name="Save note").click()
    expect(writing.sam.page.locator("body")).to_contain_text("the robin comes to the sill", timeout=8_000)
    writing.sam.sees_not("Prys-Marlow")


def test_the_back_button_after_saving_brings_no_second_note(writing: Writing) -> None:
    writing.types()
    writing.sam.presses("Save note")
    writing.sam.page.go_back()
    writing.opens_again()
    expect(writing.sam.box(BOX)).to_have_value("")
    expect(writing.sam.page.locator("#story").get_by_text(WORDS)).to_have_count(1)


def test_a_note_that_is_emptied_again_is_not_among_the_unfinished(writing: Writing) -> None:
    writing.types()
    writing.has_been_kept_on_the_server()
    writing.sam.box(BOX).fill("")
    expect(writing.sam.page.locator(".self-saving")).not_to_contain_text("draft", ignore_case=True, timeout=8_000)
    writing.sam.page.goto(writing.sam.base + "/unfinished/")
    writing.sam.sees("Nothing. Whatever you begin to write is kept here until you save it.")


def test_signing_out_leaves_nothing_in_the_browser(writing: Writing) -> None:
    writing.types()
    writing.sam.presses("Sign out")
    left = writing.sam.page.evaluate("indexedDB.databases().then((all) => all.length)"), writing.sam.page.evaluate("localStorage.length")
    assert left[1] == 0
    kept = writing.sam.page.context.storage_state(indexed_db=True)
    assert "robin" not in str(kept)
