"""They choose who may know; they ask for everything about them; they ask to be forgotten, and the figures stay."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Actor], str]]:
    with django_db_blocker.unblock(), a_copy(f"choices_{request.param.value}") as name:
        team = a_team(vocabulary=request.param)
        there = {
            "sam": an_actor(Role.COORDINATOR, team, "Sam Holt"),
            "manager": an_actor(Role.MANAGER, team, "Mina Rowe"),
            "lead": an_actor(Role.INFORMATION_GOVERNANCE, team, "Ivo Lund"),
            "nurse": an_actor(Role.PARTNER, team, "Nia Nurse"),
        }
        Staff.objects.update(in_demo=True)
        page = f"/people/{somebody(there['sam'], 'Gwen Prys-Marlow')}/"
        with served(name, demo=True) as base:
            yield base, there, page


def _sits_down(sit_down, base: str, who: Actor) -> Walker:
    walker: Walker = sit_down(base, PHONE)
    walker.page.goto(base + "/")
    walker.page.locator(f"form[action*='{who.id}'] button").first.click()
    walker.page.wait_for_load_state("load")
    return walker


def test_they_choose_and_it_is_asked_at_the_moment_of_sharing(house, sit_down):
    base, there, page = house
    walker = _sits_down(sit_down, base, there["sam"])
    # Given that she said yes to her GP for a fortnight
    walker.goes_to(page + "choices/")
    walker.sees("Never asked")
    walker.goes_to(page + "choices/answer/?for=gp")
    walker.chooses("Yes")
    walker.chooses("Aloud")
    walker.writes("Their own words", "As long as she asks me")
    walker.dates("Does a yes end on a day?", today() + timedelta(days=14))
    walker.presses("Save")
    walker.sees("As long as she asks me")
    # When the day comes near, her coordinator's day says so
    walker.goes_to("/today/")
    walker.sees("A yes that ends")
    # When she is named to the nurse, what she said stands on the form, and her yes is kept
    walker.goes_to(page + "partners/")
    walker.sees("What they said before")
    walker.picks("To whom?", "Nia Nurse")
    walker.chooses("Their GP")
    walker.writes("What may they know?", "She would like a walk.")
    walker.chooses("Aloud")
    walker.writes("In their own words, if they said more", "over tea")
    walker.presses("Save")
    walker.goes_to(page + "choices/")
    walker.sees("Because of it Nia Nurse may know")
    walker.keeps_a_picture("choices")
    # Then a no ends at once what the yes had opened, and nothing more is told
    walker.goes_to(page + "choices/answer/?for=gp")
    walker.sees("A no ends that at once")
    walker.chooses("No")
    walker.chooses("Aloud")
    walker.presses("Save")
    walker.sees_not("Because of it")
    walker.goes_to(page + "partners/")
    walker.picks("To whom?", "Nia Nurse")
    walker.chooses("Their GP")
    walker.writes("What may they know?", "She would like a walk.")
    walker.chooses("Aloud")
    walker.writes("In their own words, if they said more", "over tea")
    walker.presses("Save")
    walker.sees("so nothing is told")
    expect(walker.box("What may they know?")).to_have_value("She would like a walk.")


def test_they_take_everything_away_and_are_forgotten(house, sit_down):
    base, there, page = house
    # Given that she asked for both, and it was written down
    walker = _sits_down(sit_down, base, there["sam"])
    for what in ("Everything about them", "To be forgotten"):
        walker.goes_to(page + "asked-of-us/")
        walker.chooses(what)
        walker.presses("Save")
    # When the lead gathers it, looks through it and takes the file
    lead = _sits_down(sit_down, base, there["lead"])
    lead.goes_to("/asked-of-us/")
    lead.keeps_a_picture("asked-of-us")
    lead.follows("Gather and look through")
    lead.presses("Gather everything")
    lead.sees("the name of somebody else")
    lead.keeps_a_picture("look-through")
    lead.presses("Make the file")
    with lead.page.expect_download() as taken:
        lead.page.get_by_role("button", name="Take the file").click()
    file = zipfile.ZipFile(io.BytesIO(taken.value.path().read_bytes()))
    assert "Prys-Marlow" in file.read("everything.html").decode()
    # When the lead says yes to her other wish
    lead.goes_to("/asked-of-us/")
    lead.follows("Answer")
    lead.chooses("Yes")
    lead.writes("Why?", "She moved away and wants nothing kept")
    lead.keeps_a_picture("forgetting-asked")
    lead.presses("Save")
    # Then whoever said yes sees what would go, and is told who may confirm it
    lead.goes_to("/asked-of-us/")
    lead.follows("Look at what would go")
    lead.sees("Only a manager of their team confirms")
    expect(lead.page.get_by_role("button", name="Forget them for good")).to_have_count(0)
    # Then a manager, who sees what goes and what stays, types that it is meant; and she is forgotten
    manager = _sits_down(sit_down, base, there["manager"])
    manager.goes_to("/asked-of-us/")
    manager.follows("Confirm, or look at what would go")
    manager.sees("It cannot be undone")
    manager.presses("Forget them for good")
    manager.sees("Type FORGET")
    manager.writes("Type FORGET", "forget")
    manager.presses("Forget them for good")
    manager.sees("Certificate: somebody was forgotten")
    manager.sees_not("Prys-Marlow")
    manager.keeps_a_picture("certificate")
    assert manager.page.request.get(base + page).status == 404
