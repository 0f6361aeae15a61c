"""Promise C6: whatever goes wrong, in every form that saves itself, what was typed comes back; counted, and no form is listed by hand.

On a phone, in both vocabularies: every form is met once, by a coordinator of the one or of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from alongside.desk.words import UNFINISHED
from alongside.foundation.actor import Actor
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Staff
from alongside.web.writing import AS_IT_STOOD
from tests.building import signed_in
from tests.conftest import a_copy
from tests.stories.conftest import restarted, served
from tests.stories.everything_about_somebody import Seat
from tests.stories.saving_first import in_a_form_of, saved_first
from tests.stories.unmet import UNMET

WORDS = "The robin came to the sill when she hummed."
STATUS = ".self-saving"
FORM = "form[data-saves-itself]"
NO_WORDS_IN_IT = ("link of hand-over", "introducer link", "ask how it was")
"""Forms that ask for a day alone, or for a number."""
NO_WORDS = ":not([inputmode=numeric]):not([data-not-kept]):visible"


@dataclass
class Desk:
    """A coordinator at a phone, the forms that are theirs to fill in, and what came back."""

    base: str
    seat: Seat
    page: Page
    others: BrowserContext
    """The browser of a colleague of theirs."""
    urls: dict[str, str]
    """Where each stands, by the name under which it saves itself."""
    recovered: list[tuple[str, str]] = field(default_factory=list)

    def open(self, url: str) -> Locator:
        self.page.goto(self.base + url)
        return self.box()

    def form(self) -> Locator:
        return self.page.locator(FORM).first

    def box(self) -> Locator:
        """The form's first long box, else its first line: never a part of a date."""
        long = self.form().locator("textarea:visible")
        return long.first if long.count() else self.form().locator(f"input[type=text]{NO_WORDS}").first

    def types(self, url: str, words: str) -> None:
        box = self.open(url)
        box.fill(words[:-1])
        self.goes_on(words[-1])

    def goes_on(self, letter: str) -> None:
        self.box().press("End")
        self.box().press(letter)

    def is_sent_at_once(self) -> None:
        """As when a connection comes back: nobody waits here for the moment after the last letter (test_nothing_typed_is_lost.py does)."""
        self.page.evaluate("dispatchEvent(new Event('online'))")
        self.is_kept_on_the_server()

    def is_kept_on_the_server(self) -> None:
        expect(self.page.locator(STATUS).first).to_contain_text("draft", ignore_case=True, timeout=8_000)

    def button(self) -> Locator:
        return self.form().locator("button[type=submit]:visible, button.govuk-button:visible").last

    def presses_its_button(self) -> None:
        self.button().click()

    def came_back(self, fault: str, form: str, words: str) -> None:
        expect(self.box(), f"{form} after {fault}").to_have_value(words)
        self.recovered.append((fault, form))

    def signs_in(self, context: BrowserContext | None = None, who: Actor | None = None) -> None:
        session = signed_in(who or self.seat.actor).cookies["session"].value
        (context or self.page.context).add_cookies([{"name": "session", "value": session, "url": self.base}])


def halves(forms: dict[str, str]) -> tuple[set[str], set[str]]:
    """Every other form for the one vocabulary, the rest for the other."""
    names = sorted(forms)
    return set(names[::2]), set(names[1::2])


@pytest.fixture(scope="module")
def desks(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, chromium: Browser) -> Iterator[list[Desk]]:
    with django_db_blocker.unblock(), a_copy("every_form") as name:
        seats = [Seat(vocabulary) for vocabulary in Vocabulary]
        found = [seat.forms() for seat in seats]
        # Whoever is of the demo signs in there alone.
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            contexts = [chromium.new_context(viewport={"width": 390, "height": 844}, locale="en-GB") for _ in seats]
            every = []
            for seat, context, urls, mine in zip(seats, contexts, found, halves(found[0]), strict=True):
                context.set_default_timeout(10_000)
                theirs = chromium.new_context(locale="en-GB")
                every.append(Desk(base, seat, context.new_page(), theirs, {form: url for form, url in urls.items() if form in mine or form == "quick note"}))
            yield every
            for desk in every:
                desk.page.context.close()
                desk.others.close()


def test_every_form_that_can_be_left_unfinished_is_met_once_and_each_vocabulary_meets_many(desks: list[Desk]) -> None:
    lac, sp = (set(desk.urls) for desk in desks)
    assert sorted(set(UNFINISHED) - lac - sp) == sorted(UNMET)
    assert lac & sp == {"quick note"}
    assert min(len(lac), len(sp)) > 25


def closed_tab(desk: Desk, url: str) -> None:
    context = desk.page.context
    desk.page.close(run_before_unload=False)
    desk.page = context.new_page()
    # Whoever opens it again needs longer than the last letter, which goes to the server as the tab goes.
    desk.page.wait_for_timeout(300)
    desk.open(url)


