"""The database that comes out of a wheel: it survives what happens to it, and touches nothing that is not its own."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from alongside.site import embedded, postgres_programs
from alongside.site.server_process import running
from tests.conftest import ROOT

PARENT = "/var/lib/alongside" if os.geteuid() == 0 else tempfile.gettempdir()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A home of its own, with a space and a quote in its name."""
    made = Path(tempfile.mkdtemp(prefix="a home's ", dir=PARENT))
    made.chmod(0o755)
    yield made
    embedded.start(made).stop()
    forget(made)


def forget(home: Path) -> None:
    """Nothing of it is left."""
    shutil.rmtree(embedded._socket_folder(home, postgres_programs.SYSTEM_USER if os.geteuid() == 0 else None))
    shutil.rmtree(home)


@pytest.fixture
def cluster(folder: Path) -> Iterator[embedded.Cluster]:
    found = embedded.start(folder)
    yield found
    found.stop()


def served_by(folder: Path) -> int | None:
    return running(folder / "postgres")


def shown(cluster: embedded.Cluster, *names: str) -> dict[str, str]:
    with psycopg.connect(cluster.url("superuser", "postgres")) as connection:
        return {name: connection.execute(f"SHOW {name}").fetchone()[0] for name in names}


def test_what_is_saved_is_on_the_disk_and_the_log_holds_no_words(cluster):
    safe = ("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
    assert shown(cluster, *safe) == dict.fromkeys(safe, "on")
    with psycopg.connect(cluster.url("superuser", "postgres")) as connection, pytest.raises(psycopg.Error):
        connection.execute("SELECT 'Gwen lives at number 9'::uuid")
    assert "Gwen" not in (cluster.data / "server.log").read_text()


def test_it_listens_to_this_machine_alone(cluster):
    assert shown(cluster, "listen_addresses") == {"listen_addresses": ""}
    assert stat.S_IMODE(cluster.socket.stat().st_mode) == 0o700


def test_secrets_are_for_their_owner_alone(cluster, folder):
    assert stat.S_IMODE((folder / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "postgres").stat().st_mode) == 0o700
    assert len(cluster.secrets["secret_key"]) >= 50


def test_a_password_is_asked_for(cluster):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url("app", "postgres").replace(cluster.secrets["app"], "guessed"))


def test_the_pages_role_is_a_modest_one(cluster):
    asked = "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname LIKE 'alongside%' ORDER BY 1"
    with psycopg.connect(cluster.url("superuser", "postgres")) as connection:
        found = connection.execute(asked).fetchall()
    assert found == [("alongside_app", False, False, False, False), ("alongside_owner", False, False, False, False)]


def test_whoever_uses_it_still_keeps_it(folder):
    first, second = embedded.start(folder), embedded.start(folder)
    assert (first.started_here, second.started_here) == (True, False)
    first.stop()
    assert served_by(folder)
    second.stop()
    assert served_by(folder) is None


def test_a_process_that_ends_does_not_stop_what_its_parent_uses(folder):
    cluster = embedded.start(folder)
    child = os.fork()
    if child == 0:
        cluster.stop()
        os._exit(0)
    os.waitpid(child, 0)
    assert served_by(folder)
    cluster.stop()
    assert served_by(folder) is None


def test_a_server_that_somebody_else_started_is_not_stopped(folder):
    embedded.start(folder).stop()
    cluster = embedded.start(folder)
    (folder / "started").unlink()
    cluster.stop()
    assert served_by(folder)
    (folder / "started").write_text(str(served_by(folder)))
    embedded.start(folder).stop()
    assert served_by(folder) is None


