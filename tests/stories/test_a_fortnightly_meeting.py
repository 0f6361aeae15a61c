"""A fortnightly meeting, from a proposal by link to the person being told; and a yes taken back while a screen is open.

Five people at once: the coordinator and a GP who sign in, a housing officer and a social worker by links of their own, and she herself on her telephone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alongside.meetings.links import address_of
from alongside.meetings.models import Listed, Meeting, Proposal
from alongside.people.models import Person
from tests.building import a_coordinator, somebody, today
from tests.conftest import a_copy
from tests.meetings.conftest import Table, a_seat_at
from tests.stories.conftest import served
from tests.stories.walker import Walker

WITHIN = 5_000
"""Milliseconds in which nothing of somebody is left on an open screen."""


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Table, Person]]:
    with django_db_blocker.unblock(), a_copy("a_fortnightly_meeting") as name:
        table = Table(sam=a_coordinator(name="Sam Delaney"))
        gwen = Person(id=somebody(table.sam, "Gwen Prys-Marlow"))
        with served(name) as base:
            yield base, table, gwen


def test_a_fortnightly_meeting_from_proposal_to_being_told(house, sit_down):
    base, table, gwen = house
    sam, rao, ivy = sit_down(base), sit_down(base), sit_down(base, (390, False))
    tunde, her = sit_down(base, (390, False)), sit_down(base, (390, True))
    his = address_of(a_seat_at(table.series, table.sam, "Tunde Bakare", "social worker").reference)
    sam.is_signed_in_as(table.sam)
    given_she_has_a_copy_of_her_own_on_her_telephone(sam, her, gwen)
    rao.is_signed_in_as(table.gp)
    given_a_housing_officer_proposed_somebody_by_her_link(ivy, table)
    when_the_coordinator_asks_her_and_says_that_she_agrees(sam, table)
    and_the_list_goes_out(sam, table)
    then_the_gp_and_the_housing_officer_read_the_agreed_words(rao, ivy, table)
    and_so_does_the_social_worker(tunde, his)
    when_notes_are_taken_without_a_page_load(sam, table)
    and_as_she_takes_her_yes_back_on_her_telephone_the_open_screen_goes_blank_and_so_do_open_lists(rao, sit_down(base), her, table)
    when_she_says_yes_again_and_the_meeting_closes(sam, her, table)
    then_the_housing_officer_answers_for_what_she_took_on(ivy, table)
    and_the_social_worker_says_not_yet_because_and_reads_nothing_of_hers(tunde, his)
    and_she_is_told(sam, table)
    and_she_reads_on_her_telephone_who_looked_and_why(her)


def given_she_has_a_copy_of_her_own_on_her_telephone(sam: Walker, her: Walker, gwen: Person) -> None:
    sam.goes_to(f"/people/{gwen.id}/")
    sam.follows("Make their own copy")
    sam.presses("Make the copy")
    sam.follows("Give them a link")
    sam.presses("Save")
    address, code = sam.page.locator(".mine__address").inner_text(), sam.page.locator(".mine__code").inner_text()
    her.goes_to(address.removeprefix(her.base))
    her.writes("Your code", code)
    her.presses("Open")
    her.sees("Sam Delaney")


def given_a_housing_officer_proposed_somebody_by_her_link(ivy: Walker, table: Table) -> None:
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.follows("Propose somebody")
    ivy.presses("Propose them")
    ivy.sees("Say in a few words why.")
    ivy.writes("Who is it about?", "Mrs Prys-Marlow, Mill Lane")
    ivy.writes("Why should the meeting speak of them?", "She rang about the stairs.")
    ivy.chooses("They know of it")
    ivy.presses("Propose them")
    ivy.sees("Thank you. The coordinator asks them, if nobody has")


def when_the_coordinator_asks_her_and_says_that_she_agrees(sam: Walker, table: Table) -> None:
    table.on = Proposal.objects.using("owner").get().on
    sam.goes_to("/meetings/")
    sam.follows("Fernbrook planning meeting")
    sam.goes_to(table.url)
    sam.sees("She rang about the stairs.")
    sam.follows("Say that they agree")
    sam.page.get_by_label("Gwen Prys-Marlow").check()
    sam.writes("What matters to them?", "Her garden, and her sister in Leeds.")
    sam.writes("What did they agree the meeting may know?", "The stairs are hard for her.")
    sam.writes("In which words?", "aloud, on the telephone")
    sam.presses("They agree: put them on the list")
    sam.sees("They are on the list.")


def and_the_list_goes_out(sam: Walker, table: Table) -> None:
    # The day has come.
    Meeting.objects.using("owner").update(on=today())
    table.on = today()
    sam.goes_to(table.url)
    sam.presses("Send the list out")
    sam.sees("The list is out")


def then_the_gp_and_the_housing_officer_read_the_agreed_words(rao: Walker, ivy: Walker, table: Table) -> None:
    rao.goes_to("/my-tables/")
    rao.follows("is out")
    rao.follows("Gwen Prys-Marlow")
    rao.sees("The stairs are hard for her.")
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.sees_not("Gwen")
    ivy.presses("Open what is for you")
    ivy.presses("Read what they agreed to")
    ivy.sees("Her garden, and her sister in Leeds.")
    ivy.sees("The stairs are hard for her.")


def and_so_does_the_social_worker(tunde: Walker, his: str) -> None:
    tunde.goes_to(f"/seat/{his}/")
    tunde.presses("Open what is for you")
    tunde.presses("Read what they agreed to")
    tunde.sees("The stairs are hard for her.")


def when_notes_are_taken_without_a_page_load(sam: Walker, table: Table) -> None:
    sam.goes_to(table.url)
    sam.follows("Take notes")
    sam.box("What is new").press_sequentially("The landlord will look at it on Monday.")
    expect(sam.page.locator("#kept")).to_contain_text("Kept.")
    sam.box("Situation").press_sequentially("Alone since spring.")
    sam.page.wait_for_timeout(2_000)
    sam.page.reload()
    expect(sam.box("What is new")).to_have_value("The landlord will look at it on Monday.")
    expect(sam.box("Situation")).to_have_value("Alone since spring.")
    sam.writes("What will be done?", "Ask for a ground floor flat")
    sam.picks("Who does it?", "Ivy Roe, housing officer")
    sam.page.get_by_role("button", name="It is agreed").click()
    sam.sees("Ask for a ground floor flat")
    sam.writes("What will be done?", "Ring her about a rail")
    sam.picks("Who does it?", "Tunde Bakare, social worker")
    sam.page.get_by_role("button", name="It is agreed").click()
    sam.sees("Ring her about a rail")
    sam.writes("What will be done?", "Nobody rings her before noon")
    sam.picks("Who does it?", "Nobody: all at the table read it")
    sam.page.get_by_role("button", name="It is agreed").click()
    sam.sees("a decision: all at the table read it")
    sam.looks_around()


def and_as_she_takes_her_yes_back_on_her_telephone_the_open_screen_goes_blank_and_so_do_open_lists(rao: Walker, ivy: Walker, her: Walker, table: Table) -> None:
    beside = rao.page.context.new_page()
    beside.goto(f"{rao.base}/my-tables/{table.series.id}/{table.on}/")
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.presses("Open what is for you")
    lists = [beside.get_by_text("Gwen Prys-Marlow"), ivy.page.get_by_text("Gwen Prys-Marlow").first]
    for one in lists:
        expect(one).to_be_visible()
    ivy.page.context.set_offline(True)
    expect(lists[1]).to_be_hidden(timeout=WITHIN)
    ivy.page.context.set_offline(False)
    expect(lists[1]).to_be_visible(timeout=WITHIN)
    ivy.looks_around()
    listed = Listed.objects.using("owner").get()
    rao.page.goto(f"{rao.base}/my-tables/{table.series.id}/{table.on}/{listed.id}/screen/")
    who = rao.page.get_by_role("heading", name="Gwen Prys-Marlow")
    expect(who).to_be_visible()
    steps = rao.page.locator(".screen li")
    ivys, tundes = "Ivy Roe, housing officer, Fern Homes: Ask for a ground floor flat", "Tunde Bakare, social worker, Fern Homes: Ring her about a rail"
    expect(steps).to_have_text([ivys, tundes, "Decided: Nobody rings her before noon"])
    rao.looks_around()
    rao.page.keyboard.press(".")
    expect(who).to_be_hidden()
    rao.page.keyboard.press(".")
    expect(who).to_be_visible()
    rao.page.context.set_offline(True)
    expect(who).to_be_hidden(timeout=WITHIN)
    rao.page.context.set_offline(False)
    expect(who).to_be_visible(timeout=WITHIN)
    her.goes_to("/mine/")
    her.follows("Meetings that may talk about me")
    her.page.get_by_role("button", name="No, they may not").click(no_wait_after=True)
    expect(who).to_have_count(0, timeout=WITHIN)
    for one in lists:
        expect(one).to_have_count(0, timeout=WITHIN)
    ivy.presses("Show it as it is now")
    ivy.sees("No list is out at the moment.")
    rao.sees("took back their yes")
    her.sees("What holds today: no")


def when_she_says_yes_again_and_the_meeting_closes(sam: Walker, her: Walker, table: Table) -> None:
    her.presses("Yes, they may")
    her.sees("What holds today: yes")
    sam.goes_to(table.url)
    sam.presses("Close the meeting")
    sam.sees("The meeting is closed.")


def then_the_housing_officer_answers_for_what_she_took_on(ivy: Walker, table: Table) -> None:
    ivy.goes_to(f"/seat/{table.ivys_address}/")
    ivy.presses("Open what is for you")
    ivy.sees("Ask for a ground floor flat")
    ivy.sees_not("The stairs are hard for her.")
    ivy.sees("Nobody rings her before noon")
    ivy.presses("It is done")
    ivy.sees("Thank you. It is kept.")


def and_the_social_worker_says_not_yet_because_and_reads_nothing_of_hers(tunde: Walker, his: str) -> None:
    tunde.goes_to(f"/seat/{his}/")
    tunde.presses("Open what is for you")
    tunde.sees("Ring her about a rail")
    tunde.sees_not("Ask for a ground floor flat")
    tunde.opens("Not yet, or it cannot be")
    tunde.writes("Because of what?", "The fitter comes on Tuesday.")
    tunde.presses("Not yet")
    tunde.sees("Thank you. It is kept.")


def and_she_is_told(sam: Walker, table: Table) -> None:
    sam.goes_to(table.url)
    sam.follows("Tell them what was said")
    expect(sam.box("What were they told, in plain words?")).to_have_value(
        "The landlord will look at it on Monday.\nIvy Roe, housing officer: Ask for a ground floor flat\nTunde Bakare, social worker: Ring her about a rail\n"
        "Nobody rings her before noon"
    )
    sam.chooses("By telephone")
    sam.presses("Save")
    sam.sees("It is kept that they were told.")
    sam.looks_around()


def and_she_reads_on_her_telephone_who_looked_and_why(her: Walker) -> None:
    her.goes_to("/mine/who-looked/")
    for who in ("Sam Delaney", "Dr Anjali Rao", "Ivy Roe, housing officer", "Tunde Bakare, social worker"):
        her.sees(who)
    her.sees("sat at “Fernbrook planning meeting” of")
    her.sees("which spoke of you with your yes")
