"""The doctor finds what is wrong: each thing is broken on purpose, and told of."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from alongside.foundation.actor import Role
from alongside.site import doctor
from alongside.teams.models import Staff
from alongside.trail.chain import Head
from alongside.trail.exported import head_as_text
from alongside.trail.queries import newest_head
from tests.building import a_coordinator, a_seat, a_team, staff, today
from tests.conftest import CLUSTER
from tests.site.conftest import as_superuser

REVIEWED = "What things cost, and how later years count, was looked at again when it was to be."
"""What may be wrong here by the day alone."""


def wrong() -> dict[str, str]:
    """What is wrong now, by what would be well."""
    connections["default"].close()
    return {finding.well: finding.wrong for finding in doctor.findings() if not finding.is_well}


@pytest.fixture
def before(committing: str) -> dict[str, str]:
    return wrong()


def test_it_asks_many_things_and_says_how_to_mend_each(committing):
    found = doctor.findings()
    print(f"{len(found)} checks")
    assert len(found) >= 50
    assert len({finding.well for finding in found}) == len(found)
    assert [finding.well for finding in found if not finding.mend or not finding.well.endswith(".")] == []


def test_a_test_machine_is_no_production(before):
    """What is wrong here is known: the tests' database is quick and not safe, and nothing is set for production."""
    assert set(before) - {REVIEWED} == {
        "What is saved is on the disk before anybody is told so.",
        "A power cut cannot tear a page of the database.",
        "Pages are served over HTTPS alone.",
        "Cookies are closed to scripts, to other sites and to plain HTTP.",
        "Django's own checks for production find nothing.",
        "Links can be sent by e-mail.",
        "Somebody is an administrator.",
        "Somebody answers for information governance.",
        "There is a backup of the last day.",
        "A head of the trail of the last day is kept elsewhere, and agrees.",
    }


BROKEN = [
    ("The pages' role is no superuser and cannot bypass row security.", "ALTER ROLE alongside_app BYPASSRLS", "ALTER ROLE alongside_app NOBYPASSRLS"),
    (
        "The pages' role owns nothing.",
        "ALTER TABLE people_gift OWNER TO alongside_app",
        "ALTER TABLE people_gift OWNER TO alongside_owner; GRANT SELECT, INSERT, UPDATE, DELETE ON people_gift TO alongside_app",
    ),
    ("The pages' role owns nothing.", "GRANT alongside_owner TO alongside_app", "REVOKE alongside_owner FROM alongside_app"),
    ("The owner of the tables is no superuser.", "ALTER ROLE alongside_owner SUPERUSER", "ALTER ROLE alongside_owner NOSUPERUSER"),
    ("The pages' role may not change the trail.", "GRANT DELETE ON trail_entry TO alongside_app", "REVOKE DELETE ON trail_entry FROM alongside_app"),
    ("The pages' role makes no tables.", "GRANT CREATE ON SCHEMA public TO alongside_app", "REVOKE CREATE ON SCHEMA public FROM alongside_app"),
    (
        "Row security is on for every table with a person.",
        "ALTER TABLE people_gift DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE people_gift ENABLE ROW LEVEL SECURITY",
    ),
    ("Every table with a person has its policies.", "CREATE POLICY wide ON people_gift FOR ALL USING (true)", "DROP POLICY wide ON people_gift"),
    (
        "Every table with a person has its policies.",
        "ALTER POLICY may_select ON people_gift RENAME TO kept; DROP POLICY kept ON people_gift",
        "CREATE POLICY may_select ON people_gift FOR SELECT USING (false)",
    ),
    (
        "With nobody signed in, the database shows nobody.",
        "ALTER TABLE people_holding DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE people_holding ENABLE ROW LEVEL SECURITY",
    ),
    (
        "The view that decides who sees whom is there, and belongs to the tables' owner.",
        "ALTER VIEW may_see OWNER TO postgres",
        "ALTER VIEW may_see OWNER TO alongside_owner",
    ),
    (
        "The house's functions are called by the pages' role alone.",
        "GRANT EXECUTE ON FUNCTION trail_append TO PUBLIC",
        "REVOKE EXECUTE ON FUNCTION trail_append FROM PUBLIC",
    ),
    (
        "The trail refuses changes, even the owner's.",
        "ALTER TABLE trail_entry DISABLE TRIGGER written_once",
        "ALTER TABLE trail_entry ENABLE TRIGGER written_once",
    ),
    (
        "Every change of a table with a person, or with somebody's rights, is kept, however it is made.",
        "ALTER TABLE people_gift DISABLE TRIGGER keep_history",
        "ALTER TABLE people_gift ENABLE TRIGGER keep_history",
    ),
    (
        "Every change of a table with a person, or with somebody's rights, is kept, however it is made.",
        "ALTER TABLE teams_membership DISABLE TRIGGER keep_history",
        "ALTER TABLE teams_membership ENABLE TRIGGER keep_history",
    ),
    (
        "The database's tables are up to date.",
        "UPDATE django_migrations SET app = 'kept' WHERE app = 'teams'",
        "UPDATE django_migrations SET app = 'teams' WHERE app = 'kept'",
    ),
    ("The database's log holds nobody's words.", "ALTER DATABASE committing SET log_statement = 'all'", "ALTER DATABASE committing RESET log_statement"),
    (
        "Passwords of database roles are kept as SCRAM.",
        "ALTER DATABASE committing SET password_encryption = 'md5'",
        "ALTER DATABASE committing RESET password_encryption",
    ),
]


