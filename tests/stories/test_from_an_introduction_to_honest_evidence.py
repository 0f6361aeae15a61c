"""The main job, walked in a real browser on the real directory of Trafford with invented people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.building import today
from tests.conftest import CLUSTER, TEMPLATE, using_database
from tests.stories.conftest import SCREENS, served
from tests.stories.from_other_seats import (
    then_a_colleague_elsewhere_sees_nothing,
    then_anybody_can_search_the_noticeboard,
    then_the_information_governance_lead_sees_who_looked,
    then_the_manager_sees_it_counted,
    then_the_partner_sees_nothing_until_she_is_named,
)
from tests.stories.trafford import DATA, POSTCODE, Account, load, people_who_work_there, signs_in
from tests.stories.walker import Walker

REAL = "real_directory"
SitDown = Callable[[str, tuple[int, bool]], Walker]


@pytest.fixture(scope="module")
def real_directory(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Account]]:
    """A database with every real file loaded and an invented team; gives the team's accounts."""
    if not DATA.exists():
        pytest.skip("THE REAL DIRECTORY WAS NOT TRIED: ../shared/data is not beside this clone.")
    CLUSTER.make_database(REAL, template=TEMPLATE)
    with django_db_blocker.unblock(), using_database(REAL):
        load(tmp_path_factory.mktemp("refused"))
        accounts = people_who_work_there()
    yield accounts
    CLUSTER.drop_database(REAL)


class Neighbourhood:
    """The seats around one table, each at a screen of their own."""

    def __init__(self, base: str, accounts: dict[str, Account], sit_down: SitDown, screen: tuple[int, bool]) -> None:
        self.base, self.accounts, self.sit_down, self.screen = base, accounts, sit_down, screen

    def signed_in(self, what: str) -> Walker:
        walker = self.sit_down(self.base, self.screen)
        signs_in(walker, self.accounts[what])
        return walker

    def visitor(self) -> Walker:
        return self.sit_down(self.base, self.screen)


@pytest.fixture(params=SCREENS, ids=["laptop", "phone", "phone without JavaScript"])
def sale(request: pytest.FixtureRequest, real_directory: dict[str, Account], sit_down: SitDown) -> Iterator[Neighbourhood]:
    """Sale, on one kind of screen, with a server and a database of its own."""
    name = f"sale_{request.param_index}"
    CLUSTER.drop_database(name)
    CLUSTER.make_database(name, template=REAL)
    with served(name) as base:
        yield Neighbourhood(base, real_directory, sit_down, request.param)
    CLUSTER.drop_database(name)


def test_from_an_introduction_to_honest_evidence(sale: Neighbourhood) -> None:
    sam = sale.signed_in("coordinator")
    her_page = given_a_woman_introduced_by_the_housing_office(sam)
    noor = sale.signed_in("colleague elsewhere")
    when_a_colleague_is_told_whom_to_ask(noor, her_page)
    when_they_have_talked(sam, her_page)
    and_written_down_what_matters(sam, her_page)
    and_found_something_good_near_her(sam, her_page)
    and_a_month_later_what_changed(sam, her_page)
    then_the_manager_sees_it_counted(sale.signed_in("manager"))
    then_a_colleague_elsewhere_sees_nothing(noor, her_page)
    partner = sale.signed_in("partner")
    then_the_partner_sees_nothing_until_she_is_named(partner, sam, her_page)
    then_the_information_governance_lead_sees_who_looked(sale.signed_in("governance"), her_page)
    then_anybody_can_search_the_noticeboard(sale.visitor())


def given_a_woman_introduced_by_the_housing_office(sam: Walker) -> str:
    sam.sees("Today")
    sam.follows("Somebody was introduced")
    sam.writes("Who is it?", "Gwen Prys-Marlow")
    sam.writes("Who introduced them?", "the housing office")
    assert sam.dated("When") == today()
    sam.presses("Save")
    sam.sees("Nobody is introduced without their yes")
    sam.chooses("They said yes to being introduced")
    sam.dates("When", today() - timedelta(days=35))
    sam.presses("Save")
    sam.sees("The introduction is kept.")
    sam.says_what_needs_scripts("This form saves itself only where JavaScript runs.")
    return sam.page.url.removeprefix(sam.base).split("#")[0]


def when_a_colleague_is_told_whom_to_ask(noor: Walker, her_page: str) -> None:
    """In another team, which sees nothing of her."""
    noor.follows("Somebody was introduced")
    noor.writes("Who is it?", "Gwen Pris Marlow")
    noor.writes("Who introduced them?", "her sister")
    noor.chooses("They said yes to being introduced")
    noor.presses("Save")
    noor.sees("Probably: somebody has that name, or one that sounds like it. Ask Sam Holt on 01632 960100, Sale team")
    noor.sees_not("Prys-Marlow")
    answer = noor.page.goto(noor.base + her_page)
    assert answer is not None
    assert answer.status == 404


