"""Making connections, and saying what became of them."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from alongside.directory.actions.counting import count
from alongside.foundation.actor import Actor
from alongside.foundation.refusals import NotYours, Refused
from alongside.foundation.words import Sentence
from alongside.people.models import Person
from alongside.people.permissions import may_write
from alongside.people.rules import not_in_the_future, some_words
from alongside.trail.doing import action, leave_trace

from .. import rules
from ..models import Connection, Rung
from ..rules import Reached
from ..words import BOTH_ASKED


@action
def connect(person: Person, to: str, *, kind: str, entry_id: UUID | None = None, why: str = "", on: date, by: Actor, at: datetime) -> Connection:
    """A link to a person, group, place or service: suggested, to begin with."""
    may_write(by)
    to = some_words(to, field="to", ask=Sentence("Say with whom or with what."))
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    made = Connection.objects.create(person=person, to=to, kind=kind, entry_id=entry_id, why=why.strip(), made_on=on, by_id=by.id, at=at)
    Rung.objects.create(person=person, connection=made, rung="suggested", on=on, by_id=by.id, at=at)
    count(entry_id, by.team_id, on, more=["suggested"])
    leave_trace("made a connection", person.id, about=f"connection {made.id}", at=at)
    return made


@action
def connect_two(person: Person, other: Person, *, why: str = "", how_both_said_yes: str, on: date, by: Actor, at: datetime) -> Connection:
    """Two people whom we know, linked to one another: both were asked first, and each has the connection on their own page."""
    may_write(by)
    said = some_words(how_both_said_yes, field="how_both_said_yes", ask=BOTH_ASKED)
    not_in_the_future(on, today=timezone.localdate(at), field="on")
    if other.id == person.id:
        raise Refused(Sentence("Choose somebody else."), field="how_both_said_yes")
    made = []
    for one, to in ((person, other), (other, person)):
        row = Connection.objects.create(
            person=one, to=str(to), kind="natural", other=to, how_both_said_yes=said, why=why.strip(), made_on=on, by_id=by.id, at=at
        )
        Rung.objects.create(person=one, connection=row, rung="suggested", on=on, by_id=by.id, at=at)
        leave_trace("made a connection", one.id, about=f"connection {row.id}", at=at)
        made.append(row)
    return made[0]


@action
def climb(connection: Connection, rung: str, *, on: date, words: str = "", because: str = "", by: Actor, at: datetime) -> Rung:
    """What became of it: a rung reached on a day. The earlier ones stay."""
    may_write(by)
    reached = [Reached(*row) for row in Rung.objects.filter(connection=connection).order_by("on", "at").values_list("rung", "on")]
    rules.a_rung_can_be_reached(rung, on, words, reached, made_on=connection.made_on, today=timezone.localdate(at))
    because = because if rung == rules.STEPPED_OFF else ""
    before = _happened(connection.id)
    made = Rung.objects.create(
        person_id=connection.person_id, connection=connection, rung=rung, on=on, words=words.strip(), stood_in_the_way=because, by_id=by.id, at=at
    )
    count(connection.entry_id, by.team_id, on, more=_happened(connection.id) - before)
    leave_trace("said what became of a connection", connection.person_id, about=f"rung {made.id}", at=at)
    return made


@action
def take_back(rung: Rung, *, by: Actor, at: datetime) -> None:
    """Undo a rung that one wrote down by mistake, on the day one wrote it; its history keeps that it was there."""
    may_write(by)
    if rung.by_id != by.id or timezone.localdate(rung.at) != timezone.localdate(at):
        raise NotYours(Sentence("A rung is taken back by whoever wrote it down, on the same day. Say what became of it instead."))
    if Rung.objects.filter(connection_id=rung.connection_id).count() == 1:
        raise Refused(Sentence("The first rung stays. If it is not for them, say so."))
    leave_trace("took back a rung", rung.person_id, about=f"rung {rung.id}", at=at)
    before, connection_id = _happened(rung.connection_id), rung.connection_id
    rung.delete()
    count(rung.connection.entry_id, by.team_id, rung.on, less=before - _happened(connection_id))


def _happened(connection_id: UUID) -> frozenset[str]:
    return rules.happened(Rung.objects.filter(connection_id=connection_id).values_list("rung", "stood_in_the_way"))
