"""A browser, a server on a database of its own, and people to sit at the screen."""

from __future__ import annotations

import os
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import psutil
import pytest
from playwright.sync_api import Browser

from tests.conftest import CLUSTER, ROOT
from tests.stories.forked_server import begun
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
    log.write_text("")
    start = partial(begun, settings, ["alongside.site.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--threads", "4"], log)
    base = f"http://localhost:{port}"
    _SERVERS[base] = start(), start
    try:
        _wait_for(base, _SERVERS[base][0])
        yield base
    finally:
        server, _start = _SERVERS.pop(base)
        _stopped(server)


_SERVERS: dict[str, tuple[psutil.Process, Callable[[], psutil.Process]]] = {}


def restarted(base: str) -> None:
    """The server at this address stops, and another begins in its place."""
    server, start = _SERVERS[base]
    _stopped(server)
    _SERVERS[base] = start(), start
    _wait_for(base, _SERVERS[base][0])


def _stopped(server: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):
        server.terminate()
    server.wait(timeout=20)


def _wait_for(base: str, server: psutil.Process) -> None:
    for _ in range(600):
        if not server.is_running():
            raise RuntimeError("The server stopped; see test-output.")
        try:
            with urllib.request.urlopen(f"{base.replace('localhost', '127.0.0.1')}/around/", timeout=5):
                return
        except OSError:
            time.sleep(0.05)
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
