"""A taster day of Japanese arts and crafts: asked by name, told by letter, by text and by a poster; who came, what they said, what it cost each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.groups.models import Group, Guest, Taster
from tests.building import a_team, an_actor, days_ago, somebody
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

WIDE, PHONE = (1280, True), (390, True)
ASKED = {"Gwen Prys-Marlow": "By letter", "Hal Overbury": "By text", "Ines Coyle": "Face to face"}


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor]]:
    with django_db_blocker.unblock(), a_copy("japanese_arts") as name:
        team = a_team(vocabulary=Vocabulary.SOCIAL_PRESCRIBING)
        bea, sam = an_actor(Role.SUPPORT_OFFICER, team, "Bea Lister"), an_actor(Role.COORDINATOR, team, "Sam Holt")
        for who in ASKED:
            somebody(sam, who, on=days_ago(90))
        with served(name) as base:
            yield base, bea


def test_a_japanese_arts_day(house, sit_down):
    base, seat = house
    bea, phone = sit_down(base, WIDE), sit_down(base, PHONE)
    bea.is_signed_in_as(seat)
    phone.is_signed_in_as(seat)

    # Given a wish of three that nothing near here suits
    an_idea_that_nothing_here_suits(bea)
    # When a day is planned, and each is told as they like it
    a_day_is_planned_and_told_of(bea)
    each_is_asked_in_their_own_way(bea)
    each_is_told(bea, phone)
    # Then it is known who came, what they said, what it cost each, and who wants more
    it_is_written_down_who_came(bea, phone)
    what_each_of_them_said_is_theirs(bea, phone)
    whoever_wants_more_is_in_it_from_the_start(bea, phone)


def taster_page(more: str = "") -> str:
    taster = Taster.objects.using("owner").get()
    return f"/groups/{taster.group_id}/tasters/{taster.id}/{more}"


def an_idea_that_nothing_here_suits(bea: Walker) -> None:
    bea.goes_to("/groups/new/")
    bea.writes("What is it to be called?", "Japanese arts and crafts")
    bea.writes("What was heard?", "“I used to paint with ink, as my aunt in Nagoya did.”")
    bea.writes("How many would come, as far as you know?", "3")
    bea.dates("When was it heard?", days_ago(60))
    bea.page.get_by_label("It is meant to bring young and old together").check()
    bea.presses("Save")
    bea.follows("It came to another stage")
    bea.chooses("Looked for")
    bea.dates("Since which day?", days_ago(50))
    bea.writes("A few words about it", "Two art classes within 5 miles, both by the term, neither with ink or paper folding.")
    bea.presses("Save")


def a_day_is_planned_and_told_of(bea: Walker) -> None:
    bea.follows("Plan a taster day")
    bea.presses("Save")
    bea.sees("There is a problem")
    bea.dates("On which day?", days_ago(7))
    bea.writes("When?", "10 to 12, tea at 11")
    bea.writes("Where?", "Fern Library, upstairs by the lift")
    for way in ("By letter", "By text", "By a poster"):
        bea.chooses(way)
    bea.writes("What else should the letter say?", "Ink, paper and brushes are there. It costs nothing.")
    bea.presses("Save")
    bea.sees("The taster day is kept.")


def each_is_asked_in_their_own_way(bea: Walker) -> None:
    for who, way in ASKED.items():
        bea.goes_to(taster_page("asked/?add=1"))
        bea.writes("Find somebody by name", who.split()[0])
        bea.page.locator("button[name=look]").click()
        bea.page.get_by_label(who).check()
        bea.chooses(way)
        bea.presses("Put them on the list")
    bea.sees("not told yet")


def each_is_told(bea: Walker, phone: Walker) -> None:
    bea.goes_to(taster_page("letters/"))
    bea.sees("Dear Gwen Prys-Marlow,")
    bea.sees("Ink, paper and brushes are there.")
    bea.sees("Dear neighbour,")
    bea.sees_not("Hal")
    bea.keeps_a_picture("taster-letters")
    bea.presses("The letters are out")
    bea.goes_to(taster_page("telephones/"))
    bea.sees("Hal Overbury")
    bea.sees_not("Gwen")
    bea.presses("All of them were told")
    for one in (bea, phone):
        one.goes_to(taster_page("asked/"))
        one.keeps_a_picture("taster-asked")
    told = dict(Guest.objects.using("owner").values_list("told", "told_on"))
    assert [way for way, on in told.items() if on is None] == ["aloud"]


def it_is_written_down_who_came(bea: Walker, phone: Walker) -> None:
    bea.goes_to(taster_page("went/"))
    bea.writes("How many came?", "9")
    bea.writes("How many want more of it?", "12")
    bea.writes("What was said?", "“I have not held a brush since school.”")
    bea.writes("What did it cost in all, in pounds?", "31.50")
    bea.presses("Save")
    bea.sees("More want more of it than came. Check the two numbers.")
    assert bea.box("What was said?").input_value() == "“I have not held a brush since school.”"
    bea.writes("How many want more of it?", "7")
    bea.presses("Save")
    for one in (bea, phone):
        one.goes_to(taster_page())
        one.sees("9 came. 7 want more of it.")
        one.sees("About £31.50, £3.50 for each who came: an estimate")
        one.keeps_a_picture("taster-went")


def what_each_of_them_said_is_theirs(bea: Walker, phone: Walker) -> None:
    for who, came, words in (("Gwen", "Came", "My hand remembered."), ("Hal", "Did not come", "")):
        bea.goes_to(taster_page("asked/"))
        bea.follows(who)
        bea.chooses(came)
        if words:
            bea.page.get_by_label("They want more of it").check()
            bea.writes("What did they say?", words)
        bea.presses("Save")
    phone.goes_to(taster_page("asked/"))
    phone.sees("wants more of it: “My hand remembered.”")
    phone.keeps_a_picture("taster-said")
    phone.goes_to(taster_page())
    phone.sees_not("My hand remembered.")


def whoever_wants_more_is_in_it_from_the_start(bea: Walker, phone: Walker) -> None:
    group = Group.objects.using("owner").get()
    bea.goes_to(f"/groups/{group.id}/people/?add=1")
    bea.writes("Find somebody by name", "Gwen")
    bea.page.locator("button[name=look]").click()
    bea.page.get_by_label("Gwen Prys-Marlow").check()
    bea.chooses("Helps")
    bea.dates("Since which day?", days_ago(7))
    bea.presses("Keep who is in it")
    for one in (bea, phone):
        one.goes_to(f"/groups/{group.id}/people/")
        one.sees("once referred to us")
        one.keeps_a_picture("people-in-group")
    phone.goes_to("/groups/")
    phone.sees("meant for young and old")
