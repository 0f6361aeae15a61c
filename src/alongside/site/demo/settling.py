"""Founding the town: its postcodes, organisations, teams and staff, and what is good there, through the same actions as anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.directory.actions import load_entries
from alongside.directory.models import Entry
from alongside.foundation.actor import Actor, Role
from alongside.foundation.words import Vocabulary
from alongside.places.actions import load_postcodes
from alongside.places.models import Locality
from alongside.teams import actions as teams
from alongside.teams.models import Organisation, Staff, Team
from alongside.teams.permissions import ON_THE_MACHINE
from alongside.teams.queries import as_actor

from .actions import mark_as_invented
from .neighbourhood import locality_names
from .plan import World
from .reading import told
from .whats_good import LICENCE, SOURCE

BY = ON_THE_MACHINE


@dataclass(frozen=True)
class Town:
    """Who works there, by key; and the keys of its entries by theirs."""

    actors: dict[str, Actor]
    entries: dict[str, tuple[UUID, str, str]]
    """Key in the database, name and kind."""


def settle(world: World, at: datetime) -> Town:
    """Everything that was there before anybody was introduced."""
    load_postcodes(world.postcodes, by=BY, at=at)
    load_entries(world.entries, source=SOURCE, licence=LICENCE, by=BY, at=at)
    staff = _found_teams(at)
    rows = Entry.objects.values_list("source_key", "id", "name", "kind")
    return Town(
        {key: as_actor(one, on=world.today) for key, one in staff.items()},
        {key: (entry_id, name, kind) for key, entry_id, name, kind in rows},
    )


def _found_teams(at: datetime) -> dict[str, Staff]:
    given = told("staff")
    organisations = {one["key"]: _organisation(one, at) for one in given["organisations"]}
    places = dict(Locality.objects.values_list("name", "id"))
    found: dict[str, Team] = {}
    for one in given["teams"]:
        localities = tuple(places[locality_names()[key]] for key in one["localities"])
        found[one["key"]] = teams.found_team(
            organisations[one["organisation"]], one["name"], vocabulary=Vocabulary(one["vocabulary"]), localities=localities, by=BY, at=at
        )
    return {one["key"]: _colleague(one, number, found, at) for number, one in enumerate(given["staff"])}


def _organisation(one: dict[str, Any], at: datetime) -> Organisation:
    made = teams.found_organisation(one["name"], by=BY, at=at)
    if colours := one.get("colours"):
        teams.choose_colours(made, **colours, by=BY, at=at)
    return made


def _colleague(one: dict[str, Any], number: int, found: dict[str, Team], at: datetime) -> Staff:
    # Telephones that Ofcom keeps free for drama; the people of the town have other numbers of the range.
    (role, team), *more = one["seats"]
    made = teams.add_staff(
        name=one["name"], email=f"{one['key']}@example.org", phone=f"01632 960{980 + number}", team=found[team], role=Role(role), by=BY, at=at
    )
    mark_as_invented(made, by=BY, at=at)
    for role, team in more:
        teams.give_seat(made, found[team], Role(role), by=BY, at=at)
    return made
