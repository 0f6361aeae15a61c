"""What is done leaves a line, chained; nobody changes it afterwards; and every change of a row is kept, however it was made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import Error, connection, connections, transaction

from alongside.foundation.actor import NOBODY, Actor
from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.people import actions as people
from alongside.people.models import Gift, Person
from alongside.trail.chain import Head, faults, hash_of
from alongside.trail.doing import Untraced, acting, action, leave_trace, lines_now
from alongside.trail.models import Change, Entry, Reason
from alongside.trail.queries import newest_head, stored_lines
from tests.building import a_coordinator, as_, now, somebody


@pytest.fixture
def sam(committed: str) -> Actor:
    return a_coordinator()


def test_the_database_chains_as_python_does(sam):
    gwen = somebody(sam)
    with as_(sam, "caseload"):
        leave_trace("looked at", gwen, about=f"person {gwen}")
        leave_trace("looked at", gwen, about="ŵ, “quoted”, \\ and\nmore", reason="she asked", at=now() - timedelta(hours=1))
    with acting(NOBODY):
        leave_trace("tried to sign in", outcome="refused")
    lines = list(stored_lines())
    assert len(lines) >= 4
    assert [line.hash for line in lines] == [hash_of(line, line.previous) for line in lines]
    assert list(faults(lines)) == []
    assert newest_head() == Head(lines[-1].seq, lines[-1].hash)
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))


def test_no_line_is_dated_before_the_one_above_or_in_the_future(sam):
    with as_(sam):
        leave_trace("wrote", at=now() + timedelta(days=2))
        leave_trace("wrote", at=now() - timedelta(days=2))
    first, second = list(stored_lines())[-2:]
    assert first.at <= second.at <= now()


def test_a_reason_can_be_erased_and_the_chain_holds(sam):
    gwen = somebody(sam)
    with as_(sam):
        leave_trace("looked at", gwen, reason="her own words")
    assert Reason.objects.using("owner").get().text == "her own words"
    assert not any("her own words" in str(line) for line in stored_lines())
    Reason.objects.using("owner").all().delete()
    assert list(faults(stored_lines())) == []


@pytest.mark.parametrize(
    "change",
    ["UPDATE trail_entry SET verb = 'wrote'", "DELETE FROM trail_entry", "TRUNCATE trail_entry", "UPDATE trail_entry SET hash = '' WHERE seq = 1"],
)
def test_nobody_changes_the_trail_not_even_its_owner(sam, change):
    with as_(sam):
        leave_trace("wrote")
    before = list(stored_lines())
    with pytest.raises(Error, match="written once"), connections["owner"].cursor() as cursor:
        cursor.execute(change)
    with pytest.raises(Error, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(change)
    assert list(stored_lines()) == before


def test_the_pages_role_adds_no_line_of_its_own(sam):
    with as_(sam):
        leave_trace("wrote")
    copied = "INSERT INTO trail_entry SELECT seq + 1, at, actor_id, role, verb, about, people, purpose, outcome, commitment, previous, hash FROM trail_entry"
    with pytest.raises(Error, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(copied)


def test_a_line_is_by_whoever_the_database_knows_to_act(sam):
    """The actor is not in what is handed over, so no page can write a line in another's name by mistake."""
    with as_(sam):
        lines_now().waiting.append({**_a_line(), "actor": "00000000-0000-7000-8000-00000000000f"})
    assert list(stored_lines())[-1].actor_id == sam.id


def _a_line() -> dict[str, Any]:
    return {"at": None, "role": "manager", "verb": "wrote", "about": "", "people": [], "purpose": "", "outcome": "done", "reason": None}


@action
def quietly(*, by: Actor, at: datetime) -> None:
    Entry.objects.count()


@action
def half_done(person: Person, *, by: Actor, at: datetime) -> None:
    Gift.objects.create(person=person, words="half done", since=at.date(), by_id=by.id, at=at)
    leave_trace("added a gift", person.id)
    raise Refused(Sentence("Not like this."))


def test_an_action_without_a_line_is_an_error(sam):
    with pytest.raises(Untraced, match="quietly left no trace"), as_(sam):
        quietly(by=sam, at=now())


def test_nothing_is_done_unless_somebody_acts(sam):
    with pytest.raises(Untraced, match="Nobody is acting"):
        quietly(by=sam, at=now())


def test_a_refused_action_leaves_nothing(sam):
    gwen = somebody(sam)
    before = len(list(stored_lines()))
    with as_(sam):
        person = Person.objects.get(id=gwen)
        with pytest.raises(Refused):
            half_done(person, by=sam, at=now())
        assert not Gift.objects.exists()
        assert lines_now().waiting == []
    assert len(list(stored_lines())) == before


def test_when_the_trail_cannot_be_written_nothing_is(sam):
    gwen = somebody(sam)
    with pytest.raises(Error, match="a_line_holds_no_separator"):
        _adds_a_gift_and_writes_a_line_that_cannot_be(sam, gwen)
    with as_(sam):
        assert not Gift.objects.exists()


def _adds_a_gift_and_writes_a_line_that_cannot_be(sam: Actor, gwen: UUID) -> None:
    with as_(sam):
        people.add_gift(Person.objects.get(id=gwen), "Bakes bread.", by=sam, at=now())
        leave_trace("a separator \x1f cannot be written")


@pytest.fixture
def gwen(sam: Actor) -> Person:
    key = somebody(sam)
    with as_(sam):
        person = Person.objects.get(id=key)
        people.add_gift(person, "Bakes bread.", by=sam, at=now())
        people.add_gift(person, "Mends clocks.", by=sam, at=now())
    return person


def kept(person: Person, deed: str) -> list[Any]:
    """What was kept of changed gifts: their words before, and who acted."""
    changes = Change.objects.using("owner").filter(person_id=person.id, table="people_gift", deed=deed).order_by("id")
    return [((change.was or {}).get("words"), change.actor_id) for change in changes]


def test_what_is_added_is_kept_without_its_words(sam, gwen):
    assert kept(gwen, "added") == [(None, sam.id), (None, sam.id)]


def test_a_change_of_many_rows_at_once_is_kept(sam, gwen):
    with as_(sam):
        Gift.objects.filter(person=gwen).update(words="Something else.")
    assert sorted(kept(gwen, "changed")) == sorted([("Bakes bread.", sam.id), ("Mends clocks.", sam.id)])


def test_rows_added_in_bulk_are_kept(sam, gwen):
    with as_(sam):
        Gift.objects.bulk_create([Gift(person=gwen, words=f"Gift {number}", since=now().date(), by_id=sam.id, at=now()) for number in range(3)])
    assert len(kept(gwen, "added")) == 5


def test_plain_sql_is_kept(sam, gwen):
    with as_(sam), connection.cursor() as cursor:
        cursor.execute("UPDATE people_gift SET words = 'Sings.' WHERE words = 'Bakes bread.'")
        cursor.execute("DELETE FROM people_gift WHERE words = 'Mends clocks.'")
    assert kept(gwen, "changed") == [("Bakes bread.", sam.id)]
    assert kept(gwen, "removed") == [("Mends clocks.", sam.id)]


def test_what_the_owner_changes_is_kept_too(gwen):
    with transaction.atomic(using="owner"):
        Gift.objects.using("owner").filter(person=gwen, words="Bakes bread.").update(words="Sings.")
    assert kept(gwen, "changed") == [("Bakes bread.", None)]


def test_the_pages_role_does_not_write_history(sam, gwen):
    with pytest.raises(Error, match="permission denied"), as_(sam), connection.cursor() as cursor:
        cursor.execute("DELETE FROM trail_change")
