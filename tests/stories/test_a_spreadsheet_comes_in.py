"""A manager brings the team's own spreadsheet in, settles a doubt, loads it, reads what it said, and undoes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from alongside.exchange.caseload.mapping import SHIPPED
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Staff
from tests.building import a_team, an_actor
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

SAID = {Vocabulary.LOCAL_AREA_COORDINATION: "Level 2 from", Vocabulary.SOCIAL_PRESCRIBING: "active support from"}


@pytest.fixture(params=list(Vocabulary))
def office(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"moving_in_{request.param.value}") as name:
        pat = an_actor(Role.MANAGER, a_team(vocabulary=request.param), "Pat Manager")
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            yield base, pat, request.param


def test_a_spreadsheet_comes_in(office: tuple[str, Actor, Vocabulary], sit_down: Callable[..., Walker]) -> None:
    base, pat, vocabulary = office
    walker = sit_down(base, (390, vocabulary == Vocabulary.LOCAL_AREA_COORDINATION))
    walker.page.context.set_default_timeout(60_000)
    walker.page.goto(base + "/")
    walker.page.locator(f"form[action*='{pat.id}'] button").first.click()

    # Given a manager who brings a coordinator's own workbook, and a file that is none
    walker.goes_to("/people/")
    walker.follows("Bring people in from a spreadsheet")
    brings(walker, {"name": "photo.xlsx", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n\x00\x00"})
    walker.sees("This is no spreadsheet")
    brings(walker, str(SHIPPED / "coordinators-own.xlsx"))

    # When they read the dry run and say that a couple is one person
    walker.sees("Nothing is loaded yet.")
    walker.page.get_by_label("One person, called “Mr & Mrs Tolley”").check()
    walker.presses("Keep these choices")
    walker.sees("Your choices are kept.")
    walker.follows("Understood")
    walker.sees(SAID[vocabulary])
    walker.follows("Refused")
    walker.sees("This is no telephone number")

    # Then all come in at once, what the sheet said stands beside each, and all of it can be undone
    walker.page.get_by_role("button", name="Bring 51 people in").click()
    expect(walker.page.locator("body")).to_contain_text("51 people are brought in.")
    walker.goes_to("/people/?whose=team")
    walker.follows("Bev Marsh")
    walker.follows("What the sheet said")
    walker.sees("Bev + Keith Marsh")
    walker.goes_to("/moving-in/")
    walker.follows("coordinators-own.xlsx")
    walker.presses("Undo all of it")
    walker.sees("All of it is undone")
    walker.goes_to("/people/?whose=team")
    walker.sees("Nobody yet.")
    assert walker.complaints == []


def brings(walker: Walker, file: object) -> None:
    walker.page.set_input_files("input[type=file]", file)
    walker.page.get_by_label("A coordinator's own workbook").check()
    walker.presses("See what it says")
