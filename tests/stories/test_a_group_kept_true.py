"""A group that no file knows: written down once, what it is like, asked of whoever runs it by a link, and looked after from a list. On a phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils.formats import date_format
from playwright.sync_api import expect

from alongside.connections.actions import connect
from alongside.directory.links import address_of
from alongside.directory.models import Entry, StillRight
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

PHONE = (390, True)


@pytest.fixture(scope="module", params=list(Vocabulary))
def house(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, Actor], Person]]:
    with django_db_blocker.unblock(), a_copy(f"kept_true_{request.param.value}") as name:
        Postcode.objects.using("owner").create(postcode="ZZ99 3AA", latitude=53.4, longitude=-2.3, neighbourhood="Fernbrook Central")
        team = a_team(vocabulary=request.param)
        seats = {"sam": an_actor(Role.COORDINATOR, team, "Sam Holt"), "bea": an_actor(Role.SUPPORT_OFFICER, team, "Bea Lister")}
        gwen = Person(id=somebody(seats["sam"], "Gwen Prys-Marlow", on=days_ago(90)))
        with served(name) as base:
            yield base, seats, gwen


def test_a_group_kept_true(house, sit_down):
    base, seats, gwen = house
    sam, bea, marva = sit_down(base, PHONE), sit_down(base, PHONE), sit_down(base, (390, False))
    sam.is_signed_in_as(seats["sam"])
    bea.is_signed_in_as(seats["bea"])

    sam_writes_down_what_no_file_knows(sam)
    anybody_finds_it(marva)
    sam_says_what_it_is_like_and_for_whom(sam, marva)
    sam_says_when_it_meets_and_when_not(sam)
    sam_makes_a_link_for_whoever_runs_it(sam)
    marva_answers_without_an_account_or_scripts(marva)
    bea_goes_through_the_answer_and_puts_it_right(bea)
    going_there_with_somebody_confirms_it(sam, seats["sam"], gwen)
    it_is_gone_and_there_after_all(bea, marva)


def entry_page() -> str:
    return f"/around/{Entry.objects.using('owner').get().id}/"


def sam_writes_down_what_no_file_knows(sam: Walker) -> None:
    sam.goes_to("/around/")
    sam.follows("Add something good near here")
    sam.presses("Save")
    sam.sees("Say what it is called.")
    sam.writes("What is it called?", "Fern shed")
    sam.chooses("Group")
    sam.writes("What happens there, and for whom?", "Men who mend old radios, and the kettle is always on.")
    sam.writes("Postcode", "ZZ99")
    sam.presses("Save")
    sam.sees("This is no whole postcode.")
    expect(sam.box("What happens there, and for whom?")).to_have_value("Men who mend old radios, and the kettle is always on.")
    sam.writes("Postcode", "zz99 3aa")
    sam.presses("Save")
    sam.sees("It is on the noticeboard, for everybody to find.")
    sam.keeps_a_picture("entry-kept")
    # A second one of the name is shown the first
    sam.goes_to("/around/new/")
    sam.writes("What is it called?", "The Fern Shed")
    sam.chooses("Group")
    sam.presses("Save")
    sam.sees("It may be here already:")
    assert Entry.objects.using("owner").count() == 1


def anybody_finds_it(marva: Walker) -> None:
    marva.goes_to("/around/?words=radios&near=ZZ99+3AA")
    marva.follows("Fern shed")
    marva.sees("the kettle is always on")
    marva.sees_not("Keeping it true")


def sam_says_what_it_is_like_and_for_whom(sam: Walker, marva: Walker) -> None:
    for words, private in (("Step-free, but a steep hill.", False), ("Ask for Bert on a Tuesday.", True)):
        sam.goes_to(entry_page())
        sam.follows("Say what it is really like")
        sam.writes("What is it really like?", words)
        if private:
            sam.chooses("For our team alone")
        sam.presses("Save")
    sam.sees("for our team alone")
    sam.keeps_a_picture("entry-like")
    # What a browser read it may show again for five minutes; this is somebody who comes later.
    marva.goes_to(f"{entry_page()}?later")
    marva.sees("Step-free, but a steep hill.")
    marva.sees_not("Bert")


def sam_says_when_it_meets_and_when_not(sam: Walker) -> None:
    first = today() + timedelta(days=7)
    sam.goes_to(entry_page())
    sam.follows("Say when it meets")
    sam.dates("One day on which it meets", first)
    sam.chooses("Every two weeks")
    sam.writes("From", "14:00")
    sam.writes("To", "13:00")
    sam.presses("Save")
    sam.sees("It ends before it begins.")
    sam.writes("To", "16:00")
    sam.presses("Save")
    sam.sees("14:00–16:00")
    day, then = (date_format(first + timedelta(days=days), "j F Y") for days in (0, 14))
    sam.sees(f"Next: {day}; {then}")
    sam.presses(f"Not on {day}")
    sam.sees(f"Next: {then}")
    sam.presses(f"On {day} after all")
    sam.keeps_a_picture("entry-meets")
    sam.presses("It does not meet then any more")
    sam.sees_not("14:00–16:00")
    sam.presses("It meets then after all")
    sam.sees(f"Next: {day}; {then}")


def sam_makes_a_link_for_whoever_runs_it(sam: Walker) -> None:
    sam.follows("Ask whoever runs it, by a link")
    sam.writes("Who gets it?", "Marva, by text")
    sam.dates("Until which day may they answer?", today() + timedelta(days=90))
    sam.presses("Make the link")
    sam.sees("within 60 days")
    sam.dates("Until which day may they answer?", today() + timedelta(days=20))
    sam.presses("Make the link")
    sam.sees("It does not go out by itself.")
    sam.sees(f"up to {date_format(today() + timedelta(days=20), 'j F Y')}")
    sam.keeps_a_picture("still-right-letter")


def marva_answers_without_an_account_or_scripts(marva: Walker) -> None:
    address = f"/still-right/{address_of(StillRight.objects.using('owner').get().reference)}/"
    marva.goes_to(address)
    assert StillRight.objects.using("owner").get().answer == ""
    marva.chooses("Something is different")
    marva.presses("Send the answer")
    marva.sees("Say what is different now.")
    marva.writes("What is different now?", "Wednesdays now, not Tuesdays.")
    marva.presses("Send the answer")
    marva.sees("Thank you. Everybody nearby relies on it.")
    marva.sees("One of us will look at it.")
    answer = marva.page.goto(marva.base + "/still-right/k7m2-p9qx-3dfh-8tvw/")
    assert answer is not None
    assert answer.status == 404


def bea_goes_through_the_answer_and_puts_it_right(bea: Walker) -> None:
    bea.goes_to("/around/")
    bea.follows("What to look at next")
    bea.sees("Wednesdays now, not Tuesdays.")
    bea.keeps_a_picture("to-check")
    bea.follows("Fern shed")
    bea.follows("Put something right")
    bea.writes("When?", "Wednesdays, 2 to 4")
    bea.presses("Save")
    bea.sees("It is put right, for everybody.")
    bea.sees("Wednesdays, 2 to 4")
    bea.goes_to("/around/to-check/")
    bea.presses("I have gone through it")
    bea.sees("Nothing waits.")


def going_there_with_somebody_confirms_it(sam: Walker, by: Actor, gwen: Person) -> None:
    entry = Entry.objects.using("owner").get()
    Entry.objects.using("owner").update(confirmed_on=days_ago(400))
    with as_(by):
        made = connect(gwen, entry.name, kind="community", entry_id=entry.id, on=days_ago(9), by=by, at=now())
    sam.goes_to("/around/to-check/")
    sam.sees("one of your people goes there")
    sam.goes_to(f"/people/{gwen.id}/connections/{made.id}/")
    sam.chooses("Went together")
    sam.page.get_by_label("I went along").check()
    sam.presses("Save")
    entry.refresh_from_db(using="owner")
    assert (entry.confirmed_on, entry.confirmed_how) == (today(), "visit")
    sam.goes_to("/around/to-check/")
    sam.sees("Nothing waits.")


def it_is_gone_and_there_after_all(bea: Walker, marva: Walker) -> None:
    bea.goes_to(entry_page())
    bea.presses("It is not there any more")
    bea.sees("Nobody is offered it any more.")
    marva.goes_to("/around/?near=ZZ99+3AA&words=radios")
    assert marva.page.locator(".find").count() == 0
    bea.presses("It is there after all")
    bea.sees("It is on the noticeboard again.")
