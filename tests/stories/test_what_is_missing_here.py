"""Nothing suits: the wish is kept with one press, an entry comes later and answers it, and going there confirms it with one tick. On a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.directory.models import Entry, Gap
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.actions import say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, days_ago, now, somebody
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, Person]]:
    with django_db_blocker.unblock(), a_copy("missing_here") as name:
        Postcode.objects.using("owner").create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
        sam = an_actor(Role.COORDINATOR, a_team(vocabulary=Vocabulary.SOCIAL_PRESCRIBING), "Sam Holt")
        gwen = Person(id=somebody(sam, "Gwen Prys-Marlow", on=days_ago(90)))
        with as_(sam):
            say_where(gwen, address="9 Fern Row", postcode="ZZ99 3AA", phone="", email="", by=sam, at=now())
        with served(name) as base:
            yield base, sam, gwen


def test_what_is_missing_here(house, sit_down):
    base, seat, gwen = house
    sam, resident = sit_down(base, PHONE), sit_down(base, (390, False))
    sam.is_signed_in_as(seat)

    sam_finds_nothing_that_suits_and_keeps_the_wish(sam, gwen)
    a_resident_keeps_one_without_scripts_and_without_a_name(resident)
    something_comes_and_answers_it(sam)
    it_is_on_the_day_and_on_her_page_until_she_knows(sam)


def sam_finds_nothing_that_suits_and_keeps_the_wish(sam: Walker, gwen: Person) -> None:
    sam.goes_to(f"/people/{gwen.id}/find/")
    sam.writes("What would they like?", "ringing church bells")
    sam.presses("Find")
    sam.sees("Nothing suits?")
    sam.keeps_a_picture("nothing-suits")
    sam.chooses("Keep it on Gwen Prys-Marlow’s page too, so that they hear when there is something")
    sam.presses("Keep the wish")
    sam.sees("The wish is kept on their page, and for your team.")
    sam.sees("near Fernbrook Central, as far as 3.0 km")
    sam.keeps_a_picture("kept-wishes")


def a_resident_keeps_one_without_scripts_and_without_a_name(resident: Walker) -> None:
    resident.goes_to("/around/?words=church+bells&near=ZZ99+3AA")
    resident.presses("Keep the wish")
    resident.sees("Your wish is kept without your name")


def something_comes_and_answers_it(sam: Walker) -> None:
    sam.goes_to("/around/new/")
    sam.writes("What is it called?", "Fern bells")
    sam.chooses("Group")
    sam.writes("What happens there, and for whom?", "We ring the church bells and show anybody how.")
    sam.writes("Postcode", "ZZ99 3AA")
    sam.presses("Save")
    sam.sees("Somebody wished for something like this")
    sam.keeps_a_picture("entry-that-answers")
    sam.goes_to("/gaps/")
    sam.sees("Came since, and may suit:")
    sam.keeps_a_picture("kept-wishes-answered")
    sam.goes_to(f"/gaps/{Gap.objects.using('owner').get(words='ringing church bells').id}/answer/")
    sam.writes("What is there now?", "Fern bells")
    sam.presses("Save")
    sam.sees("The wish is answered.")


def it_is_on_the_day_and_on_her_page_until_she_knows(sam: Walker) -> None:
    sam.goes_to("/today/")
    sam.sees("wished for “ringing church bells”: there is Fern bells")
    sam.keeps_a_picture("today-something-now")
    sam.presses("They know now (Gwen Prys-Marlow)")
    sam.sees("They know, since today.")
    assert Entry.objects.using("owner").get().name == "Fern bells"
