"""Notes keep up with speech: whoever goes on at once, closes the page or loses the network loses no word, and a next step loads no page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alongside.meetings.models import Discussed, Listed, Present
from tests.building import a_coordinator
from tests.conftest import a_copy
from tests.meetings.conftest import Table
from tests.stories.conftest import served
from tests.stories.walker import Walker

OF_BEE = "Bee has a new boiler."
SAID, WHILE_AWAY, AT_THE_DOOR = "The landlord will look at it on Monday.", "His sister rang.", "She has the keys."


@pytest.fixture(scope="module")
def room(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Table, Listed]]:
    with django_db_blocker.unblock(), a_copy("notes_keep_up") as name:
        table = Table(sam=a_coordinator(name="Sam Delaney"))
        ada, _bee = table.brings("Ada Quill"), table.brings("Bee Marlow")
        table.sends()
        with served(name) as base:
            yield base, table, ada


def test_no_word_is_lost_and_no_page_loads(room, sit_down):
    base, table, ada = room
    sam = sit_down(base)
    sam.is_signed_in_as(table.sam)
    sam.goes_to(f"{table.url}list/{ada.id}/")
    when_sam_types_and_goes_on_at_once(sam)
    then_the_words_are_there_when_he_comes_back(sam)
    when_a_next_step_is_agreed_no_page_loads(sam)
    when_the_network_is_away_he_is_told_and_stays_and_it_is_kept_afterwards(sam)
    when_he_closes_the_page_in_the_middle_of_a_word_it_goes_along(sam, table, ada)


def by_key(sam: Walker, key: str) -> None:
    """What a browser does for Alt and this key: keys that a test presses do not reach it."""
    sam.page.evaluate("(key) => document.querySelector(`[accesskey=${key}]`).click()", key)


def when_sam_types_and_goes_on_at_once(sam: Walker) -> None:
    sam.page.evaluate("window.theSamePage = true")
    sam.box("What is new").press_sequentially(SAID)
    by_key(sam, "n")
    expect(sam.page.get_by_role("heading", name="Bee Marlow")).to_be_visible()
    expect(sam.box("Situation")).to_be_focused()
    assert "Bee Marlow" in sam.page.title()
    sam.page.keyboard.type(OF_BEE)
    expect(sam.page.locator("#kept")).to_contain_text("Kept.")


def then_the_words_are_there_when_he_comes_back(sam: Walker) -> None:
    by_key(sam, "b")
    expect(sam.page.get_by_role("heading", name="Ada Quill")).to_be_visible()
    expect(sam.box("What is new")).to_have_value(SAID)
    expect(sam.box("Situation")).to_have_value("")
    assert sam.page.evaluate("window.theSamePage"), "a page was loaded"
    sam.page.go_back()
    expect(sam.page.get_by_role("heading", name="Bee Marlow")).to_be_visible()
    expect(sam.box("Situation")).to_have_value(OF_BEE)
    by_key(sam, "b")
    expect(sam.page.get_by_role("heading", name="Ada Quill")).to_be_visible()


def when_a_next_step_is_agreed_no_page_loads(sam: Walker) -> None:
    sam.page.evaluate("window.theSamePage = true")
    for words, who in (("Ask for a rail", "Ivy Roe, housing officer"), ("Ring her", "Dr Anjali Rao, GP")):
        sam.writes("What will be done?", words)
        sam.picks("Who does it?", who)
        sam.page.get_by_role("button", name="It is agreed").click()
        expect(sam.page.locator("#next-steps .row", has_text=words)).to_contain_text(who)
        expect(sam.box("What will be done?")).to_be_focused()
    sam.page.get_by_role("button", name="It is agreed").click()
    expect(sam.page.locator("#next-steps")).to_contain_text("Write what will be done.")
    sam.page.get_by_role("button", name="Not so (Ring her)").click()
    expect(sam.page.locator("#next-steps .row")).to_have_count(1)
    assert sam.page.evaluate("window.theSamePage")
    sam.looks_around()


def when_the_network_is_away_he_is_told_and_stays_and_it_is_kept_afterwards(sam: Walker) -> None:
    here = sam.page.url
    sam.page.context.set_offline(True)
    sam.box("Situation").press_sequentially(WHILE_AWAY)
    by_key(sam, "n")
    expect(sam.page.get_by_text("Not kept yet: there is no contact, or you were signed out.")).to_be_visible()
    assert sam.page.url == here
    assert sam.page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"), "the browser would not ask before it closes"
    sam.page.context.set_offline(False)
    expect(sam.page.locator("#kept")).to_contain_text("Kept.", timeout=15_000)
    expect(sam.page.get_by_text("Not kept yet: there is no contact, or you were signed out.")).to_be_hidden()
    sam.page.reload()
    expect(sam.box("Situation")).to_have_value(WHILE_AWAY)


def when_he_closes_the_page_in_the_middle_of_a_word_it_goes_along(sam: Walker, table: Table, ada: Listed) -> None:
    sam.box("What was done so far").press_sequentially(AT_THE_DOOR)
    sam.page.goto(sam.base + table.url)
    for _ in range(50):
        if (kept := Discussed.objects.using("owner").get(listed=ada)).so_far:
            break
        sam.page.wait_for_timeout(200)
    assert (kept.situation, kept.so_far, kept.update) == (WHILE_AWAY, AT_THE_DOOR, SAID)


def test_who_was_there_keeps_itself_seat_by_seat(room, sit_down):
    base, table, ada = room
    bea = a_coordinator(table.team, name="Bea Lister")
    sam, her = sit_down(base), sit_down(base, (390, True))
    sam.is_signed_in_as(table.sam)
    her.is_signed_in_as(bea)
    sam.goes_to(f"{table.url}list/{ada.id}/")
    her.goes_to(table.url)
    for one in (sam, her):
        one.page.evaluate("window.theSamePage = true")
    when_sam_ticks_by_the_keyboard_it_is_kept_and_said(sam)
    when_another_ticks_somebody_else_both_are_kept_and_shown(her, table)
    when_he_is_out_of_contact_the_tick_waits_and_is_kept_afterwards(sam, table)
    for one in (sam, her):
        assert one.page.evaluate("window.theSamePage"), "a page was loaded"
    then_he_who_goes_on_at_once_loses_no_tick(sam, table)


def when_sam_ticks_by_the_keyboard_it_is_kept_and_said(sam: Walker) -> None:
    by_key(sam, "w")
    sam.page.keyboard.press("Tab")
    expect(sam.box("GP: Dr Anjali Rao")).to_be_focused()
    sam.page.keyboard.press("Space")
    said = sam.page.locator("[data-present-kept]")
    expect(said).to_contain_text("Kept. Dr Anjali Rao was there. 1 of 2 in all.")
    expect(said).to_have_attribute("aria-live", "polite")
    expect(sam.box("GP: Dr Anjali Rao")).to_be_focused()
    sam.page.keyboard.press("Space")
    expect(said).to_contain_text("Dr Anjali Rao was not there. 0 of 2 in all.")
    sam.page.keyboard.press("Space")
    expect(said).to_contain_text("Dr Anjali Rao was there. 1 of 2 in all.")
    sam.looks_around()
    sam.keeps_a_picture("who-was-there")


def when_another_ticks_somebody_else_both_are_kept_and_shown(her: Walker, table: Table) -> None:
    """Her page was opened while nobody was ticked."""
    expect(her.box("GP: Dr Anjali Rao")).not_to_be_checked()
    her.box("housing officer: Ivy Roe").press("Space")
    expect(her.page.locator("[data-present-kept]")).to_contain_text("Ivy Roe was there. 2 of 2 in all.")
    expect(her.box("GP: Dr Anjali Rao")).to_be_checked()
    her.looks_around()
    her.keeps_a_picture("who-was-there-on-the-day")
    assert there(table) == ["Dr Anjali Rao", "Ivy Roe"]


def when_he_is_out_of_contact_the_tick_waits_and_is_kept_afterwards(sam: Walker, table: Table) -> None:
    sam.page.context.set_offline(True)
    sam.box("GP: Dr Anjali Rao").press("Space")
    told = sam.page.get_by_text("It is not kept yet who was there: there is no contact, or you were signed out.")
    expect(told).to_be_visible()
    by_key(sam, "n")
    sam.page.wait_for_timeout(500)
    expect(sam.page.get_by_role("heading", name="Ada Quill")).to_be_visible()
    assert sam.page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"), "the browser would not ask before it closes"
    assert there(table) == ["Dr Anjali Rao", "Ivy Roe"]
    sam.page.context.set_offline(False)
    expect(told).to_be_hidden(timeout=15_000)
    expect(sam.box("housing officer: Ivy Roe")).to_be_checked()
    assert there(table) == ["Ivy Roe"]


def then_he_who_goes_on_at_once_loses_no_tick(sam: Walker, table: Table) -> None:
    sam.box("GP: Dr Anjali Rao").check()
    sam.page.goto(sam.base + table.url)
    for _ in range(50):
        if len(there(table)) == 2:
            break
        sam.page.wait_for_timeout(200)
    sam.page.reload()
    expect(sam.box("GP: Dr Anjali Rao")).to_be_checked()
    sam.box("GP: Dr Anjali Rao").uncheck()
    sam.presses("Close the meeting")
    assert there(table) == ["Ivy Roe"]
    sam.sees("housing officer: Ivy Roe")


def there(table: Table) -> list[str]:
    return [one.seat.name for one in Present.objects.using("owner").filter(meeting__series=table.series).select_related("seat").order_by("seat__profession")]
