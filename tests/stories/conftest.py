"""A browser, a server on a database of its own, and people to sit at the screen."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from tests.conftest import CLUSTER, ROOT
from tests.stories.walker import Walker

SCREENS = [(1280, True), (390, True), (390, False)]
"""Widths in pixels, and whether JavaScript runs."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/stories" in item.nodeid:
            item.add_marker(pytest.mark.browser)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(database: str, *, demo: bool = False) -> Iterator[str]:
    """The real server on a database; gives its address."""
    port = _free_port()
    settings = {
        **os.environ,
        "DATABASE_URL": CLUSTER.url("app", database),
        "DATABASE_OWNER_URL": CLUSTER.url("owner", database),
        "ALONGSIDE_DEMO": "1" if demo else "0",
    }
    log = ROOT / "test-output" / f"server-{database}.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w") as said:
        command = [sys.executable, "-m", "gunicorn", "alongside.site.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"]
        start = lambda: subprocess.Popen(command, env=settings, stdout=said, stderr=subprocess.STDOUT)  # noqa: E731
        base = f"http://localhost:{port}"
        _SERVERS[base] = start(), start
        try:
            _wait_for(f"http://127.0.0.1:{port}/around/", _SERVERS[base][0])
            yield base
        finally:
            server, _start = _SERVERS.pop(base)
            server.terminate()
            server.wait(timeout=20)


_SERVERS: dict[str, tuple[subprocess.Popen[bytes], Callable[[], subprocess.Popen[bytes]]]] = {}


def restarted(base: str) -> None:
    """The server at this address stops, and another begins in its place."""
    server, start = _SERVERS[base]
    server.terminate()
    server.wait(timeout=20)
    _SERVERS[base] = start(), start
    _wait_for(f"{base.replace('localhost', '127.0.0.1')}/around/", _SERVERS[base][0])


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError("The server stopped; see test-output.")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not answer; see test-output.")


@pytest.fixture
def sit_down(chromium: Browser) -> Iterator[Callable[[str, tuple[int, bool]], Walker]]:
    """Somebody sits down at a screen of their own."""
    contexts = []

    def at(base: str, screen: tuple[int, bool] = (1280, True)) -> Walker:
        width, scripts = screen
        context = chromium.new_context(viewport={"width": width, "height": 844 if width < 600 else 900}, java_script_enabled=scripts, locale="en-GB")
        # Making figures for the first time takes seconds, and a machine that runs the whole suite is busy.
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Walker(context.new_page(), base, width, scripts)

    yield at
    for context in contexts:
        context.close()
