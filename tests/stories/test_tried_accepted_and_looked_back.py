"""Somebody is hard to reach, is met after all, and looks back: what was tried is kept and is no contact; on a phone, in both vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.introductions.models import Introduction
from alongside.journeys import actions as journeys
from alongside.journeys.models import LookBack, Note
from alongside.people.models import Person
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
LAC = Vocabulary.LOCAL_AREA_COORDINATION
SAID = {
    LAC: {"who": "Who walks alongside them?", "level": "Level 2", "good life": "Good life", "look": "What there is to look back at"},
    Vocabulary.SOCIAL_PRESCRIBING: {
        "who": "Who is their link worker?", "level": "Active support", "good life": "What matters to me", "look": "What there is to review",
    },
}  # fmt: skip


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[tuple[str, dict[str, Actor], str, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"tried_{request.param.value}") as name:
        team = a_team(vocabulary=request.param)
        seats = {"sam": an_actor(Role.COORDINATOR, team, "Sam Holt"), "mina": an_actor(Role.MANAGER, team, "Mina Rao")}
        her = somebody(seats["sam"], "Gwen Prys-Marlow", introduced_by="Fern House surgery", on=days_ago(90))
        with served(name) as base:
            yield base, seats, f"/people/{her}/", request.param


def test_tried_accepted_and_looked_back(house, sit_down):
    base, seats, page, vocabulary = house
    said = SAID[vocabulary]
    sam, mina = sit_down(base, PHONE), sit_down(base, PHONE)
    sam.is_signed_in_as(seats["sam"])
    mina.is_signed_in_as(seats["mina"])

    when_nobody_answers_it_is_kept_as_an_attempt_and_no_contact(sam, page)
    accepting_is_one_press_where_referrals_are_accepted(sam, page, vocabulary)
    given_they_have_walked_together(seats["sam"], page)
    looking_back_has_before_it_what_there_was(sam, page, said)
    the_manager_finds_who_has_gone_quiet(mina, said)


def when_nobody_answers_it_is_kept_as_an_attempt_and_no_contact(sam: Walker, page: str) -> None:
    sam.goes_to(page)
    sam.writes("What happened", "A card through the door.")
    sam.chooses("Rang or called, no answer")
    sam.presses("Save note")
    sam.unfolds()
    sam.sees("A card through the door.")
    sam.sees("Nobody has written down yet that they were in touch.")
    sam.sees("Tried since, without an answer: 1, the last on")
    assert Note.objects.using("owner").get().how == "no answer"
    sam.goes_to("/people/")
    sam.sees("no note yet")


def accepting_is_one_press_where_referrals_are_accepted(sam: Walker, page: str, vocabulary: Vocabulary) -> None:
    sam.goes_to(page)
    sam.unfolds()
    if vocabulary == LAC:
        sam.sees_not("ccepted")
        return
    sam.presses("Referral accepted")
    sam.sees("Referral accepted")
    assert Introduction.objects.using("owner").get().accepted_on == today()
    sam.presses("Take it back")
    assert Introduction.objects.using("owner").get().accepted_on is None
    sam.follows("It was on another day")
    sam.dates("Which day?", days_ago(3))
    sam.presses("Save")
    assert Introduction.objects.using("owner").get().accepted_on == days_ago(3)
    sam.keeps_a_picture("accepted")


def given_they_have_walked_together(sam: Actor, page: str) -> None:
    gwen = Person.objects.using("owner").get()
    with as_(sam):
        journeys.set_level(gwen, "level 2", since=days_ago(80), by=sam, at=now())
        journeys.tell_good_life(gwen, "To sing again.", by=sam, at=now())
        journeys.write_note(gwen, "Tea.", on=days_ago(60), how="visit", by=sam, at=now())
        journeys.plan_look_back(gwen, on=today(), by=sam, at=now())


def looking_back_has_before_it_what_there_was(sam: Walker, page: str, said: dict[str, str]) -> None:
    sam.goes_to("/today/")
    sam.follows("How did it go?")
    sam.sees(said["look"])
    sam.opens(said["good life"])
    sam.sees("To sing again.")
    sam.keeps_a_picture("look-back")
    # And whatever was typed is there still when the day was forgotten
    sam.writes("What did you see together", "She sings in the kitchen now.")
    sam.presses("Save")
    sam.sees("There is a problem")
    assert sam.box("What did you see together").input_value() == "She sings in the kitchen now."
    sam.chooses("It took place")
    sam.dates("When was that?", today())
    sam.presses("Save")
    sam.sees("She sings in the kitchen now.")
    assert LookBack.objects.using("owner").get().ended_as == "took place"


def the_manager_finds_who_has_gone_quiet(mina: Walker, said: dict[str, str]) -> None:
    mina.goes_to("/people/?whose=team")
    mina.picks(said["who"], "Sam Holt")
    mina.chooses("Only who has gone quiet")
    mina.presses("Show these")
    mina.sees("Gwen Prys-Marlow")
    mina.sees("It has been 60 days.")
    mina.keeps_a_picture("team-quiet")
    mina.page.get_by_label("Level" if said["level"] == "Level 2" else "Kind of support").select_option("level 1")
    mina.presses("Show these")
    mina.sees("Nobody is like this.")
    mina.follows("Show everybody again")
    mina.sees("Gwen Prys-Marlow")
