"""What rows said before obeys the fences that the rows obey, and goes with the person when they go."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connections, transaction

from alongside.access.fences import with_a_person
from alongside.access.policies import ADDRESSED_TO, AT_THE_TABLE
from alongside.foundation.keeping import Part
from alongside.trail.chain import faults
from alongside.trail.models import Change
from alongside.trail.queries import stored_changes, stored_lines, stored_reasons
from alongside.trail.vouching import Promises, Vouched, history_faults, reason_faults
from tests.access import policy
from tests.conftest import a_copy
from tests.trust.world import COLLEAGUE, PARTNER, WALKER, World

PART_OF = {table: Part.RECORD if table in ADDRESSED_TO or table in AT_THE_TABLE else keeping.part for table, keeping in with_a_person()}
"""Whoever sees this part sees a table's history; words agreed for one partner are in the record for others, and so is their history."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    """Everybody and everything, each row written once and changed once."""
    with django_db_blocker.unblock(), a_copy("history"):
        yield World()


def kept_rows() -> set[tuple[int, UUID, str]]:
    """Every row of the history of a record: its number, whom it is about, and the table it is of."""
    return set(Change.objects.using("owner").exclude(part="").values_list("id", "person_id", "table"))


def test_everybody_sees_the_history_of_the_rows_they_see_and_of_no_other(world: World) -> None:
    seen, meant = {}, {}
    everything = kept_rows()
    for name, member in world.staff.items():
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute("SELECT set_config('alongside.actor', %s, true)", [str(member.id)])
            seen[name] = set(Change.objects.values_list("id", "person_id", "table"))
        # By the plain reference, not by the database's own view.
        meant[name] = {row for row in everything if PART_OF[row[2]] in policy.parts(world.facts, member.id, row[1], world.today)}
    assert seen == meant
    assert {table for _, person, table in seen[PARTNER]} == {"people_person", "people_holding"}
    whereabouts = {name for name, rows in seen.items() if any(row[1:] == (world.iris, "people_whereabouts") for row in rows)}
    assert whereabouts == {COLLEAGUE}
    assert any(row[1] == world.iris for row in seen[WALKER])


def test_with_nobody_signed_in_no_history_is_shown(world: World) -> None:
    assert len(kept_rows()) > 50
    assert Change.objects.count() == 0


def test_every_table_whose_history_is_kept_says_in_it_whom_and_which_part_it_is_about(world: World) -> None:
    keeps = {table for table, keeping in with_a_person() if keeping.keeps_history}
    found = set(Change.objects.using("owner").exclude(part="").values_list("table", "part").distinct())
    assert found == {(table, PART_OF[table]) for table in keeps}


def everything_stored() -> str:
    """All that stands in any table, as text in small letters."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        cursor.execute(" UNION ALL ".join(f"SELECT string_agg(x::text, ' ') FROM {table} x" for table in tables))
        return " ".join(text for (text,) in cursor.fetchall() if text).lower()


def words_about(world: World, person: UUID) -> set[str]:
    """Every word planted about somebody; pins are known by four of their digits, which other numbers may have too."""
    return {seed.token.lower() for seed in world.garden.seeds if seed.person == person and "." not in seed.token}


def _stands(word: str, text: str) -> bool:
    """Whether a planted word stands there, as letters or inside a picture."""
    return word in text or word.capitalize().encode().hex() in text


def test_by_their_key_a_person_and_all_that_was_kept_of_them_can_be_erased_and_the_trail_holds(world: World) -> None:
    """No page erases anybody yet: this is what an erasure would lean on."""
    hers, of_another, before = words_about(world, world.gwen), words_about(world, world.hal), everything_stored()
    assert {word for word in hers | of_another if not _stands(word, before)} == set()
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        for table, keeping in with_a_person():
            if table != "trail_change":
                cursor.execute(f"DELETE FROM {table} WHERE {keeping.person} = %s", [world.gwen])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # Erasing a row is a change of it, so that the history holds the row; its words have to go last. That something was, stays.
        assert Change.objects.using("owner").filter(person_id=world.gwen, deed="removed").exists()
        cursor.execute("UPDATE trail_change SET was = NULL, salt = NULL WHERE person_id = %s", [world.gwen])
        after = everything_stored()
        assert {word for word in hers if _stands(word, after)} == set()
        assert {word for word in of_another if not _stands(word, after)} == set()
        lines, promises, found = list(stored_lines()), Promises(), Vouched()
        for line in lines:
            promises.take(line)
        assert [*faults(lines), *reason_faults(promises, stored_reasons(), found), *history_faults(promises, stored_changes(), found)] == []
        assert found.changes_erased > 10
        transaction.set_rollback(True, using="owner")
