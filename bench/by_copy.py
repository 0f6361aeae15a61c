"""The same lives written by COPY, with their history and their lines in the trail: quick enough for hundreds of thousands.

`tests/bench` writes a few lives by the actions and by this, and demands equal rows; but no line vouches for a history that is copied.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db import connections, models
from django.db.models.expressions import DatabaseDefault
from django.db.models.fields import AutoField
from django.utils import timezone

from alongside.connections.models import Connection, Rung
from alongside.foundation.actor import Actor
from alongside.foundation.keeping import Keeping
from alongside.introductions.models import Introduction
from alongside.introductions.rules import source_of
from alongside.journeys.models import Agreement, Alongside, GoodLife, Level, Note, Step, Visit
from alongside.outcomes.models import LifeChange
from alongside.people.models import CircleLook, Gift, GoodToKnow, Holding, InTheirLife, MatchKey, Person, Whereabouts
from alongside.people.rules import pieces
from alongside.places.models import Postcode
from alongside.trail.chain import Line, hash_of
from alongside.trail.models import Change, Entry
from alongside.trail.queries import newest_head, stored_lines

from .lives import Life

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
AT_ONCE = 500
"""Lives a transaction; more would only fill the memory."""


class Writer:
    """Rows on their way into the database, in the order in which their tables were first met."""

    def __init__(self, staff: Sequence[Actor], places: dict[str, Postcode]) -> None:
        self.staff, self.places = staff, places
        self.rows: dict[type[models.Model], list[models.Model]] = {}
        self.plain: dict[type[models.Model], list[tuple[Any, ...]]] = {Change: [], Entry: []}
        self.last = _newest_line()
        self.by: Actor = staff[0]
        self.at = _LONG_AGO

    def add(self, row: models.Model) -> Any:
        """A new row, and the line of its history; what the database would fill in is filled in here."""
        for field in row._meta.concrete_fields:
            if isinstance(filled := getattr(row, field.attname), DatabaseDefault):
                setattr(row, field.attname, filled.expression.value)
        self.rows.setdefault(type(row), []).append(row)
        self._keep(row, "added", None)
        return row

    def change(self, row: models.Model, **now: Any) -> None:
        """A row as it is from now on, and what it held before."""
        self._keep(row, "changed", json.dumps({f.column: _as_json(getattr(row, f.attname)) for f in row._meta.concrete_fields}))
        for name, value in now.items():
            setattr(row, name, value)

    def _keep(self, row: Any, deed: str, was: str | None) -> None:
        keeping = row.keeping
        if isinstance(keeping, Keeping) and not keeping.hidden:
            person = getattr(row, keeping.person)
            self.plain[Change].append((self.at, self.by.id, row._meta.db_table, str(getattr(row, "id", person)), person, str(keeping.part), deed, was))

    def trace(self, verb: str, person: UUID, about: str) -> None:
        """The next line of the chain, as `trail_append` (trail/sql/chain.sql) would write it."""
        at = max(self.last.at, self.at)
        line = Line(self.last.seq + 1, at, self.by.id, self.by.role, verb, about, (person,), "bench", "done", b"", self.last.hash, b"")
        hashed = hash_of(line, line.previous)
        self.last = Line(*(getattr(line, name) for name in _LINE[:-1]), hashed)
        self.plain[Entry].append((*(getattr(line, name) for name in _LINE[:6]), list(line.people), *(getattr(line, name) for name in _LINE[7:-1]), hashed))

    def flush(self) -> None:
        """Hand over what has gathered, in one transaction."""
        raw = connections["owner"]
        raw.ensure_connection()
        with raw.connection.transaction(), raw.connection.cursor() as cursor:
            for model, held in self.rows.items():
                fields = [f for f in model._meta.concrete_fields if not isinstance(f, AutoField)]
                _copy(cursor, model, [f.column for f in fields], map(attrgetter(*(f.attname for f in fields)), held))
            _copy(cursor, Change, ["at", "actor_id", "table_name", "row_id", "person_id", "part", "deed", "was"], self.plain[Change])
            _copy(cursor, Entry, [*_LINE], self.plain[Entry])
        self.rows.clear()
        self.plain = {Change: [], Entry: []}


def _newest_line() -> Line:
    head = newest_head()
    return next(stored_lines(after=head.seq - 1)) if head else Line(0, _LONG_AGO, UUID(int=0), "", "", "", (), "", "", b"", b"", b"")


_LINE = ("seq", "at", "actor_id", "role", "verb", "about", "people", "purpose", "outcome", "commitment", "previous", "hash")


def _copy(cursor: Any, model: type[models.Model], columns: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    named = ", ".join(f'"{column}"' for column in columns)
    with cursor.copy(f"COPY {model._meta.db_table} ({named}) FROM STDIN") as stream:
        for row in rows:
            stream.write_row(row)


def _as_json(value: Any) -> Any:
    """As PostgreSQL's to_jsonb says it."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value


def write(lives: Iterable[Life], staff: Sequence[Actor], *, progress: Callable[[int], None] = lambda many: None) -> None:
    """Write every life. The triggers that keep history are off meanwhile, for their rows are written here too."""
    tables = [m._meta.db_table for m in _ROWS if not m.keeping.hidden]  # type: ignore[attr-defined]
    writer = Writer(staff, {place.postcode: place for place in Postcode.objects.all()})
    _triggers("DISABLE", tables)
    try:
        for number, life in enumerate(lives, start=1):
            _live(writer, life)
            if number % AT_ONCE == 0:
                writer.flush()
                progress(number)
        writer.flush()
    finally:
        _triggers("ENABLE", tables)


def _triggers(word: str, tables: list[str]) -> None:
    with connections["owner"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} {word} TRIGGER keep_history")


