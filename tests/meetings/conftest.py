"""One ordinary meeting, at any turn: Fernbrook's, every second week, with a GP who signs in and a housing officer who does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from alongside.access.actions import put_on_list
from alongside.foundation.actor import Actor, Role
from alongside.meetings import actions
from alongside.meetings.actions import Told
from alongside.meetings.actions.series import Called, Sitting
from alongside.meetings.links import address_of
from alongside.meetings.models import Agreed, Listed, Meeting, Seat, Series
from alongside.meetings.queries import Guest
from alongside.people.models import Person
from alongside.teams.models import Team
from tests.building import a_coordinator, an_actor, as_, now, somebody, today


def a_series(by: Actor, name: str = "Fernbrook planning meeting", **given: object) -> Series:
    """Every second week, from today on, whatever day it is."""
    called = {"starts_on": today(), "starts_at": time(10), "may_tell": "What each person agreed, and no health record.", "rhythm": "fortnightly"}
    with as_(by):
        return actions.call_series(Called(name, **{**called, **given}), by=by, at=now())


def a_seat_at(series: Series, by: Actor, name: str = "Ivy Roe", profession: str = "housing officer", staff: Actor | None = None) -> Seat:
    with as_(by):
        return actions.give_seat(series, Sitting(name, profession, "Fern Homes", staff_id=staff.id if staff else None), by=by, at=now())


@dataclass
class Table:
    """A meeting of today with its cast, and its turns as one of the team takes them."""

    sam: Actor = field(default_factory=lambda: a_coordinator(name="Sam Delaney"))
    gp: Actor = field(default_factory=lambda: an_actor(Role.PARTNER, name="Dr Anjali Rao"))
    on: date = field(default_factory=today)

    def __post_init__(self) -> None:
        self.series = a_series(self.sam)
        self.gps_seat = a_seat_at(self.series, self.sam, "Dr Anjali Rao", "GP", self.gp)
        self.ivys_seat = a_seat_at(self.series, self.sam)

    @property
    def team(self) -> Team:
        return Team.objects.get(id=self.sam.team_id)

    @property
    def ivy(self) -> Guest:
        """Whoever holds the housing officer's link, as the database meets them."""
        return Guest(id=self.ivys_seat.id, name="Ivy Roe, housing officer")

    @property
    def ivys_address(self) -> str:
        return address_of(self.ivys_seat.reference)

    @property
    def url(self) -> str:
        return f"/meetings/{self.series.id}/on/{self.on.isoformat()}/"

    def brings(self, person: UUID | str = "Gwen Pettifer", extract: str = "The stairs are hard for her.", **given: object) -> Listed:
        """Somebody on the list, with their yes."""
        key = somebody(self.sam, person) if isinstance(person, str) else person
        with as_(self.sam):
            told = Told(extract, **{"asks": "Is there a flat without stairs?", "how_they_agreed": "aloud, on Monday", **given})
            return put_on_list(Person.objects.get(id=key), self.series, self.on, told, by=self.sam, at=now())

    def sends(self, at: datetime | None = None) -> Meeting:
        with as_(self.sam):
            return actions.send_list(self.series, self.on, by=self.sam, at=at or now())

    def agrees(self, listed: Listed, words: str = "Ask for a ground floor flat", seat: Seat | None = None, days: int = 7) -> Agreed:
        with as_(self.sam):
            row = Listed.objects.select_related("meeting__series").get(id=listed.id)
            return actions.agree(row, words, seat=seat or self.ivys_seat, by_when=today() + timedelta(days=days), by=self.sam, at=now())

    def closes(self) -> Meeting:
        with as_(self.sam):
            return actions.close(Meeting.objects.select_related("series").get(series=self.series, on=self.on), by=self.sam, at=now())


def text(response: object) -> str:
    return " ".join(response.content.decode().split())  # type: ignore[attr-defined]


def in_boxes(name: str, day: date) -> dict[str, str]:
    """A day as its three boxes are filled."""
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
