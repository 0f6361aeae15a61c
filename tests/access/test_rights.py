"""Whatever lets somebody in, or lets them see, is kept when it is changed, by whatever means; and no secret is kept with it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from django.db import connections

from alongside.access.fences import with_a_history
from alongside.access.rights import GRANTS_NOTHING, RIGHTS
from alongside.foundation.actor import Actor, Role
from alongside.foundation.keys import new_key
from alongside.teams.models import Membership
from alongside.trail.doing import acting
from alongside.trail.models import Change
from tests.building import a_coordinator, a_seat, an_actor, as_, somebody, staff

KEEPS = "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'keep_history' AND t.tgenabled IN ('O', 'A')"
TABLES = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"


def asked(sql: str) -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql)
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_table_keeps_its_history_or_says_why_it_grants_nothing():
    kept = asked(KEEPS)
    assert sorted(asked(TABLES) - kept - set(GRANTS_NOTHING)) == []
    assert (kept, kept & set(GRANTS_NOTHING), set(GRANTS_NOTHING) - asked(TABLES)) == (set(with_a_history()), set(), set())


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize("hole", ["DROP TRIGGER keep_history ON teams_membership", "ALTER TABLE mfa_authenticator DISABLE TRIGGER keep_history"])
def test_a_table_that_no_longer_keeps_it_is_found(hole):
    with connections["owner"].cursor() as cursor:
        cursor.execute(hole)
    assert len(asked(TABLES) - asked(KEEPS) - set(GRANTS_NOTHING)) == 1


@pytest.fixture
def ada(committed: str) -> Iterator[Actor]:
    """An administrator, whose team it is."""
    return an_actor(Role.ADMINISTRATOR)


def by_the_owner(sql: str, *given: object) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, given)


def kept(table: str) -> list[tuple[object, ...]]:
    changes = Change.objects.using("owner").filter(table=table).order_by("id")
    return [(one.deed, one.staff_id, one.actor_id, one.was) for one in changes]


def test_a_seat_that_is_slipped_in_and_taken_out_again_by_hand_is_kept(ada):
    nosy, key = staff(), new_key()
    before = len(kept("teams_membership"))
    by_the_owner(
        "INSERT INTO teams_membership (id, staff_id, team_id, role, since) VALUES (%s, %s, %s, 'manager', current_date)", key, nosy.id, ada.seats[0].team_id
    )
    by_the_owner("DELETE FROM teams_membership WHERE id = %s", key)
    added, removed = kept("teams_membership")[before:]
    assert added == ("added", nosy.id, None, None)
    assert (*removed[:3], removed[3]["role"], removed[3]["team_id"]) == ("removed", nosy.id, None, "manager", str(ada.seats[0].team_id))


def test_a_seat_that_is_ended_is_kept_with_whoever_ended_it(ada):
    seat = a_seat(staff(), Role.COORDINATOR, Membership.objects.get(staff_id=ada.id).team)
    with as_(ada):
        Membership.objects.filter(id=seat.id).update(role=Role.MANAGER)
    deed, whose, who, was = kept("teams_membership")[-1]
    assert (deed, whose, who, was["role"]) == ("changed", seat.staff_id, ada.id, "coordinator")


def test_of_a_secret_is_kept_only_that_it_is_another(ada):
    jo = staff()
    by_the_owner("UPDATE teams_staff SET password = 'a hash of a secret' WHERE id = %s", jo.id)
    by_the_owner("UPDATE teams_staff SET password = 'another hash of a secret', is_active = false WHERE id = %s", jo.id)
    by_the_owner(
        "INSERT INTO mfa_authenticator (user_id, type, data, created_at) VALUES (%s, 'totp', %s, now())", jo.id, json.dumps({"secret": "a secret of an app"})
    )
    by_the_owner("UPDATE mfa_authenticator SET data = %s", json.dumps({"secret": "another secret of an app"}))
    by_the_owner("DELETE FROM mfa_authenticator")
    (_, _, _, was) = kept("teams_staff")[-1]
    assert (was["password"], was["is_active"], was["email"]) == ("another", True, jo.email)
    assert [(deed, whose, (was or {}).get("data")) for deed, whose, _, was in kept("mfa_authenticator")] == [
        ("added", jo.id, None),
        ("changed", jo.id, "another"),
        ("removed", jo.id, None),
    ]
    assert not Change.objects.using("owner").filter(was__icontains="secret").exists()


def test_signing_in_changes_no_right(ada):
    before = len(kept("teams_staff"))
    by_the_owner("UPDATE teams_staff SET last_login = now()")
    assert len(kept("teams_staff")) == before


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INFORMATION_GOVERNANCE, Role.MANAGER])
def test_no_page_reads_whose_rights_were_changed(ada, role):
    member = an_actor(role, Membership.objects.get(staff_id=ada.id).team)
    assert Change.objects.using("owner").filter(part="").exists()
    with acting(member):
        assert not Change.objects.filter(part="").exists()


def test_each_table_with_rights_tells_whose_they_are_by_a_column_it_has(committed):
    assert sorted(table for table, rights in RIGHTS.items() if not _has(table, [rights.staff, *rights.secret, *rights.passing])) == []


def _has(table: str, columns: list[str]) -> bool:
    there = asked(f"SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0")
    return {column for column in columns if column} <= there


def test_a_coordinator_reads_the_history_of_those_they_walk_alongside_as_before(ada):
    sam = a_coordinator()
    gwen = somebody(sam)
    with acting(sam):
        assert set(Change.objects.values_list("person_id", flat=True)) == {gwen}