def another_browser(desk: Desk, url: str) -> None:
    desk.is_kept_on_the_server()
    desk.page.evaluate("indexedDB.deleteDatabase('alongside')")
    desk.open(url)


def no_network(desk: Desk, url: str) -> None:
    desk.page.context.set_offline(True)
    desk.presses_its_button()
    expect(desk.page.locator(STATUS).first).to_contain_text("not saved yet", timeout=8_000)
    desk.page.context.set_offline(False)
    desk.open(url)


def timed_out(desk: Desk, url: str) -> None:
    desk.is_sent_at_once()
    Session.objects.all().delete()
    desk.signs_in()
    desk.open(url)


def our_fault(desk: Desk, url: str) -> None:
    """The draft arrives; what answers the button is a page that says something went wrong on our side."""
    desk.is_kept_on_the_server()
    refuse = lambda route: route.fulfill(status=500, body="<!doctype html><title>Sorry</title>") if route.request.method == "POST" else route.continue_()  # noqa: E731
    desk.page.route(f"**{url}", refuse)
    desk.presses_its_button()
    expect(desk.page).to_have_title("Sorry", timeout=8_000)
    desk.page.unroute(f"**{url}", refuse)
    desk.open(url)


def back_button(desk: Desk, url: str) -> None:
    desk.page.goto(desk.base + "/today/")
    desk.page.go_back()


def server_restarted(desk: Desk, url: str) -> None:
    """While somebody types, the house is brought up to date."""
    restarted(desk.base)
    desk.open(url)


def slow_answer_pressed_twice(desk: Desk, url: str) -> None:
    """Nothing seems to happen, so they press again; and neither answer comes."""
    held: list[Route] = []
    hold = lambda route: held.append(route) if route.request.method == "POST" else route.continue_()  # noqa: E731
    desk.page.route(f"**{url}", hold)
    button = desk.button()
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None
    for _ in range(2):
        # With the finger itself: whoever looks for the button first waits until the answer has come.
        desk.page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        desk.page.wait_for_timeout(1_200)  # longer than a second press is taken for a slip of the finger
    assert held
    for route in held:
        route.abort()
    desk.page.unroute(f"**{url}", hold)
    desk.open(url)


NEVER_STALE = {"protection": "whoever protects the place first shuts the other out: a refusal gives their words back"}
"""Forms over which nobody can save first, each with why."""


def stale_version(desk: Desk, url: str, meanwhile: str) -> None:
    """A colleague saves the same form first; where only its writer may, they do so themselves on another device."""
    name = desk.box().get_attribute("name")
    assert name is not None
    desk.signs_in(desk.others, desk.seat.colleague)
    refused = saved_first(desk.others, desk.base + url, name, meanwhile) and saved_first(desk.page.context, desk.base + url, name, meanwhile)
    assert not refused, f"{url}: {refused}"
    desk.presses_its_button()
    expect(desk.page.locator("body")).to_contain_text("changed this while you were writing")
    expect(desk.page.locator("body")).to_contain_text(meanwhile)


COMMONEST: tuple[Callable[[Desk, str], None], ...] = (closed_tab, no_network, timed_out)
"""What goes wrong most, in a living room: tried on every form, one after another, as they go on writing."""
RARER = (another_browser, our_fault, back_button, server_restarted, slow_answer_pressed_twice)
"""Tried on the note from anywhere in both vocabularies; the others of the twelve are tried on the note of a page (test_nothing_typed_is_lost.py)."""


@pytest.mark.parametrize("vocabulary", range(len(Vocabulary)), ids=[vocabulary.value for vocabulary in Vocabulary])
def test_whatever_goes_wrong_every_forms_words_come_back(vocabulary: int, desks: list[Desk], tells: Callable[[str], None]) -> None:
    desk, tried = desks[vocabulary], 0
    desk.signs_in()
    for name, url in desk.urls.items():
        if name in NO_WORDS_IN_IT:
            continue
        faults = (*COMMONEST, *RARER) if name == "quick note" else COMMONEST
        words = f"{WORDS} {name}."
        desk.types(url, words)
        for fault in faults:
            tried += 1
            fault(desk, url)
            desk.came_back(fault.__name__, name, words)
            words += "!"
            desk.goes_on("!")
        if name not in NEVER_STALE and desk.form().locator(f"input[name={AS_IT_STOOD}]").count():
            tried += 1
            stale_version(desk, url, in_a_form_of(name))
            desk.came_back(stale_version.__name__, name, words)
    stale = sum(fault == stale_version.__name__ for fault, _ in desk.recovered)
    where = f"{list(Vocabulary)[vocabulary].value}, 390 pixels"
    tells(f"nothing typed is lost ({where}): {len(desk.urls)} forms, {stale} of them stale too, {len(desk.recovered)} of {tried} came back")
    assert stale > 4
    assert len(desk.recovered) == tried
