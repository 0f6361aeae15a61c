"""A manager brings a sheet of many people, leaves the page while they come in, and meets somebody who was here already."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_team, an_actor, as_, somebody
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

MANY = 130
STEPS = {Vocabulary.LOCAL_AREA_COORDINATION: "who does these next steps", Vocabulary.SOCIAL_PRESCRIBING: "who does these actions"}


FAMILIES = ["Ash", "Beck", "Cald", "Dun", "Elm", "Fern", "Gold", "Hart", "Ing", "Kirk", "Lang", "Mar", "Nor"]


def a_sheet() -> bytes:
    names = [f"{first} {family}{end}" for end in ("ley", "ton") for first in ("Ann", "Bo", "Cy", "Dee", "Eve") for family in FAMILIES]
    return "\n".join(("Name,Notes,To do", *(f"{name},rang,ring back" for name in names[: MANY - 1]), "Maurene Tolley,tea,")).encode()


MAPPING = "name: Ours\nfields: {name: Name, level: {constant: level 2}, notes: Notes, steps: To do}"


@pytest.fixture(params=list(Vocabulary))
def office(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"many_in_{request.param.value}") as name:
        team = a_team(vocabulary=request.param)
        pat = an_actor(Role.MANAGER, team, "Pat Manager")
        somebody(a_coordinator(team), "Maureen Tolley")
        Staff.objects.update(in_demo=True)
        with served(name, demo=True) as base:
            yield base, pat, request.param


def test_a_long_sheet_comes_in(office: tuple[str, Actor, Vocabulary], sit_down: Callable[..., Walker]) -> None:
    base, pat, vocabulary = office
    walker = sit_down(base, (390, vocabulary == Vocabulary.LOCAL_AREA_COORDINATION))
    walker.page.context.set_default_timeout(60_000)
    walker.page.goto(base + "/")
    walker.page.locator(f"form[action*='{pat.id}'] button").first.click()

    # Given a long sheet with somebody in it who has a page here, spelt otherwise
    walker.goes_to("/moving-in/")
    walker.page.set_input_files("input[type=file]", {"name": "many.csv", "mimeType": "text/csv", "buffer": a_sheet()})
    walker.page.get_by_label("By our own mapping").check()
    walker.page.get_by_label("Your own mapping").fill(MAPPING)
    walker.presses("See what it says")
    walker.sees("first names are spelt nearly alike, same family name")
    walker.sees(STEPS[vocabulary])

    # When they say that it is her, who does the steps, and bring all of them in
    walker.page.get_by_label("It is Maureen Tolley").check()
    walker.page.get_by_label("one of us").check()
    walker.presses("Keep these choices")
    walker.presses(f"Bring {MANY} people in")

    # Then they are shown how far it is, may leave, and find everybody there when it is done
    walker.sees("You can leave this page: it goes on.")
    walker.goes_to("/moving-in/")
    walker.follows("many.csv")
    undo = walker.page.get_by_role("button", name="Undo all of it")
    while vocabulary == Vocabulary.SOCIAL_PRESCRIBING and not undo.is_visible():
        # Without scripts one looks again oneself.
        walker.follows("See how far it is now")
    expect(undo).to_be_visible(timeout=120_000)
    with as_(pat):
        assert Person.objects.count() == MANY
    walker.presses("Undo all of it")
    walker.sees("All of it is undone")
    with as_(pat):
        assert [person.name for person in Person.objects.all()] == ["Maureen Tolley"]
    assert walker.complaints == []
