"""A cast of staff, teams and people, with a row about every person in every table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import psycopg
import pytest

from alongside.access.fences import with_a_person
from alongside.access.handed import IN_A_HAND_OVER
from alongside.access.policies import AT_THE_TABLE
from alongside.directory.models import Entry, Source
from alongside.foundation.keeping import Keeping
from alongside.foundation.keys import new_key
from alongside.handovers.models import Receiver
from alongside.meetings.models import Series
from alongside.site import embedded
from alongside.teams.models import Team
from tests import building
from tests.access.cast import Cast
from tests.trust.planting import Garden

DECIDING = (
    "holding",
    "alongside",
    "naming",
    "covered",
    "locationprotection",
    "locationlisted",
    "link",
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
)
"""Tables on which the answer depends: a life writes them itself."""


@pytest.fixture
def cast(committed: str) -> Iterator[Cast]:
    """Four staff, three teams in two organisations, three people."""
    council, trust = building.an_organisation(), building.an_organisation()
    teams = {building.a_team(organisation=organisation).id: organisation.id for organisation in (council, council, trust)}
    staff = [building.staff() for _ in range(4)]
    garden = Garden(
        writer=staff[0],
        team=building.Team.objects.get(id=next(iter(teams))),
        locality=building.a_locality(),
        entry=an_entry(),
        today=building.today(),
        now=building.now(),
    )
    for number in range(2):
        Series.objects.using("owner").create(
            team_id=next(iter(teams)), name=f"Meeting {number}", starts_on=building.today(), rule="FREQ=WEEKLY", starts_at=time(10), may_tell="Little.",
            by=staff[0], at=building.now(),
        )  # fmt: skip
        Receiver.objects.using("owner").create(
            team_id=next(iter(teams)), name=f"Ivy {number}", kind="social worker", by=staff[0], at=building.now()
        )  # fmt: skip
    people = [new_key() for _ in range(3)]
    for person in people:
        garden.plant(person, **dict.fromkeys(DECIDING), draft=None)
    # A superuser can take on either role in one transaction, and so look as the application does at what is not committed.
    with psycopg.connect(embedded.start().url("superuser", committed)) as connection:
        # What no page may read (`hidden`) is found by its row only by whoever sees the record, so that they may write it.
        tables = [(table, keeping.person, _part_of(table, keeping)) for table, keeping in with_a_person() if not (keeping.own or table == "trail_change")]
        yield Cast(connection, [member.id for member in staff], teams, people, tables)
        connection.rollback()


def _part_of(table: str, keeping: Keeping) -> str:
    if table in IN_A_HAND_OVER:
        return "what each row says"  # compared row by row: tests/access/hand_over_policy.py
    return "record" if keeping.hidden or table in AT_THE_TABLE else str(keeping.part)


def an_entry() -> Entry:
    """Something good nearby."""
    source = Source.objects.create(name="Our own knowledge of the garden")
    return Entry.objects.create(name="Community garden", kind="group", source=source, source_key="garden")


@pytest.fixture
def two_teams():
    """Delyth in one team of a council, Jo in another."""
    delyth = building.a_coordinator(name="Delyth Vaughan")
    team = Team.objects.get(id=delyth.team_id)
    return delyth, building.a_coordinator(building.a_team(organisation=team.organisation), name="Jo Marsh"), team
