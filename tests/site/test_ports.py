"""Where the demo listens: the port it found free is its own from the moment it found it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest

from alongside.site.management.commands.demo import a_free_port
from alongside.site.serving import Server


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


def test_a_port_that_is_taken_is_passed_over(taken):
    wanted = taken.getsockname()[1]
    with a_free_port(wanted) as held:
        assert held.getsockname()[1] > wanted


def test_a_port_that_was_found_free_is_nobody_elses_any_more(taken):
    with a_free_port(taken.getsockname()[1]) as held, a_free_port(held.getsockname()[1]) as another:
        assert another.getsockname() != held.getsockname()


class Hello(Server):
    """The server with a page that needs nothing."""

    def load(self) -> Any:
        return lambda environ, start: (start("200 OK", [("Content-Length", "5")]), [b"hello"])[1]


def test_the_server_serves_on_the_port_that_was_held(taken):
    held = a_free_port(taken.getsockname()[1])
    port = held.getsockname()[1]
    if (server := os.fork()) == 0:
        try:
            Hello(bind=f"fd://{held.detach()}", processes=1, threads=1).run()
        finally:
            os._exit(1)
    held.close()
    try:
        assert asked(port) == b"hello"
    finally:
        os.kill(server, signal.SIGTERM)
        os.waitpid(server, 0)


def asked(port: int) -> bytes:
    patience = time.monotonic() + 20
    while time.monotonic() < patience:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            return connection.getresponse().read()
        except (ConnectionError, TimeoutError):
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("nobody answered")
