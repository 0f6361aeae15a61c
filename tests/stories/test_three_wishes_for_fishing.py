"""Three people wish for the same, each heard in another place; it grows together, becomes the idea of a group, and a barrier is cleared and told back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from alongside.connections.actions import climb, connect
from alongside.directory.models import Gap
from alongside.foundation.actor import Actor, Role
from alongside.gaps.models import Barrier, Bundle
from alongside.journeys.actions import write_note
from alongside.people.actions import say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

NAMES = {"eddie": ("Eddie Marsh-Hale", "ZZ99 3AA"), "mo": ("Mo Tarrant", "ZZ99 3AB"), "olwen": ("Olwen Pike", "ZZ99 3AA")}
PLACES = {"ZZ99 3AA": (53.401, "Fernbrook Central"), "ZZ99 3AB": (53.412, "Fernbrook Moor")}


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, Actor, dict[str, Person]]]:
    with django_db_blocker.unblock(), a_copy("wishes_for_fishing") as name:
        for postcode, (latitude, called) in PLACES.items():
            Postcode.objects.using("owner").create(postcode=postcode, latitude=latitude, longitude=-2.3, neighbourhood=called)
        sam = an_actor(Role.COORDINATOR, a_team(), "Sam Holt")
        people = {}
        for key, (called, postcode) in NAMES.items():
            people[key] = Person(id=somebody(sam, called, on=days_ago(90)), name=called)
            with as_(sam):
                say_where(people[key], address="9 Fern Row", postcode=postcode, phone="", email="", by=sam, at=now())
        with as_(sam):
            made = connect(people["mo"], "Moor Anglers", kind="community", why="fishing with others", on=days_ago(30), by=sam, at=now())
            climb(made, "not for me", on=days_ago(3), words="There is no bus back.", because="too far", by=sam, at=now())
            write_note(people["olwen"], "Tea and shortbread. Olwen would love to go fishing on a Sunday.", on=days_ago(1), how="visit", by=sam, at=now())
        with served(name) as base:
            yield base, sam, people


def test_three_wishes_for_fishing(house, sit_down):
    base, seat, people = house
    sam, on_the_phone = sit_down(base, (1280, True)), sit_down(base, (390, True))
    for walker in (sam, on_the_phone):
        walker.is_signed_in_as(seat)

    given_a_search_that_finds_nothing(sam, people["eddie"])
    given_something_that_was_not_for_him(sam, people["mo"])
    given_a_wish_in_a_note(sam, people["olwen"])
    when_somebody_says_that_they_are_one(sam)
    then_it_is_on_the_map_and_on_the_list(sam, on_the_phone)
    when_it_becomes_the_idea_of_a_group(sam, on_the_phone)
    when_a_barrier_gets_an_owner_and_a_day(sam, on_the_phone)
    when_it_is_cleared_then_whoever_wished_is_told(sam, on_the_phone, people["mo"])


def given_a_search_that_finds_nothing(sam: Walker, eddie: Person) -> None:
    sam.goes_to(f"/people/{eddie.id}/find/")
    sam.writes("What would they like?", "fishing with somebody")
    sam.presses("Find")
    sam.chooses("Keep it on Eddie Marsh-Hale’s page too, so that they hear when there is something")
    sam.presses("Keep the wish")
    sam.sees("The wish is kept on their page, and for your team.")


def given_something_that_was_not_for_him(sam: Walker, mo: Person) -> None:
    sam.goes_to(f"/people/{mo.id}/")
    sam.follows("Moor Anglers", among="#connections")
    sam.sees("Keep “fishing with others” as a wish")
    sam.keeps_a_picture("still-wished-for")
    sam.presses("Keep it on their page too")
    sam.sees("something that was not for them (too far to get to)")


def given_a_wish_in_a_note(sam: Walker, olwen: Person) -> None:
    sam.goes_to(f"/people/{olwen.id}/")
    sam.sees("A wish: “Olwen would love to go fishing on a Sunday.”")
    sam.keeps_a_picture("a-wish-in-a-note")
    sam.presses("Keep it without a name")
    sam.sees("Somebody would love to go fishing on a Sunday.")
    sam.sees_not("Olwen")


def when_somebody_says_that_they_are_one(sam: Walker) -> None:
    sam.goes_to("/missing/")
    sam.sees("both about fishing, about 1.1 km apart")
    sam.keeps_a_picture("missing-suggested")
    sam.presses("Yes, they are one")
    sam.sees("3 wishes · 3 would come")
    sam.presses("Take it out", nth=0)
    sam.sees("2 wishes · 2 would come")
    sam.presses("Yes, they are one")
    sam.sees("3 wishes · 3 would come")
    sam.follows("Put right what it is called, and where")
    sam.writes("What is missing here?", "Fishing with others")
    sam.presses("Save")
    sam.sees("It is put right.")


def then_it_is_on_the_map_and_on_the_list(sam: Walker, on_the_phone: Walker) -> None:
    for walker in (sam, on_the_phone):
        walker.goes_to("/missing/")
        walker.sees("Fishing with others")
        walker.sees("New: 3 in the last thirteen weeks, 0 in the thirteen before")
        assert walker.page.locator("#missing-" + str(Bundle.objects.using("owner").get().id)).get_attribute("data-lat") == "53.4"
        assert walker.page.locator(".pin").count() == 1
        walker.sees_not("Olwen")
        walker.keeps_a_picture(f"missing-{walker.width}")


def when_it_becomes_the_idea_of_a_group(sam: Walker, on_the_phone: Walker) -> None:
    sam.follows("Fishing with others", among="#main-content")
    on_the_phone.goes_to(f"/missing/{Bundle.objects.using('owner').get().id}/")
    on_the_phone.keeps_a_picture("missing-one-390")
    sam.keeps_a_picture("missing-one")
    sam.presses("Make it the idea of a group")
    sam.sees("Interest heard since")
    sam.sees("3 wishes, by which 3 would come.")
    sam.follows("The wishes it came of")
    sam.sees("A group came of it:")


def when_a_barrier_gets_an_owner_and_a_day(sam: Walker, on_the_phone: Walker) -> None:
    sam.follows("Something stands in the way")
    sam.chooses("Transport")
    sam.writes("What stands in the way?", "No bus to the canal on Sundays.")
    sam.presses("Save")
    sam.sees("It is raised, and stands on the list for the leadership group.")
    sam.follows("No bus to the canal on Sundays.")
    sam.chooses("Somebody sees to it")
    sam.presses("Save")
    sam.sees("Say who sees to it: a name or a post")
    sam.writes("Who sees to it?", "the transport manager of the council")
    sam.dates("By when do they look again?", today() + timedelta(days=30))
    sam.presses("Save")
    for walker in (sam, on_the_phone):
        walker.goes_to("/missing/barriers/")
        walker.sees("Somebody sees to it: the transport manager of the council")
        walker.sees("would come: fewer than 8")
        walker.keeps_a_picture(f"barriers-{walker.width}")


def when_it_is_cleared_then_whoever_wished_is_told(sam: Walker, on_the_phone: Walker, mo: Person) -> None:
    sam.goes_to(f"/missing/barriers/{Barrier.objects.using('owner').get().id}/")
    sam.chooses("Cleared")
    sam.writes("What was done, or why can it not be cleared?", "The 41 runs on Sundays from May.")
    sam.presses("Save")
    sam.keeps_a_picture("barrier-cleared")
    on_the_phone.goes_to("/today/")
    on_the_phone.sees("wished for “fishing with others”: what stood in the way does not any more: The 41 runs on Sundays from May.")
    on_the_phone.sees("wished for “fishing with somebody”: a group is being begun: Fishing with others")
    on_the_phone.keeps_a_picture("today-what-came-of-it")
    on_the_phone.presses("They know now (Mo Tarrant)", nth=0)
    on_the_phone.sees("They know, since today.")
    on_the_phone.presses("They know now", nth=0)
    on_the_phone.sees("they know since")
    on_the_phone.keeps_a_picture("they-know-what-came")
    on_the_phone.goes_to("/today/")
    on_the_phone.sees_not("wished for “fishing with others”")
    assert set(Gap.objects.using("owner").values_list("words", flat=True)) == {
        "fishing with somebody",
        "fishing with others",
        "Somebody would love to go fishing on a Sunday.",
    }
    assert mo.name not in Gap.objects.using("owner").get(heard_in="not for me").words
