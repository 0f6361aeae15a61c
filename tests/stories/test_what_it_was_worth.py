"""A manager moves an assumption and keeps a version; a commissioner opens a pound down to who said so."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader

from alongside.evidence.periods import year_of
from alongside.foundation.actor import Actor, Role
from alongside.outcomes.actions import tell_change
from alongside.people.models import Person
from tests.building import a_team, an_actor, as_, now, somebody
from tests.evidence.conftest import last_year
from tests.stories.conftest import served
from tests.stories.walker import Walker

SCREENS = [(390, True), (1280, True), (1280, False)]


@pytest.mark.parametrize("screen", SCREENS, ids=["phone", "laptop", "laptop without scripts"])
def test_an_assumption_is_moved_and_a_pound_is_opened(committed: str, sit_down: Callable[..., Walker], screen: tuple[int, bool]) -> None:
    team = a_team("Fern")
    sam, mina, cara = (
        an_actor(role, team, name) for role, name in ((Role.COORDINATOR, "Sam Holt"), (Role.MANAGER, "Mina Marlow"), (Role.COMMISSIONER, "Cara Voss"))
    )
    given_twenty_people_told_of_a_change(sam)
    with served(committed) as base:
        manager, commissioner = sit_down(base, screen), sit_down(base, screen)
        manager.is_signed_in_as(mina)
        commissioner.is_signed_in_as(cara)
        when_the_manager_begins_a_valuation_of_last_year(manager)
        and_says_what_was_put_in(manager)
        and_what_a_change_is_worth(manager)
        if screen[1]:
            then_what_comes_out_follows_the_slider_and_nothing_is_kept(manager)
        and_a_version_is_kept(manager)
        then_the_commissioner_opens_a_pound_down_to_who_said_so(commissioner)
        and_the_manager_opens_it_down_to_the_changes_in_peoples_own_words(manager)


def given_twenty_people_told_of_a_change(sam: Actor) -> None:
    for _ in range(20):
        person = somebody(sam, on=last_year())
        with as_(sam):
            tell_change(
                Person.objects.get(id=person), "I see people now.", direction="better", noticed_on=last_year(),
                would_have_happened="half", others_share="a little", by=sam, at=now(),
            )  # fmt: skip


def when_the_manager_begins_a_valuation_of_last_year(manager: Walker) -> None:
    manager.goes_to(reverse("evidence:locality"))
    manager.presses("Make the figures")
    manager.follows("What it was worth")
    manager.sees("Nothing was valued yet.")
    manager.presses("Begin")
    manager.sees("Give it a name, by which it is found again.")
    manager.writes("What is it to be called?", "What the year was worth")
    year = year_of(last_year()).since.year
    manager.page.get_by_label("Which financial year?").select_option(str(year))
    manager.presses("Begin")
    manager.sees("There is nothing to reckon yet")


def and_says_what_was_put_in(manager: Walker) -> None:
    manager.follows("Write down what else was put in")
    manager.writes("What was put in?", "a coordinator's post")
    manager.writes("How many pounds over the year?", "ten thousand")
    manager.writes("Where does this come from?", "the book of posts")
    manager.presses("Add it")
    manager.sees("Write it in figures")
    manager.writes("How many pounds over the year?", "10,000")
    manager.presses("Add it")
    manager.sees("£0.00 for each pound put in")
    manager.keeps_a_picture(f"worth-begun-{manager.width}")


def and_what_a_change_is_worth(manager: Walker) -> None:
    manager.follows("worth of each, in pounds a year")
    for label, figure in (("Most likely", "2,000"), ("At least", "1,000"), ("At most", "3,000")):
        manager.writes(label, figure)
    manager.writes("Where does this come from?", "Asked of eight people in March")
    if manager.scripts:
        expect(manager.page.locator("#worth-now")).to_contain_text("£1.50 for each pound put in")
    manager.presses("Set it")
    manager.sees("£1.50 for each pound put in")
    manager.sees("Asked of eight people in March")
    manager.sees("Mina Marlow")
    manager.keeps_a_picture(f"worth-set-{manager.width}")


def then_what_comes_out_follows_the_slider_and_nothing_is_kept(manager: Walker) -> None:
    manager.follows("would have happened anyway")
    now_ = manager.page.locator("#worth-now")
    expect(now_).to_contain_text("£1.50 for each pound put in")
    picture = now_.get_by_role("img")
    expect(picture).to_be_visible()
    expect(picture).to_have_accessible_name(re.compile(r"in the middle £1\.[45]"))
    manager.page.get_by_label("Move it").fill("0")
    expect(now_).to_contain_text("£3.00 for each pound put in")
    expect(now_).to_contain_text("As it is kept now: £1.50")
    expect(picture).to_have_accessible_name(re.compile(r"in the middle £[23]\."))
    expect(manager.page.get_by_label("Most likely")).to_have_value("0")
    manager.keeps_a_picture(f"worth-moved-{manager.width}")
    manager.page.go_back()
    manager.sees("£1.50 for each pound put in")


def and_a_version_is_kept(manager: Walker) -> None:
    manager.presses("Keep this as a version")
    manager.sees("the same figures, every sum to the last digit")


def then_the_commissioner_opens_a_pound_down_to_who_said_so(commissioner: Walker) -> None:
    commissioner.goes_to(reverse("evidence:valuations"))
    commissioner.page.get_by_role("link", name=re.compile("Version 1")).click()
    commissioner.sees("£1.50 for each pound put in")
    commissioner.sees("20 counted; £40,000 before anything is taken away.")
    commissioner.sees("Asked of eight people in March")
    commissioner.sees("Mina Marlow")
    commissioner.keeps_a_picture(f"worth-version-{commissioner.width}")
    if commissioner.width > 1000:  # paper is no wider for a wider screen
        and_prints_it(commissioner)
    commissioner.follows("How these are counted")
    commissioner.sees("Every change of somebody whose record this team holds")
    commissioner.sees("Last financial year: 1 April")


def and_prints_it(commissioner: Walker) -> None:
    """On A4: whole on a few sides, each of the three pictures drawn, and no button or menu."""
    sides = PdfReader(io.BytesIO(commissioner.page.pdf(format="A4"))).pages
    said = " ".join(" ".join(side.extract_text().split()) for side in sides)
    assert 2 <= len(sides) <= 6
    for once in ("£1.50 for each pound put in", "Asked of eight people in March", "Mina Marlow", "moves the result most", "is left after every adjustment"):
        assert once in said
    assert "The same as a table" not in said
    assert "Sign out" not in said


def and_the_manager_opens_it_down_to_the_changes_in_peoples_own_words(manager: Walker) -> None:
    manager.follows("who and what is behind them")
    manager.sees("20 people are behind this figure.")
    manager.sees("“I see people now.”")
    manager.keeps_a_picture(f"worth-behind-{manager.width}")
