"""Somebody says how it was, on a telephone without scripts, by a link and in Welsh if they like; a manager reads it in the report."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.urls import reverse

from alongside.foundation.actor import Actor, Role
from tests.building import a_team, an_actor, signed_in
from tests.stories.conftest import served
from tests.stories.walker import Walker


def test_what_they_say_of_us(committed: str, sit_down: Callable[..., Walker]) -> None:
    team = a_team()
    sam, mina = (an_actor(role, team) for role in (Role.COORDINATOR, Role.MANAGER))
    with served(committed) as base:
        coordinator, manager = (_at(sit_down(base, (1280, True)), who) for who in (sam, mina))
        link = when_the_coordinator_asks_three_people(coordinator)
        gwen, idris = sit_down(base, (390, False)), sit_down(base, (390, True))
        then_gwen_says_how_it_was_on_her_telephone(gwen, link)
        and_idris_reads_it_in_welsh_and_would_rather_not(idris, link)
        and_a_sheet_of_paper_is_typed_in(coordinator)
        then_the_team_reads_words_and_the_manager_the_report(coordinator, manager)


def _at(walker: Walker, who: Actor) -> Walker:
    walker.page.context.add_cookies([{"name": "session", "value": signed_in(who).cookies["session"].value, "url": walker.base}])
    return walker


def when_the_coordinator_asks_three_people(sam: Walker) -> str:
    sam.goes_to(reverse("desk:came in"))
    sam.follows("What people say of us")
    sam.sees("Nobody was asked yet.")
    sam.keeps_a_picture("nobody-asked")
    sam.follows("Ask people")
    sam.writes("How many do you ask?", "3")
    sam.presses("Make the link and the sheet")
    sam.sees("0 of 3 came back.")
    sam.keeps_a_picture("asked")
    found = re.search(r"/how-it-was/[a-z0-9-]+/", sam.page.content())
    assert found
    return found[0]


def then_gwen_says_how_it_was_on_her_telephone(gwen: Walker, link: str) -> None:
    gwen.goes_to(link)
    gwen.sees("Nobody writes down who you are.")
    gwen.presses("Send it")
    gwen.sees("Nothing is answered yet. Answer one question, or say that you would rather not.")
    gwen.chooses("Four stars")
    gwen.chooses("Yes, more")
    gwen.writes("Is there anything you want to tell the team?", "You never hurried me.")
    gwen.presses("Send it")
    gwen.sees("Thank you")


def and_idris_reads_it_in_welsh_and_would_rather_not(idris: Walker, link: str) -> None:
    idris.goes_to(link)
    idris.keeps_a_picture("how-it-was")
    idris.follows("Cymraeg")
    idris.sees("Sut brofiad oedd ein cael ni wrth eich ochr?")
    idris.keeps_a_picture("in-welsh")
    idris.presses("Byddai’n well gennyf beidio")
    idris.sees("Diolch")
    idris.keeps_a_picture("thanks")


def and_a_sheet_of_paper_is_typed_in(sam: Walker) -> None:
    sam.follows("Type in a sheet, or hand over the screen")
    sam.chooses("Two stars")
    sam.keeps_a_picture("typed-in")
    sam.presses("Count it")
    sam.sees("3 of 3 came back.")


def then_the_team_reads_words_and_the_manager_the_report(sam: Walker, mina: Walker) -> None:
    sam.follows("What people say of us")
    sam.sees("“You never hurried me.”")
    sam.keeps_a_picture("said-of-us")
    sam.presses("Dealt with: take it away")
    sam.sees("Nobody’s words wait.")
    mina.goes_to(reverse("evidence:reports"))
    mina.presses("Make the figures")
    mina.goes_to(reverse("evidence:report", args=["feedback"]))
    mina.sees("What people say of us")
    mina.sees("What people say, in a line each")
    mina.sees_not("hurried")
    mina.keeps_a_picture("report-feedback")
