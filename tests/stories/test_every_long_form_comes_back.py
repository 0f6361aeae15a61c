"""Promise C6: whatever goes wrong, in every form that saves itself, what was typed comes back; counted, and no form is listed by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Locator, Page, Route, expect

from alongside.connections.actions import connect
from alongside.foundation.actor import Actor
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, as_, now, signed_in, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import restarted, served
from tests.trust import routes

WORDS = "The robin came to the sill when she hummed."
STATUS = ".self-saving"


@dataclass
class Forms:
    """Every form of the house that saves itself, found in the pages themselves, and a coordinator who fills them in."""

    base: str
    sam: Actor
    gwen: UUID
    urls: dict[str, str]
    """Where each stands, by the name under which it saves itself."""
    page: Page
    recovered: list[tuple[str, str]] = field(default_factory=list)

    def open(self, url: str) -> Locator:
        """The form's first long box, else its first line, emptied of what came with it."""
        self.page.goto(self.base + url)
        return self.box()

    def box(self) -> Locator:
        form = self.page.locator("form[data-saves-itself]").first
        long = form.locator("textarea:visible")
        return long.first if long.count() else form.locator("input[type=text]:visible").first

    def types(self, url: str, words: str = WORDS) -> Locator:
        box = self.open(url)
        box.fill("")
        box.press_sequentially(words)
        return box

    def is_kept_on_the_server(self) -> None:
        expect(self.page.locator(STATUS).first).to_contain_text("draft", ignore_case=True, timeout=8_000)

    def button(self) -> Locator:
        return self.page.locator("form[data-saves-itself]").first.locator("button[type=submit]:visible, button.govuk-button:visible").last

    def presses_its_button(self) -> None:
        self.button().click()

    def came_back(self, fault: str, form: str, words: str = WORDS) -> None:
        expect(self.box(), f"{form} after {fault}").to_have_value(words)
        self.recovered.append((fault, form))

    def signs_in(self, page: Page) -> None:
        page.goto(self.base + "/")
        page.locator(f"form[action*='{self.sam.id}'] button").first.click()
        page.wait_for_url("**/today/")


def every_form_that_saves_itself(sam: Actor, gwen: UUID, rows: dict[str, UUID]) -> dict[str, str]:
    """Found by opening every page of the desk that has an address of its own, or one about somebody or one of their rows."""
    browser, found = signed_in(sam), {}
    for route in routes.ours():
        view = getattr(route.view, "declared", None)
        if not view or not {"GET", "POST"} <= set(view[2]) or not set(route.pieces) <= {"person_id", *rows}:
            continue
        url = reverse(route.name, kwargs={piece: gwen if piece == "person_id" else rows[piece] for piece in route.pieces})
        for name in re.findall(r'data-saves-itself="([^"]+)"', browser.get(url).content.decode()):
            found.setdefault(re.sub(r"/.*", "", name), url)
    return found


@pytest.fixture(scope="module")
def forms(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, chromium) -> Iterator[Forms]:
    with django_db_blocker.unblock(), a_copy("every_form") as name:
        sam = a_coordinator(name="Sam Holt")
        gwen = somebody(sam, "Gwen Prys-Marlow")
        with as_(sam):
            her = Person.objects.get(id=gwen)
            rows = {
                "note_id": journeys.write_note(her, "We had tea.", on=today(), how="visit", by=sam, at=now()).id,
                "step_id": journeys.add_step(her, StepAsked("Ring the choir", "themselves"), by=sam, at=now()).id,
                "change_id": tell_change(her, "I sleep.", direction="better", noticed_on=today(), by=sam, at=now()).id,
                "connection_id": connect(her, "The choir", kind="community", on=today(), by=sam, at=now()).id,
            }
        urls = every_form_that_saves_itself(sam, gwen, rows)
        # Whoever is of the demo signs in there alone.
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
            context.set_default_timeout(10_000)
            every = Forms(base, sam, gwen, urls, context.new_page())
            every.signs_in(every.page)
            yield every
            context.close()


