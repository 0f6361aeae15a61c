"""Living the plan: each deed through the action that the pages use, by whom it was done and at its own moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.utils import timezone

from alongside.access.actions import name_to_partner
from alongside.connections.models import Connection
from alongside.foundation.actor import Actor
from alongside.introductions.actions import introduce_again
from alongside.introductions.rules import Introducing
from alongside.journeys import actions as journeys
from alongside.journeys.models import Step, Visit
from alongside.journeys.rules import StepAsked
from alongside.outcomes.actions import say_worth, tell_change
from alongside.outcomes.worth import Said
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.trail.doing import acting, leave_trace, lines_now

from .agreed import AGREED
from .colleagues import hours
from .living import LIVED
from .plan import Deed, Life
from .playing_connections import CONNECTING
from .playing_groups import GROUPS
from .playing_meetings import MEETINGS
from .playing_money import MONEY
from .playing_outcomes import OUTCOMES
from .playing_teams import TEAMS, took_time
from .playing_together import TOGETHER
from .playing_whats_good import WHATS_GOOD
from .playing_wishes import WISHES
from .settling import Town
from .their_own import THEIRS


class Player:
    """Plays deeds in order and remembers what they made, so that later ones find it."""

    def __init__(self, town: Town, lives: list[Life]) -> None:
        self.town = town
        self._lives = {life.key: life for life in lives}
        self._people: dict[str, Person] = {}
        self._steps: dict[tuple[str, str], Step] = {}
        self.made: dict[tuple[str, str, str], Any] = {}
        self._visits: dict[tuple[str, str], Visit] = {}
        self.connections: dict[tuple[str, str], Connection] = {}

    def play(self, deeds: list[Deed]) -> Iterator[int]:
        """All of them; one transaction for what somebody writes down in one sitting. Gives how many were done."""
        hour = hours()
        for (day, by), sitting in groupby(deeds, lambda deed: (deed.on, deed.by)):
            moment = timezone.make_aware(datetime.combine(day, time(hour[by])))
            yield self._sit_down(self.town.actors[by], moment, list(sitting))

    def _sit_down(self, by: Actor, moment: datetime, deeds: list[Deed]) -> int:
        with acting(by, purpose="demo", at=moment):
            seen: set[str] = set()
            for number, deed in enumerate(deeds):
                at = moment + timedelta(minutes=2 * number)
                if deed.person and deed.person not in seen and deed.verb != "look":
                    seen.add(deed.person)
                    self._open_page(deed, by, at)
                _PLAYED[deed.verb](self, deed, by, at)
        return len(deeds)

    def _open_page(self, deed: Deed, by: Actor, at: datetime) -> None:
        """Whoever writes on somebody's page has opened it: the same purpose stands on the look and on what follows."""
        walks = self.town.actors[self._lives[deed.person].by].id == by.id
        lines_now().purpose = f"{'walks alongside' if walks else 'same team'}: person" if deed.verb != "welcome" else "introduce"
        if deed.verb != "welcome":
            leave_trace("looked at", self._people[deed.person].id, about="page person", at=at)

    def known(self, key: str) -> Person:
        """Somebody who came to us already."""
        return self._people[key]

    def person(self, deed: Deed) -> Person:
        """Whom a deed is about."""
        return self._people[deed.person]

    def came_on(self, deed: Deed) -> date:
        """The day on which they were introduced."""
        return self._lives[deed.person].began

    def introduced_by(self, deed: Deed) -> str:
        """Who introduced them."""
        said: str = self._lives[deed.person].introduced["by"]
        return said

    def look(self, deed: Deed, by: Actor, at: datetime) -> None:
        purpose = deed.given["purpose"]
        leave_trace("looked at", self._people[deed.person].id, about=f"page {purpose.split(': ')[1]}", purpose=purpose, at=at)

    def welcome(self, deed: Deed, by: Actor, at: datetime) -> None:
        life: Life = deed.given["life"]
        made = journeys.welcome(self._introducing(life, life.introduced["why"], deed.given["on"]), by=by, at=at)
        self._people[life.key] = made.person

    def again(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = self._introducing(self._lives[deed.person], deed.given["again"], deed.given["on"])
        introduce_again(self._people[deed.person], given, by=by, at=at)
        journeys.walk_alongside(self._people[deed.person], by.id, since=deed.given["on"], by=by, at=at)

    def _introducing(self, life: Life, why: str, on: date) -> Introducing:
        given = life.introduced
        return Introducing(
            who=life.name,
            introduced_by=given["by"],
            source=given["source"],
            said_yes=True,
            how_they_said_yes=given["agreed"],
            on=on,
            why=why,
            likes_to_be_called=life.called,
            date_of_birth=life.born,
            for_whom_id=self.town.actors[life.by].id,
        )

    def note(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        note = journeys.write_note(self._people[deed.person], given["note"], on=given["on"], how=given["how"], by=by, at=at)
        took_time(note.id, given, by, at)
        if given.get("planned"):
            journeys.end_visit(self._visits[deed.person, "next"], "met", by=by, at=at)

    def level(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        journeys.set_level(self._people[deed.person], given["level"], since=given["on"], words=given.get("words", ""), by=by, at=at)

    def stop(self, deed: Deed, by: Actor, at: datetime) -> None:
        journeys.stop_walking(self._people[deed.person], self.town.actors[deed.given["stop"]].id, until=deed.given["on"], by=by, at=at)

    def good_life(self, deed: Deed, by: Actor, at: datetime) -> None:
        journeys.tell_good_life(self._people[deed.person], deed.given["good life"], by=by, at=at)

    def step(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        staff = self.town.actors[given["staff"]].id if "staff" in given else by.id
        asked = StepAsked(given["step"], given["who_kind"], given.get("who", ""), staff, given.get("why", ""), given["by_when"])
        made = journeys.add_step(self._people[deed.person], asked, by=by, at=at)
        self._steps[deed.person, given.get("as", "")] = made

    def end(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        journeys.end_step(self._steps[deed.person, given["end"]], how_it_went=given["went"], on=given["on"], by=by, at=at)

    def visit(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        self._visits[deed.person, given.get("as", "")] = journeys.plan_visit(
            self._people[deed.person],
            on=given["on"],
            starts_at=time.fromisoformat(given["visit"]),
            where=given["where"],
            words=given["words"],
            staff_id=by.id,
            by=by,
            at=at,
        )

    def end_visit(self, deed: Deed, by: Actor, at: datetime) -> None:
        journeys.end_visit(self._visits[deed.person, deed.given["as"]], deed.given["how"], by=by, at=at)

    def gift(self, deed: Deed, by: Actor, at: datetime) -> None:
        people.add_gift(self._people[deed.person], deed.given["gift"], by=by, at=at)

    def of(self, deed: Deed) -> Person:
        """Whom it is about."""
        return self._people[deed.person]

    def lived(self, deed: Deed, by: Actor, at: datetime) -> None:
        LIVED[deed.verb](self._people[deed.person], deed.given, by, at)

    def where(self, deed: Deed, by: Actor, at: datetime) -> None:
        home = deed.given["home"]
        people.say_where(
            self._people[deed.person],
            address=home.address,
            postcode=home.postcode,
            phone=home.phone,
            email=home.email,
            usual_places=home.usual_places,
            by=by,
            at=at,
        )

    def good_to_know(self, deed: Deed, by: Actor, at: datetime) -> None:
        people.say_good_to_know(
            self._people[deed.person], how_to_reach=deed.given["reach"], keep_in_mind=deed.given["mind"], access=deed.given.get("access", ""), by=by, at=at
        )

    def called(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        people.say_who(self._people[deed.person], name=given["called"], likes_to_be_called=given["likes"], date_of_birth=None, by=by, at=at)

    def protect(self, deed: Deed, by: Actor, at: datetime) -> None:
        listed = [self.town.actors[key].id for key in deed.given["listed"]]
        people.protect_location(self._people[deed.person], why=deed.given["protect"], listed=listed, by=by, at=at)

    def name_to(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        name_to_partner(
            self._people[deed.person],
            self.town.actors[given["name to"]].id,
            extract=given["extract"],
            how_they_said_yes=given["how"],
            until=deed.on + timedelta(days=given["days"]),
            by=by,
            at=at,
        )

    def change(self, deed: Deed, by: Actor, at: datetime) -> None:
        given = deed.given
        made = tell_change(
            self._people[deed.person],
            given["change"],
            direction=given["direction"],
            noticed_on=given["on"],
            others_share=given.get("others", "not asked"),
            whose_doing=given.get("whose", ""),
            would_have_happened=given.get("anyway", "not asked"),
            lasts=given.get("lasts", "not asked"),
            kinds=given.get("counts", ()),
            by=by,
            at=at,
        )
        if "worth" in given:
            say_worth(made, Said(**given["worth"]), how=given.get("told", "aloud"), on=given["on"], by=by, at=at)

    def theirs(self, deed: Deed, by: Actor, at: datetime) -> None:
        THEIRS[deed.verb](self._people[deed.person], deed.given, by, at)


_PLAYED: dict[str, Callable[[Player, Deed, Actor, datetime], None]] = {
    verb: getattr(Player, verb.replace(" ", "_"))
    for verb in (
        "look", "welcome", "again", "note", "level", "stop", "good life", "step", "end", "visit", "end visit", "gift",
        "where", "good to know", "called", "protect", "name to", "change",
    )
} | dict.fromkeys(THEIRS, Player.theirs) | dict.fromkeys(LIVED, Player.lived) | AGREED | TOGETHER | TEAMS | MONEY | GROUPS | WHATS_GOOD  # fmt: skip
_PLAYED |= WISHES | CONNECTING | MEETINGS | OUTCOMES
"""Each verb of the plan and how it is played."""
