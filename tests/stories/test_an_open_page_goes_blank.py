"""A page that somebody outside has open about a person goes blank by itself: off the list, after a no, or without contact, nothing is left to read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alongside.access.actions import choose
from alongside.handovers.links import address_of
from alongside.handovers.models import StepUp
from alongside.meetings.models import Agreed
from alongside.people.models import Person
from tests.building import a_coordinator, as_, now
from tests.conftest import a_copy
from tests.handovers.conftest import Handing
from tests.meetings.conftest import Table
from tests.stories.conftest import served
from tests.stories.walker import Walker

WITHIN = 5_000
"""Milliseconds."""
NAME, WORDS = "Ada Quill", "The stairs are hard for her."


TOOK_ON = "Ask for a ground floor flat"


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Table, str]]:
    with django_db_blocker.unblock(), a_copy("an_open_page") as name:
        table = Table(sam=a_coordinator(name="Sam Delaney"))
        listed = table.brings(NAME, WORDS)
        table.sends()
        with served(name) as base:
            yield base, table, f"/my-tables/{table.series.id}/{table.on}/{listed.id}/"


def test_an_open_page_of_a_guest_and_of_a_colleague_goes_blank(house, sit_down):
    base, table, the_gps_page = house
    sam, rao, ivy = sit_down(base), sit_down(base), sit_down(base, (390, True))
    sam.is_signed_in_as(table.sam)
    rao.is_signed_in_as(table.gp)
    rao.goes_to(the_gps_page)
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.presses("Open what is for you")
    ivy.presses("Read what they agreed to")
    for one in (rao, ivy):
        reads(one)
        one.page.context.set_offline(True)
        reads_nothing(one, "there is no contact with the house")
        one.page.context.set_offline(False)
        reads(one)
        one.keeps_a_picture("one-of-the-list")
    sam.goes_to(table.url)
    sam.page.get_by_role("button", name="Take off the list").click(no_wait_after=True)
    for one in (rao, ivy):
        reads_nothing(one, "Nobody is shown here any more")
        one.keeps_a_picture("one-of-the-list-gone")
        one.looks_around()


def reads(one: Walker) -> None:
    expect(one.page.get_by_role("heading", name=NAME)).to_be_visible(timeout=3 * WITHIN)
    expect(one.page.get_by_text(WORDS)).to_be_visible()
    expect(one.page).to_have_title(f"{NAME}, Fernbrook planning meeting – Alongside")


def reads_nothing(one: Walker, why: str) -> None:
    expect(one.page.get_by_text(WORDS)).to_be_hidden(timeout=WITHIN)
    expect(one.page.get_by_role("heading", name=NAME)).to_be_hidden()
    expect(one.page.get_by_text(why)).to_be_visible()
    expect(one.page).to_have_title("Fernbrook planning meeting")


@pytest.fixture(scope="module")
def afterwards(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Table, Agreed]]:
    """A meeting that is closed, at which a GP who signs in and a housing officer took something on of one who then takes back her yes."""
    with django_db_blocker.unblock(), a_copy("open_afterwards") as name:
        table = Table(sam=a_coordinator(name="Sam Delaney"))
        listed = table.brings(NAME, WORDS)
        table.sends()
        for_rao = table.agrees(listed, TOOK_ON, seat=table.gps_seat)
        table.agrees(listed, TOOK_ON)
        table.closes()
        with served(name) as base:
            yield base, table, for_rao


def test_the_page_of_what_became_of_it_goes_blank_too(afterwards, sit_down):
    base, table, for_rao = afterwards
    rao, ivy = sit_down(base), sit_down(base, (390, True))
    rao.is_signed_in_as(table.gp)
    rao.goes_to(f"/my-tables/{for_rao.id}/")
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.presses("Open what is for you")
    ivy.opens("Not yet, or it cannot be")
    ivy.presses("Not yet", exact=True)
    for one in (rao, ivy):
        one.writes("Because of what?", "The list is long.")
        asks_about_her(one)
        one.page.context.set_offline(True)
        tells_nothing_of_her(one, "there is no contact with the house")
        one.page.context.set_offline(False)
        asks_about_her(one)
        expect(one.box("Because of what?")).to_have_value("The list is long.")
    with as_(table.sam):
        choose(Person(id=for_rao.person_id), "meeting", "withdrawn", subject=table.series.id, by=table.sam, at=now())
    for one in (rao, ivy):
        tells_nothing_of_her(one, "took back their yes")
        one.keeps_a_picture("what-became-gone")
        one.looks_around()
    rao.follows("Show it as it is now")
    ivy.presses("Show it as it is now")
    for one in (rao, ivy):
        one.sees_not(NAME)
        one.sees_not(TOOK_ON)


def asks_about_her(one: Walker) -> None:
    expect(one.page.get_by_text(f"{NAME}: {TOOK_ON}")).to_be_visible(timeout=3 * WITHIN)


def tells_nothing_of_her(one: Walker, why: str) -> None:
    expect(one.page.get_by_text(f"{NAME}: {TOOK_ON}")).to_be_hidden(timeout=WITHIN)
    expect(one.page.get_by_text(why)).to_be_visible()
    expect(one.page.get_by_label("Because of what?")).to_be_hidden()


@pytest.fixture(scope="module")
def handed(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Handing, StepUp, StepUp]]:
    """Something of Gwen's with a social worker who signs in, and something with the duty desk, by its link."""
    with django_db_blocker.unblock(), a_copy("open_hand_over") as name:
        one = Handing()
        with served(name) as base:
            yield base, one, one.hands(one.to_priya), one.hands(one.to_duty)


def test_what_was_handed_over_goes_blank_on_the_other_side(handed, sit_down):
    base, one, hers, dutys = handed
    priya, duty = sit_down(base), sit_down(base, (390, True))
    priya.is_signed_in_as(one.priya)
    priya.goes_to(f"/handed-to-me/{hers.id}/")
    duty.goes_to(f"/handed/{address_of(dutys.reference)}/")
    duty.presses("Open it")
    for other in (priya, duty):
        expect(other.page.get_by_role("heading", name=one.name)).to_be_visible()
        other.page.context.set_offline(True)
        shows_no_hand_over(other, one, "there is no contact with the house")
        other.page.context.set_offline(False)
        expect(other.page.get_by_role("heading", name=one.name)).to_be_visible(timeout=3 * WITHIN)
    with as_(one.sam):
        choose(Person(id=one.gwen), "social worker", "no", by=one.sam, at=now())
    for other in (priya, duty):
        shows_no_hand_over(other, one, "it is over, or they took back their yes")
        other.keeps_a_picture("handed-gone")
        other.looks_around()


def shows_no_hand_over(other: Walker, one: Handing, why: str) -> None:
    expect(other.page.get_by_role("heading", name=one.name)).to_be_hidden(timeout=WITHIN)
    expect(other.page.get_by_text("The stairs are hard for her.").first).to_be_hidden()
    expect(other.page.get_by_text(why)).to_be_visible()
