"""Backups: everything at one moment, encrypted to a key whose other half is not on this machine.

A backup file is an age file. Inside: a line that says what it is, a line of JSON (the manifest), and pg_dump's own format.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import postgres_programs
from .copying_database import NOT_KEPT, Digests, connect, digests, for_a_program

KIND = b"alongside backup 1\n"


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, to compare a restored copy with."""

    made: str
    alongside: str
    server: int
    head: tuple[int, str] | None
    tables: Digests

    @property
    def rows(self) -> int:
        """How many rows in all."""
        return sum(count for count, _ in self.tables.values())


def new_key(path: Path) -> str:
    """Write a new secret key, readable by its owner alone, and give its public half."""
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(f"# public key: {public}\n{identity}\n")
    return public


def recipients(keys: list[str]) -> list[Any]:
    """Public keys as the encryption wants them."""
    if not keys:
        raise Refused(Sentence("Say to whose key the backup is encrypted: --recipient age1… (make one with --new-key FILE, and keep FILE elsewhere)."))
    try:
        return [pyrage.ssh.Recipient.from_str(key) if key.startswith("ssh-") else pyrage.x25519.Recipient.from_str(key) for key in keys]
    except pyrage.RecipientError:
        raise Refused(Sentence("One of the recipients is no public key: it begins with age1 (or ssh-). Give the public half, never the secret one.")) from None


def back_up(to: Path, keys: list[str], *, at: datetime) -> tuple[Path, Manifest]:
    """Write a backup and give its path. A folder gets a file named by the moment and the trail's head; nothing is overwritten."""
    whom = recipients(keys)
    # One snapshot for the manifest and for pg_dump: they tell of the same moment, whatever is written meanwhile.
    with connect() as connection, connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()[0]  # type: ignore[index]
        head = connection.execute("SELECT seq, encode(hash, 'hex') FROM trail_entry ORDER BY seq DESC LIMIT 1").fetchone()
        server = connection.info.server_version
        manifest = Manifest(at.isoformat(timespec="seconds"), version("alongside"), server, head, digests(connection))
        path = to / _name(at, head) if to.is_dir() else to
        if path.exists():
            raise Refused(Sentence("%(path)s is there already, and is not written over. Name another file, or a folder."), path=path)
        unfinished = path.with_name(path.name + ".unfinished")
        try:
            with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
                _dump(file, whom, manifest, snapshot, server)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
        finally:
            unfinished.unlink(missing_ok=True)
    return path, manifest


def _name(at: datetime, head: tuple[int, str] | None) -> str:
    line, mark = head or (0, "empty")
    return f"alongside-{at:%Y-%m-%dT%H%M%S}Z-line-{line}-{mark[:16]}.age"


def _dump(file: BinaryIO, whom: list[Any], manifest: Manifest, snapshot: str, server: int) -> None:
    # 17 is the first that can leave out extensions, which only a superuser could bring back.
    program = postgres_programs.for_a_client("pg_dump", max(server // 10_000, 17))
    where, environment = for_a_program()
    leave_out = [f"--exclude-table-data=public.{table}" for table in NOT_KEPT]
    command = [program, "--format=custom", "--no-owner", "--exclude-extension=*", f"--snapshot={snapshot}", *leave_out, f"--dbname={where}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as dump:  # noqa: S603 - found above
        pyrage.encrypt_io(_Joined(KIND + json.dumps(asdict(manifest)).encode() + b"\n", dump.stdout.read), file, whom)  # type: ignore[union-attr]
        said = dump.stderr.read().decode(errors="replace")  # type: ignore[union-attr]
    if dump.returncode:
        raise RuntimeError(f"pg_dump did not finish, so there is no backup: {said.strip()}")


class _Joined:
    """First some bytes, then what is read from somewhere else."""

    def __init__(self, first: bytes, then: Callable[[int], bytes]) -> None:
        self.first, self.then = first, then

    def read(self, most: int = -1) -> bytes:
        if self.first:
            most = len(self.first) if most < 0 else most
            given, self.first = self.first[:most], self.first[most:]
            return given
        return self.then(most)
