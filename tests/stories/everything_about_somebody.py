"""Somebody with a row of every kind, and the address of every form of the house that saves itself.

No form is listed by hand, and none is left out for want of a row.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.access.actions import propose_one_person
from alongside.directory.actions import keep_gap
from alongside.directory.gaps.said import Said as Wished
from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.groups.actions.tasters import ask_to_taster
from alongside.groups.models import Taster
from alongside.handovers.actions import Known, keep_receiver
from alongside.introductions.actions import From, keep_introducer
from alongside.introductions.models import Introduction
from alongside.journeys.models import Alongside, Level
from alongside.people.actions import say_who
from alongside.people.actions.gifts import would_like_to_be_asked
from alongside.people.models import Person, Proposal, Whereabouts
from alongside.people.queries import others_like
from alongside.teams.models import Staff
from tests.building import a_coordinator, a_locality, a_seat, a_team, actor_of, as_, now, signed_in, somebody, today
from tests.trust import declarations, routes
from tests.trust.gathered import Gathered
from tests.trust.planting import Garden

NAME = "Gwen Prys-Marlow"
BEGUN = {"person": Person, "whereabouts": Whereabouts, "introduction": Introduction, "level": Level, "alongside": Alongside}
"""What is there from the first day on: the rest is planted beside it."""
NOT_THERE = (
    "holding matchkey naming covered locationprotection locationlisted draft unfinished movingin plannedpage handedover copy line link easyline everything"
)
"""No row of these: it would be another's draft, or keep somebody from what they are to write."""

TEAMS_OWN = ("handovers:", "introductions:", "desk:step up to", "desk:gap")
"""Pages about what a team keeps, and nobody's record."""


class Seat:
    """A coordinator who is also the team's manager and administrator, with one person of whom everything is known."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.team = a_team(vocabulary=vocabulary)
        self.actor: Actor = a_coordinator(self.team, f"Sam Holt ({vocabulary.value})")
        self.colleague = a_coordinator(self.team, "Noor Lind")
        self.writer = Staff.objects.get(id=self.actor.id)
        for role in (Role.MANAGER, Role.ADMINISTRATOR):
            a_seat(self.writer, role, self.team)
        self.gwen = self._somebody_called_that(self.actor)
        elsewhere = [a_coordinator(a_team(organisation=self.team.organisation)) for _ in range(2)]
        out_of_sight = [self._somebody_called_that(who) for who in elsewhere]
        with as_(elsewhere[0]):
            (ask,) = {one.ask for one in others_like(out_of_sight[0]) if self.actor.name in one.ask}
            propose_one_person(Person.objects.get(id=out_of_sight[0]), ask=ask, words="", by=elsewhere[0], at=now())
        hal = somebody(self.colleague, "Hal Thwaite")
        with as_(self.colleague):
            self.asked = would_like_to_be_asked(Person(id=hal), "Gardening", how_they_said_so="aloud", by=self.colleague, at=now())
        source, _ = Source.objects.get_or_create(name="Our own")
        self.entry = Entry.objects.create(name="Community garden", kind="group", source=source, source_key=str(self.gwen))
        self.gathered = Gathered(self.team, spender=self.colleague, manager=actor_of(self.writer))
        self.garden = self._planted()
        self.of_the_team = self._kept_by_the_team()
        with as_(self.actor):
            ask_to_taster(Taster.objects.get(id=self.gathered.named["taster"]), Person.objects.get(id=self.gwen), "letter", by=self.actor, at=now())

    def _kept_by_the_team(self) -> dict[str, Any]:
        """What is about nobody, by what an address calls it."""
        with as_(self.actor):
            receiver = keep_receiver(Known("Duty social work", "social worker", nature="duty", phone="01632 960100"), by=self.actor, at=now())
            introducer = keep_introducer(From("Fernbrook Surgery", "gp or health"), by=self.actor, at=now())
            wish = keep_gap(Wished("A choir by day"), by=self.actor, at=now())
        return {"gap_id": wish.id, "receiver_id": receiver.id, "introducer_id": introducer.id, "kind": receiver.kind}

    def _somebody_called_that(self, by: Actor) -> UUID:
        """Whoever is called so and was born then may be one person, whoever knows them."""
        key = somebody(by, NAME)
        with as_(by):
            say_who(Person.objects.get(id=key), name=NAME, likes_to_be_called="", date_of_birth=date(1941, 3, 9), by=by, at=now())
        return key

    def _planted(self) -> Garden:
        garden = Garden(writer=self.writer, team=self.team, locality=a_locality(), entry=self.entry, today=today(), now=now())
        with as_(self.actor):
            garden.rows["proposal", self.gwen] = Proposal.objects.get(person_id=self.gwen, asked=True)
            for kind, model in BEGUN.items():
                garden.rows[kind, self.gwen] = model.objects.filter(**{"id" if kind == "person" else "person_id": self.gwen}).first()
        telling: dict[str, Any] = {
            "visit": {"on": today(), "staff_id": self.actor.id},
            "activity": {"days": [1]},
            "step": {"who_kind": "community", "staff_id": None},
            "lifechange": {"others_share": "half"},
            "notright": {"answer": ""},
            "asked": {"for_what": "be forgotten"},
            "stepup": {"stage": "together"},
        }
        garden.plant(self.gwen, **telling, **dict.fromkeys([*BEGUN, *NOT_THERE.split()]))
        return garden

    def _address(self, route: routes.Route, page: declarations.Page) -> str:
        named: dict[str, Any] = {"entry": self.entry.id, "walker": self.colleague.id, "word": "x", "staff": self.colleague.id, "number": 1}
        named |= self.gathered.named
        ours = {"person_id": self.gwen, **(self.of_the_team if route.name.startswith(TEAMS_OWN) else {})}
        given = {piece: ours[piece] if piece in ours else self._row(page.rows.get(piece, ""), named) for piece in route.pieces}
        return reverse(route.name, kwargs=given)

    def _row(self, kind: str, named: dict[str, Any]) -> Any:
        row = self.garden.rows.get((kind, self.gwen))
        return named[kind] if kind in named else row.pk if row is not None else UUID(int=7)

    def forms(self) -> dict[str, str]:
        """Where each form that saves itself stands, by the name under which it does."""
        browser, found, pages = signed_in(self.actor), {}, declarations.read()
        for route in routes.ours():
            page = pages[route.name]
            if "GET" not in page.allowed or page.is_of_an_account or route.name.startswith("mine:my "):
                continue
            url = self._address(route, page)
            url += f"?asked={self.asked.id}" if route.name == "desk:connect two" else ""
            answer = browser.get(url)
            if answer.headers["Content-Type"].startswith("text/html"):
                for name in re.findall(r'data-saves-itself="([^"]+)"', answer.content.decode()):
                    found.setdefault(re.sub(r"/.*", "", name), url)
        return found
