"""What two people agreed, whatever is waited for, and an ending that leaves the door open: on a phone, in both vocabularies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.introductions.models import MessageBack
from alongside.journeys import actions as journeys
from alongside.journeys.models import Agreement, Level, Step, Waiting
from alongside.people.actions import add_to_circle
from alongside.people.models import Person
from alongside.teams.models import Staff
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)
SAID = {
    Vocabulary.LOCAL_AREA_COORDINATION: {
        "ends": "It ends for now", "level": "Level 2", "moved": "Moved away", "tell": "Tell whoever introduced them", "step": "What is the step?",
        "more": "More steps from the same talk", "look": "A day to look back", "day": "To look back together", "thanks": "introduced by Fern House surgery",
        "offered": "",
    },
    Vocabulary.SOCIAL_PRESCRIBING: {
        "ends": "Exit", "level": "Active support", "moved": "Moved away", "tell": "Message back to the GP or referrer", "step": "What is the action?",
        "more": "More actions from the same talk", "look": "A review", "day": "Reviews", "thanks": "referred to us", "offered": "in twelve weeks",
    },
}  # fmt: skip


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, str, Vocabulary]]:
    with django_db_blocker.unblock(), a_copy(f"agreed_{request.param.value}") as name:
        sam = an_actor(Role.COORDINATOR, a_team(vocabulary=request.param), "Sam Holt")
        Staff.objects.update(in_demo=True)
        her = somebody(sam, "Gwen Prys-Marlow", introduced_by="Fern House surgery", on=days_ago(60))
        with as_(sam):
            person = Person.objects.get(id=her)
            journeys.set_level(person, "level 2", since=days_ago(50), by=sam, at=now())
            add_to_circle(person, name="Halina", relation="neighbour", by=sam, at=now())
            journeys.agree(person, "We meet on Tuesdays.", agreed_on=days_ago(40), how_agreed="aloud", by=sam, at=now())
        with served(name, demo=True) as base:
            yield base, sam, f"/people/{her}/", request.param


def test_agreed_in_parts_waited_for_ended_and_back_again(house, sit_down):
    base, sam, page, vocabulary = house
    said = SAID[vocabulary]
    gwen = sit_down(base, PHONE)
    gwen.page.goto(base + "/")
    gwen.page.locator(f"form[action*='{sam.id}'] button").first.click()
    gwen.page.wait_for_url("**/today/")

    agrees_in_parts(gwen, page)
    ends_one_part(gwen, page)
    asks_a_service_and_waits(gwen, page, said)
    chooses_a_day_to_look_back(gwen, page, said)
    tells_whoever_introduced_her(gwen, page, said)
    moves_away_and_comes_back(gwen, page, said)
    has_died_by_mistake(gwen, page, said)


def agrees_in_parts(gwen: Walker, page: str) -> None:
    # When a new version is written in parts, with who was there and where the paper is
    gwen.goes_to(f"{page}agreement/")
    gwen.writes("What did you agree?", "We meet on Mondays.")
    gwen.opens("Write it in parts")
    gwen.writes("What they do", "I ring the choir.")
    gwen.writes("What we will not do", "Nobody speaks for me.")
    gwen.chooses("On paper")
    gwen.writes("Who was there", "Halina")
    gwen.writes("where is the paper kept", "With Gwen")
    gwen.presses("Save")
    # Then it stands on her page, every version can be read with what changed, and the sheet to sign is one page
    gwen.sees("there too: Halina")
    gwen.follows("Every version")
    gwen.opens("What changed with version 2")
    assert [" ".join(gwen.page.locator(f".version__changes {tag}").first.inner_text().split()) for tag in ("del", "ins")] == [
        "(taken out: Tuesdays )",
        "(new: Mondays )",
    ]
    gwen.sees("Version 1")
    gwen.keeps_a_picture("versions")
    gwen.follows("A sheet to sign")
    gwen.sees("You can change or end any part of it at any time.")
    assert len(re.findall(rb"/Type\s*/Page\b", gwen.page.pdf(format="A4"))) == 1


def ends_one_part(gwen: Walker, page: str) -> None:
    # When she ends one part in her words
    gwen.goes_to(page)
    gwen.follows("They end a part of it")
    gwen.chooses("What they do")
    gwen.writes("What did they say?", "Not the choir, not this year.")
    gwen.presses("Save")
    # Then the rest holds, the version stays, and so does the relationship
    gwen.sees("they ended this on")
    gwen.sees("Not the choir, not this year.")
    assert (Agreement.objects.using("owner").count(), Level.objects.using("owner").get(until=None).level) == (2, "level 2")


def asks_a_service_and_waits(gwen: Walker, page: str, said: dict[str, str]) -> None:
    # When two things are written down in one go, one of them a service without a reason yet
    gwen.goes_to(f"{page}steps/")
    assert gwen.page.locator("#circle-names option").get_attribute("value") == "Halina"
    gwen.writes(said["step"], "Ask for a warden call")
    gwen.chooses("A service")
    gwen.opens(said["more"])
    gwen.page.locator("#id_second-words").fill("Look in at six")
    gwen.page.locator("#id_second-who_kind input[value='people in their life'], input[name='second-who_kind'][value='people in their life']").first.check()
    gwen.page.locator("#id_second-who").fill("Halina")
    gwen.presses("Save")
    assert list(Step.objects.using("owner").order_by("at", "id").values_list("words", "who")) == [("Ask for a warden call", ""), ("Look in at six", "Halina")]
    # Then its reason is asked for, and never forced; and what is awaited grows out of it
    gwen.follows("say why")
    gwen.writes("If a service: why is it needed?", "Nobody is near at night.")
    gwen.presses("Save")
    gwen.sees("a service, because: Nobody is near at night.")
    gwen.follows("They wait for it")
    gwen.writes("From whom?", "the warden call scheme")
    gwen.writes("Who keeps them company meanwhile?", "Halina, at six")
    gwen.dates("Look again on which day?", today())
    gwen.presses("Save")
    gwen.sees("Halina, at six")
    # And when the day comes it is in the day; it came
    gwen.goes_to("/today/")
    gwen.sees("Still waiting?")
    gwen.follows("How does it stand?")
    gwen.chooses("It came")
    gwen.presses("Save")
    assert Waiting.objects.using("owner").get().ended_as == "came"
    gwen.presses("They wait on after all")
    assert Waiting.objects.using("owner").get().ended_as == ""


def chooses_a_day_to_look_back(gwen: Walker, page: str, said: dict[str, str]) -> None:
    gwen.goes_to(f"{page}look-back/")
    gwen.sees(said["look"])
    if said["offered"]:
        assert gwen.dated("Which day?") == today() + timedelta(weeks=12)
    gwen.dates("Which day?", today())
    gwen.presses("Save")
    gwen.goes_to("/today/")
    gwen.sees(said["day"])


def tells_whoever_introduced_her(gwen: Walker, page: str, said: dict[str, str]) -> None:
    # When word goes back, it begins with the least; more is ticked with her
    gwen.goes_to(page)
    gwen.follows(said["tell"])
    assert said["thanks"] in gwen.box("The message").input_value()
    assert "warden call" not in gwen.box("The message").input_value()
    gwen.page.get_by_label("What comes next: Ask for a warden call").check()
    # Also when the page has kept a draft of itself meanwhile, without the line
    gwen.writes("To whom does it go?", "Fern House surgery, the link desk")
    gwen.sees("Saved as a draft")
    gwen.presses("Put the ticked lines in the message")
    assert "warden call" in gwen.box("The message").input_value()
    # Then nothing is kept without her yes, and nothing typed is lost
    gwen.chooses("Letter")
    gwen.presses("Save")
    gwen.sees("Say how they said yes to this message")
    gwen.writes("How did they say yes to this message?", "Aloud, after I read it to her")
    gwen.presses("Save")
    gwen.follows("Read it as it was sent")
    gwen.sees("Fern House surgery")
    with gwen.page.expect_download() as taken:
        gwen.page.get_by_role("link", name="Take it as plain text").click()
    assert (taken.value.suggested_filename, MessageBack.objects.using("owner").count()) == ("message.txt", 1)


def moves_away_and_comes_back(gwen: Walker, page: str, said: dict[str, str]) -> None:
    # When she moves away, what is planned is shown once that is chosen, and laid aside together
    gwen.goes_to(page)
    gwen.follows(said["ends"])
    gwen.sees_not("Look in at six")
    gwen.chooses(said["moved"])
    gwen.presses("Save")
    gwen.sees("Look in at six")
    gwen.presses("Save")
    gwen.sees("The door is open.")
    gwen.sees("4 things that were planned are laid aside.")
    gwen.keeps_a_picture("ended")
    # Then one press brings her back, with no intake, and another what was laid aside
    gwen.presses("They are back")
    gwen.sees(said["level"])
    gwen.presses("Go on with what was laid aside")
    assert Step.objects.using("owner").filter(ended_as="").count() == 2


def has_died_by_mistake(gwen: Walker, page: str, said: dict[str, str]) -> None:
    # When somebody writes that she died, the page says so plainly and the day asks nothing more of anybody
    gwen.follows(said["ends"])
    gwen.chooses("Died")
    gwen.presses("Save")
    gwen.sees("Save once more if it is so.")
    gwen.presses("Save")
    gwen.sees("Gwen Prys-Marlow has died.")
    gwen.goes_to("/today/")
    gwen.sees_not("Gwen Prys-Marlow")
    # Then putting it right leaves everything as it was
    gwen.goes_to(page)
    gwen.presses("This was a mistake: they have not died")
    gwen.sees_not("has died")
    assert (Step.objects.using("owner").filter(ended_as="").count(), Waiting.objects.using("owner").filter(ended_as="").count()) == (2, 1)
    assert not Level.objects.using("owner").filter(level="died").exists()