@pytest.mark.parametrize(("well", "breaks", "mends"), BROKEN, ids=[f"{number}" for number in range(len(BROKEN))])
def test_what_is_broken_in_the_database_is_found(committing, before, well, breaks, mends):
    a_person_is_there()
    assert well not in before
    as_superuser(committing, breaks)
    try:
        found = wrong()
    finally:
        as_superuser(committing, mends)
    assert found.get(well), found


def a_person_is_there() -> None:
    from tests.building import somebody

    somebody(a_coordinator())


def test_a_line_changed_behind_the_triggers_is_found(committing, before):
    a_person_is_there()
    seq = newest_head().seq
    as_superuser(committing, f"SET session_replication_role = replica; UPDATE trail_entry SET verb = verb || '!' WHERE seq = {seq}")
    found = wrong()
    as_superuser(committing, f"SET session_replication_role = replica; UPDATE trail_entry SET verb = rtrim(verb, '!') WHERE seq = {seq}")
    assert found["The last lines of the trail hold."] == f"Line {seq} was changed after it was written."
    assert "The last lines of the trail hold." not in wrong()


@pytest.mark.parametrize(
    ("well", "change"),
    [
        ("The secret key is long enough.", {"SECRET_KEY": "short"}),
        ("Errors show nobody's words.", {"DEBUG": True}),
        ("This is no demonstration.", {"DEMO": True}),
        ("Sessions end.", {"SESSION_IDLE": timedelta(days=1)}),
        ("Sessions end.", {"SESSION_LONGEST": timedelta(days=30)}),
        ("Only the names of this service are answered to.", {"ALLOWED_HOSTS": ["*"]}),
        ("Other sites that may send forms here are reached over HTTPS.", {"CSRF_TRUSTED_ORIGINS": ["http://elsewhere.example.org"]}),
        ("Behind a proxy, visitors are told apart.", {"HTTPS": True}),
        ("No page runs a script that is not ours.", {"CONTENT_SECURITY_POLICY": {"DIRECTIVES": {"script-src": ["'unsafe-inline'"]}}}),
        ("Passwords are kept by Argon2, and need twelve characters.", {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}),
        ("Passwords are kept by Argon2, and need twelve characters.", {"AUTH_PASSWORD_VALIDATORS": []}),
        ("Ten wrong tries in five minutes are the most, by account and by address.", {"ACCOUNT_RATE_LIMITS": {"login_failed": "1000/m/ip"}}),
        ("The pages' styles and scripts are built.", {"STATIC_ROOT": Path("/nowhere")}),
        ("The mail server answers.", {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": 9, "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend"}),
        ("A worker carries what goes out.", {"EMAIL_HOST": "mail.example.org", "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}),
        ("Texts and letters can go through GOV.UK Notify, where its key is set.", {"NOTIFY_KEY": "a key", "NOTIFY_TEXT": ""}),
        ("E-mail comes from an address of yours.", {"EMAIL_HOST": "mail.example.org", "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}),
    ],
)
def test_what_is_set_wrongly_is_found(committing, settings, well, change):
    for name, value in change.items():
        setattr(settings, name, value)
    assert wrong().get(well)


def test_accounts_that_are_not_safe_are_found(committing):
    for member in Staff.objects.using("owner").filter(is_active=True):
        member.is_active = False
        member.save(using="owner")
    one, team = staff(), a_team()
    a_seat(one, Role.ADMINISTRATOR, team)
    one.set_password("kettle orchard lantern")
    one.save()
    another = staff()
    another.set_unusable_password()
    another.save()
    a_seat(another, Role.INFORMATION_GOVERNANCE, team)
    left = staff()
    a_seat(left, Role.COORDINATOR, team, until=today())
    invented = staff()
    Staff.objects.filter(id=invented.id).update(in_demo=True)
    found = wrong()
    assert "Somebody is an administrator." not in found
    assert "Somebody answers for information governance." not in found
    assert found["Everybody who has chosen a password has set up a second step."].startswith("1 have not")
    assert found["No link to choose a password lies unused for long."].startswith("1 open")
    assert found["Whoever holds no seat has no open account."].startswith("2 open")
    assert found["No invented account of the demonstration is here."].startswith("1 accounts")


def test_backups_and_heads_of_the_last_day_are_looked_for(committing, tmp_path, monkeypatch):
    backup, head = "There is a backup of the last day.", "A head of the trail of the last day is kept elsewhere, and agrees."
    a_person_is_there()
    monkeypatch.setenv("ALONGSIDE_BACKUPS", str(tmp_path))
    monkeypatch.setenv("ALONGSIDE_HEADS", str(tmp_path / "heads"))
    assert wrong()[backup] == "There is none."
    file = tmp_path / "alongside.age"
    file.write_bytes(b"")
    file.chmod(0o644)
    (tmp_path / "heads").write_text(head_as_text(newest_head(), timezone.now()))
    found = wrong()
    assert (backup in found, head in found) == (False, False)
    assert "Backups are closed to others on this machine." in found
    file.chmod(0o600)
    two_days_ago = time.time() - 48 * 3600
    os.utime(file, (two_days_ago, two_days_ago))
    (tmp_path / "heads").write_text(head_as_text(Head(newest_head().seq + 5, b"\x01" * 32), timezone.now()))
    found = wrong()
    assert found[backup] == "The newest is 48 hours old."
    assert found[head].startswith("The newest head is not a line of this trail")


def test_files_open_to_others_are_found(committing, monkeypatch):
    home = CLUSTER.data.parent
    monkeypatch.setenv("ALONGSIDE_EMBEDDED", str(home))
    well = "The database's files and secrets are closed to others on this machine."
    assert well not in wrong()
    (home / "secrets.json").chmod(0o644)
    try:
        assert wrong()[well] == "secrets.json may be read by others."
    finally:
        (home / "secrets.json").chmod(0o600)


def test_the_command_ends_with_one_while_something_is_wrong(committing, alongside):
    code, out, _ = alongside("doctor")
    assert code == 1
    assert "✓ The pages and the tables' owner use two roles." in out
    assert "to mend." in out.splitlines()[-1]
