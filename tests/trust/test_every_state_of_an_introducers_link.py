"""Every address with a link in it, of introductions and of a person, asked by whoever introduces people in every state of their link: by it and by an account.

Each field of two people holds a word that stands nowhere else. Both came through introductions: Gwen by the surgery that asks, Eddie by another service.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Role
from alongside.foundation.keys import new_key
from alongside.introductions import actions
from alongside.introductions.actions import Brought, From
from alongside.introductions.links import address_of
from alongside.introductions.models import BroughtIn, CameIn, Introducer, Introduction
from alongside.people.models import Person
from alongside.teams.models import Membership, Staff, Team
from tests import building
from tests.building import as_, now, signed_in, today
from tests.meetings.conftest import text

from .finder import Finder
from .planting import Garden
from .routes import address, ours

PIECES = {"address", "introducer_id", "brought_id", "came_id", "person_id"}
OF_ALL = ("introductions:my introductions", "introductions:introducers", "introductions:new introducer", "desk:came in", "desk:rang")
WRITTEN_HERE = (
    "naming",
    "covered",
    "handedover",
    "listed",
    "brought",
    "discussed",
    "agreed",
    "toldback",
    "stepup",
    "turn",
    "sharedpage",
    "ownnote",
    "choice",
    "camein",
)
"""Tables in which nothing is planted: what is in them is written by the actions, with the words below."""
MARK, WAITS, WHY, ANSWER, THEIRS = "Markzqz", "Waitszqz", "Whyzqz", "Answerzqz", "Elsewherezqz"
"""The surgery's own mark, whom it named last and nobody decided, why Gwen came, what it was answered; and whatever is another service's."""


@pytest.fixture(autouse=True)
def somewhere_of_its_own(committed: str, settings: Any) -> None:
    """Commits are real, and links are asked more often in a minute than anybody would in a day."""
    settings.LINKS_GUESSED = settings.LINKS_ANSWERED = 1_000_000


class House:
    """A surgery and another service introduce people to one team; of each one is taken up and answered, and one waits."""

    def __init__(self) -> None:
        self.sam, self.gp = building.a_coordinator(name="Sam Delaney"), building.an_actor(Role.PARTNER, name="Dr Rao")
        sam, team = Staff.objects.get(id=self.sam.id), Team.objects.get(id=self.sam.team_id)
        entry = Entry.objects.create(name="Garden", kind="group", source=Source.objects.create(name="Our own garden"), source_key="garden")
        garden = Garden(writer=sam, team=team, locality=building.a_locality(), entry=entry, today=today(), now=now())
        self.gwen, self.eddie = new_key(), new_key()
        for person in (self.gwen, self.eddie):
            garden.plant(person, **dict.fromkeys(WRITTEN_HERE))
        self.finder, self.waiting = Finder(garden.seeds), {}
        with as_(self.sam):
            self.surgery = actions.keep_introducer(From("Harbour Surgery", "gp or health", staff_id=self.gp.id), by=self.sam, at=now())
            self.other = actions.keep_introducer(From("The fire station", "fire and rescue"), by=self.sam, at=now())
        self.came = self.brings(self.surgery, self.gwen, MARK, WHY, WAITS, ANSWER)
        self.elsewhere = self.brings(self.other, self.eddie, THEIRS, THEIRS, THEIRS, THEIRS)

    def brings(self, introducer: Introducer, person: Any, mark: str, why: str, waits: str, answer: str) -> CameIn:
        with as_(self.sam):
            first, second = (
                actions.bring_in(Brought(who, why, mark=mark), team_id=introducer.team_id, way="link", introducer=introducer, by=self.sam, at=now())
                for who in ("-", waits)
            )
            introduction = Introduction.objects.filter(person_id=person).first()
            assert introduction is not None
            came = actions.take_up(first, introduction, by=self.sam, at=now())
            self.waiting[introducer.id] = second.id
            actions.answer_back(came, "own words", answer, "aloud", by=self.sam, at=now())
        return came

    def crawl(self, client: Client) -> tuple[int, set[str], set[str]]:
        """How many addresses were asked by every method, which of the words above came back, and what else that is planted."""
        asked, words, beyond = 0, set(), set()
        for route in ours():
            if not (PIECES & set(route.pieces) or route.name in OF_ALL):
                continue
            for introducer, came, person in ((self.surgery, self.came, self.gwen), (self.other, self.elsewhere, self.eddie)):
                given = {"address": address_of(self.surgery.reference), "introducer_id": introducer.id, "came_id": came.id, "person_id": person}
                url = address(route, {**given, "brought_id": self.waiting[introducer.id], "day": today().isoformat()})
                for ask in (client.get, client.post) if "person_id" not in route.pieces else (client.get,):
                    answer = text(ask(url)) if not route.name.endswith(("pdf", "ics")) else ""
                    asked += 1
                    words |= {word for word in (MARK, WAITS, WHY, ANSWER, THEIRS) if word in answer}
                    beyond |= {f"{'gwen' if seed.person == self.gwen else 'eddie'}: {seed.table}.{seed.field}" for seed in self.finder.find(answer)}
        return asked, words, beyond


def open_to_them(house: House) -> None:
    """Their link opens, and they have an account."""


def not_decided_in_time(house: House) -> None:
    BroughtIn.objects.using("owner").filter(became="").update(
        became="too late", who="", why="", reach="", decided_at=now(), answer="too late", answered_at=now()
    )


def ended(house: House) -> None:
    """Their link is ended; and a colleague's account is closed."""
    with as_(house.sam):
        actions.end_introducers_link(house.surgery, by=house.sam, at=now())
    Staff.objects.filter(id=house.gp.id).update(is_active=False)


def over(house: House) -> None:
    """The last day of their link has come; and a colleague's seat in a team is over."""
    Introducer.objects.using("owner").filter(id=house.surgery.id).update(link_until=today())
    Membership.objects.using("owner").filter(staff_id=house.gp.id).update(until=today())


def another_link(house: House) -> None:
    """They were given another link, and ask by the one before; and another colleague signs in for them."""
    before = house.surgery.reference
    with as_(house.sam):
        actions.new_introducers_link(Introducer.objects.get(id=house.surgery.id), until=today() + actions.introducers.A_YEAR, by=house.sam, at=now())
    house.surgery.reference = before
    Introducer.objects.using("owner").filter(id=house.surgery.id).update(staff_id=None)


STATES: dict[Callable[[House], None], set[str]] = {
    open_to_them: {MARK, WAITS, ANSWER},
    not_decided_in_time: {MARK, ANSWER},
    ended: set(),
    over: set(),
    another_link: set(),
}
"""For each state, which words come back; never why she came as we keep it, and nothing that is planted."""


@pytest.mark.parametrize("by", ["a link", "an account"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_of_every_address_an_introducer_gets_what_they_brought_and_nothing_else(state, by, tells):
    house = House()
    state(house)
    client = Client() if by == "a link" else signed_in(house.gp)
    if by == "an account":
        # The link is another way in, told apart.
        with as_(house.sam):
            actions.end_introducers_link(Introducer.objects.get(id=house.surgery.id), by=house.sam, at=now())
    asked, seen, beyond = house.crawl(client)
    tells(f"an introducer by {by}, {state.__name__}: {asked} requests")
    assert asked > 150
    assert seen == STATES[state]
    assert beyond == set()


def test_their_person_is_still_no_page_of_theirs():
    house = House()
    assert signed_in(house.gp).get(f"/people/{house.gwen}/").status_code == 404
    with as_(house.gp):
        assert not Person.objects.exists()
