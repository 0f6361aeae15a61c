"""One man wishes for somebody to fish with; a year after neighbours took the club over themselves, it answers from a link that it still goes.

Each day is said as it is written down later: what a form asks is on which day it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from alongside.directory.models import Gap
from alongside.foundation.actor import Actor, Role
from alongside.groups.links import address_of
from alongside.groups.models import Group, RegisterLink, Taster
from alongside.money import actions as money
from alongside.money.models import Spend
from alongside.money.posts import financial_year
from alongside.people.actions import say_where
from alongside.people.models import Person
from alongside.places.models import Postcode
from tests.building import a_team, an_actor, as_, days_ago, now, somebody, today
from tests.conftest import a_copy
from tests.stories.conftest import served
from tests.stories.walker import Walker

NAME = "Saturday fishing"
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
    # And members take over the keys, the money and the tea
    members_take_it_over(sam, phone)
    olwen_keeps_its_register_by_a_link(sam, olwen)
    # Then a year later it answers, without a login, that it still goes
    bea_sees_whom_to_ask(bea, phone)
    olwen_answers_from_the_link(olwen)
    one_press_makes_it_a_stage(bea, phone)
    it_is_seen_how_it_goes(sam, phone)
    the_link_is_withdrawn(sam, olwen)


def its_page(more: str = "") -> str:
    return f"/groups/{Group.objects.using('owner').get().id}/{more}"


def both(sam: Walker, phone: Walker, path: str, picture: str) -> None:
    """Looked at on a laptop and on a telephone."""
    for one in (sam, phone):
        one.goes_to(path)
        one.keeps_a_picture(picture)


def comes_to(sam: Walker, stage: str, on: date, words: str = "") -> None:
    sam.goes_to(its_page())
    sam.follows("It came to another stage")
    sam.chooses(stage)
    sam.dates("Since which day?", on)
    sam.writes("A few words about it", words)
    sam.presses("Save")


def eddie_wishes_for_somebody_to_fish_with(sam: Walker) -> None:
    eddie = Person.objects.using("owner").get(name="Eddie Marsh")
    sam.goes_to(f"/people/{eddie.id}/find/")
    sam.writes("What would they like?", "fishing with somebody on Saturdays")
    sam.presses("Find")
    sam.sees("Nothing suits?")
    sam.presses("Keep the wish")
    sam.sees("The wish is kept")
    assert Gap.objects.using("owner").get().words == "fishing with somebody on Saturdays"


def it_becomes_the_idea_of_a_group(sam: Walker) -> None:
    sam.goes_to("/groups/")
    sam.sees("No group is written down here yet.")
    sam.follows("Write down an idea")
    sam.presses("Save")
    sam.sees("Say what it is to be called, if only for now.")
    sam.writes("What is it to be called?", NAME)
    sam.writes("What was heard?", "“If only there were somebody to fish with.”")
    sam.writes("How many would come, as far as you know?", "3")
    sam.dates("When was it heard?", days_ago(480))
    sam.writes("What happens there, for everybody to read once it has begun?", "We fish from the quay. A rod is lent.")
    sam.writes("When?", "Saturdays, 9 to 11")
    sam.writes("Where?", "The boathouse, Fern Quay")
    sam.writes("Postcode", "ZZ99 3AA")
    sam.presses("Save")
    sam.sees("The idea is kept.")


def the_directory_is_searched_first(sam: Walker) -> None:
    sam.follows("It came to another stage")
    sam.sees("Look for what is there already")
    sam.chooses("Looked for")
    sam.dates("Since which day?", days_ago(470))
    sam.presses("Save")
    sam.sees("Say what was looked for, what was found, and why nothing there will do.")
    sam.writes("A few words about it", "Fishing within 3 miles: one club, by the year and full.")
    sam.presses("Save")
    sam.sees("Looked for since")


def a_taster_day_is_planned_and_they_are_told(sam: Walker, phone: Walker) -> None:
    sam.follows("Plan a taster day")
    sam.dates("On which day?", days_ago(455))
    sam.writes("When?", "9 to 11, tea at 10")
    sam.chooses("By telephone")
    sam.presses("Save")
    sam.follows("Who is asked, and who came")
    sam.follows("Ask somebody")
    sam.page.get_by_label("Eddie Marsh").check()
    sam.page.get_by_label("Olwen Prys").check()
    sam.chooses("By telephone")
    sam.presses("Put them on the list")
    sam.sees("not told yet")
    taster = Taster.objects.using("owner").get()
    both(sam, phone, its_page(f"tasters/{taster.id}/telephones/"), "taster-telephones")
    sam.sees("Would you like to try “Saturday fishing”?")
    sam.presses("All of them were told")
    sam.sees("told on")
    comes_to(sam, "Taster day", days_ago(455))


def a_little_is_spent_on_it(sam: Walker) -> None:
    sam.goes_to(its_page())
    sam.follows("Its money")
    sam.follows("Spend on it from")
    sam.chooses("A taster day")
    sam.writes("In a few words", "Bait, and a kettle for the taster")
    sam.chooses("Bought by the organisation")
    sam.writes("How much, in pounds?", "24.00")
    sam.presses("Save")
    sam.goes_to(f"/money/spends/{Spend.objects.using('owner').get().id}/")
    sam.follows("Write what it came to") if sam.page.get_by_role("link", name="Write what it came to").count() else sam.presses("Write what it came to")
    sam.writes("What did it come to?", "22.50")
    sam.dates("When was it spent?", today())
    sam.presses("Save")
    sam.goes_to(f"/money/groups/{Group.objects.using('owner').get().id}/")
    sam.sees("£22.50 was spent on it")


def this_is_how_the_taster_was(sam: Walker) -> None:
    sam.goes_to(its_page(f"tasters/{Taster.objects.using('owner').get().id}/"))
    sam.follows("Say how it was")
    sam.writes("How many came?", "6")
    sam.writes("How many want more of it?", "5")
    sam.writes("What was said?", "“Again, but not before nine.”")
    sam.writes("What did it cost in all, in pounds?", "22.50")
    sam.presses("Save")
    sam.sees("6 came. 5 want more of it. It cost £22.50, £3.75 for each who came.")


def it_starts_with_a_pack_in_their_own_name(sam: Walker, phone: Walker) -> None:
    comes_to(sam, "Started", days_ago(440))
    sam.sees("Its page on the noticeboard")
    sam.follows("Print the starter pack")
    sam.sees("Starter pack for Saturday fishing")
    both(sam, phone, its_page("pack/"), "starter-pack")
    pack = sam.page.context.request.get(sam.base + its_page("pack.pdf"))
    assert (pack.status, pack.headers["content-type"], pack.body()[:5]) == (200, "application/pdf", b"%PDF-")


def members_take_it_over(sam: Walker, phone: Walker) -> None:
    comes_to(sam, "Shared running", days_ago(400))
    sam.goes_to(its_page())
    sam.follows("Say who holds what")
    sam.dates("Since which day?", days_ago(400))
    for thing, who in (("The keys", "Olwen"), ("The tea", "Ade")):
        sam.page.get_by_role("group", name=thing).get_by_label("A member").check()
        sam.writes(f"Who? ({thing[0].lower()}{thing[1:]})", who)
    sam.page.get_by_role("group", name="The money").get_by_label("One of us").check()
    sam.presses("Save")
    comes_to(sam, "Self-managing", days_ago(370), "They asked us to stay away, kindly.")
    sam.sees("We stopped leading, and none of them holds")
    sam.follows("Say who holds what")
    sam.dates("Since which day?", days_ago(370))
    sam.page.get_by_role("group", name="The money").get_by_label("Another body").check()
    sam.writes("Who? (the money)", "Sailors’ Hall")
    sam.presses("Save")
    sam.sees_not("We stopped leading")
    both(sam, phone, its_page(), "group")


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
    olwen.sees("Choose")
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
