"""Every address of a meeting, a hand-over and a person, asked by whoever sits at a table in every state of their seat: by a link and by an account.

Each field of two people holds a word that stands nowhere else. Gwen is on the list of the table that is asked; Eddie is on another table's alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.access.actions import choose
from alongside.desk.at_meetings import in_turn
from alongside.directory.models import Entry, Source
from alongside.foundation.keys import new_key
from alongside.meetings import actions
from alongside.meetings.links import address_of
from alongside.meetings.models import Meeting, Seat
from alongside.people.models import Person
from alongside.teams.models import Membership, Staff
from tests import building
from tests.building import as_, now, signed_in, today
from tests.meetings.conftest import Table, a_seat_at, a_series, text

from .finder import Finder
from .planting import Garden
from .routes import address, ours


@pytest.fixture(autouse=True)
def somewhere_of_its_own(committed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commits are real, and links are asked more often in a minute than anybody would in a day."""
    monkeypatch.setattr(in_turn, "MOST_GUESSES", 1_000_000)
    monkeypatch.setattr(in_turn, "MOST_USES", 1_000_000)


PIECES = {"address", "series_id", "listed_id", "agreed_id", "seat_id", "step_up_id", "person_id"}
OF_ALL = ("desk:my tables", "desk:handed to me", "desk:to chase", "meetings:all", "meetings:own calendar")
WRITTEN_HERE = ("naming", "covered", "handedover", "listed", "brought", "discussed", "agreed", "toldback", "stepup", "turn", "sharedpage", "ownnote", "choice")
"""Tables in which nothing is planted: what is in them is written by the actions, with the words below."""
OURS, SAID, PROMISE, THEIRS = "Stairszqz", "Notezqz", "Promisezqz", "Elsewherezqz"
"""What Gwen agreed to, what was said of her, what was taken on for her; and what Eddie agreed that another table may know."""


class House:
    """Two tables of one team, each with somebody on its list, and all about both of them planted."""

    def __init__(self) -> None:
        self.table = Table()
        sam = Staff.objects.get(id=self.table.sam.id)
        entry = Entry.objects.create(name="Garden", kind="group", source=Source.objects.create(name="Our own garden"), source_key="garden")
        garden = Garden(writer=sam, team=self.table.team, locality=building.a_locality(), entry=entry, today=today(), now=now())
        self.gwen, self.eddie = new_key(), new_key()
        for person in (self.gwen, self.eddie):
            garden.plant(person, **dict.fromkeys(WRITTEN_HERE))
        self.finder = Finder(garden.seeds)
        self.here, self.other = self.table.series, a_series(self.table.sam, "Harbour MDT")
        self.tunde = a_seat_at(self.other, self.table.sam, "Tunde Bakare", "social worker")
        self.listed = self.table.brings(self.gwen, OURS)
        self.table.series = self.other
        self.elsewhere = self.table.brings(self.eddie, THEIRS)
        self.table.sends()
        self.table.series = self.here
        self.agreed: dict[Any, Any] = {}

    def goes_on(self, *, closes: bool = False) -> None:
        """The list goes out, something is said and taken on by both who sit there; and the meeting may close."""
        self.table.sends()
        for seat in (self.table.gps_seat, self.table.ivys_seat):
            self.agreed[seat.id] = self.table.agrees(self.listed, PROMISE, seat).id
        with as_(self.table.sam):
            self.listed.refresh_from_db()
            actions.keep_notes(self.listed, {"situation": SAID}, {}, by=self.table.sam, at=now())
        if closes:
            self.table.closes()

    def crawl(self, client: Client, seat: Seat) -> tuple[int, set[str], set[str]]:
        """How many addresses were asked by every method, which of the words above came back, and what else that is planted."""
        known = {"address": address_of(seat.reference), "seat_id": seat.id, "day": today().isoformat(), "agreed_id": self.agreed.get(seat.id, seat.id)}
        asked, words, beyond = 0, set(), set()
        for route in ours():
            if not (PIECES & set(route.pieces) or route.name in OF_ALL):
                continue
            for series, listed, person in ((self.here, self.listed, self.gwen), (self.other, self.elsewhere, self.eddie)):
                url = address(route, {**known, "series_id": series.id, "listed_id": listed.id, "person_id": person, "step_up_id": listed.id})
                for ask in (client.get, client.post) if "person_id" not in route.pieces else (client.get,):
                    answer = text(ask(url)) if not route.name.endswith(("pdf", "ics")) else ""
                    asked += 1
                    words |= {word for word in (OURS, SAID, PROMISE, THEIRS) if word in answer}
                    beyond |= {f"{'gwen' if seed.person == self.gwen else 'eddie'}: {seed.table}.{seed.field}" for seed in self.finder.find(answer)}
        return asked, words, beyond


