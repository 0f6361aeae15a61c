"""Every address of a hand-over, a meeting and a person, asked by the other side in every state of a hand-over: by its link and by an account.

Each field of two people holds a word that stands nowhere else. Gwen's hand-over is the one that is asked; Eddie's went to the duty desk.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.access.actions import choose
from alongside.directory.models import Entry, Source
from alongside.foundation.keys import new_key
from alongside.handovers import actions
from alongside.handovers.links import address_of
from alongside.handovers.models import StepUp
from alongside.people.models import Person
from alongside.teams.models import Membership, Staff
from tests import building
from tests.building import as_, now, signed_in, today
from tests.handovers.conftest import Handing, text

from .finder import Finder
from .planting import Garden
from .routes import address, ours

PIECES = {"address", "series_id", "listed_id", "agreed_id", "seat_id", "step_up_id", "person_id"}
OF_ALL = ("desk:my tables", "desk:handed to me", "desk:to chase", "meetings:all", "desk:step ups")
WRITTEN_HERE = ("naming", "covered", "handedover", "listed", "brought", "discussed", "agreed", "toldback", "stepup", "turn", "sharedpage", "ownnote", "choice")
"""Tables in which nothing is planted: what is in them is written by the actions, with the words below."""
OURS, ASKS, SAID, SHARED, THEIRS = "Stairszqz", "Railzqz", "Turnzqz", "Sharedzqz", "Elsewherezqz"
"""What was handed over of Gwen, what was asked, what we said since, the shared page; and what the duty desk was told of Eddie."""


@pytest.fixture(autouse=True)
def somewhere_of_its_own(committed: str) -> None:
    """Commits are real."""


class House:
    """Two hand-overs of one team, each of somebody of whom everything is planted."""

    def __init__(self) -> None:
        self.h = Handing()
        sam = Staff.objects.get(id=self.h.sam.id)
        entry = Entry.objects.create(name="Garden", kind="group", source=Source.objects.create(name="Our own garden"), source_key="garden")
        garden = Garden(writer=sam, team=self.h.team, locality=building.a_locality(), entry=entry, today=today(), now=now())
        self.gwen, self.eddie = new_key(), new_key()
        for person in (self.gwen, self.eddie):
            garden.plant(person, **dict.fromkeys(WRITTEN_HERE))
        self.finder = Finder(garden.seeds)
        self.h.gwen = self.eddie
        self.elsewhere = self.h.hands(self.h.to_duty, words=THEIRS)
        self.h.gwen = self.gwen
        self.found = self.h.hands(self.h.to_priya, words=OURS, asks=ASKS)
        with as_(self.h.sam):
            actions.say(self.again(), SAID, by=self.h.sam, at=now())

    def again(self) -> StepUp:
        return StepUp.objects.select_related("receiver").get(id=self.found.id)

    def answers(self, does: str, words: str = "", **given: Any) -> None:
        guest = self.h.guest(self.found)
        with as_(guest):
            actions.answer(self.found.id, actions.Said(does, words, **given), by=guest, at=now())

    def crawl(self, client: Client, of: StepUp) -> tuple[int, set[str], set[str]]:
        """How many addresses were asked by every method, which of the words above came back, and what else that is planted."""
        asked, words, beyond = 0, set(), set()
        for route in ours():
            if not (PIECES & set(route.pieces) or route.name in OF_ALL):
                continue
            for step_up, person in ((self.found, self.gwen), (self.elsewhere, self.eddie)):
                url = address(route, {"address": address_of(of.reference), "step_up_id": step_up.id, "person_id": person, "day": today().isoformat()})
                for ask in (client.get, client.post) if "person_id" not in route.pieces else (client.get,):
                    answer = text(ask(url)) if not route.name.endswith(("pdf", "ics")) else ""
                    asked += 1
                    words |= {word for word in (OURS, ASKS, SAID, SHARED, THEIRS) if word in answer}
                    beyond |= {f"{'gwen' if seed.person == self.gwen else 'eddie'}: {seed.table}.{seed.field}" for seed in self.finder.find(answer)}
        return asked, words, beyond


def waits(house: House) -> None:
    """Nobody answered yet."""


def taken_on(house: House) -> None:
    house.answers("takes on", "We look at it.")


def worked_jointly(house: House) -> None:
    house.answers("together", "Let us go together.")
    with as_(house.h.sam):
        actions.write_shared(house.again(), agreed=SHARED, who_does_what="", comes_next="", by=house.h.sam, at=now())


def handed_back(house: House) -> None:
    house.answers("hands back", "It is done.", outcome="done")


def not_theirs(house: House) -> None:
    house.answers("not theirs", "Ask housing.")


def taken_back(house: House) -> None:
    with as_(house.h.sam):
        actions.take_back(house.again(), "We did it ourselves.", by=house.h.sam, at=now())


def its_day_has_come(house: House) -> None:
    StepUp.objects.using("owner").filter(id=house.found.id).update(until=today())


def she_said_no(house: House) -> None:
    with as_(house.h.sam):
        choose(Person(id=house.gwen), "social worker", "no", subject=house.found.receiver_id, by=house.h.sam, at=now())


def ended(house: House) -> None:
    """The link is ended; and a colleague's account is closed."""
    with as_(house.h.sam):
        actions.end_link(house.again(), by=house.h.sam, at=now())
    Staff.objects.filter(id=house.h.priya.id).update(is_active=False)


def their_seat_is_over(house: House) -> None:
    """A colleague's seat in a team is over; a link has no seat, so it is ended with it here."""
    with as_(house.h.sam):
        actions.end_link(house.again(), by=house.h.sam, at=now())
    Membership.objects.using("owner").filter(staff_id=house.h.priya.id).update(until=today())


NAMED = {"gwen: people_person.name", "gwen: people_person.likes_to_be_called"}
STATES: dict[Callable[[House], None], set[str]] = {
    waits: {OURS, ASKS, SAID},
    taken_on: {OURS, ASKS, SAID},
    worked_jointly: {OURS, ASKS, SAID, SHARED},
    handed_back: set(),
    not_theirs: set(),
    taken_back: set(),
    its_day_has_come: set(),
    she_said_no: set(),
    ended: set(),
    their_seat_is_over: set(),
}
"""For each state, which words come back; with them Gwen's name, and without them nothing of her."""


@pytest.mark.parametrize("by", ["its link", "an account"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_of_every_address_the_other_side_gets_the_exchange_while_it_is_open_and_nothing_else(state, by, tells):
    house = House()
    state(house)
    client, of = (Client(), house.found) if by == "its link" else (signed_in(house.h.priya), house.elsewhere)
    if by == "an account":
        # The other hand-over's link is another way in, told apart.
        with as_(house.h.sam):
            actions.end_link(StepUp.objects.select_related("receiver").get(id=house.elsewhere.id), by=house.h.sam, at=now())
    asked, seen, beyond = house.crawl(client, of)
    tells(f"a hand-over by {by}, {state.__name__}: {asked} requests")
    assert asked > 250
    assert seen == STATES[state]
    assert beyond <= NAMED
    assert bool(beyond) == bool(STATES[state])


def test_whoever_holds_the_other_link_gets_nothing_of_this_one():
    house = House()
    _asked, seen, beyond = house.crawl(Client(), house.elsewhere)
    assert seen == {THEIRS}
    assert {one.split(":")[0] for one in beyond} == {"eddie"}
    assert {one.split(": ")[1].split(".")[0] for one in beyond} == {"people_person"}
