"""However much is written, a page asks the database as little."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from alongside.access.actions import arrange_cover, name_to_partner
from alongside.connections.actions import connect
from alongside.connections.models import Rung
from alongside.desk.days import day_of
from alongside.desk.reading import A_PAGE
from alongside.foundation.actor import Actor, Role
from alongside.groups.models import Group, InGroup
from alongside.journeys import actions as journeys
from alongside.journeys.rules import Awaited, StepAsked
from alongside.mine.actions import say_not_right, say_own_words
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.teams.models import Team
from alongside.trail.doing import leave_trace
from alongside.web.actions import keep_draft
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today
from tests.desk.asking import MANY, MORE, MOST, a_word, asked_by, asks_the_same_with_one_and_with_thirty

pytestmark = pytest.mark.django_db


class Desk:
    """A coordinator and somebody they walk alongside; each method writes one more thing of its kind about them."""

    def __init__(self) -> None:
        self.sam = a_coordinator()
        self.gwen = somebody(self.sam)
        self.person = Person(id=self.gwen)
        self.connection_id: UUID | None = None

    def note(self, word: str) -> None:
        journeys.write_note(self.person, word, on=today(), how="visit", by=self.sam, at=now())

    def gift(self, word: str) -> None:
        people.add_gift(self.person, word, by=self.sam, at=now())

    def friend(self, word: str) -> None:
        people.add_to_circle(self.person, name=word, relation="friend", by=self.sam, at=now())

    def good_life(self, word: str) -> None:
        journeys.tell_good_life(self.person, word, by=self.sam, at=now())

    def agreement(self, word: str) -> None:
        journeys.agree(self.person, word, agreed_on=today(), how_agreed="aloud", by=self.sam, at=now())

    def step(self, word: str) -> None:
        journeys.add_step(self.person, StepAsked(word, "us", staff_id=self.sam.id), by=self.sam, at=now())

    def visit(self, word: str) -> None:
        journeys.plan_visit(self.person, on=today(), where=word, staff_id=self.sam.id, by=self.sam, at=now())

    def wait(self, word: str) -> None:
        journeys.begin_waiting(self.person, Awaited(word, today()), by=self.sam, at=now())

    def connected(self, word: str) -> None:
        made = connect(self.person, word, kind="community", on=today(), by=self.sam, at=now())
        self.connection_id = self.connection_id or made.id

    def in_group(self, word: str) -> None:
        group = Group.objects.create(team_id=self.sam.team_id, name=word, by_id=self.sam.id, at=now())
        InGroup.objects.create(person=self.person, group=group, does=["drives"], since=today(), by_id=self.sam.id, at=now())

    def rung(self, word: str) -> None:
        Rung.objects.create(person=self.person, connection_id=self.connection_id, rung="went together", on=today(), words=word, by_id=self.sam.id, at=now())

    def own_words(self, word: str) -> None:
        say_own_words(self.gwen, word, how="aloud", on=today(), by=self.sam, at=now())

    def written(self, kind: str) -> str:
        with as_(self.sam):
            getattr(self, kind)(word := a_word())
        return word


LISTED = {
    "person": ("gift", "friend", "step", "visit", "wait", "connected"),
    "in groups": ("in_group",),
    "gifts": ("gift",),
    "circle": ("friend",),
    "good life": ("good_life",),
    "paper": ("step",),
    "good life versions": ("good_life",),
    "agreement versions": ("agreement",),
    "message back": ("step", "wait"),
    "climb": ("rung",),
}
"""What each page about somebody lists whole."""
TOLD = ("note", "rung", "good_life", "agreement", "own_words", "step", "wait")
"""What their story tells, a page at a time."""


def test_every_page_about_somebody_asks_the_same_with_one_of_everything_or_thirty():
    desk = Desk()
    client, written = signed_in(desk.sam), defaultdict(list)

    def write_one_of_everything() -> None:
        for kind in dict.fromkeys(kind for kinds in (*LISTED.values(), TOLD) for kind in kinds):
            written[kind].append(desk.written(kind))

    def asked() -> dict[str, list[str]]:
        rounds = A_PAGE // (len(TOLD) + 1)  # a connection stands in the story too, by its first rung
        in_the_story = {word for kind in TOLD for word in written[kind][-rounds:]}
        shown = {page: {word for kind in kinds for word in written[kind]} | (in_the_story if page == "person" else set()) for page, kinds in LISTED.items()}
        more = {"climb": [desk.connection_id]}
        return {page: asked_by(client, reverse(f"desk:{page}", args=[desk.gwen, *more.get(page, [])]), words) for page, words in shown.items()}

    write_one_of_everything()
    with_one = asked()
    for _ in range(MANY - 1):
        write_one_of_everything()
    with_thirty = asked()
    assert {page: len(queries) for page, queries in with_one.items()} == {page: len(queries) for page, queries in with_thirty.items()}
    assert {page: queries for page, queries in with_thirty.items() if len(queries) > (MORE if page == "message back" else MOST)} == {}


def a_full_days_line(sam: Actor, colleague: Actor) -> str:
    """One more of everything a day can hold: somebody new with a visit, a promise and something asked; and somebody gone quiet."""
    word, day = a_word(), today()
    new, quiet = Person(id=somebody(sam, word)), Person(id=somebody(sam, f"Quiet {word}"))
    with as_(sam):
        journeys.plan_visit(new, on=day, staff_id=sam.id, by=sam, at=now())
        journeys.begin_waiting(new, Awaited("An answer", day, look_again_on=day), by=sam, at=now()), journeys.plan_look_back(new, on=day, by=sam, at=now())
        journeys.add_step(new, StepAsked("Ring the choir", "us", staff_id=sam.id, by_when=day), by=sam, at=now())
        journeys.set_level(quiet, "level 1", since=day, by=sam, at=now())
        journeys.add_paper(new, journeys.PaperAsked("Proof of tenancy", "needed", day, by_when=day), by=sam, at=now())
        arrange_cover(sam.id, None, since=day, last_day=day, everybody=True, by=sam, at=now())
        keep_draft(word, None, {"text": "Half a"}, page="/", by=sam, at=now())
    with as_(colleague):
        journeys.add_step(new, StepAsked("Bring the form", "us", staff_id=sam.id, by_when=day), by=colleague, at=now())
    with as_(sam):
        said = {"of": "note", "row": new.id, "said": "Tea", "wish": "put right", "how": "aloud", "on": day}
        say_not_right(new.id, "It was cocoa.", **said, by=sam, at=now())
    return word


def test_a_full_day_asks_the_same_with_one_of_everything_or_thirty():
    sam = a_coordinator()
    colleague = a_coordinator(Team.objects.get(id=sam.team_id))
    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("desk:today"), lambda: a_full_days_line(sam, colleague))
    with as_(sam):
        held = {name: many if isinstance(many, int) else len(many or ()) for name, many in day_of(sam.id, today=today(), quiet_after_days=28).items()}
    # Nobody handed anybody over to her, nobody she handed to is late, nobody near gives what is wished for, nothing new answers a wish,
    # no barrier that she raised is late, and her team calls no meeting.
    none = ("meetings", "handed", "unanswered", "near", "something_now", "wishes_kept", "more_wishes", "late_barriers")
    assert (held, len(held)) == (dict.fromkeys(held, MANY) | {"quiet": 20} | dict.fromkeys(none, 0), 19)


@pytest.mark.parametrize("asked", ["", "?whose=team"])
def test_a_list_of_people_asks_the_same_with_one_or_thirty(asked):
    sam = a_coordinator()

    def one_more() -> str:
        somebody(sam, word := a_word())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("desk:people") + asked, one_more)


def test_what_was_left_unfinished_asks_the_same_with_one_or_thirty():
    sam = a_coordinator()

    def one_more() -> str:
        with as_(sam):
            keep_draft(word := a_word(), None, {"text": word}, page="/", by=sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(sam), reverse("desk:unfinished"), one_more)


def test_named_to_me_asks_the_same_with_one_or_thirty():
    partner, sam = an_actor(Role.PARTNER), a_coordinator()

    def one_more() -> str:
        word = a_word()
        person = Person(id=somebody(sam))
        with as_(sam):
            name_to_partner(person, partner.id, extract=word, how_they_said_yes="aloud", until=today() + timedelta(days=7), by=sam, at=now())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(partner), reverse("desk:named to me"), one_more)


def a_lead_for(sam: Actor) -> Actor:
    """The information governance lead where this coordinator works."""
    return an_actor(Role.INFORMATION_GOVERNANCE, Team.objects.get(id=sam.seats[0].team_id))


def test_a_search_for_whose_record_it_is_about_asks_the_same_with_one_or_thirty_found():
    sam = a_coordinator()

    def one_more() -> str:
        somebody(sam, word := a_word())
        return word

    asks_the_same_with_one_and_with_thirty(signed_in(a_lead_for(sam)), reverse("desk:who looked"), one_more, {"words": "kettle"})


def test_who_looked_asks_the_same_with_one_colleague_or_thirty_and_on_the_next_page():
    sam = a_coordinator()
    gwen, team = somebody(sam), Team.objects.get(id=sam.seats[0].team_id)
    client, url = signed_in(a_lead_for(sam)), reverse("desk:who looked at", args=[gwen])

    def one_more() -> str:
        colleague = a_coordinator(team, word := a_word())
        with as_(colleague):
            leave_trace("looked at", gwen, purpose="same team: person")
        return word

    asks_the_same_with_one_and_with_thirty(client, url, one_more)
    before = asked_by(client, url, set())
    for _ in range(5):
        one_more()
    assert len(asked_by(client, f"{url}?page=2", set())) == len(before)
