"""A process that has read the whole program once; each story's server begins from it in a moment, as gunicorn with --preload begins its workers.

Its environment is the servers' own. It has answered nothing, reached no database and started no thread when a server leaves it, so a server
that begins here knows no more than one that read the program by itself: only which database it looks at is told when it begins.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
_OWN = ("DATABASE_URL", "DATABASE_OWNER_URL")
"""What a server is told when it begins; whatever else its environment says is read with the program."""
_AT_ONCE = 3
"""Environments of which a process is kept; nearly all stories have one of two."""
_ready: dict[frozenset[tuple[str, str]], subprocess.Popen[str]] = {}


def begun(environment: dict[str, str], arguments: list[str], log: Path) -> psutil.Process:
    """A gunicorn of this environment, with these arguments; what it says is added to the log."""
    told = {"environment": {name: environment[name] for name in _OWN}, "arguments": arguments, "log": str(log)}
    ready = _one_for({**environment, **dict.fromkeys(_OWN, "postgresql:///nowhere"), "PYTEST_CURRENT_TEST": ""})
    assert ready.stdin is not None
    assert ready.stdout is not None
    ready.stdin.write(json.dumps(told) + "\n")
    ready.stdin.flush()
    answer = ready.stdout.readline()
    if not answer:
        raise RuntimeError("The program could not be read; what it said stands above.")
    return psutil.Process(int(answer))


def _one_for(environment: dict[str, str]) -> subprocess.Popen[str]:
    key = frozenset(environment.items())
    while key not in _ready and len(_ready) >= _AT_ONCE:
        _let_go(next(iter(_ready)))  # not asked for longest
    _ready[key] = _ready.pop(key, None) or _reading(environment)
    return _ready[key]


def _reading(environment: dict[str, str]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.stories.forked_server"]
    return subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _let_go(key: frozenset[tuple[str, str]]) -> None:
    """Servers that began there go on."""
    with _ready.pop(key) as ready:
        assert ready.stdin is not None
        ready.stdin.close()


@atexit.register
def _let_all_go() -> None:
    for key in list(_ready):
        _let_go(key)


# --- In the process itself ---------------------------------------------------------------------------------------


def _serve() -> None:
    from gunicorn.app import wsgiapp

    from alongside.site import wsgi  # noqa: F401 - all that a server reads

    signal.signal(signal.SIGCHLD, _take_leave)
    for line in sys.stdin:
        _knows_nothing_yet()
        if child := os.fork():
            print(child, flush=True)
            continue
        told = json.loads(line)
        _look_at(told["environment"])
        _speak_to(told["log"])
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        sys.argv = ["gunicorn", *told["arguments"]]
        wsgiapp.run()


def _knows_nothing_yet() -> None:
    from django.db import connections

    assert psutil.Process().num_threads() == 1
    assert [connection.connection for connection in connections.all(initialized_only=True) if connection.connection] == []


def _look_at(addresses: dict[str, str]) -> None:
    """The settings are read again from an environment that names the server's own database."""
    from django.db import connections

    from alongside.site import settings

    os.environ.update(addresses)
    for alias, database in importlib.reload(settings).DATABASES.items():
        connections.settings[alias].update(database)


def _speak_to(log: str) -> None:
    with open(os.devnull) as nothing, open(log, "a") as said:
        os.dup2(nothing.fileno(), 0)
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)


def _take_leave(*_: object) -> None:
    """A server that ended is waited for, so that its number is free."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


if __name__ == "__main__":
    _serve()
