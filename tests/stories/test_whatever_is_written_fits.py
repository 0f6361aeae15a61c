"""Words without end, what was just kept, and what goes on paper: nothing runs off a small screen or says more than it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from alongside.access.actions import name_to_partner
from alongside.connections.actions import climb, connect
from alongside.foundation.actor import Actor, Role
from alongside.journeys import actions as journeys
from alongside.journeys.rules import StepAsked
from alongside.outcomes.actions import tell_change
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_team, an_actor, as_, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import SCREENS, served
from tests.stories.walker import NARROWEST, Walker

ENDLESS = "Llanfairpwllgwyngyll" * 15
"""Three hundred letters without a place to break."""
BETWEEN_US = "Find out whether she still owes the club, and keep it to yourself."
HER_OWN = "I try the bus to the hospital."
FORMS = [
    "introduced again",
    "good life",
    "gifts",
    "circle",
    "change",
    "agreement",
    "step",
    "visit",
    "level",
    "who",
    "where",
    "good to know",
    "name to",
    "protect",
    "find",
    "connect",
]
SitDown = Callable[..., Walker]
_HIDDEN_BELOW_IT = """() => {
    const focused = document.activeElement, said = document.querySelector(".said");
    const [box, over] = [focused.getBoundingClientRect(), said.getBoundingClientRect()];
    return focused !== document.body && over.height > 0 && box.top >= over.top && box.bottom <= over.bottom;
}"""
"""Whether what is focused lies wholly below the words on what was kept (WCAG 2.4.11)."""


@dataclass
class Street:
    """Gwen, of whom everything is written in words without end; Moira, of whom little is; and who works with them."""

    base: str
    seats: dict[str, Actor]
    gwen: UUID
    moira: UUID
    rows: dict[str, UUID]
    sit_down: SitDown

    def be(self, who: str, screen: tuple[int, bool] = (390, True)) -> Walker:
        walker = self.sit_down(self.base, screen)
        walker.page.goto(f"{self.base}/")
        walker.page.locator(f"form[action*='{self.seats[who].id}'] button").first.click()
        walker.page.wait_for_load_state("load")
        return walker

    def of_gwen(self) -> list[str]:
        """Every page with her words on it."""
        shown = [reverse(f"desk:{name}", args=[self.gwen]) for name in ("person", "paper", *FORMS)]
        return shown + [reverse(f"desk:{name}", args=[self.gwen, key]) for name, key in self.rows.items()]


def _written_without_end(gwen: UUID, sam: Actor, anjali: Actor) -> dict[str, UUID]:
    """In every box of hers one word; gives the rows that have a page of their own."""
    when = now()
    with as_(sam):
        her = Person.objects.get(id=gwen)
        people.say_where(her, address=ENDLESS, postcode="", phone=ENDLESS, email=f"{ENDLESS}@example.org", usual_places=ENDLESS, by=sam, at=when)
        people.say_good_to_know(her, how_to_reach=ENDLESS, keep_in_mind=ENDLESS, access=ENDLESS, by=sam, at=when)
        people.add_gift(her, ENDLESS, by=sam, at=when)
        people.add_to_circle(her, name=ENDLESS, relation=ENDLESS, words=ENDLESS, by=sam, at=when)
        people.protect_location(her, why=ENDLESS, listed=[], by=sam, at=when)
        journeys.tell_good_life(her, ENDLESS, by=sam, at=when)
        journeys.set_level(her, "level 2", since=today(), words=ENDLESS, by=sam, at=when)
        journeys.agree(her, ENDLESS, agreed_on=today(), how_agreed="aloud", by=sam, at=when)
        note = journeys.write_note(her, ENDLESS, on=today(), how="visit", by=sam, at=when)
        step = journeys.add_step(her, StepAsked(ENDLESS, "service", who=ENDLESS, why_a_service=ENDLESS), by=sam, at=when)
        journeys.add_step(her, StepAsked(ENDLESS, "us", staff_id=sam.id), by=sam, at=when)
        done = journeys.add_step(her, StepAsked(ENDLESS, "themselves"), by=sam, at=when)
        journeys.end_step(done, how_it_went=ENDLESS, on=today(), by=sam, at=when)
        visit = journeys.plan_visit(her, on=today(), where=ENDLESS, words=ENDLESS, staff_id=sam.id, by=sam, at=when)
        connection = connect(her, ENDLESS, kind="natural", why=ENDLESS, on=today(), by=sam, at=when)
        climb(connection, "not for me", words=ENDLESS, on=today(), by=sam, at=when)
        tell_change(her, ENDLESS, direction="better", noticed_on=today(), others_share="half", whose_doing=ENDLESS, by=sam, at=when)
        name_to_partner(her, anjali.id, extract=ENDLESS, how_they_said_yes=ENDLESS, until=today() + timedelta(days=30), by=sam, at=when)
    return {"amend note": note.id, "end step": step.id, "end visit": visit.id, "climb": connection.id}


@pytest.fixture
def street(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, sit_down: SitDown) -> Iterator[Street]:
    with django_db_blocker.unblock(), a_copy("fits") as name:
        team = a_team()
        sam, jo = a_coordinator(team, name=f"Sam {ENDLESS}"), a_coordinator(team, name="Jo Reeve")
        anjali = an_actor(Role.PARTNER, team, "Anjali Rao")
        ines = an_actor(Role.INFORMATION_GOVERNANCE, team, "Ines Okafor")
        Staff.objects.update(in_demo=True)
        gwen = somebody(sam, ENDLESS, introduced_by=ENDLESS, why=ENDLESS, how_they_said_yes=ENDLESS, likes_to_be_called=ENDLESS[:-1])
        rows = _written_without_end(gwen, sam, anjali)
        moira = somebody(sam, "Moira Bell")
        with as_(jo):
            journeys.add_step(Person.objects.get(id=moira), StepAsked(BETWEEN_US, "us", staff_id=sam.id), by=jo, at=now())
        with as_(sam):
            journeys.add_step(Person.objects.get(id=moira), StepAsked(HER_OWN, "themselves"), by=sam, at=now())
        with served(name, demo=True) as base:
            yield Street(base, {"sam": sam, "anjali": anjali, "ines": ines}, gwen, moira, rows, sit_down)


def test_a_word_without_end_breaks_on_every_page(street: Street) -> None:
    pages = {
        "sam": [*street.of_gwen(), *(reverse(f"desk:{name}") for name in ("today", "people", "introduce"))],
        "anjali": [reverse("desk:named to me")],
        "ines": [reverse("desk:who looked at", args=[street.gwen])],
    }
    too_wide = []
    for who, paths in pages.items():
        walker = street.be(who, (NARROWEST, True))
        for path in paths:
            answer = walker.page.goto(street.base + path)
            width = walker.page.evaluate("document.documentElement.scrollWidth")
            if answer.status != 200 or width > NARROWEST:
                too_wide.append((path, answer.status, width))
    assert too_wide == []


@pytest.mark.parametrize("screen", SCREENS)
def test_what_was_just_kept_is_seen_where_one_lands_and_hides_nothing(street: Street, screen: tuple[int, bool]) -> None:
    sam = street.be("sam", screen)
    sam.goes_to(reverse("desk:person", args=[street.moira]))
    sam.writes("What happened? What mattered?", "She laughed until the tea went cold.")
    sam.chooses("Visit at home")
    sam.page.get_by_role("button", name="Save note").click()
    sam.page.wait_for_url("**/#story")
    expect(sam.page.get_by_role("status").filter(has_text="The note is kept.")).to_be_in_viewport(ratio=1)
    for _ in range(60):
        sam.page.keyboard.press("Tab")
        assert not sam.page.evaluate(_HIDDEN_BELOW_IT)


def test_a_sheet_for_her_begins_with_whom_to_ring_and_holds_nothing_that_was_between_us(street: Street) -> None:
    sam = street.be("sam", (1280, True))
    sam.goes_to(reverse("desk:paper", args=[street.moira]))
    sheet = sam.page.locator(".paper")
    expect(sheet.get_by_role("heading", level=2).first).to_have_text("Whom to ring")
    expect(sheet).to_contain_text(HER_OWN)
    expect(sheet).not_to_contain_text(BETWEEN_US)
    sam.page.get_by_label(BETWEEN_US).check()
    sam.presses("Show the sheet like this")
    expect(sheet).to_contain_text(BETWEEN_US)


def test_paper_says_who_printed_it_and_shows_no_address_and_nothing_to_press(street: Street) -> None:
    sam = street.be("sam", (1280, True))
    for path in (reverse("desk:today"), reverse("desk:person", args=[street.moira])):
        sam.page.goto(street.base + path)
        sam.page.emulate_media(media="print")
        expect(sam.page.locator(".printed-by")).to_contain_text("Confidential. Printed by Sam")
        addresses = sam.page.evaluate(
            "Array.from(document.querySelectorAll('a')).filter((link) => !['none', 'normal'].includes(getComputedStyle(link, '::after').content)).length"
        )
        assert (addresses, sam.page.get_by_role("button").count()) == (0, 0)
        for words in ("Change", "Put it right", "How did it go?", "Add", "Plan"):
            expect(sam.page.locator("main").get_by_role("link", name=words)).to_have_count(0)


def test_her_own_sheet_does_not_say_who_printed_it(street: Street) -> None:
    sam = street.be("sam", (1280, True))
    sam.page.goto(street.base + reverse("desk:paper", args=[street.moira]))
    expect(sam.page.locator(".printed-by")).to_have_count(0)
