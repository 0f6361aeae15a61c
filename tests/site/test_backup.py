"""The drill: everything is written down, encrypted, brought back, and is what it was; without the key it is nothing."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pyrage
import pytest
from django.utils import timezone

from alongside.foundation.refusals import Refused
from alongside.site import backing_up, restoring
from alongside.site.copying_database import NOT_KEPT, connect, digests
from alongside.trail.chain import faults
from alongside.trail.models import Entry
from alongside.trail.queries import newest_head, stored_lines
from tests.building import a_coordinator, somebody
from tests.conftest import CLUSTER, using_database
from tests.site.conftest import as_superuser

GIFT = "Grows the sweetest leeks in Fernbrook."


@pytest.fixture(scope="module")
def filled(committing: str) -> str:
    """A database with somebody's words in it."""
    sam = a_coordinator()
    for number in range(5):
        somebody(sam, f"Gwen Example {number}")
    as_superuser(committing, f"UPDATE people_person SET name = '{GIFT}' WHERE name = 'Gwen Example 3'")
    return committing


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    backing_up.new_key(path)
    return path


def public(key: Path) -> str:
    return key.read_text().splitlines()[0].removeprefix("# public key: ")


@pytest.fixture
def back(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a database to restore into, on the embedded server, as the command finds it."""
    monkeypatch.setenv("ALONGSIDE_EMBEDDED", str(CLUSTER.data.parent))
    CLUSTER.drop_database("back")
    yield "back"
    CLUSTER.drop_database("back")


def all_of(database: str) -> dict[str, list[str]]:
    """Every row of every table, as text: compared whole, not by digest."""
    with psycopg.connect(CLUSTER.url("superuser", database)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace").fetchall()
        ]
        return {name: sorted(row for (row,) in connection.execute(f"SELECT t::text FROM {name} t").fetchall()) for name in names if name not in NOT_KEPT}


def fences_of(database: str) -> list[tuple[str, ...]]:
    with psycopg.connect(CLUSTER.url("superuser", database)) as connection:
        policies = connection.execute("SELECT tablename, policyname, cmd, qual, with_check, roles::text FROM pg_policies ORDER BY 1, 2").fetchall()
        triggers = connection.execute("SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2").fetchall()
        # Grants as they hold: that nothing was ever granted, and that all was taken back, are the same.
        grants = connection.execute(
            "SELECT relname, coalesce(relacl, acldefault('r', relowner))::text, relrowsecurity::text FROM pg_class "
            "WHERE relnamespace = 'public'::regnamespace ORDER BY 1"
        ).fetchall()
        callers = connection.execute(
            "SELECT oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner))::text FROM pg_proc "
            "WHERE pronamespace = 'public'::regnamespace ORDER BY 1"
        ).fetchall()
    return [*policies, *triggers, *grants, *callers]


def test_the_drill(filled, key, back, tmp_path, alongside):
    head = newest_head()
    before, fences = all_of(filled), fences_of(filled)
    code, out, _ = alongside("backup", str(tmp_path), "--recipient", public(key))
    assert code == 0
    (backup,) = tmp_path.glob("*.age")
    assert backup.name.endswith(f"-line-{head.seq}-{head.hash.hex()[:16]}.age")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert f"Head of the trail in it: {head.seq} {head.hash.hex()}" in out
    assert list(Entry.objects.using("owner").order_by("-seq").values_list("verb", flat=True)[:1]) == ["made a backup"]

    code, out, err = alongside("restore", str(backup), "--identity", str(key), "--into", back)
    assert (code, err) == (0, "")
    after = all_of(back)
    rows = sum(len(held) for held in after.values())
    print(f"{len(after)} tables, {rows} rows, {len(fences)} policies, triggers and grants the same")
    assert after == before
    assert rows > 100
    assert fences_of(back) == fences
    assert f"{back} holds all {rows:,} rows of {len(after)} tables as they were, and the trail holds." in out
    with using_database(back):
        assert list(faults(stored_lines(), [head])) == []
        assert newest_head() == head


def test_a_backup_tells_nothing_without_the_key(filled, key, back, tmp_path):
    path, manifest = backing_up.back_up(tmp_path, [public(key)], at=timezone.now())
    held = path.read_bytes()
    assert GIFT in str(all_of(filled))
    for word in (GIFT.encode(), b"PGDMP", b"people_person", b"manifest", manifest.head[1].encode()):
        assert word not in held
    other = tmp_path / "other"
    backing_up.new_key(other)
    with pytest.raises(Refused, match="does not open this backup"):
        restoring.restore(path, other, back)
    assert not _is_there(back)


def _is_there(name: str) -> bool:
    with psycopg.connect(CLUSTER.url("superuser", "postgres")) as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


@pytest.mark.parametrize("share", [0.02, 0.5, 0.999])
def test_a_backup_that_was_cut_short_is_not_half_restored(filled, key, back, tmp_path, share):
    path, _ = backing_up.back_up(tmp_path / "whole.age", [public(key)], at=timezone.now())
    cut = tmp_path / "cut.age"
    cut.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(Refused, match="not whole"):
        restoring.restore(cut, key, back)
    assert not _is_there(back)


def test_a_changed_byte_is_noticed(filled, key, back, tmp_path):
    path, _ = backing_up.back_up(tmp_path / "whole.age", [public(key)], at=timezone.now())
    held = bytearray(path.read_bytes())
    held[len(held) * 3 // 4] ^= 1
    path.write_bytes(held)
    with pytest.raises(Refused, match="not whole"):
        restoring.restore(path, key, back)
    assert not _is_there(back)


def test_another_file_is_no_backup(filled, key, back, tmp_path):
    other = tmp_path / "other.age"
    other.write_bytes(pyrage.encrypt(b"a letter\nto somebody\nelse", [pyrage.x25519.Recipient.from_str(public(key))]))
    with pytest.raises(Refused, match="not a backup of Alongside"):
        restoring.restore(other, key, back)
    assert not _is_there(back)


def test_what_is_there_is_not_written_over(filled, key, back, tmp_path):
    path, _ = backing_up.back_up(tmp_path / "whole.age", [public(key)], at=timezone.now())
    with pytest.raises(Refused, match="is not written over"):
        backing_up.back_up(path, [public(key)], at=timezone.now())
    before = all_of(filled)
    with pytest.raises(Refused, match="not empty"):
        restoring.restore(path, key, filled)
    assert all_of(filled) == before


def test_a_copy_that_differs_is_told_of(filled, key, back, tmp_path):
    path, manifest = backing_up.back_up(tmp_path / "whole.age", [public(key)], at=timezone.now())
    restoring.restore(path, key, back)
    as_superuser(back, f"SET session_replication_role = replica; UPDATE people_person SET name = 'Somebody else' WHERE name = '{GIFT}'")
    as_superuser(back, "SET session_replication_role = replica; DELETE FROM trail_entry WHERE seq = (SELECT max(seq) FROM trail_entry)")
    with connect(database=back) as connection:
        differences = restoring._differences(connection, manifest)
    lines = manifest.tables["trail_entry"][0]
    assert differences == [
        "people_person: 5 rows were backed up, 5 came back, with other words in them.",
        f"trail_entry: {lines} rows were backed up, {lines - 1} came back.",
        f"Line {manifest.head[0]}, whose head was kept, is missing: the trail was cut or rolled back.",
    ]


def test_what_is_written_meanwhile_is_in_neither_or_in_both(filled, key, back, tmp_path):
    """The manifest and the copy are of one moment."""
    from threading import Thread

    from django.db import connections

    stop: list[bool] = []

    def writing() -> None:
        sam = a_coordinator()
        while not stop:
            somebody(sam)
        connections.close_all()

    writer = Thread(target=writing)
    writer.start()
    try:
        path, manifest = backing_up.back_up(tmp_path / "busy.age", [public(key)], at=timezone.now())
    finally:
        stop.append(True)
        writer.join()
    assert restoring.restore(path, key, back).differences == []
    with connect() as connection, connection.transaction():
        assert digests(connection)["people_person"][0] >= manifest.tables["people_person"][0]


def test_nobody_stays_signed_in_through_a_backup(filled, key, back, tmp_path):
    as_superuser(filled, "INSERT INTO django_session VALUES ('a session', 'data', now() + interval '1 day')")
    path, _ = backing_up.back_up(tmp_path / "whole.age", [public(key)], at=timezone.now())
    restoring.restore(path, key, back)
    with psycopg.connect(CLUSTER.url("superuser", back)) as connection:
        assert connection.execute("SELECT count(*) FROM django_session").fetchone() == (0,)


def test_a_backup_is_always_encrypted_to_somebody(filled, tmp_path, alongside):
    code, _, err = alongside("backup", str(tmp_path))
    assert (code, err.startswith("Say to whose key the backup is encrypted")) == (1, True)
    code, _, err = alongside("backup", str(tmp_path), "--recipient", "age1nonsense")
    assert (code, "is no public key" in err) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_new_key_is_for_its_owner_alone_and_never_written_over(filled, tmp_path, alongside):
    file = tmp_path / "key"
    assert alongside("backup", "--new-key", str(file))[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_text()
    assert alongside("backup", "--new-key", str(file))[0] == 1
    assert file.read_text() == kept


def test_nothing_is_left_when_a_backup_does_not_finish(filled, key, tmp_path):
    as_superuser(filled, "CREATE SEQUENCE not_theirs_to_read")
    try:
        with pytest.raises(RuntimeError, match="so there is no backup"):
            backing_up.back_up(tmp_path / "never.age", [public(key)], at=timezone.now())
    finally:
        as_superuser(filled, "DROP SEQUENCE not_theirs_to_read")
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
