"""Lines vouch for the reasons beside them and for what rows held before: whatever is done to those afterwards shows, and erasing is possible."""

from __future__ import annotations

from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction

from alongside.foundation.actor import Actor
from alongside.foundation.keys import new_key
from alongside.people import actions as people
from alongside.people.models import Gift, Person
from alongside.trail.chain import faults
from alongside.trail.doing import leave_trace
from alongside.trail.models import Change
from alongside.trail.queries import stored_changes, stored_lines, stored_reasons
from alongside.trail.vouching import Promises, Vouched, history_faults, reason_faults
from tests.building import a_coordinator, as_, now, somebody


@pytest.fixture
def sam(committed: str) -> Actor:
    return a_coordinator()


@pytest.fixture
def gwen(sam: Actor) -> Person:
    """Somebody with a gift that was written anew, and a look at her with a reason."""
    key = somebody(sam)
    with as_(sam):
        person = Person.objects.get(id=key)
        gift = people.add_gift(person, "Bakes bread.", by=sam, at=now())
    with as_(sam):
        Gift.objects.filter(id=gift.id).update(words="Mends clocks.")
        leave_trace("looked at", key, reason="she asked")
    return person


def by_the_owner(sql: str, *given: object) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, given)


def checked() -> tuple[list[str], Vouched]:
    """What is wrong beside the lines, and what was found; the lines themselves hold."""
    promises, found, lines = Promises(), Vouched(), list(stored_lines())
    for line in lines:
        promises.take(line)
    assert list(faults(lines)) == []
    return [*reason_faults(promises, stored_reasons(), found), *history_faults(promises, stored_changes(), found)], found


def test_the_database_vouches_as_python_does(gwen):
    wrong, found = checked()
    assert (wrong, found.reasons, found.changes, found.older) == ([], 1, Change.objects.using("owner").count(), 0)
    assert found.changes > 10


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE trail_reason SET text = 'nobody asked'",
        "UPDATE trail_reason SET salt = gen_random_uuid()",
        "UPDATE trail_reason SET person_id = gen_random_uuid()",
        "UPDATE trail_reason SET seq = seq - 1",
        "INSERT INTO trail_reason (seq, person_id, salt, text) SELECT seq - 1, person_id, salt, text FROM trail_reason",
    ],
)
def test_a_reason_that_was_tampered_with_is_found(gwen, tampering):
    by_the_owner(tampering)
    wrong, _ = checked()
    assert wrong != []


LAST = "(SELECT max(id) FROM trail_change)"
ONE_MORE = (
    "INSERT INTO trail_change (at, actor_id, table_name, row_id, person_id, part, deed, was, salt, commitment, together) "
    "SELECT at, actor_id, table_name, row_id, person_id, part, deed, was, salt, commitment, {together} FROM trail_change WHERE id = " + LAST
)


@pytest.mark.parametrize(
    "tampering",
    [
        f"UPDATE trail_change SET was = jsonb_set(was, '{{words}}', '\"Sings.\"') WHERE id = {LAST}",
        f"UPDATE trail_change SET was = '{{}}', commitment = sha256(convert_to(salt || '{{}}', 'UTF8')) WHERE id = {LAST}",
        f"UPDATE trail_change SET was = NULL WHERE id = {LAST}",
        f"UPDATE trail_change SET was = NULL, salt = NULL, commitment = '' WHERE id = {LAST}",
        *(f"UPDATE trail_change SET {column} = gen_random_uuid() WHERE id = {LAST}" for column in ("actor_id", "person_id", "staff_id")),
        *(f"UPDATE trail_change SET {column} = 'another' WHERE id = {LAST}" for column in ("table_name", "row_id", "part", "deed")),
        f"UPDATE trail_change SET at = at - interval '1 microsecond' WHERE id = {LAST}",
        f"UPDATE trail_change SET together = together - 1 WHERE id = {LAST}",
        f"UPDATE trail_change SET together = NULL WHERE id = {LAST}",
        f"UPDATE trail_change SET id = id + 100 WHERE id = {LAST}",
        f"DELETE FROM trail_change WHERE id = {LAST}",
        "DELETE FROM trail_change WHERE id = (SELECT min(id) FROM trail_change)",
        "DELETE FROM trail_change",
        ONE_MORE.format(together="together"),
        ONE_MORE.format(together="NULL"),
        ONE_MORE.format(together="id + 1"),
    ],
)
def test_a_history_that_was_tampered_with_is_found(gwen, tampering):
    by_the_owner("ALTER TABLE trail_change DISABLE TRIGGER vouched_for")
    by_the_owner(tampering)
    wrong, _ = checked()
    assert wrong != []


