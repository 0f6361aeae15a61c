"""One man wishes for somebody to fish with; a year after neighbours took the club over themselves, it answers from a link that it still goes.

Each day is said as it is written down later: what a form asks is on which day it was.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.foundation.actor import Actor, Role
from alongside.groups.links import address_of
from alongside.groups.models import RegisterLink
from alongside.money import actions as money
from alongside.money.posts import financial_year
from alongside.people.actions import say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.a_club_begins import (
    NAME,
    a_little_is_spent_on_it,
    a_taster_day_is_planned_and_they_are_told,
    both,
    eddie_is_told_of_what_there_is_now,
    eddie_wishes_for_somebody_to_fish_with,
    it_becomes_the_idea_of_a_group,
    it_starts_with_a_pack_in_their_own_name,
    its_page,
    members_take_it_over,
    the_directory_is_searched_first,
    this_is_how_the_taster_was,
)
from tests.stories.conftest import served
from tests.stories.walker import Walker

WIDE, PHONE = (1280, True), (390, True)


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Actor]]]:
    with django_db_blocker.unblock(), a_copy("fishing_club") as name:
        Postcode.objects.using("owner").create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
        team = a_team()
        seats = {"sam": an_actor(Role.COORDINATOR, team, "Sam Holt"), "bea": an_actor(Role.SUPPORT_OFFICER, team, "Bea Lister")}
        mo = an_actor(Role.MANAGER, team, "Mo Ferris")
        for who in ("Eddie Marsh", "Olwen Prys"):
            person = Person(id=somebody(seats["sam"], who, on=days_ago(500)))
            with as_(seats["sam"]):
                say_where(person, address="9 Fern Row", postcode="ZZ99 3AA", phone="07700 900123", email="", by=seats["sam"], at=now())
        with as_(mo):
            money.add_budget(team, financial_year(today()), locality=team.localities.get(), pence=50_000, by=mo, at=now())
        with served(name) as base:
            yield base, seats


def test_from_a_wish_to_a_club(house, sit_down):
    base, seats = house
    sam, phone, bea, olwen = sit_down(base, WIDE), sit_down(base, PHONE), sit_down(base, WIDE), sit_down(base, PHONE)
    sam.is_signed_in_as(seats["sam"])
    phone.is_signed_in_as(seats["sam"])
    bea.is_signed_in_as(seats["bea"])

    # Given a wish that nothing near here suits
    eddie_wishes_for_somebody_to_fish_with(sam)
    it_becomes_the_idea_of_a_group(sam)
    the_directory_is_searched_first(sam)
    # When people try it and it starts
    a_taster_day_is_planned_and_they_are_told(sam, phone)
    a_little_is_spent_on_it(sam)
    this_is_how_the_taster_was(sam)
    it_starts_with_a_pack_in_their_own_name(sam, phone)
    # Then whoever wished hears of it
    eddie_is_told_of_what_there_is_now(sam, phone)
    # And members take over the keys, the money and the tea
    members_take_it_over(sam, phone)
    olwen_keeps_its_register_by_a_link(sam, olwen)
    # Then a year later it answers, without a login, that it still goes
    bea_sees_whom_to_ask(bea, phone)
    olwen_answers_from_the_link(olwen)
    one_press_makes_it_a_stage(bea, phone)
    it_is_seen_how_it_goes(sam, phone)
    the_link_is_withdrawn(sam, olwen)


def olwen_keeps_its_register_by_a_link(sam: Walker, olwen: Walker) -> None:
    sam.goes_to(its_page())
    sam.follows("Make a link for whoever leads it")
    sam.writes("Who gets it?", "Olwen, by text")
    sam.presses("Make the link")
    sam.sees("Words that ask whether it still goes")
    sam.keeps_a_picture("register-link")
    olwen.goes_to(f"/register/{the_address()}/")
    olwen.chooses("Yes, we met")
    olwen.writes("How many came?", "9")
    olwen.writes("How many of them helped to run it?", "4")
    olwen.writes("How many were under 25?", "2")
    olwen.writes("How many were 60 or over?", "6")
    olwen.chooses("Members")
    olwen.presses("Send it")
    olwen.sees("Thank you. It is written down.")
    olwen.keeps_a_picture("leader-register")
    olwen.follows("All about Saturday fishing")
    olwen.sees("We fish from the quay. A rod is lent.")
    olwen.sees("Sam Holt")
    olwen.sees_not("Ade")
    olwen.keeps_a_picture("leader-page")


def the_address() -> str:
    return address_of(RegisterLink.objects.using("owner").get().reference)


def bea_sees_whom_to_ask(bea: Walker, phone: Walker) -> None:
    bea.goes_to("/groups/")
    bea.sees("12 months since members took it over: is it still going?")
    bea.follows("Still going? Whom to ask")
    bea.sees("Its link")
    both(bea, phone, "/groups/to-ask/", "groups-to-ask")


def olwen_answers_from_the_link(olwen: Walker) -> None:
    olwen.follows("12 months since you took it over")
    olwen.presses("Send it")
    olwen.sees("Say whether it is still going, rests for now or has ended.")
    olwen.chooses("Yes, it is still going")
    olwen.picks("Who holds the money?", "One of you")
    olwen.writes("Is anything needed?", "A second kettle.")
    olwen.keeps_a_picture("leader-still-going")
    olwen.presses("Send it")
    olwen.sees("Thank you. One of us will look at it")


def one_press_makes_it_a_stage(bea: Walker, phone: Walker) -> None:
    both(bea, phone, "/today/", "today-group-told")
    both(bea, phone, "/groups/", "groups-told")
    bea.sees("A second kettle.")
    bea.presses("It is so")
    bea.sees("Still going at 12 months since")
    bea.sees("A member since")


def it_is_seen_how_it_goes(sam: Walker, phone: Walker) -> None:
    sam.goes_to(its_page())
    sam.follows("All of it, how each is counted, and its money")
    sam.sees("£22.50")
    both(sam, phone, its_page("going-well/"), "how-group-goes")
    both(sam, phone, its_page("register-on-paper/"), "register-on-paper")
    both(sam, phone, "/groups/young-and-old/", "young-and-old")
    sam.sees(NAME)
    both(sam, phone, its_page(), "group-a-year-later")


def the_link_is_withdrawn(sam: Walker, olwen: Walker) -> None:
    sam.goes_to(its_page())
    sam.follows("The link that is open up to")
    sam.presses("End the link")
    sam.sees("This link opens nothing any more.")
    for more in ("", "group/", "pack.pdf", "still-going/"):
        answer = olwen.page.goto(f"{olwen.base}/register/{the_address()}/{more}")
        assert answer is not None
        assert answer.status == 404
