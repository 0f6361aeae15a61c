"""Reaching the owner's database with PostgreSQL's own programs, and what a whole copy of it is compared by."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from alongside.foundation.refusals import Refused
from alongside.foundation.words import Sentence

from . import embedded
from .embedded import Cluster

NOT_KEPT = ("django_session", "web_cache")
"""Tables whose rows are not copied: who is signed in, and what is counted for a few minutes."""

Digests = dict[str, tuple[int, str]]
"""By table: how many rows, and a sum over a hash of each, which does not depend on their order."""


def connect(*, database: str | None = None) -> psycopg.Connection[Any]:
    """A connection of the owner's own, beside Django's."""
    return psycopg.connect(**_parameters(database), autocommit=True)


def _parameters(database: str | None) -> dict[str, Any]:
    given = connections["owner"].settings_dict
    named = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"], "password": given["PASSWORD"], "dbname": database or given["NAME"]}
    # Django's own options are not libpq's.
    return {name: value for name, value in {**given["OPTIONS"], **named}.items() if value and isinstance(value, str | int)}


def for_a_program(database: str | None = None) -> tuple[str, dict[str, str]]:
    """What pg_dump and pg_restore are told: where to connect, and an environment with the password, which no process list shows."""
    asked = _parameters(database)
    password = str(asked.pop("password", ""))
    return make_conninfo(**asked), {**os.environ, "PGPASSWORD": password}


def digests(connection: psycopg.Connection[Any]) -> Digests:
    """Every table's count and digest, in the transaction at hand; fails rather than leave out a row that security would hide."""
    for setting in ("TimeZone = 'UTC'", "DateStyle = 'ISO'", "bytea_output = 'hex'", "extra_float_digits = 1", "row_security = off"):
        connection.execute(sql.SQL("SET LOCAL " + setting))
    names = connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname").fetchall()
    found: Digests = {}
    for (name,) in names:
        if name not in NOT_KEPT:
            row = connection.execute(
                sql.SQL("SELECT count(*), coalesce(sum(('x' || substr(md5(t::text), 1, 16))::bit(64)::bigint::numeric), 0)::text FROM {} t").format(
                    sql.Identifier(name)
                )
            ).fetchone()
            found[name] = (row[0], row[1])  # type: ignore[index]
    return found


@contextmanager
def _embedded() -> Iterator[Cluster | None]:
    folder = os.environ.get("ALONGSIDE_EMBEDDED")
    cluster = embedded.start(Path(folder)) if folder else None
    try:
        yield cluster
    finally:
        if cluster:
            cluster.stop()


def is_there(name: str) -> bool:
    """Whether the server has a database of that name."""
    with connect() as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def make_database(name: str) -> None:
    """Make an empty database, if the owner may; on the embedded server we always may."""
    with _embedded() as cluster:
        if cluster:
            cluster.make_database(name)
            return
    with connect() as connection:
        try:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege:
            not_ours_to_make = Sentence(
                "There is no database '%(name)s', and the owner's role may not make one. Have it made, empty and its own, then try again."
            )
            raise Refused(not_ours_to_make, name=name) from None


def forget_database(name: str) -> None:
    """Take back a database that we made and could not fill."""
    with _embedded() as cluster:
        if cluster:
            cluster.drop_database(name)
            return
    with connect() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
