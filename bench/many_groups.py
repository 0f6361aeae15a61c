"""Two thousand groups of one team, with all that is said of them, written by COPY: stages, who holds what, sessions, registers by name, money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connections, models
from django.utils import timezone
from psycopg.types.json import Jsonb

from alongside.access.fences import with_a_history
from alongside.directory.models import Entry, Source
from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.groups.models import Attendance, Gathering, Group, Held, InGroup, Step, Taster
from alongside.groups.words import THINGS
from alongside.money.actions import Asked, add_budget, ask_to_spend, say_what_it_came_to
from alongside.money.models import Brought
from alongside.money.posts import financial_year
from alongside.places.models import Locality
from alongside.teams.models import Membership, Staff, Team
from alongside.teams.queries import as_actor
from alongside.trail.doing import acting

from .by_copy import _copy, _triggers

SESSIONS, EACH, LOCALITIES = 10, 10, 6
"""Of a group; people on each of its registers; into how many localities a team's groups are spread."""
SPENDS = 300
"""Through the actions, so that the book is as it would be."""
_LIFE = ("heard", "mapped", "taster", "started", "shared", "self-managing")


@dataclass(frozen=True)
class Filled:
    """What was written, by number."""

    groups: int
    attendances: int


def fill(many: int, *, today: date) -> Filled:
    """Groups of the first team, with its people in them."""
    seat = Membership.objects.using("owner").select_related("team", "staff").get(staff__email="colleague0@example.org")
    localities = [Locality.objects.create(name=f"Fernbrook {number + 2}") for number in range(LOCALITIES)]
    seat.team.localities.add(*localities)
    by, at = seat.staff, timezone.make_aware(datetime.combine(today - timedelta(days=1), time(9)))
    rows: dict[type[models.Model], list[models.Model]] = {model: [] for model in (Entry, Group, Step, Held, Taster, Gathering, Brought, InGroup, Attendance)}
    people = people_of(seat.team)
    source = Source.objects.get_or_create(name="Our own knowledge")[0]
    for number in range(many):
        for row in _group(number, seat.team, localities[number % LOCALITIES], source, people, {"by_id": by.id, "at": at}, today):
            rows[type(row)].append(row)
    Entry.objects.using("owner").bulk_create(rows.pop(Entry), batch_size=500)
    write(rows)
    _spend(seat.team, as_actor(by, on=today), rows[Group][:SPENDS], today)
    return Filled(many, len(rows[Attendance]))


def people_of(team: Team) -> list[UUID]:
    """Whose record a team holds."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT person_id FROM people_holding WHERE team_id = %s ORDER BY person_id", [team.id])
        return [key for (key,) in cursor.fetchall()]


def _group(number: int, team: Team, where: Locality, source: Source, people: list[UUID], said: dict[str, Any], today: date) -> Iterator[models.Model]:
    entry = Entry(id=new_key(), name=f"Group number {number}", kind="group", source=source, source_key=f"group {number}")
    yield entry
    group = Group(id=new_key(), team=team, locality=where, name=entry.name, entry=entry, **said)
    yield group
    began = today - timedelta(days=20 * len(_LIFE) + number % 50)
    for place, stage in enumerate(_LIFE[: 3 + number % 4], 1):
        yield Step(id=new_key(), group=group, number=place, stage=stage, on=began + timedelta(days=20 * place), words="Said in the hall.", **said)
    for place, thing in enumerate(THINGS):
        yield Held(id=new_key(), group=group, thing=thing.stored, side="us" if place > number % 6 else "member", since=began, **said)
    yield Taster(id=new_key(), group=group, on=began + timedelta(days=60), came=9, more=4, cost_pence=3_000, **said)
    yield Brought(
        id=new_key(),
        team=team,
        locality=where,
        kind="in kind",
        words="A hall",
        pence=7_200,
        how_valued="6 hours",
        on=today - timedelta(days=9),
        group=group,
        **said,
    )
    members = [people[(number * 7 + one) % len(people)] for one in range(EACH)]
    yield from (InGroup(id=new_key(), group=group, person_id=key, does=["welcomes"], since=began, **said) for key in members)
    for week in range(SESSIONS):
        on, led_by = today - timedelta(weeks=SESSIONS - week), "members" if week % 2 else "us"
        held = Gathering(id=new_key(), group=group, on=on, led_by=led_by, came=EACH, new=1, helpers=2, told_us="paper", **said)
        yield held
        yield from (Attendance(id=new_key(), gathering=held, person_id=key, came=bool((place + week) % 5), **said) for place, key in enumerate(members))


def write(rows: dict[type[models.Model], list[models.Model]]) -> None:
    """In one transaction; history is not written, for nothing measured reads it."""
    raw = connections["owner"]
    raw.ensure_connection()
    tables = sorted({*with_a_history()} & {model._meta.db_table for model in rows})
    _triggers("DISABLE", tables)
    with raw.connection.transaction(), raw.connection.cursor() as cursor:
        for model, held in rows.items():
            fields = [one for one in model._meta.concrete_fields if not one.generated]
            for row in held:
                _filled(row, fields)
            _copy(cursor, model, [one.column for one in fields], map(attrgetter(*(one.attname for one in fields)), held))
    _triggers("ENABLE", tables)


def _filled(row: Any, fields: list[Any]) -> None:
    for field in fields:
        value = getattr(row, field.attname)
        if hasattr(value, "expression"):
            setattr(row, field.attname, value.expression.value)
        elif isinstance(value, dict):
            setattr(row, field.attname, Jsonb(value))


def _spend(team: Team, by: Actor, groups: list[Any], today: date) -> None:
    Membership.objects.create(staff_id=by.id, team=team, role=Role.MANAGER, since=date(2020, 1, 6))
    at, manager = timezone.now(), as_actor(Staff.objects.get(id=by.id), on=today)
    with acting(manager, purpose="bench", at=at):
        budget = add_budget(team, financial_year(today), pence=100_000_000, by=manager, at=at)
        for group in groups:
            made = ask_to_spend(budget, Asked("group", "Two rods", pence=3_000, group=group), by=manager, at=at)
            say_what_it_came_to(made, 2_900, today, by=manager, at=at)