def when_they_have_talked(sam: Walker, her_page: str) -> None:
    sam.writes("What happened? What mattered?", "We had tea. Since her sister died the days are long. She laughed about the allotment.")
    sam.chooses("Visit at home")
    sam.presses("Save note")
    sam.sees("The note is kept.")
    sam.sees("She laughed about the allotment.")
    sam.follows("Change the level")
    sam.chooses("Level 2")
    sam.presses("Save")
    sam.sees("Level 2")


def and_written_down_what_matters(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}good-life/")
    sam.writes("What is a good life to them?", "To get my hands in the soil again and see people more than once a week.")
    sam.presses("Save")
    sam.goes_to(f"{her_page}gifts/")
    sam.writes("What do they bring?", "Knows how to graft apple trees")
    sam.presses("Save")
    sam.goes_to(f"{her_page}circle/")
    sam.writes("Who is it?", "Ade next door")
    sam.writes("Who are they to them?", "neighbour")
    sam.presses("Save")
    sam.goes_to(f"{her_page}agreement/")
    sam.writes("What did you agree?", "I ring Ade. Sam asks about the allotment. We look at it again in a month.")
    sam.chooses("Aloud")
    sam.presses("Save")
    sam.goes_to(f"{her_page}steps/")
    sam.writes("What is the step?", "Ring Ade about Thursday")
    sam.presses("Save")
    sam.sees("Say who does it.")
    sam.chooses("Themselves")
    sam.presses("Save")
    sam.sees("Ring Ade about Thursday")
    sam.goes_to(f"{her_page}where/")
    sam.writes("Postcode", "M33")
    sam.presses("Save")
    sam.sees("This is not a whole postcode.")
    sam.writes("Postcode", POSTCODE)
    sam.presses("Save")
    sam.sees(POSTCODE)
    sam.keeps_a_picture("sale-person")


def and_found_something_good_near_her(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}find/")
    assert sam.box("Near where?").input_value() == POSTCODE
    sam.writes("What would they like?", "to read and sit somewhere warm with other people, a library")
    sam.presses("Find", exact=True)
    sam.keeps_a_picture("sale-find")
    first = sam.page.locator(".find").first
    expect(first).to_contain_text("Sale Library")
    fits, in_the_way = first.locator(".reasons__fits").all_inner_texts(), first.locator(".reasons__in-the-way").all_inner_texts()
    assert any("mentions “library”" in reason for reason in fits)
    assert any("100 m away" in reason for reason in fits)
    assert any("free" in reason for reason in fits)
    # The council's file says nothing of days or access, nor when anybody last looked: each is said to be not known.
    assert any("not known: how easy it is to get in, its days, whether it still holds" in reason for reason in in_the_way)
    sam.says_what_needs_scripts("The map needs JavaScript. Everything on it is in the list.")
    if sam.scripts:
        # Each place has a pin of its own or shares one: together they lead to every place of the list that is near.
        pinned = {name for pin in sam.page.locator(".leaflet-marker-icon").all() for name in (pin.get_attribute("aria-label") or "").split("; ")}
        assert pinned == {one.replace(". ", ": ", 1) for one in sam.page.locator("[data-map-places] .find__name").all_inner_texts()}
    sam.follows("Make a connection", among="#find-1")
    assert sam.box("With whom, or with what?").input_value() == "Sale Library"
    sam.dates("When was it suggested?", today() - timedelta(days=20))
    sam.presses("Save")
    sam.sees("The connection is kept.")
    sam.follows("Sale Library", exact=True)
    sam.chooses("Still going at 12 weeks")
    sam.presses("Save")
    sam.sees("Say first when they went for the first time.")
    sam.chooses("Went together")
    sam.dates("Since when?", today() - timedelta(days=15))
    sam.presses("Save")
    sam.sees("Sale Library: went together")


def and_a_month_later_what_changed(sam: Walker, her_page: str) -> None:
    sam.goes_to(f"{her_page}changes/")
    sam.writes("What changed?", "I go out on Thursdays now. My knee is worse.")
    sam.chooses("Better")
    sam.page.get_by_role("group", name="How much of it was other people’s doing?").get_by_label("About half").check()
    sam.writes("Whose?", "Ade next door")
    sam.page.get_by_role("group", name="How much of it would have happened anyway?").get_by_label("A little").check()
    sam.presses("Save")
    sam.sees("I go out on Thursdays now.")
    sam.sees("Others’ doing: about half (Ade next door)")
    sam.sees("Would have happened anyway: a little")
    sam.goes_to(f"{her_page}changes/")
    sam.writes("What changed?", "The stairs are beyond me since the fall.")
    sam.chooses("Worse")
    sam.presses("Save")
    sam.sees("Change: worse")