def test_it_starts_again_after_it_was_killed(folder):
    cluster = embedded.start(folder)
    with psycopg.connect(cluster.url("superuser", "postgres"), autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS saved (word text)")
        connection.execute("INSERT INTO saved VALUES ('kept')")
    os.kill(served_by(folder), signal.SIGKILL)
    again = embedded.start(folder)
    assert again.started_here
    with psycopg.connect(again.url("superuser", "postgres")) as connection:
        assert connection.execute("SELECT word FROM saved").fetchall() == [("kept",)]
    cluster.stop()
    again.stop()


def test_a_number_that_another_process_took_over_is_no_server(folder):
    embedded.start(folder).stop()
    user = postgres_programs.SYSTEM_USER if os.geteuid() == 0 else None
    other = subprocess.Popen(["sleep", "60"], user=user)
    try:
        (folder / "postgres/postmaster.pid").write_text(f"{other.pid}\n{folder / 'postgres'}\n{int(time.time())}\n5432\n/nowhere\n\n")
        cluster = embedded.start(folder)
        assert cluster.started_here
        cluster.stop()
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


STARTS = "from pathlib import Path; import sys; from alongside.site import embedded; c = embedded.start(Path(sys.argv[1])); print(c.started_here); c.stop()"


def test_several_starts_at_once_make_one_server():
    """On a home that is not there yet, so that making it is raced for too."""
    home = Path(tempfile.mkdtemp(prefix="raced ", dir=PARENT))
    home.chmod(0o755)
    try:
        starting = [
            subprocess.Popen([sys.executable, "-c", STARTS, str(home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/") for _ in range(3)
        ]
        said = [process.communicate(timeout=120) for process in starting]
        assert [process.returncode for process in starting] == [0, 0, 0], said
        assert "True\n" in [out for out, _ in said]
        assert running(home / "postgres") is None
    finally:
        forget(home)


def test_a_home_that_was_half_made_is_made_anew():
    home = Path(tempfile.mkdtemp(prefix="half ", dir=PARENT))
    home.chmod(0o755)
    try:
        (home / "postgres.unfinished").mkdir(mode=0o700)
        (home / "postgres.unfinished/PG_VERSION").write_text("18\n")
        cluster = embedded.start(home, for_tests=True)
        assert shown(cluster, "fsync") == {"fsync": "off"}
        cluster.stop()
    finally:
        forget(home)


def modes(paths: list[Path]) -> dict[Path, int]:
    return {path: path.stat().st_mode for path in paths}


def test_no_folder_above_changes_its_mode(folder):
    wheel = postgres_programs.in_the_wheel()
    above = [*folder.parents, folder, wheel, *wheel.parents, Path.home(), ROOT]
    before = modes(above)
    embedded.start(folder).stop()
    assert modes(above) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else to try it")
def test_somebody_who_is_not_root_starts_it_in_their_own_home():
    """Deep inside a home that is closed to all others; as a clone in somebody's home folder is."""
    home = Path(tempfile.mkdtemp(prefix="home of somebody "))
    account = pwd.getpwnam("nobody")
    os.chown(home, account.pw_uid, account.pw_gid)
    above = [home, *home.parents, postgres_programs.in_the_wheel(), *postgres_programs.in_the_wheel().parents]
    before = modes(above)
    inside = home / ("a long way down " * 8) / "data"
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)
            os.environ["ALONGSIDE_HOME"] = str(inside)
            cluster = embedded.start()
            cluster.make_database("theirs")
            with psycopg.connect(cluster.url("app", "theirs")) as connection:
                connection.execute("SELECT 1")
            connection.close()
            cluster.stop()
            shutil.rmtree(cluster.socket)
            code = 0 if cluster.user is None and running(cluster.data) is None else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert modes(above) == before
    assert stat.S_IMODE(inside.stat().st_mode) == 0o700
    shutil.rmtree(home)


def test_a_socket_folder_that_is_not_ours_is_refused(folder):
    embedded.start(folder).stop()
    socket = embedded._socket_folder(folder, postgres_programs.SYSTEM_USER if os.geteuid() == 0 else None)
    shutil.rmtree(socket)
    socket.symlink_to(tempfile.gettempdir())
    try:
        with pytest.raises(RuntimeError, match="not ours alone"):
            embedded.start(folder)
    finally:
        socket.unlink()


def test_data_of_another_version_is_left_alone(folder):
    embedded.start(folder).stop()
    version = folder / "postgres/PG_VERSION"
    version.write_text("15\n")
    try:
        with pytest.raises(RuntimeError, match="made by PostgreSQL 15"):
            embedded.start(folder)
    finally:
        version.write_text("18\n")