_ROWS = (Holding, Person, Whereabouts, MatchKey, Introduction, Level, Alongside, Note, GoodLife, Gift, CircleLook, InTheirLife, Agreement, Step, Visit,
         GoodToKnow, Connection, Rung, LifeChange)  # fmt: skip


def _live(to: Writer, life: Life) -> None:
    to.by = staff = to.staff[life.walker]
    who, welcome = life.who, life.deeds[0]
    to.at = welcome.at
    person = Person(name=who["who"], likes_to_be_called=who["likes_to_be_called"], date_of_birth=who["date_of_birth"], created_at=welcome.at)
    about: dict[str, Any] = {"person_id": person.id, "by_id": staff.id, "at": welcome.at}
    to.add(Holding(team_id=staff.team_id, **about))
    to.add(person)
    where = to.add(Whereabouts(person_id=person.id))
    _known_by(to, person.id, pieces(person.name, person.likes_to_be_called, person.date_of_birth))
    to.trace("met", person.id, f"person {person.id}")
    made = to.add(
        Introduction(team_id=staff.team_id, introduced_by=who["introduced_by"], source=source_of(who["introduced_by"]), said_yes=True,
                     how_they_said_yes=who["how_they_said_yes"], why=who["why"], on=who["on"], **about)
    )  # fmt: skip
    to.trace("recorded an introduction", person.id, f"introduction {made.id}")
    level = to.add(Level(level="introduced", since=who["on"], **about))
    to.trace("set the level", person.id, f"level {level.id}")
    walk = to.add(Alongside(coordinator_id=staff.id, since=who["on"], **about))
    to.trace("began to walk alongside", person.id, f"alongside {walk.id}")
    for deed in life.deeds[1:]:
        to.at = about["at"] = deed.at
        given = dict(deed.given)
        if deed.name in _ONE_ROW:
            model, verb, noun, more = _ONE_ROW[deed.name]
            row = to.add(model(**given, **about, **more(deed.at, staff.id)))
            to.trace(verb, person.id, f"{noun} {row.id}")
        else:
            _BY_NAME[deed.name](to, person, given, about, level, where)


def _known_by(to: Writer, person: UUID, found: Iterable[Any]) -> None:
    for piece in sorted(found, key=str):
        to.add(MatchKey(person_id=person, kind=piece.kind, key=piece.key))


def _nothing(at: datetime, staff: UUID) -> dict[str, Any]:
    return {}


def _since(at: datetime, staff: UUID) -> dict[str, Any]:
    return {"since": timezone.localdate(at)}


_ONE_ROW: dict[str, tuple[type[models.Model], str, str, Callable[[datetime, UUID], dict[str, Any]]]] = {
    "write_note": (Note, "wrote a note", "note", _nothing),
    "tell_good_life": (GoodLife, "told their good life", "good life", _nothing),
    "add_gift": (Gift, "added a gift", "gift", _since),
    "agree": (Agreement, "wrote the shared agreement", "agreement", lambda at, staff: {"version": 1}),
    "tell_change": (LifeChange, "told a change", "change", lambda at, staff: {"would_have_happened": "not asked", "lasts": "not asked"}),
    "plan_visit": (Visit, "planned a visit", "visit", lambda at, staff: {"staff_id": staff}),
}
"""Deeds that add one row and one line: its table, the verb, what the line is about, and what the action adds itself."""


def _circle(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    # The first to be written down begin the circle.
    if not any(row.person_id == person.id for row in to.rows.get(CircleLook, ())):
        to.add(CircleLook(on=timezone.localdate(to.at), **about))
    row = to.add(InTheirLife(**given, since=timezone.localdate(to.at), **about))
    to.trace("added somebody in their life", person.id, f"in their life {row.id}")


def _where(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    place = to.places.get(given["postcode"])
    found = {"latitude": place.latitude, "longitude": place.longitude, "locality_id": place.locality_id} if place else {}
    to.change(where, **given, **found)
    _known_by(to, person.id, pieces("", postcode=given["postcode"], phone=given["phone"]))
    to.trace("said where they are", person.id, f"whereabouts {person.id}")


def _good_to_know(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    to.add(GoodToKnow(**given, **about))
    to.trace("said what is good to know", person.id, f"good to know {person.id}")


def _level(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    to.change(level, until=given["since"])
    made = to.add(Level(**given, **about))
    to.trace("set the level", person.id, f"level {made.id}")


def _step(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    ended_on = given.pop("ended_on")
    made = to.add(Step(**given, staff_id=about["by_id"] if given["who_kind"] == "us" else None, **about))
    to.trace("added a next step", person.id, f"step {made.id}")
    if ended_on:
        to.change(made, ended_as="done", ended_on=ended_on, ended_at=to.at, ended_by_id=about["by_id"], how_it_went="It went well.")
        to.trace("ended a step", person.id, f"step {made.id}")


def _connect(to: Writer, person: Person, given: dict[str, Any], about: dict[str, Any], level: Level, where: Whereabouts) -> None:
    climbed, on = given.pop("climbed"), given.pop("on")
    made = to.add(Connection(**given, made_on=on, **about))
    to.add(Rung(connection_id=made.id, rung="suggested", on=on, **about))
    to.trace("made a connection", person.id, f"connection {made.id}")
    for rung, day in climbed:
        reached = to.add(Rung(connection_id=made.id, rung=rung, on=day, **about))
        to.trace("said what became of a connection", person.id, f"rung {reached.id}")


_BY_NAME = {"say_where": _where, "add_to_circle": _circle, "say_good_to_know": _good_to_know, "set_level": _level, "add_step": _step, "connect": _connect}