def test_the_history_is_not_emptied_at_once(gwen):
    for table in ("trail_change", "people_gift", "teams_membership"):
        with pytest.raises(Exception, match="would leave no history"):
            by_the_owner(f"TRUNCATE {table} CASCADE")


def test_words_that_are_erased_leave_all_of_it_whole(gwen):
    by_the_owner("UPDATE trail_change SET was = NULL, salt = NULL WHERE table_name = 'people_gift' AND deed = 'changed'")
    by_the_owner("DELETE FROM trail_reason")
    wrong, found = checked()
    assert (wrong, found.reasons, found.reasons_erased, found.changes_erased) == ([], 0, 1, 1)


def test_a_change_without_a_deed_has_a_line_of_its_own(gwen):
    before = list(stored_lines())[-1].seq
    by_the_owner("UPDATE people_gift SET words = 'Sings.'")
    (line,) = stored_lines(after=before)
    assert (line.verb, line.people, line.actor_id) == ("changed something by hand", (gwen.id,), UUID(int=0))
    by_the_owner("DELETE FROM trail_change WHERE was ->> 'words' = 'Mends clocks.'")
    number = line.about.removeprefix("change ")
    assert checked()[0] == [f"Changes that line {line.seq} vouches for ({number} and what was made with it) are missing."]


def test_what_is_changed_after_the_lines_were_written_has_a_line_too(sam, gwen):
    with transaction.atomic():
        with as_(sam):
            people.add_gift(gwen, "Sings.", by=sam, at=now())
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('alongside.actor', %s, true)", [str(sam.id)])
        Gift.objects.filter(words="Sings.").update(words="Whistles.")
    assert [line.verb for line in list(stored_lines())[-2:]] == ["added a gift", "changed something by hand"]
    assert checked()[0] == []


def test_what_is_undone_within_a_transaction_is_not_vouched_for(sam, gwen):
    before = Change.objects.using("owner").count()
    with as_(sam):
        with transaction.atomic():
            people.add_gift(gwen, "Sings.", by=sam, at=now())
            transaction.set_rollback(True)
        people.add_gift(gwen, "Whistles.", by=sam, at=now())
    assert Change.objects.using("owner").count() == before + 1
    assert checked()[0] == []


def test_a_history_from_before_lines_vouched_for_it_is_counted_apart(gwen):
    by_the_owner(
        "INSERT INTO trail_change (id, at, table_name, row_id, person_id, part, deed) VALUES (0, now(), 'people_gift', 'x', %s, 'record', 'added')", new_key()
    )
    wrong, found = checked()
    assert (wrong, found.older) == ([], 1)


def verified() -> tuple[int, str]:
    out = StringIO()
    try:
        call_command("verify_trail", stdout=out)
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_verify_trail_says_what_it_looked_at_and_what_is_wrong(gwen):
    code, said = verified()
    many = Change.objects.using("owner").count()
    assert code == 0
    assert f"Reasons as they were given: 1, erased since: 0. Changes of rows as they were written: {many}, erased since: 0." in said
    by_the_owner("UPDATE trail_reason SET text = 'nobody asked'")
    by_the_owner("DELETE FROM trail_change WHERE deed = 'changed'")
    code, said = verified()
    assert code == 1
    assert "was changed after it was given." in said
    assert "are not as they were written." in said or "are missing." in said