def test_every_form_is_found_in_the_pages_themselves(forms: Forms) -> None:
    assert len(forms.urls) >= 14
    assert {"note", "quick note", "good life", "agreement", "change", "step", "introduction", "amended note"} <= set(forms.urls)


def closed_tab(forms: Forms, url: str) -> None:
    context = forms.page.context
    forms.page.close(run_before_unload=False)
    forms.page = context.new_page()
    forms.open(url)


def another_browser(forms: Forms, url: str) -> None:
    forms.is_kept_on_the_server()
    forms.page.evaluate("indexedDB.deleteDatabase('alongside')")
    forms.open(url)


def no_network(forms: Forms, url: str) -> None:
    forms.page.context.set_offline(True)
    forms.presses_its_button()
    expect(forms.page.locator(STATUS).first).to_contain_text("not saved yet", timeout=8_000)
    forms.page.context.set_offline(False)
    forms.open(url)


def timed_out(forms: Forms, url: str) -> None:
    forms.is_kept_on_the_server()
    Session.objects.all().delete()
    forms.signs_in(forms.page)
    forms.open(url)


def our_fault(forms: Forms, url: str) -> None:
    """The draft arrives; what answers the button is a page that says something went wrong on our side."""
    forms.is_kept_on_the_server()
    refuse = lambda route: route.fulfill(status=500, body="<!doctype html><title>Sorry</title>") if route.request.method == "POST" else route.continue_()  # noqa: E731
    forms.page.route(f"**{url}", refuse)
    forms.presses_its_button()
    expect(forms.page).to_have_title("Sorry", timeout=8_000)
    forms.page.unroute(f"**{url}", refuse)
    forms.open(url)


def back_button(forms: Forms, url: str) -> None:
    forms.page.goto(forms.base + "/today/")
    forms.page.go_back()


def server_restarted(forms: Forms, url: str) -> None:
    """While somebody types, the house is brought up to date."""
    restarted(forms.base)
    forms.open(url)


def slow_answer_pressed_twice(forms: Forms, url: str) -> None:
    """Nothing seems to happen, so they press again; and neither answer comes."""
    held: list[Route] = []
    hold = lambda route: held.append(route) if route.request.method == "POST" else route.continue_()  # noqa: E731
    forms.page.route(f"**{url}", hold)
    button = forms.button()
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None
    for _ in range(2):
        # With the finger itself: whoever looks for the button first waits until the answer has come.
        forms.page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        forms.page.wait_for_timeout(1_200)  # longer than a second press is taken for a slip of the finger
    assert held
    for route in held:
        route.abort()
    forms.page.unroute(f"**{url}", hold)
    forms.open(url)


COMMONEST: tuple[Callable[[Forms, str], None], ...] = (closed_tab, no_network, timed_out)
"""What goes wrong most, in a living room: tried on every form."""
ALL = (*COMMONEST, another_browser, our_fault, back_button, server_restarted, slow_answer_pressed_twice)
"""Tried on the note from anywhere; the others of the twelve are tried on the note of a page (test_nothing_typed_is_lost.py)."""


def test_whatever_goes_wrong_every_forms_words_come_back(forms: Forms, capsys: pytest.CaptureFixture[str]) -> None:
    tried = 0
    for name, url in forms.urls.items():
        for number, fault in enumerate(ALL if name == "quick note" else COMMONEST):
            tried += 1
            words = f"{WORDS} {number}"
            forms.types(url, words)
            fault(forms, url)
            forms.came_back(fault.__name__, name, words)
    reached = f"{len(forms.urls)} forms, {len(COMMONEST)} faults each and {len(ALL)} on one: {len(forms.recovered)} of {tried} came back"
    with capsys.disabled():
        print(f"\n  nothing typed is lost: {reached}")
    assert len(forms.recovered) == tried
