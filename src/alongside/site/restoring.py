"""Bringing a backup back: into a database of its own, whole or not at all, and compared with what was there when it was made."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pyrage

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence
from alongside.trail.chain import Head, faults
from alongside.trail.queries import COLUMNS, line_from

from . import postgres_programs
from .backing_up import KIND, Manifest
from .copying_database import connect, digests, for_a_program, forget_database, is_there, make_database


@dataclass(frozen=True)
class Restored:
    """What came back, and every way in which it is not what was there."""

    manifest: Manifest
    differences: list[str]


def identities(path: Path) -> list[Any]:
    """The secret keys of a file, as age or ssh write them."""
    text = path.read_text()
    if "-----BEGIN" in text:
        return [pyrage.ssh.Identity.from_buffer(text.encode())]
    try:
        return [pyrage.x25519.Identity.from_str(line.strip()) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    except pyrage.IdentityError:
        raise Refused(Sentence("%(path)s holds no secret key: a line of it begins with AGE-SECRET-KEY-."), path=path) from None


def restore(backup: Path, identity: Path, into: str) -> Restored:
    """Restore into a database that is empty or not there yet, in one transaction, and compare."""
    keys = identities(identity)
    made = _make_room(into)
    try:
        manifest = _fill(backup, keys, into)
        with connect(database=into) as connection:
            return Restored(manifest, _differences(connection, manifest))
    except BaseException:
        if made:
            forget_database(into)
        raise


def _fill(backup: Path, keys: list[Any], into: str) -> Manifest:
    where, environment = for_a_program(into)
    command = [postgres_programs.for_a_client("pg_restore", 17), "--single-transaction", "--exit-on-error", "--no-owner", f"--dbname={where}"]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as program:  # noqa: S603 - found above
        sink = _Split(program)
        try:
            with backup.open("rb") as file:
                pyrage.decrypt_io(file, sink, keys)
        except (pyrage.DecryptError, OSError):
            # Killed before its input ends, so that what it was given is never taken for the whole.
            if not sink.broke_off:
                program.kill()
                raise Refused(Sentence("This key does not open this backup, or the file is not whole. Nothing was restored.")) from None
        finally:
            if sink.manifest is None:
                program.kill()
        said = program.communicate()[1].decode(errors="replace")
    if sink.manifest is None:
        raise Refused(Sentence("This is not a backup of Alongside's. Nothing was restored."))
    if program.returncode:
        raise RuntimeError(f"pg_restore did not finish, so nothing was restored: {said.strip()}")
    return sink.manifest


def _make_room(name: str) -> bool:
    """See that the database is there and empty; whether we made it."""
    if not is_there(name):
        make_database(name)
        return True
    with connect(database=name) as connection:
        if connection.execute("SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'").fetchone():
            raise Refused(Sentence("The database '%(name)s' is not empty, and is not written over. Name another; it is made if it is not there."), name=name)
    return False


def _differences(connection: psycopg.Connection[Any], manifest: Manifest) -> list[str]:
    found: list[str] = []
    with connection.transaction():
        now = digests(connection)
        for table in sorted(manifest.tables.keys() | now.keys()):
            was, is_now = manifest.tables.get(table, (0, "")), now.get(table, (0, ""))
            if was != is_now:
                found.append(f"{table}: {was[0]} rows were backed up, {is_now[0]} came back{'' if was[0] != is_now[0] else ', with other words in them'}.")
        heads = [Head(manifest.head[0], bytes.fromhex(manifest.head[1]))] if manifest.head else []
        with connection.cursor(name="lines") as cursor:
            found += faults(map(line_from, cursor.execute(f"SELECT {COLUMNS} FROM trail_entry ORDER BY seq")), heads)
    return found


class _Split:
    """Takes what is decrypted: the manifest for us, the rest for pg_restore."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self.program, self.begun, self.broke_off = program, b"", False
        self.manifest: Manifest | None = None

    def write(self, data: bytes) -> int:
        try:
            if self.manifest is not None:
                self.program.stdin.write(data)  # type: ignore[union-attr]
            else:
                self._begin(data)
        except BrokenPipeError:
            self.broke_off = True
            raise
        return len(data)

    def _begin(self, data: bytes) -> None:
        self.begun += data
        kind, *rest = self.begun.split(b"\n", 2)
        if len(rest) == 2 and kind + b"\n" == KIND:
            given = json.loads(rest[0])
            tables = {name: (count, digest) for name, (count, digest) in given["tables"].items()}
            self.manifest = Manifest(**{**given, "tables": tables, "head": tuple(given["head"]) if given["head"] else None})
            self.program.stdin.write(rest[1])  # type: ignore[union-attr]

    def flush(self) -> None:
        """Nothing is held back here."""
