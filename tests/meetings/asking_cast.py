"""Who asks for pages of two tables, which pages there are, and what is counted of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.test import Client

from alongside.foundation.actor import Role
from alongside.journeys.actions import write_note
from alongside.meetings import actions
from alongside.meetings.actions.series import Sitting
from alongside.meetings.models import Seat
from alongside.people.models import Person
from tests.building import a_coordinator, an_actor, as_, now, signed_in, somebody, today

from .conftest import Table, a_series
from .plain_table import ELSEWHERE, HERE

PEOPLE = ("Gwenzq", "Eddiezq")
AT_TABLES = ("gp", "ivy", "tunde")
"""A GP who signs in and a housing officer by link, at one table; a social worker by link at the other."""
ASKING = (*AT_TABLES, "partner", "stranger")
"""And a partner who sits nowhere, and a coordinator of another team."""


PAGES = {
    "my tables": ("GET", "/my-tables/"),
    "the list": ("GET", "/my-tables/{series}/{on}/"),
    "one of it": ("GET", "/my-tables/{series}/{on}/{listed}/"),
    "screen": ("GET", "/my-tables/{series}/{on}/{listed}/screen/"),
    "still": ("GET", "/my-tables/{series}/{on}/{listed}/still/"),
    "list still": ("GET", "/my-tables/{series}/{on}/still/"),
    "tables still": ("GET", "/my-tables/still/"),
    "seat still": ("GET", "/seat/{address}/still/"),
    "answers": ("POST", "/my-tables/{agreed}/"),
    "the day": ("GET", "/meetings/{series}/on/{on}/"),
    "notes": ("GET", "/meetings/{series}/on/{on}/list/{listed}/"),
    "told": ("GET", "/meetings/{series}/on/{on}/list/{listed}/told/"),
    "minutes": ("GET", "/meetings/{series}/on/{on}/minutes.docx"),
    "chase": ("GET", "/meetings/to-chase/"),
    "person": ("GET", "/people/{person}/"),
    "seat": ("GET", "/seat/{address}/"),
    "opens": ("POST", "/seat/{address}/open/"),
    "opens one": ("POST", "/seat/{address}/list/{listed}/"),
    "answers by link": ("POST", "/seat/{address}/took-on/{agreed}/"),
}
"""Every page of a meeting on which somebody could be: how it is asked for, and where."""
_WHERE = {"gp": (HERE, ("the list", "one of it", "screen")), "ivy": (HERE, ("opens", "opens one")), "tunde": (ELSEWHERE, ("opens", "opens one"))}
THEIR_OWN = [(who, page, table, name, False) for who, (table, pages) in _WHERE.items() for page in pages for name in PEOPLE]
"""Each asks for what is theirs, if the list is out: asked for more often than all else, or hardly anybody would ever be shown."""
SENT = {"answers": {"answer": "done"}, "answers by link": {"answer": "done"}}


@dataclass
class Counted:
    """How many lives and requests there were, and how many pages showed somebody, so that nothing passes because nothing was shown."""

    lives: int = 0
    requests: int = 0
    shown: int = 0


@dataclass
class Cast:
    """Who there is, made once; each life is undone."""

    table: Table = field(default_factory=Table)
    counted: Counted = field(default_factory=Counted)

    def __post_init__(self) -> None:
        sam = self.table.sam
        self.series = {HERE: self.table.series, ELSEWHERE: a_series(sam, "Harbour MDT")}
        with as_(sam):
            given = Sitting("Tunde Bakare", "social worker")
            tunde = actions.give_seat(self.series[ELSEWHERE], given, by=sam, at=now())
        self.seats: dict[str, Seat] = {"gp": self.table.gps_seat, "ivy": self.table.ivys_seat, "tunde": tunde}
        self.people = {name: somebody(sam, name) for name in PEOPLE}
        for name, key in self.people.items():
            with as_(sam):
                write_note(Person(id=key), f"{name}note", on=today(), how="visit", by=sam, at=now())
        self.clients = {
            "gp": signed_in(self.table.gp),
            "partner": signed_in(an_actor(Role.PARTNER, name="Dr Other")),
            "stranger": signed_in(a_coordinator(name="Jo Marsh")),
            "ivy": Client(),
            "tunde": Client(),
        }


def words_of(name: str, table: str) -> str:
    """What somebody agreed that a table may know: one word, which stands nowhere else."""
    return f"{name}tells{table}"
