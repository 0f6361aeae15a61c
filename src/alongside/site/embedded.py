"""A PostgreSQL of our own, out of a wheel, for a machine that has none.

Only the wheel's programs are used. Its own launcher opens the mode of every folder above the data and above
itself when run as root (a home folder at 0700 becomes 0755); ours keeps root's data and a copy of the programs
under /var/lib/alongside and changes the mode of nothing that it did not make.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from . import postgres_programs
from .server_process import put_away_after_a_crash, running

ROOT = Path(__file__).resolve().parents[3]
_LONGEST_SOCKET_FOLDER = 80
"""Letters. A socket's whole path may have 103 to 107, by system."""

# Nothing that somebody typed reaches the server's log: no statement, no values, no message that quotes them.
_QUIET = "-c log_statement=none -c log_min_error_statement=panic -c log_min_messages=fatal -c log_error_verbosity=terse"
# Our questions are short and lean on many small tables: to compile each anew takes far longer than to answer it.
_SHORT = "-c jit=off"
_NO_SYNC = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def home() -> Path:
    """The folder that holds this clone's database and secrets, made if it is not there."""
    given = os.environ.get("ALONGSIDE_HOME")
    if given:
        folder = Path(given).absolute()
    elif os.geteuid() == 0:
        folder = postgres_programs.ROOTS_FOLDER / hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    else:
        folder = ROOT / ".alongside"
    # Under root another user runs the server and must pass through; what is inside is closed to it and to all.
    folder.mkdir(mode=0o755 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
    return folder


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL server: where its programs, data and socket are, and its passwords."""

    programs: Path
    data: Path
    socket: Path
    secrets: dict[str, str]
    user: str | None
    started_here: bool
    in_use: int
    """A shared lock, held while we use the server, so that nobody who also uses it stops it under us."""
    process: int = field(default_factory=os.getpid)

    def url(self, role: str, database: str) -> str:
        """A connection address for `superuser`, `owner` or `app`."""
        name = {"superuser": "postgres"}.get(role, f"alongside_{role}")
        return f"postgresql://{name}:{self.secrets[role]}@/{database}?host={quote(str(self.socket), safe='')}"

    def program(self, name: str) -> str:
        """The path of one of PostgreSQL's own programs, pg_dump for one."""
        return str(self.programs / name)

    def make_database(self, name: str, template: str | None = None) -> None:
        """Make a database owned by our owner role, if there is none of that name; a copy when given a template."""
        with psycopg.connect(self.url("superuser", "postgres"), autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return
            # File by file: the other way writes all of the copy into the log as well.
            copy = sql.SQL(" TEMPLATE {} STRATEGY FILE_COPY").format(sql.Identifier(template)) if template else sql.SQL("")
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER alongside_owner{}").format(sql.Identifier(name), copy))
        if template:
            return  # it has the extension already
        with psycopg.connect(self.url("superuser", name), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector")

    def drop_database(self, name: str) -> None:
        """Forget a database and end whoever is still connected to it."""
        with psycopg.connect(self.url("superuser", "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Stop the server if it was us who started it; whoever else still uses it keeps it, and stops it last."""
        if os.getpid() != self.process:
            return  # a web server's process that ends is not the end of the database
        try:
            fcntl.flock(self.in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(self.in_use)
            return
        started = self.data.with_name("started")
        # A server that another alongside command started and left to us is ours to stop too; any other is not.
        if started.exists() and started.read_text() == str(running(self.data)):
            postgres_programs.run([self.program("pg_ctl"), "-D", str(self.data), "-m", "fast", "-w", "stop"], self.user)
            started.unlink(missing_ok=True)
        os.close(self.in_use)


def start(folder: Path | None = None, *, for_tests: bool = False) -> Cluster:
    """Start (or find running) the cluster under a folder and make sure that our two roles exist.

    `for_tests` lets a crash of the machine lose it, which is quicker; never for anything somebody typed.
    """
    folder = folder or home()
    user = postgres_programs.system_user() if os.geteuid() == 0 else None
    programs = postgres_programs.for_a_server(as_root=user is not None)
    with _alone(folder):
        data, socket = folder / "postgres", _socket_folder(folder, user)
        in_use = os.open(folder / "in-use", os.O_CREAT | os.O_RDWR, 0o600)
        # Whoever stops the server holds this for a moment; we wait, and start it again.
        fcntl.flock(in_use, fcntl.LOCK_SH)
        cluster = Cluster(programs, data, socket, _kept_secrets(folder), user, started_here=False, in_use=in_use)
        try:
            if not data.exists():
                _make_cluster(cluster)
            if not _is_served(cluster):
                cluster = replace(cluster, started_here=True)
                _start_server(cluster, _NO_SYNC if for_tests else "")
                _make_roles(cluster)
        except BaseException:
            cluster.stop()
            raise
    return cluster


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two commands may start at once; the second waits here and finds the server running."""
    lock = os.open(folder / "starting", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _kept_secrets(folder: Path) -> dict[str, str]:
    """The secrets of this machine's trial, made once and readable by the owner alone."""
    path = folder / "secrets.json"
    if not path.exists():
        made = {name: secrets.token_urlsafe(40) for name in ("secret_key", "superuser", "owner", "app")}
        unfinished = path.with_suffix(".unfinished")
        with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
            json.dump(made, file)
        unfinished.rename(path)
    loaded: dict[str, str] = json.loads(path.read_text())
    return loaded


def _socket_folder(folder: Path, user: str | None) -> Path:
    # A socket's path may have about a hundred letters, so it cannot live deep inside a clone.
    name = f"socket-{os.geteuid()}-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]}"
    parent = postgres_programs.ROOTS_FOLDER if user else Path(tempfile.gettempdir())
    if len(str(parent / name)) > _LONGEST_SOCKET_FOLDER or "'" in str(parent):
        parent = Path("/tmp")  # noqa: S108 - the folder itself is checked below
    parent.mkdir(parents=True, exist_ok=True)
    socket = parent / name
    socket.mkdir(mode=0o700, exist_ok=True)
    found = socket.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), postgres_programs.account(user).pw_uid) or found.st_mode & 0o077:
        raise RuntimeError(f"{socket} is not ours alone; remove it or set ALONGSIDE_HOME to another folder.")
    if user:
        shutil.chown(socket, user)
    return socket


def _make_cluster(cluster: Cluster) -> None:
    # Under another name until it is whole, so that a start that was cut short begins again.
    unfinished = cluster.data.with_name("postgres.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    if cluster.user:
        shutil.chown(unfinished, cluster.user)
    with tempfile.NamedTemporaryFile("w", dir=cluster.socket, suffix=".password") as password:
        password.write(cluster.secrets["superuser"])
        password.flush()
        if cluster.user:
            shutil.chown(password.name, cluster.user)
        postgres_programs.run(
            [cluster.program("initdb"), "-D", str(unfinished), "-U", "postgres", "--encoding=UTF8",
             "--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={password.name}"],
            cluster.user,
        )  # fmt: skip
    unfinished.rename(cluster.data)


def _start_server(cluster: Cluster, more: str) -> None:
    data = cluster.data
    if (made := (data / "PG_VERSION").read_text().strip()) != str(postgres_programs.MAJOR):
        raise RuntimeError(f"{data} was made by PostgreSQL {made}: restore a backup into a new ALONGSIDE_HOME instead.")
    put_away_after_a_crash(data, cluster.socket)
    options = f"-c listen_addresses='' -c unix_socket_directories='{cluster.socket}' {_QUIET} {_SHORT} {more}".strip()
    # A file, not a pipe: the server keeps its parent's output open and a pipe would never end.
    postgres_programs.run([cluster.program("pg_ctl"), "-D", str(data), "-l", str(data / "server.log"), "-w", "-t", "60", "-o", options, "start"], cluster.user)
    data.with_name("started").write_text(str(running(data)))


def _is_served(cluster: Cluster) -> bool:
    """Whether a server runs on this data and has our two roles. One that was killed a moment ago may still be seen, but does nothing more."""
    patience = time.monotonic() + 10  # seconds
    while running(cluster.data) is not None:
        try:
            _make_roles(cluster)
        except psycopg.OperationalError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.05)
        else:
            return True
    return False


def _make_roles(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("superuser", "postgres"), autocommit=True) as connection:
        for role in ("owner", "app"):
            name = sql.Identifier(f"alongside_{role}")
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [f"alongside_{role}"]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOBYPASSRLS").format(name))
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, sql.Literal(cluster.secrets[role])))