def invited(house: House) -> None:
    """They have a seat and a link, and no list is out."""


def accepted(house: House) -> None:
    house.goes_on()


def when_it_is_over(house: House) -> None:
    house.goes_on(closes=True)


def left(house: House) -> None:
    house.goes_on()
    for seat in (house.table.gps_seat, house.table.ivys_seat):
        with as_(house.table.sam):
            actions.leave_seat(seat, by=house.table.sam, at=now())


def ended(house: House) -> None:
    """Their link is ended; and a colleague's account is closed."""
    house.goes_on()
    with as_(house.table.sam):
        actions.end_seat_link(house.table.ivys_seat, by=house.table.sam, at=now())
    Staff.objects.filter(id=house.table.gp.id).update(is_active=False)


def over(house: House) -> None:
    """The last day of their link has come; and a colleague's seat in a team is over."""
    house.goes_on()
    Seat.objects.using("owner").filter(series=house.here).update(link_until=today())
    Membership.objects.using("owner").filter(staff_id=house.table.gp.id).update(until=today())


def she_took_her_yes_back(house: House) -> None:
    house.goes_on()
    with as_(house.table.sam):
        choose(Person(id=house.gwen), "meeting", "withdrawn", subject=house.here.id, by=house.table.sam, at=now())


def a_week_ago(house: House) -> None:
    house.goes_on()
    Meeting.objects.using("owner").filter(series=house.here).update(on=today() - timedelta(days=7))


NAMED = {"gwen: people_person.name", "gwen: people_person.likes_to_be_called"}
STATES: dict[Callable[[House], None], tuple[set[str], bool]] = {
    invited: (set(), False),
    accepted: ({OURS, SAID, PROMISE}, True),
    when_it_is_over: ({PROMISE}, True),
    left: (set(), False),
    ended: (set(), False),
    over: (set(), False),
    she_took_her_yes_back: (set(), False),
    a_week_ago: (set(), False),
}
"""For each state, which words come back, and whether Gwen's name does."""


@pytest.mark.parametrize("by", ["a link", "an account"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_of_every_address_a_seat_gets_what_its_table_may_know_and_nothing_else(state, by, tells):
    house = House()
    state(house)
    words, named = STATES[state]
    client, seat = (Client(), house.table.ivys_seat) if by == "a link" else (signed_in(house.table.gp), house.table.gps_seat)
    if by == "an account":
        # The link of that seat is another way in, told apart.
        with as_(house.table.sam):
            actions.end_seat_link(seat, by=house.table.sam, at=now())
    asked, seen, beyond = house.crawl(client, seat)
    tells(f"a seat by {by}, {state.__name__}: {asked} requests")
    assert asked > 250
    assert seen == words
    assert beyond <= NAMED
    assert bool(beyond) == named


def test_whoever_sits_at_the_other_table_gets_nothing_of_this_list():
    house = House()
    house.goes_on()
    _asked, seen, beyond = house.crawl(Client(), house.tunde)
    assert seen == {THEIRS}
    assert {one.split(":")[0] for one in beyond} == {"eddie"}
    assert {one.split(": ")[1].split(".")[0] for one in beyond} == {"people_person"}
