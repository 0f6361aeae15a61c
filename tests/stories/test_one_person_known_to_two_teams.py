"""Two teams know one person, and neither sees the other's: one asks, one answers; and whoever is forgotten is named nowhere. On a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from alongside.access.actions import answer_them, ask_of_us
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.journeys.actions import write_note
from alongside.people.actions import add_to_circle
from alongside.people.models import Person, Proposal
from tests.building import a_team, an_actor, an_organisation, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
BORN = days_ago(30_000)
NAME = "Gwen Quartzhill"


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[tuple[str, dict[str, Actor], dict[str, str]]]:
    with django_db_blocker.unblock(), a_copy(f"known_twice_{request.param.value}") as name:
        organisation = an_organisation()
        north, south = (a_team(called, organisation=organisation, vocabulary=request.param) for called in ("North", "South"))
        seats = {
            "nia": an_actor(Role.COORDINATOR, north, "Nia North"),
            "sol": an_actor(Role.COORDINATOR, south, "Sol South"),
            "ines": an_actor(Role.INFORMATION_GOVERNANCE, north, "Ines Lead"),
        }
        nia, sol, ines = seats.values()
        hers, theirs, mo = somebody(nia, NAME, date_of_birth=BORN), somebody(sol, NAME, date_of_birth=BORN), somebody(nia, "Mo Ambleford")
        with as_(nia):
            write_note(Person(id=mo), "Quartzhill’s cat was there. Gwen Quartzhill waved.", on=today(), how="visit", by=nia, at=now())
            add_to_circle(Person(id=mo), name=NAME, relation="friend", by=nia, at=now())
            wish = ask_of_us(Person(id=hers), "be forgotten", words="Please.", by=nia, at=now())
        with as_(ines):
            answer_them(wish, "yes", why="She asked.", by=ines, at=now())
        with served(name) as base:
            yield (
                base,
                seats,
                {
                    "hers": f"/people/{hers}/",
                    "theirs": f"/people/{theirs}/",
                    "mo": f"/people/{mo}/",
                    "elsewhere": f"/people/{hers}/asked-of-us/{wish.id}/names/",
                },
            )


def test_one_person_known_to_two_teams(house, sit_down):
    base, seats, pages = house
    nia, sol, ines = (sit_down(base, PHONE) for _ in range(3))
    for walker, who in ((nia, "nia"), (sol, "sol"), (ines, "ines")):
        walker.is_signed_in_as(seats[who])

    nia_asks_and_is_told_nothing_but_whom_to_ask(nia, pages)
    sol_answers_and_is_told_nothing_of_hers(sol, pages)
    nia_reads_the_answer(nia, pages)
    ines_finds_where_else_she_is_named_and_takes_it_out(ines, nia, pages)


def nia_asks_and_is_told_nothing_but_whom_to_ask(nia: Walker, pages: dict[str, str]) -> None:
    nia.goes_to(f"{pages['hers']}same/")
    nia.sees("Almost certainly one person")
    nia.sees("Ask them to get in touch: Sol South, South.")
    nia.keeps_a_picture("out-of-sight")
    nia.writes("Anything they need to know", "She told me of you.")
    nia.presses("Ask whether they are one person")
    nia.sees("Nobody has answered yet.")
    answer = nia.page.goto(nia.base + pages["theirs"])
    assert answer is not None
    assert answer.status == 404


def sol_answers_and_is_told_nothing_of_hers(sol: Walker, pages: dict[str, str]) -> None:
    sol.goes_to("/people/same/")
    sol.sees("whether somebody of theirs is the same person.")
    sol.follows(NAME)
    sol.sees("She told me of you.")
    sol.sees("You do not see whom they mean, and they do not see who this is.")
    sol.keeps_a_picture("answer-proposal")
    sol.presses("Answer")
    sol.sees("There is a problem")
    sol.chooses("One person")
    sol.writes("Anything the other needs to know", "Ring me after four.")
    sol.presses("Answer")
    sol.sees("It is answered.")
    answer = sol.page.goto(sol.base + pages["hers"])
    assert answer is not None
    assert answer.status == 404
    assert Proposal.objects.using("owner").values_list("answer", flat=True).distinct().get() == "one person"


def nia_reads_the_answer(nia: Walker, pages: dict[str, str]) -> None:
    nia.goes_to(f"{pages['hers']}same/")
    nia.sees("Sol South answered on")
    nia.sees("“Ring me after four.”")
    nia.sees("A manager of both teams joins the two.")


def ines_finds_where_else_she_is_named_and_takes_it_out(ines: Walker, nia: Walker, pages: dict[str, str]) -> None:
    ines.goes_to(pages["elsewhere"])
    ines.sees("2 places")
    ines.keeps_a_picture("names-elsewhere")
    # Any other word finds nothing, and what was typed is there still
    ines.writes("Looked for, with commas between", "damp")
    ines.presses("Look again")
    ines.sees("Look for ways of writing their name, and for nothing else.")
    expect(ines.box("Looked for, with commas between")).to_have_value("damp")
    ines.goes_to(pages["elsewhere"])
    ines.presses("Take it out everywhere")
    ines.sees("The name is taken out in 2 places.")
    ines.sees("Nobody else’s record names them.")
    nia.goes_to(pages["mo"])
    nia.unfolds()
    nia.sees("[name taken out] waved.")
    nia.sees_not("Quartzhill")
