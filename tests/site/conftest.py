"""A database of whole commits, and commands run in it as somebody at a terminal runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import psycopg
import pytest

from alongside.site import command
from tests.conftest import CLUSTER, a_copy

Ran = tuple[int, str, str]


@pytest.fixture(scope="module")
def committing(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[str]:
    """A database in which commits are real, for all tests of a file."""
    with django_db_blocker.unblock(), a_copy("committing") as name:
        yield name


@pytest.fixture
def alongside(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`alongside …` on the database at hand: its exit code, and what it says."""

    def run(*words: str) -> Ran:
        capsys.readouterr()
        code = command.main(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def in_a_process(*words: str, **environment: str) -> Ran:
    """`alongside …` in a process and an environment of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "alongside.site.command", *words], env={"PATH": os.environ["PATH"], **environment}, capture_output=True, text=True, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


PRODUCTION = {
    "ALONGSIDE_SECRET_KEY": "a pretend key of more than fifty letters: kettle orchard lantern 0123456789",
    "ALONGSIDE_HOSTS": "alongside.example.org",
    "ALONGSIDE_HTTPS": "1",
    "ALONGSIDE_BEHIND_PROXY": "1",
}


def on(database: str, role: str = "app") -> dict[str, str]:
    """The environment that names a database of the tests' own server."""
    return {"DATABASE_URL": CLUSTER.url(role, database), "DATABASE_OWNER_URL": CLUSTER.url("owner", database)}


def as_superuser(database: str, sql: str) -> None:
    """Break something that only a superuser can."""
    with psycopg.connect(CLUSTER.url("superuser", database), autocommit=True) as connection:
        connection.execute(sql)
